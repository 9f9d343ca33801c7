public import BatonModel

/// Several files of a board while they are changed together, under the locks of their folders.
///
/// It shows every record as it is now, with what was put before in the same transaction. Nothing
/// is written before the whole transaction is.
public struct BoardTransaction {
  private let files: BoardFiles
  private let places: Set<FilePlace>
  /// The bytes of the files as they were read, nil for those that are not there.
  private var found: [FilePlace: [UInt8]?] = [:]
  /// The records in them that were asked for.
  private var decoded: [FilePlace: any NamedRecord] = [:]
  /// The bytes to be, nil for the files that go.
  private var wanted: [FilePlace: [UInt8]?] = [:]
  /// The files to be changed, in the order in which they were put.
  private var order: [FilePlace] = []

  init(_ files: BoardFiles, on places: Set<FilePlace>) {
    self.files = files
    self.places = places
  }

  /// What is to become of the files, in the order in which they were put.
  var changes: [FileChange] {
    order.map { FileChange(place: $0, was: found[$0] ?? nil, becomes: wanted[$0] ?? nil) }
  }

  // MARK: Records

  /// The lead.
  ///
  /// - Throws: `.unknown` when there is none, `.fault` when its file is broken.
  public mutating func lead(_ id: LeadID) throws(StoreError) -> Lead {
    try record(Lead.self, .lead, id.rawValue)
  }

  /// The campaign; throws as reading a lead does.
  public mutating func campaign(_ id: CampaignID) throws(StoreError) -> Campaign {
    try record(Campaign.self, .campaign, id.rawValue)
  }

  /// The meeting of a day; throws as reading a lead does.
  public mutating func meeting(_ date: String) throws(StoreError) -> Meeting {
    try record(Meeting.self, .meeting, date)
  }

  /// The board's settings; throws as reading a lead does.
  public mutating func board() throws(StoreError) -> Board {
    try record(Board.self, .board, "")
  }

  /// Whether there is a file of this record, broken or not.
  public mutating func has(_ path: BoardPath) throws(StoreError) -> Bool {
    try bytes(at: FilePlace(path)) != nil
  }

  /// Applies a command to a lead.
  ///
  /// - Throws: as `BoardFolder.apply` does; the whole transaction is then to be given up.
  @discardableResult
  public mutating func apply(
    _ command: LeadCommand, to id: LeadID, in context: CommandContext
  ) throws(StoreError) -> LeadChange {
    let before = try lead(id)
    var after = before
    do throws(Refusal) {
      try after.apply(command, in: context)
    } catch {
      throw .refused(error)
    }
    return LeadChange(before: before, after: try put(after))
  }

  /// Adds a lead or replaces it, its revision counted.
  ///
  /// - Throws: `.fault` when a broken file stands in its place, which is never written over.
  @discardableResult
  public mutating func put(_ lead: Lead) throws(StoreError) -> Lead { try put(record: lead) }

  /// Puts a note in the place of a lead that says into which it was merged.
  public mutating func forward(
    _ id: LeadID, to kept: LeadID, at moment: Instant, by actor: String, before: MergedLeads?
  ) throws(StoreError) {
    var note = ForwardingNote(id: id, forwardedTo: kept, at: moment, by: actor)
    note.revision = try lead(id).revision.oneMore
    note.before = before
    try set(note.encoded(), at: FilePlace(try BoardFolder.filePath(.lead, id.rawValue)))
  }

  /// The note that stands in the place of a lead; nil where there is none.
  mutating func forwardingNote(of id: LeadID) throws(StoreError) -> ForwardingNote? {
    let place = FilePlace(try BoardFolder.filePath(.lead, id.rawValue))
    return try bytes(at: place)?.withUnsafeBytes(ForwardingNote.inPlaceOfLead)
  }

  /// Puts a lead in the place of the note that says into which it was merged.
  mutating func putBack(_ lead: Lead, for note: ForwardingNote) throws(StoreError) {
    var lead = lead
    lead.revision = note.revision.oneMore
    try set(lead.fileBytes(), at: FilePlace(try BoardFolder.filePath(.lead, lead.id.rawValue)))
  }

