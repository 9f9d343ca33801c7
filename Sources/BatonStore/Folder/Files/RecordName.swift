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
    for (offset, scalar) in id.unicodeScalars.prefix(longest).enumerated()
    where !isAllowed(scalar) {
      return .badCharacter(at: offset)
    }
    let count = id.utf8.count
    if count > longest { return .tooLong(count: count) }
    if id.hasPrefix(".") || id.hasPrefix("-") { return .badStart }
    return isDeviceName(id) ? .reserved : nil
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", ".", "_", "-": true
    default: false
    }
  }

  private static func isDeviceName(_ id: some StringProtocol) -> Bool {
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
