/// Where a file of the board stands, relative to the board's folder.
///
/// A value made from an id is safe to open: it has passed `RecordName`.
public struct BoardPath: Hashable, Sendable {
  /// What kind of record a file holds.
  public enum Kind: String, Sendable, CaseIterable {
    /// `board.json`.
    case board
    /// `leads/<two hex digits>/<id>.json`.
    case lead
    /// `campaigns/<id>.json`.
    case campaign
    /// `collateral/<id>.json`.
    case collateral
    /// `meetings/<date>.json`.
    case meeting
  }

  /// What kind of record the file holds.
  public let kind: Kind
  /// The id of the record, or the date of the meeting; empty for the board.
  public let id: String
  /// The folder relative to the board's, for example `leads/3f`; empty for the board's own.
  public let folder: String

  private init(kind: Kind, id: String, folder: String) {
    self.kind = kind
    self.id = id
    self.folder = folder
  }

  /// The file's name in its folder.
  public var name: String { kind == .board ? Self.boardName : id + Self.suffix }

  /// The file that holds the board itself.
  public static let board = BoardPath(kind: .board, id: "", folder: "")

  /// The file of a record.
  ///
  /// - Throws: `RecordName.Refusal` when the id cannot name a file.
  public init(_ kind: Kind, _ id: String) throws(RecordName.Refusal) {
    if kind == .board {
      self = .board
      return
    }
    if let refusal = RecordName.refusal(of: id) { throw refusal }
    self.init(kind: kind, id: id, folder: Self.folder(of: kind, id: id))
  }

  /// The record's file that a path relative to the board's folder names.
  ///
  /// Nil when it is not the path of a record: another name, or a lead in the wrong folder.
  public init?(relative path: String) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else {
      self.init(folder: "", name: path)
      return
    }
    if slash == path.startIndex { return nil }
    self.init(folder: String(path[..<slash]), name: String(path[path.utf8.index(after: slash)...]))
  }

  /// The record's file of a name in a folder, given relative to the board's.
  ///
  /// Nil when it is not the path of a record. Cheap: it is asked of every file of a board.
  init?(folder: String, name: String) {
    if folder.isEmpty, name == Self.boardName {
      self = .board
      return
    }
    guard let kind = Self.kind(ofFolder: folder), name.utf8.count > Self.suffix.utf8.count,
      name.utf8.suffix(Self.suffix.utf8.count).elementsEqual(Self.suffix.utf8)
    else { return nil }
    let id = String(name.utf8.dropLast(Self.suffix.utf8.count)) ?? ""
    guard RecordName.refusal(of: id) == nil, Self.folder(of: kind, id: id) == folder else {
      return nil
    }
    self.init(kind: kind, id: id, folder: folder)
  }
}

extension BoardPath: CustomStringConvertible {
  /// The path relative to the board's folder.
  public var description: String { folder.isEmpty ? name : "\(folder)/\(name)" }
}

extension BoardPath {
  /// The name of the file that makes a folder a board.
  static let boardName = "board.json"
  /// The folder of the leads' folders.
  static let leadsFolder = "leads"
  /// The folder into which files are dropped to be imported.
  static let inboxFolder = "inbox"
  /// What every record's name ends in.
  static let suffix = ".json"

  /// The folder of the records of a kind; for leads, the one above their folders.
  static func folder(of kind: Kind) -> String {
    switch kind {
    case .board: ""
    case .lead: leadsFolder
    case .campaign: "campaigns"
    case .collateral: "collateral"
    case .meeting: "meetings"
    }
  }

  /// The kind of the records of a folder, which for leads may be any below theirs.
  static func kind(ofFolder folder: String) -> Kind? {
    let end = folder.utf8.firstIndex(of: UInt8(ascii: "/")) ?? folder.endIndex
    let top = folder[..<end]
    return Kind.allCases.first { $0 != .board && Self.folder(of: $0) == top }
  }

  private static func folder(of kind: Kind, id: String) -> String {
    kind == .lead ? leadsFolder + "/" + shard(of: id) : folder(of: kind)
  }

  /// The two hex digits of the folder that holds a lead.
  ///
  /// They are the 32-bit FNV-1a hash of the id's bytes with its four bytes exclusive-ored into one,
  /// so that 100,000 leads lie about 390 to a folder, whatever their ids look like, and a script
  /// in any language can find a lead in five lines. Fowler, Noll and Vo, whose hash it is,
  /// recommend this fold where fewer than 32 bits are wanted.
  static func shard(of id: String) -> String {
    var hash: UInt32 = 0x811C_9DC5
    for byte in id.utf8 {
      hash = (hash ^ UInt32(byte)) &* 0x0100_0193
    }
    let folded = UInt8(truncatingIfNeeded: hash ^ hash >> 8 ^ hash >> 16 ^ hash >> 24)
    return (folded < 16 ? "0" : "") + String(folded, radix: 16)
  }
}
