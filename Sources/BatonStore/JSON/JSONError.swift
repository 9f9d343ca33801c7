public import BatonModel

/// Why bytes are not the JSON that was expected, and where.
public struct JSONError: Error, Hashable, Sendable {
  /// The line, from 1; lines end at a line feed.
  public var line: Int
  /// The column in Unicode scalars, from 1; a tab counts one and a byte order mark none.
  public var column: Int
  /// Whether the bytes are no JSON at all, are another value than expected, or are from the future.
  public var kind: FileFault.Kind
  /// What is wrong, without a final period; harmless to print.
  public var message: String
  /// What a person can do about it, as an imperative without a final period; harmless to print.
  public var remedy: String
  /// The keys and indices that lead to a value of the wrong type: `touches[3].at`; else empty.
  public var path: String

  /// Makes an error.
  public init(
    line: Int, column: Int, kind: FileFault.Kind = .malformed, message: String, remedy: String,
    path: String = ""
  ) {
    self.line = line
    self.column = column
    self.kind = kind
    self.message = message
    self.remedy = remedy
    self.path = path
  }

  /// The same error one level further out, under `key`; only values of a wrong type keep a path.
  func inside(key: String) -> JSONError {
    guard kind != .malformed else { return self }
    var outer = self
    outer.path = path.isEmpty || path.hasPrefix("[") ? key + path : key + "." + path
    return outer
  }

  /// The same error one level further out, at `index` of an array.
  func inside(index: Int) -> JSONError {
    guard kind != .malformed else { return self }
    var outer = self
    outer.path = "[\(index)]" + (path.isEmpty || path.hasPrefix("[") ? path : "." + path)
    return outer
  }
}

extension JSONError: CustomStringConvertible {
  /// Line and column, the path if there is one, and the message: `3:7: stage: expected a string`.
  public var description: String {
    "\(line):\(column): \(subject)\(message)"
  }

  /// The path as the beginning of a message, nothing without one.
  fileprivate var subject: String {
    path.isEmpty ? "" : FileFault.harmless(path) + ": "
  }
}

extension FileFault {
  /// The fault of the file in which the error was found.
  public init(file: String, _ error: JSONError) {
    self.init(
      file: file, kind: error.kind, line: error.line, column: error.column,
      message: error.subject + error.message, remedy: error.remedy)
  }
}
