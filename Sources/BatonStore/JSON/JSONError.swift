public import BatonModel

/// Why bytes are not the JSON that was expected, and where.
///
/// Its content is kept apart from it: a thrown error of one word passes through registers, which
/// keeps the reader's many calls that can throw short.
public struct JSONError: Error, Hashable, Sendable {
  private struct Content: Hashable, Sendable {
    var line: Int
    var column: Int
    var kind: FileFault.Kind
    var message: String
    var remedy: String
    var path: String
  }

  private indirect enum Box: Hashable, Sendable {
    case content(Content)
  }

  private var box: Box

  private var content: Content {
    switch box {
    case .content(let content): content
    }
  }

  /// Makes an error.
  public init(
    line: Int, column: Int, kind: FileFault.Kind = .malformed, message: String, remedy: String,
    path: String = ""
  ) {
    box = .content(
      Content(
        line: line, column: column, kind: kind, message: message, remedy: remedy, path: path))
  }

  /// The line, from 1; lines end at a line feed.
  public var line: Int { content.line }
  /// The column in Unicode scalars, from 1; a tab counts one and a byte order mark none.
  public var column: Int { content.column }
  /// Whether the bytes are no JSON at all, are another value than expected, or are from the future.
  public var kind: FileFault.Kind { content.kind }
  /// What is wrong, without a final period; harmless to print.
  public var message: String { content.message }
  /// What a person can do about it, as an imperative without a final period; harmless to print.
  public var remedy: String { content.remedy }
  /// The keys and indices that lead to a value of the wrong type: `touches[3].at`; else empty.
  public var path: String { content.path }

  /// The same error one level further out, under `key`; only values of a wrong type keep a path.
  @inline(never)
  func inside(key: String) -> JSONError {
    inside(step: key)
  }

  /// The same error one level further out, at `index` of an array.
  @inline(never)
  func inside(index: Int) -> JSONError {
    inside(step: "[\(index)]")
  }

  private func inside(step: String) -> JSONError {
    guard kind != .malformed else { return self }
    var outer = content
    outer.path = path.isEmpty || path.hasPrefix("[") ? step + path : step + "." + path
    return JSONError(box: .content(outer))
  }

  private init(box: Box) {
    self.box = box
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
