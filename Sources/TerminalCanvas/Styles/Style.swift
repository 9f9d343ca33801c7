/// Colours and attributes for text; what it leaves open is taken from what it is drawn on.
public struct Style: Hashable, Sendable {
  /// The letters' colour; nil keeps the one that is there.
  public var foreground: Color?
  /// The colour behind the letters; nil keeps the one that is there.
  public var background: Color?
  /// How the letters are drawn.
  public var attributes: Attributes

  /// Makes a style; what is left out is left open.
  public init(
    _ foreground: Color? = nil, on background: Color? = nil, _ attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// The style that leaves everything open.
  public static let plain = Self()

  /// This style with another one's colours, where it has some, and both one's attributes.
  public func patched(by other: Self) -> Self {
    Self(
      other.foreground ?? foreground, on: other.background ?? background,
      attributes.union(other.attributes))
  }

  /// This style with more attributes.
  public func adding(_ attributes: Attributes) -> Self {
    Self(foreground, on: background, self.attributes.union(attributes))
  }
}

extension Style: CustomStringConvertible {
  /// The style as a theme file writes it: `#c0caf5 on #1a1b26 bold`, or `plain`.
  public var description: String {
    var parts: [String] = []
    if let foreground { parts.append(foreground.description) }
    if let background { parts.append("on \(background)") }
    if !attributes.isEmpty { parts.append(attributes.description) }
    return parts.isEmpty ? "plain" : parts.joined(separator: " ")
  }
}
