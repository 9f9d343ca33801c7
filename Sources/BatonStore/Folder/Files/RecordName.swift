/// The rule that an id must keep so that it can be the name of a file.
///
/// An id is 1 to 64 ASCII letters, digits, `.`, `_` and `-`, and begins with a letter, a digit or
/// `_`. No such name can lead out of its folder, hide, be taken for an option of a command, or
/// depend on how a file system normalises Unicode. The device names that Windows keeps for itself
/// are refused as well, since a board lives in git and may be checked out there.
public enum RecordName {
  /// The most characters that an id may have.
  public static let longest = 64

  /// What is wrong with an id that cannot name a file.
  public enum Refusal: Error, Sendable, Hashable {
    /// There is nothing in it.
    case empty
    /// It has more characters than `longest`.
    case tooLong(count: Int)
    /// It begins with `.` or `-`.
    case badStart
    /// It has a character outside the rule, at this offset in Unicode scalars, from 0.
    case badCharacter(at: Int)
    /// It is a device name on Windows.
    case reserved
  }

  /// What is wrong with an id; nil when it keeps the rule.
  ///
  /// - Complexity: linear in the length, at most `longest` characters.
  public static func refusal(of id: some StringProtocol) -> Refusal? {
    if id.isEmpty { return .empty }
    // What stands before the first byte that is not allowed is ASCII: bytes are scalars there.
    if let offset = id.utf8.prefix(longest).enumerated().first(where: { !isAllowed($1) })?.offset {
      return .badCharacter(at: offset)
    }
    let count = id.utf8.count
    if count > longest { return .tooLong(count: count) }
    if let first = id.utf8.first, first == UInt8(ascii: ".") || first == UInt8(ascii: "-") {
      return .badStart
    }
    return isDeviceName(id) ? .reserved : nil
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }

  private static func isDeviceName(_ id: some StringProtocol) -> Bool {
    let length = id.utf8.firstIndex(of: UInt8(ascii: ".")).map {
      id.utf8.distance(from: id.utf8.startIndex, to: $0)
    }
    guard (3...4).contains(length ?? id.utf8.count) else { return false }
    let stem = id.prefix { $0 != "." }.lowercased()
    if ["con", "prn", "aux", "nul"].contains(stem) { return true }
    guard stem.count == 4, let digit = stem.last, ("1"..."9").contains(digit) else { return false }
    return stem.hasPrefix("com") || stem.hasPrefix("lpt")
  }
}

extension RecordName.Refusal: CustomStringConvertible {
  /// What is wrong, in words that follow "the id".
  public var description: String {
    switch self {
    case .empty: "is empty"
    case .tooLong(let count): "has \(count) characters, more than \(RecordName.longest)"
    case .badStart: "begins with a dot or a dash"
    case .badCharacter(let offset): "has a character at place \(offset + 1) that a file cannot have"
    case .reserved: "is a device name on Windows"
    }
  }

  /// What to do about it, as an imperative without a final period.
  public var remedy: String {
    "Use 1 to \(RecordName.longest) ASCII letters, digits, dots, dashes and underscores, "
      + "beginning with a letter or digit"
  }
}