  /// Adds a campaign or replaces it; throws as putting a lead does.
  public mutating func put(_ campaign: Campaign) throws(StoreError) { try put(record: campaign) }

  /// Adds a meeting or replaces it; throws as putting a lead does.
  public mutating func put(_ meeting: Meeting) throws(StoreError) { try put(record: meeting) }

  /// Replaces the board's settings; throws as putting a lead does.
  public mutating func put(_ board: Board) throws(StoreError) { try put(record: board) }

  /// Removes the file of a record, broken or not, if there is one.
  public mutating func remove(_ path: BoardPath) throws(StoreError) {
    try set(nil, at: FilePlace(path))
  }

  // MARK: The inbox

  /// The bytes of a file in the inbox, by its path in there; nil when there is none.
  public mutating func inboxFile(_ path: String) throws(StoreError) -> [UInt8]? {
    try bytes(at: try Self.inboxPlace(path))
  }

  /// Puts a file into the inbox, by its path in there, or replaces it; nil removes it.
  public mutating func putInboxFile(_ path: String, _ bytes: [UInt8]?) throws(StoreError) {
    try set(bytes, at: try Self.inboxPlace(path))
  }

  static func inboxPlace(_ path: String) throws(StoreError) -> FilePlace {
    guard let place = FilePlace(inbox: path) else {
      throw .files(FolderError(.badName, .open, path: "\(BoardPath.inboxFolder)/\(path)"))
    }
    return place
  }

  // MARK: Copies

  /// Removes a copy of a record in a wrong place, by its path, if there is one.
  mutating func removeCopy(_ path: String) throws(StoreError) {
    try set(nil, at: try Self.copyPlace(path))
  }

  static func copyPlace(_ path: String) throws(StoreError) -> FilePlace {
    guard let place = FilePlace(copy: path) else {
      throw .files(FolderError(.badName, .open, path: path))
    }
    return place
  }

  // MARK: Files

  private mutating func record<Record: NamedRecord>(
    _ type: Record.Type, _ kind: BoardPath.Kind, _ id: String
  ) throws(StoreError) -> Record {
    let path = try BoardFolder.filePath(kind, id)
    let place = FilePlace(path)
    guard let bytes = try bytes(at: place) else { throw .unknown(kind, id: id) }
    if wanted[place] != nil { return try files.decode(type, bytes, at: path) }
    return try foundRecord(type, bytes, at: path)
  }

  /// The record in the bytes that were found in its file, decoded once.
  private mutating func foundRecord<Record: NamedRecord>(
    _ type: Record.Type, _ bytes: [UInt8], at path: BoardPath
  ) throws(StoreError) -> Record {
    if let known = decoded[FilePlace(path)] as? Record { return known }
    let record = try files.decode(type, bytes, at: path)
    decoded[FilePlace(path)] = record
    return record
  }

  @discardableResult
  private mutating func put<Record: NamedRecord>(record: Record) throws(StoreError) -> Record {
    let path = try BoardFolder.filePath(Record.fileKind, record.fileID)
    let place = FilePlace(path)
    _ = try bytes(at: place)
    var before: Record?
    if let bytes = found[place] ?? nil { before = try foundRecord(Record.self, bytes, at: path) }
    var after = record
    after.follow(before)
    try set(after == before ? found[place] ?? nil : after.fileBytes(), at: place)
    return after
  }

  private mutating func bytes(at place: FilePlace) throws(StoreError) -> [UInt8]? {
    precondition(places.contains(place), "\(place) is not among the files of the transaction")
    if let wanted = wanted[place] { return wanted }
    if let found = found[place] { return found }
    let bytes = try reachingFiles { () throws(FolderError) in
      try files.read(place.name, in: place.folder)
    }
    found[place] = .some(bytes)
    return bytes
  }

  private mutating func set(_ bytes: [UInt8]?, at place: FilePlace) throws(StoreError) {
    _ = try self.bytes(at: place)
    if wanted[place] == nil { order.append(place) }
    wanted[place] = .some(bytes)
  }
}
