extension Theme {
  /// What is wrong with a theme file, where, and what to do about it.
  public struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file, as it was named to the parser.
    public let file: String
    /// The line, from 1 on.
    public let line: Int
    /// What is wrong.
    public let problem: String
    /// What to do about it.
    public let remedy: String

    /// All of it in one line: `night.theme:12: no colour is named "inc": did you mean "ink"?`
    public var description: String { "\(file):\(line): \(problem): \(remedy)" }
  }
}
