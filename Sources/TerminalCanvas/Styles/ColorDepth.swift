/// How many colours a terminal shows.
public enum ColorDepth: Int, Hashable, Sendable, CaseIterable, Comparable {
  /// None: only attributes and glyphs tell things apart.
  case none
  /// The sixteen that the user chose the looks of.
  case sixteen
  /// Those, a cube of 216 and 24 greys.
  case palette256
  /// Red, green and blue, 256 steps each.
  case trueColor

  /// Whether the left one shows fewer colours.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
