/// Text in runs of different styles.
public struct StyledText: Hashable, Sendable {
  /// A stretch of text in one style.
  public struct Run: Hashable, Sendable {
    /// Any text; made harmless when it is drawn.
    public var text: String
    /// Laid over the style that the whole is drawn in.
    public var style: Style

    /// Makes a run.
    public init(_ text: String, _ style: Style = .plain) {
      self.text = text
      self.style = style
    }
  }

  /// The stretches from left to right.
  public var runs: [Run]

  /// Makes a text from its runs.
  public init(_ runs: [Run] = []) {
    self.runs = runs
  }

  /// Makes a text of one style.
  public init(_ text: String, _ style: Style = .plain) {
    runs = [Run(text, style)]
  }

  /// Adds text at the end.
  public mutating func append(_ text: String, _ style: Style = .plain) {
    runs.append(Run(text, style))
  }

  /// Both texts one behind the other.
  public static func + (left: Self, right: Self) -> Self {
    Self(left.runs + right.runs)
  }

  /// Adds a text at the end.
  public static func += (left: inout Self, right: Self) {
    left.runs += right.runs
  }

  /// The text without its styles.
  public var string: String { runs.map(\.text).joined() }

  /// The columns it takes in one line, or a number greater than `most` if there are more.
  ///
  /// - Complexity: O(the columns counted).
  public func width(upTo most: Int = .max) -> Int {
    var width = 0
    for run in runs where width <= most {
      width += DisplayWidth.of(run.text, upTo: most == .max ? .max : most - width)
    }
    return width
  }
}

extension StyledText: ExpressibleByStringLiteral {
  /// Makes a text that leaves its style open.
  public init(stringLiteral value: String) {
    self.init(value)
  }
}
