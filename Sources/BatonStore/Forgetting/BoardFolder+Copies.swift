import BatonModel

/// Files beside a person's own that hold the lead as well.
extension BoardFolder {
  /// The copies of leads that are to be forgotten, by their paths, sorted: in wrong folders, under
  /// wrong names, and what repairs have kept of them, also of damaged journals.
  ///
  /// - Parameters:
  ///   - leads: the files in which the leads stand, and the notes of those merged into them.
  ///   - faults: what is wrong with the files of the board's leads.
  func copies(
    of leads: [BoardPath], _ traces: PersonTraces, faults: [FileFault]
  ) throws(StoreError) -> [String] {
    let own = Set(leads.map(\.description))
    let kept = leads.map { $0.name + BoardRepair.aside }
    var found: Set<String> = []
    try reachingFiles { () throws(FolderError) in
      let root = try files.open()
      // What cannot be listed is told of by `check`.
      for folder in leadFolders(of: root) {
        try? root.folder(folder).forEachEntry { name, kind in
          guard kind == .file, BoardPath(folder: folder, name: name) == nil else { return }
          let file = "\(folder)/\(name)"
          let isKept = kept.contains(where: name.hasPrefix)
          if isKept || holdsLead(file, named: name, traces) { found.insert(file) }
        }
      }
      try? root.folder(BoardLocks.ownFolder).forEachEntry { name, _ in
        let file = "\(BoardLocks.ownFolder)/\(name)"
        guard name.hasPrefix(BoardFiles.journalName + BoardRepair.aside),
          speaks(file, of: traces, in: leads)
        else { return }
        found.insert(file)
      }
    }
    for fault in faults where !own.contains(fault.file) {
      if holdsLead(fault.file, named: "", traces) { found.insert(fault.file) }
    }
    return found.sorted()
  }

  /// The faults of files that cannot be read as what they are, and speak of the person all the
  /// same; or of which nobody can say.
  func unread(
    _ faults: [FileFault], _ traces: PersonTraces, in leads: [BoardPath]
  ) -> [FileFault] {
    faults.filter { fault in
      guard let bytes = bytes(of: fault.file) else { return true }
      return Self.speaks(bytes, of: traces, in: leads)
    }
  }

  /// Whether a file that is no lead's own has one of the person's leads in it.
  ///
  /// One of their name that cannot be read is taken for a copy, since it may be brought back.
  private func holdsLead(_ file: String, named name: String, _ traces: PersonTraces) -> Bool {
    guard file.hasSuffix(BoardPath.suffix) || file.contains(BoardRepair.aside),
      let bytes = bytes(of: file)
    else { return false }
    if let lead = try? LeadFile.decode(bytes) { return traces.leads.contains(lead.id) }
    if let note = bytes.withUnsafeBytes(ForwardingNote.inPlaceOfLead) {
      return traces.leads.contains(note.id)
    }
    return traces.leads.contains { name == $0.rawValue + BoardPath.suffix }
  }

  /// Whether a file names one of the person's leads, or the person.
  private func speaks(_ file: String, of traces: PersonTraces, in leads: [BoardPath]) -> Bool {
    bytes(of: file).map { Self.speaks($0, of: traces, in: leads) } ?? true
  }

  private static func speaks(
    _ bytes: [UInt8], of traces: PersonTraces, in leads: [BoardPath]
  ) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    return leads.contains { text.contains($0.description) || text.contains("\"\($0.id)\"") }
      || traces.areIn(text: text)
  }
}
