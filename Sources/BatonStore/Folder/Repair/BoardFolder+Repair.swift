public import BatonModel

extension BoardFolder {
  /// The repairs that can be made for certain, in the order of the files.
  ///
  /// Files that are no JSON or no record are for people to mend; `check` names them.
  ///
  /// - Parameter faults: what `check` has found a moment ago.
  public func proposeRepairs(of faults: [FileFault]) throws(StoreError) -> [BoardRepair] {
    let board = try? readBoard()
    var repairs = try leavings()
    let files = Set(faults.filter { $0.kind == .inconsistent }.map(\.file)).sorted()
    for file in files { repairs += repairsOf(file, board) }
    if hasDamagedJournal {
      repairs.append(BoardRepair(file: BoardFiles.journalPath, act: .setAside))
    }
    return repairs.sorted { $0.file < $1.file }
  }

  /// Makes a repair that was proposed, if it is still needed.
  ///
  /// - Returns: false where somebody else has mended or changed the file meanwhile.
  /// - Throws: `.files` when it cannot be made; the files are then as they were.
  @discardableResult
  public func makeRepair(
    _ repair: BoardRepair, in context: CommandContext
  ) throws(StoreError) -> Bool {
    var folders: Set = [repair.folder]
    if case .move(let path) = repair.act { folders.insert(path.folder) }
    // Not `withFolders`, which a damaged journal would hold up.
    return try files.locks.withLocks(on: folders) { () throws(StoreError) in
      guard isNeeded(repair, context.board) else { return false }
      switch repair.act {
      case .correct(let key, _, let to): try correct(key, as: to, in: repair, context)
      case .move(let path): try move(repair, to: path.name, in: path.folder)
      case .setAside:
        try move(repair, to: repair.nameAside(at: context.now), in: repair.folder)
      case .remove:
        try reachingFiles { () throws(FolderError) in
          try files.open().folder(repair.folder).remove(repair.fileName)
        }
      }
      return true
    }
  }

  private func isNeeded(_ repair: BoardRepair, _ board: Board) -> Bool {
    switch repair.act {
    case .remove: TemporaryName.isLeaving(repair.fileName)
    case .setAside where repair.file == BoardFiles.journalPath: hasDamagedJournal
    default: repairsOf(repair.file, board).contains(repair)
    }
  }

  private var hasDamagedJournal: Bool {
    do throws(StoreError) {
      _ = try files.readJournal()
      return false
    } catch {
      guard case .fault(let fault) = error else { return false }
      return fault.kind == .malformed
    }
  }

  /// What writers that died have left in the folders of the records.
  private func leavings() throws(StoreError) -> [BoardRepair] {
    var found: [BoardRepair] = []
    try reachingFiles { () throws(FolderError) in
      let root = try files.open()
      let others: [BoardPath.Kind] = [.campaign, .collateral, .meeting]
      let folders = ["", BoardLocks.ownFolder] + others.map(BoardPath.folder(of:))
      for folder in folders + leadFolders(of: root) {
        try? root.folder(folder).forEachEntry { name, kind in
          guard kind == .file, TemporaryName.isLeaving(name) else { return }
          found.append(
            BoardRepair(file: folder.isEmpty ? name : "\(folder)/\(name)", act: .remove))
        }
      }
    }
    return found
  }

  /// What can be done for certain about a file that does not fit the board.
  private func repairsOf(_ file: String, _ board: Board?) -> [BoardRepair] {
    let kind = BoardPath.kind(ofFolder: file)
    switch kind {
    case .lead:
      guard let lead = record(Lead.self, in: file) else { return [] }
      let place = placing(lead, in: file)
      return place.isEmpty ? board.map { corrections(of: lead, in: file, $0) } ?? [] : place
    case .campaign: return record(Campaign.self, in: file).map { placing($0, in: file) } ?? []
    case .collateral: return record(Collateral.self, in: file).map { placing($0, in: file) } ?? []
    case .meeting: return record(Meeting.self, in: file).map { placing($0, in: file) } ?? []
    case .board, nil: return []
    }
  }

  /// The bytes of a file by its path; nil where there is none, or it cannot be read.
  func bytes(of file: String) -> [UInt8]? {
    let place = BoardRepair(file: file, act: .remove)
    return try? files.read(place.fileName, in: place.folder)
  }

