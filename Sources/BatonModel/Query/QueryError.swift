/// A mistake in a query, explained where it stands.
public struct QueryError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The first character that is wrong, counted from 0.
  public var column: Int
  /// How many characters are wrong.
  public var length: Int
  /// What is wrong, in a sentence.
  public var what: String
  /// What may stand there.
  public var remedy: String

  /// A mistake.
  public init(column: Int, length: Int, what: String, remedy: String) {
    self.column = column
    self.length = length
    self.what = what
    self.remedy = remedy
  }

  /// What is wrong, and what may stand there.
  public var description: String { "\(what) \(remedy)" }
}
