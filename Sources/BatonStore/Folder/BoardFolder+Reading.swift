public import BatonModel

/// The records of one kind, with the faults of those that could not be read.
public struct RecordSet<Record: Sendable>: Sendable {
  /// The records, in the order of their files' names.
  public let records: [Record]
  /// What is wrong with the other files, in the same order.
  public let faults: [FileFault]
}

extension BoardFolder {
  /// The newest state of the board's settings.
  public func readBoard() throws(StoreError) -> Board {
    try readRecord(Board.self, at: .board)
  }

  /// The newest state of a lead.
  ///
  /// - Throws: `.unknown` when there is none of this id, `.fault` when its file is broken.
  public func readLead(_ id: LeadID) throws(StoreError) -> Lead {
    try readRecord(Lead.self, at: try Self.filePath(.lead, id.rawValue))
  }

  /// All campaigns.
  public func readCampaigns() throws(StoreError) -> RecordSet<Campaign> {
    try readAll(Campaign.self)
  }

  /// All documents.
  public func readCollateral() throws(StoreError) -> RecordSet<Collateral> {
    try readAll(Collateral.self)
  }

  /// All meetings, the oldest first.
  public func readMeetings() throws(StoreError) -> RecordSet<Meeting> {
    try readAll(Meeting.self)
  }

  private func readRecord<Record: NamedRecord>(
    _ type: Record.Type, at path: BoardPath
  ) throws(StoreError) -> Record {
    let bytes = try reachingFiles { () throws(FolderError) in try files.readSettled(path) }
    guard let bytes else { throw .unknown(path.kind, id: path.id) }
    return try Record.decode(bytes, at: path)
  }

  private func readAll<Record: NamedRecord>(
    _ type: Record.Type
  ) throws(StoreError) -> RecordSet<Record> {
    let folder = BoardPath.folder(of: Record.fileKind)
    let read = try scanAll(ScanJob<Record>(subject: .folders([folder]))) { ($0.name, $1) }
    return RecordSet(
      records: read.values.sorted { $0.0 < $1.0 }.map(\.1), faults: read.faults.sorted())
  }
}
