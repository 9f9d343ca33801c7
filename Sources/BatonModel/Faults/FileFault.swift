/// What is wrong with one file of a board, where in it, and what to do about it.
///
/// `baton check` lists these, and the board shows them for files that it cannot read. A file with
/// a fault is never written over.
public struct FileFault: Error, Hashable, Sendable {
  /// What sort of trouble it is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The system did not hand over the file: permissions, a folder in its place, a read error.
    case unreadable
    /// The file is not JSON.
    case malformed
    /// The file is JSON, but not the record that it should hold.
    case invalid
    /// The file was written by a newer Baton.
    case newer
    /// The file is well in itself, but does not fit the rest of the board.
    case inconsistent
  }

  /// The path of the file, relative to the board's folder.
  public var file: String
  /// What sort of trouble it is.
  public var kind: Kind
  /// The line of the trouble, from 1; nil when the whole file is meant.
  public var line: Int?
  /// The column in Unicode scalars, from 1, with a tab as one; nil when the whole line is meant.
  public var column: Int?
  /// What is wrong, without a final period; harmless to print.
  public var message: String
  /// What a person can do about it, as an imperative without a final period; harmless to print.
  public var remedy: String

  /// Makes a fault.
  public init(
    file: String, kind: Kind, line: Int? = nil, column: Int? = nil, message: String, remedy: String
  ) {
    self.file = file
    self.kind = kind
    self.line = line
    self.column = column
    self.message = message
    self.remedy = remedy
  }
}

extension FileFault: Comparable {
  /// Orders by file, then by place in it.
  public static func < (left: Self, right: Self) -> Bool {
    if left.file != right.file { return left.file < right.file }
    return (left.line ?? 0, left.column ?? 0, left.message)
      < (right.line ?? 0, right.column ?? 0, right.message)
  }
}

extension FileFault: CustomStringConvertible {
  /// File, line and column as compilers print them, then the message: `board.json:3:7: …`.
  public var description: String {
    "\(location): \(message)"
  }

  /// The file with line and column as far as they are known: `board.json:3:7`.
  public var location: String {
    let place = [line, column].compactMap { $0 }.map { ":\($0)" }.joined()
    return FileFault.harmless(file) + place
  }
}

extension FileFault {
  /// The text in quotation marks, made harmless and cut to `limit` scalars, for use in messages.
  public static func quote(_ text: String, limit: Int = 40) -> String {
    let cut = text.unicodeScalars.prefix(limit)
    let isWhole = cut.endIndex == text.unicodeScalars.endIndex
    return "\"" + harmless(String(cut)) + (isWhole ? "\"" : "…\"")
  }

  /// The text with control, format, bidirectional, private and unassigned scalars as `\u{…}`.
  public static func harmless(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
        .paragraphSeparator:
        result += "\\u{" + String(scalar.value, radix: 16) + "}"
      default:
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
