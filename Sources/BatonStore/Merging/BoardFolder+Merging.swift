public import BatonModel

extension BoardFolder {
  /// The lead that an id stands for: itself, or the one into which it was merged.
  ///
  /// - Throws: `.files` when a file cannot be read.
  public func currentID(of id: LeadID) throws(StoreError) -> LeadID {
    var current = id
    var passed: Set<LeadID> = []
    // A note that leads in a circle or to what is no id was made by hand; `check` tells of it.
    while passed.insert(current).inserted, RecordName.refusal(of: current.rawValue) == nil,
      let note = try forwardingNote(of: current)
    {
      current = note.forwardedTo
    }
    return current
  }

  /// The note that stands in the place of a lead; nil where there is none.
  func forwardingNote(of id: LeadID) throws(StoreError) -> ForwardingNote? {
    let path = try Self.filePath(.lead, id.rawValue)
    let bytes = try reachingFiles { () throws(FolderError) in try files.readSettled(path) }
    return bytes?.withUnsafeBytes(ForwardingNote.inPlaceOfLead)
  }

  /// Merges a lead into another, under whose id both are found from then on.
  ///
  /// All files change or none does, also across a crash: the kept lead gets everything of the
  /// other, whose file becomes a note that says where it went, and what meetings decided about the
  /// other is about the kept one.
  ///
  /// - Returns: the kept lead, before and after.
  /// - Throws: as `apply` does.
  @discardableResult
  public func merge(
    _ other: LeadID, into kept: LeadID, in context: CommandContext
  ) throws(StoreError) -> LeadChange {
    let meetings = try readMeetings().records.filter { $0.decides(on: other) }.map(\.date)
    var paths = [
      try Self.filePath(.lead, kept.rawValue), try Self.filePath(.lead, other.rawValue),
    ]
    for date in meetings { paths.append(try Self.filePath(.meeting, date)) }
    return try transact(on: paths) { board throws(StoreError) in
      let before = try board.lead(kept)
      let absorbed = try board.lead(other)
      var after = before
      do throws(Refusal) {
        try after.absorb(absorbed, in: context)
      } catch {
        throw .refused(error)
      }
      var was = MergedLeads(kept: before, other: absorbed)
      for date in meetings { was.decisions += try board.meeting(date).decisions(naming: other) }
      try board.forward(other, to: kept, at: context.now, by: context.actor, before: was)
      for date in meetings {
        var meeting = try board.meeting(date)
        meeting.redirect(other, to: kept)
        try board.put(meeting)
      }
      return LeadChange(before: before, after: try board.put(after))
    }
  }

  /// The groups of leads that may be one, and what is wrong with the files that were left out.
  public func findDuplicates(
    progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(StoreError) -> (groups: [DuplicateGroup], faults: [FileFault]) {
    let read = try readLeads(summarise: { LeadLikeness($0) }, progress: progress)
    return (DuplicateGroup.find(in: read.values), read.faults)
  }

  /// What is wrong with the notes that stand in the place of leads: they lead nowhere.
  func faults(ofNotesAt paths: [BoardPath]) throws(StoreError) -> [FileFault] {
    var faults: [FileFault] = []
    for path in paths {
      let id = LeadID(path.id)
      guard let note = try forwardingNote(of: id) else { continue }
      let current = try currentID(of: id)
      if let target = try? Self.filePath(.lead, current.rawValue), current != id,
        let bytes = try? files.read(target),
        bytes.withUnsafeBytes(ForwardingNote.inPlaceOfLead) == nil
      {
        continue
      }
      faults.append(
        FileFault(
          file: path.description, kind: .inconsistent,
          message: "this lead was merged into \(FileFault.quote(note.forwardedTo.rawValue)), "
            + "which is not there",
          remedy: "restore that lead, or delete this note"))
    }
    return faults
  }
}
