public import BatonModel

/// A lead before and after a change.
public struct LeadChange: Sendable {
  /// The lead as its newest file had it, with what was edited outside in its history.
  public let before: Lead
  /// The lead as it is now.
  public let after: Lead
}

/// What became of a change of many leads.
public struct LeadsChange: Sendable {
  /// The leads that were written.
  public internal(set) var written: [LeadID] = []
  /// What is wrong with the files that were left alone for that.
  public internal(set) var faults: [FileFault] = []
}

extension BoardFolder {
  /// Applies a command to the newest state of a lead, under its lock, and writes the lead.
  ///
  /// - Throws: `.refused` when the command makes no sense for the lead as it is now; `.fault` when
  ///   its file is broken or from a newer Baton; the file is then as it was.
  @discardableResult
  public func apply(
    _ command: LeadCommand, to id: LeadID, in context: CommandContext
  ) throws(StoreError) -> LeadChange {
    try changeLead(id) { lead throws(Refusal) in try lead.apply(command, in: context) }
  }

  /// Takes back the change that an entry of a lead's history records, under its lock; a merge on
  /// both leads together.
  ///
  /// - Throws: as `apply` does.
  @discardableResult
  public func undo(
    _ entry: EntryID, of id: LeadID, in context: CommandContext
  ) throws(StoreError) -> LeadChange {
    var merge: HistoryEntry?
    let change = try changeLead(id) { lead throws(Refusal) in
      merge = lead.standingMerge(entry)
      if merge == nil { try lead.undo(entry, in: context) }
    }
    // Which needs the locks of more files, taken in their order.
    return try merge.map { merge throws(StoreError) in
      try divide(change.before, at: merge, in: context)
    } ?? change
  }

  /// Changes the newest state of a lead, under its lock, and writes it with a higher revision.
  @discardableResult
  public func changeLead(
    _ id: LeadID, _ change: (inout Lead) throws(Refusal) -> Void
  ) throws(StoreError) -> LeadChange {
    let path = try Self.filePath(.lead, id.rawValue)
    let (before, after) = try changeRecord(Lead.self, at: path, change)
    return LeadChange(before: before, after: after)
  }

  /// Changes many leads, or adds them, with one wait for the disk for many of them.
  ///
  /// `change` is called once for each id, in no promised order, with the newest state, nil for a
  /// lead that is new, and returns the state to write, or nil to leave the lead alone. A lead
  /// whose file is broken is left alone without a call. `progress` is told how many were written
  /// when some more were.
  ///
  /// - Throws: `.files` when the disk is full or another writer does not finish: some leads are
  ///   written then and others not, but none in part, so that the same change can be repeated.
  @discardableResult
  public func changeLeads(
    _ ids: some Sequence<LeadID>, written progress: (_ count: Int) -> Void = { _ in },
    _ change: (_ id: LeadID, _ newest: Lead?) -> Lead?
  ) throws(StoreError) -> LeadsChange {
    var paths: [BoardPath] = []
    for id in ids { paths.append(try Self.filePath(.lead, id.rawValue)) }
    var result = LeadsChange()
    var count = 0
    let written = try files.updateAll(paths) {
      count += $0.count
      progress(count)
    } _: { path, bytes throws(StoreError) in
      let before: Lead?
      do throws(StoreError) {
        before = try bytes.map { bytes throws(StoreError) in
          try files.decode(Lead.self, bytes, at: path)
        }
      } catch {
        if case .fault(let fault) = error { result.faults.append(fault) }
        return nil
      }
      guard var after = change(LeadID(path.id), before) else { return nil }
      after.follow(before)
      return after == before ? nil : after.fileBytes()
    }
    result.written = written.map { LeadID($0.id) }
    return result
  }

  /// Changes the newest state of the board's settings, under its lock.
  @discardableResult
  public func changeBoard(
    _ change: (inout Board) throws(Refusal) -> Void
  ) throws(StoreError) -> Board {
    try changeRecord(Board.self, at: .board, change).after
  }

  /// Writes a lead that is new.
  ///
  /// - Throws: `.files` with the reason `.exists` when there is a file of that name already.
  public func add(_ lead: Lead) throws(StoreError) { try addRecord(lead) }

  /// Writes a campaign that is new; throws as adding a lead does.
  public func add(_ campaign: Campaign) throws(StoreError) { try addRecord(campaign) }

  /// Writes a document that is new; throws as adding a lead does.
  public func add(_ document: Collateral) throws(StoreError) { try addRecord(document) }

  /// Writes a meeting that is new; throws as adding a lead does.
  public func add(_ meeting: Meeting) throws(StoreError) { try addRecord(meeting) }

  private func addRecord(_ record: some NamedRecord) throws(StoreError) {
    let kind = type(of: record).fileKind
    let path = try Self.filePath(kind, record.fileID)
    try files.update(path) { newest throws(StoreError) in
      guard newest == nil else {
        throw .files(FolderError(.exists, .write, path: "\(files.root)/\(path)"))
      }
      return record.fileBytes()
    }
  }

  private func changeRecord<Record: NamedRecord>(
    _ type: Record.Type, at path: BoardPath, _ change: (inout Record) throws(Refusal) -> Void
  ) throws(StoreError) -> (before: Record, after: Record) {
    var result: (before: Record, after: Record)?
    try files.update(path) { newest throws(StoreError) in
      guard let newest else { throw .unknown(path.kind, id: path.id) }
      let before = try files.decode(type, newest, at: path)
      var after = before
      do throws(Refusal) {
        try change(&after)
      } catch {
        throw .refused(error)
      }
      after.follow(before)
      result = (before, after)
      return after == before ? nil : after.fileBytes()
    }
    guard let result else { throw .unknown(path.kind, id: path.id) }
    return result
  }
}

extension Lead {
  /// The change of this name if it is a merge that nobody has taken back.
  fileprivate func standingMerge(_ id: EntryID) -> HistoryEntry? {
    history.contains { $0.undoes == id } ? nil : history.first { $0.id == id && $0.isMerge }
  }
}

extension NamedRecord {
  /// Counts a rewrite of the record as it was before, if it is one.
  mutating func follow(_ before: Self?) {
    guard let before, self != before else { return }
    assert(fileID == before.fileID, "a record keeps its name")
    revision = before.revision.oneMore
  }
}
