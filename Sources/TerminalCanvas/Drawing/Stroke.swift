/// The lines that boxes and rules are drawn with.
public enum Stroke: Hashable, Sendable {
  /// Thin lines with sharp corners.
  case plain
  /// Thin lines with round corners.
  case rounded
  /// Heavy lines: what is selected is told apart without colour.
  case heavy
  /// Two thin lines.
  case double
  /// Thin broken lines with round corners.
  case dashed

  /// The horizontal line's scalar.
  var horizontal: UInt32 {
    switch self {
    case .plain, .rounded: 0x2500  // ─
    case .heavy: 0x2501  // ━
    case .double: 0x2550  // ═
    case .dashed: 0x254C  // ╌
    }
  }

  /// The vertical line's scalar.
  var vertical: UInt32 {
    switch self {
    case .plain, .rounded: 0x2502  // │
    case .heavy: 0x2503  // ┃
    case .double: 0x2551  // ║
    case .dashed: 0x254E  // ╎
    }
  }

  /// The corners' scalars, from the upper left one clockwise.
  var corners: (upperLeft: UInt32, upperRight: UInt32, lowerRight: UInt32, lowerLeft: UInt32) {
    switch self {
    case .plain: (0x250C, 0x2510, 0x2518, 0x2514)  // ┌┐┘└
    case .rounded, .dashed: (0x256D, 0x256E, 0x256F, 0x2570)  // ╭╮╯╰
    case .heavy: (0x250F, 0x2513, 0x251B, 0x2517)  // ┏┓┛┗
    case .double: (0x2554, 0x2557, 0x255D, 0x255A)  // ╔╗╝╚
    }
  }
}