  private func record<Record: NamedRecord>(_ type: Record.Type, in file: String) -> Record? {
    bytes(of: file).flatMap { try? RecordFile<Record>.decode($0) }
  }

  /// A sound record in the wrong place goes to where it is looked for, if nothing is there.
  private func placing(_ record: some NamedRecord, in file: String) -> [BoardRepair] {
    guard let right = try? BoardPath(type(of: record).fileKind, record.fileID),
      right.description != file
    else { return [] }
    guard let there = bytes(of: right.description) else {
      let isFree = ((try? files.open().folder(right.folder))?.status(of: right.name)) == nil
      return isFree ? [BoardRepair(file: file, act: .move(to: right))] : []
    }
    // Of two that differ nobody knows which is the lead.
    return there == bytes(of: file) ? [BoardRepair(file: file, act: .setAside)] : []
  }

  /// Names that are written otherwise than the board does, where only one thing can be meant.
  private func corrections(of lead: Lead, in file: String, _ board: Board) -> [BoardRepair] {
    let stages = board.stages.map { ($0.id.rawValue, $0.title) }
    let team = board.team.map { ($0.id.rawValue, $0.name) }
    let values = [
      ("stage", lead.stage.rawValue, stages),
      ("owner", lead.owner?.rawValue, team),
      ("marketingOwner", lead.marketingOwner?.rawValue, team),
    ]
    return values.compactMap { key, value, known in
      guard let value, !known.contains(where: { $0.0 == value }) else { return nil }
      let sought = FoldedText(value)
      let meant = known.filter { FoldedText($0.0) == sought || FoldedText($0.1) == sought }
      guard meant.count == 1 else { return nil }
      return BoardRepair(file: file, act: .correct(key: key, from: value, to: meant[0].0))
    }
  }

  // MARK: Acts, under the locks

  private func move(
    _ repair: BoardRepair, to name: String, in folder: String
  ) throws(StoreError) {
    try reachingFiles { () throws(FolderError) in
      let root = try files.open()
      let target = try root.makingFolder(folder)
      try root.folder(repair.folder).move(repair.fileName, to: target, as: name)
    }
  }

  private func correct(
    _ key: String, as value: String, in repair: BoardRepair, _ context: CommandContext
  ) throws(StoreError) {
    guard let old = bytes(of: repair.file),
      var lead = record(Lead.self, in: repair.file).map(tellingOutsideEdits)
    else { return }
    var entry = HistoryEntry(
      id: context.newEntryID(), at: context.now, by: context.actor, command: "repair")
    entry.subject = key
    entry.to = value
    switch key {
    case "stage":
      entry.from = lead.stage.rawValue
      for place in lead.visits.indices where lead.visits[place].stage == lead.stage {
        lead.visits[place].stage = StageID(value)
      }
      lead.stage = StageID(value)
    case "owner":
      entry.from = lead.owner?.rawValue
      lead.owner = MemberID(value)
    default:
      entry.from = lead.marketingOwner?.rawValue
      lead.marketingOwner = MemberID(value)
    }
    lead.history.append(entry)
    lead.revision = lead.revision.oneMore
    let bytes = lead.fileBytes()
    try reachingFiles { () throws(FolderError) in
      let folder = try files.open().folder(repair.folder)
      let aside = repair.nameAside(at: context.now)
      if folder.status(of: aside) == nil {
        try folder.commit(try folder.stage(old, as: aside, flushed: true))
      }
      try folder.commit(try folder.stage(bytes, as: repair.fileName, flushed: true))
      try folder.flush()
    }
  }
}

extension BoardFolder {
  /// The folder of the leads and those in it.
  func leadFolders(of root: borrowing OpenFolder) -> [String] {
    var folders = [BoardPath.leadsFolder]
    // What cannot be listed is told of by `check`.
    try? root.folder(BoardPath.leadsFolder).forEachEntry { name, kind in
      if kind == .folder { folders.append("\(BoardPath.leadsFolder)/\(name)") }
    }
    return folders
  }
}

extension BoardRepair {
  /// What stands between the name of a file and the time in the name of its old bytes.
  static let aside = ".before-repair-"

  /// The name under which the old bytes stay beside: `ana.json.before-repair-20261122T103000Z`.
  fileprivate func nameAside(at now: Instant) -> String {
    let stamp = now.rfc3339.filter { $0.isLetter || $0.isNumber }
    return "\(fileName)\(Self.aside)\(stamp)"
  }
}
