/// How letters are drawn, apart from their colours.
public struct Attributes: OptionSet, Hashable, Sendable {
  /// One bit for each attribute.
  public let rawValue: UInt16

  /// Makes a set from its bits.
  public init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// Heavier letters.
  public static let bold = Self(rawValue: 1 << 0)
  /// Fainter letters.
  public static let dim = Self(rawValue: 1 << 1)
  /// Slanted letters.
  public static let italic = Self(rawValue: 1 << 2)
  /// A line below the letters.
  public static let underline = Self(rawValue: 1 << 3)
  /// Foreground and background exchanged.
  public static let reverse = Self(rawValue: 1 << 4)
  /// A line through the letters.
  public static let strikethrough = Self(rawValue: 1 << 5)

  /// Every attribute with the name that theme files use, in the order they are written.
  public static let named: [(name: String, attribute: Self)] = [
    ("bold", .bold), ("dim", .dim), ("italic", .italic), ("underline", .underline),
    ("reverse", .reverse), ("strikethrough", .strikethrough),
  ]
}

extension Attributes: CustomStringConvertible {
  /// The attributes' names, separated by spaces.
  public var description: String {
    Self.named.filter { contains($0.attribute) }.map(\.name).joined(separator: " ")
  }
}
