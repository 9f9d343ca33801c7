/// A colour as a terminal can be told: its own default, one of its palette, or red, green, blue.
///
/// Four bytes, so that a cell stays small and two cells compare as numbers.
public struct Color: Hashable, Sendable {
  /// What a colour is, to switch over.
  public enum Form: Hashable, Sendable {
    /// The terminal's own foreground or background.
    case terminalDefault
    /// One of the terminal's 256 colours; the first sixteen look as the user set them.
    case palette(UInt8)
    /// Red, green and blue, 0 to 255 each, in sRGB.
    case rgb(UInt8, UInt8, UInt8)
  }

  /// The form in the uppermost byte, its payload below.
  let bits: UInt32

  init(bits: UInt32) {
    self.bits = bits
  }

  /// The terminal's own foreground or background.
  public static let terminalDefault = Self(bits: 0)

  /// One of the terminal's 256 colours.
  public static func palette(_ index: UInt8) -> Self {
    Self(bits: 1 << 24 | UInt32(index))
  }

  /// A colour from red, green and blue, 0 to 255 each, in sRGB.
  public static func rgb(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> Self {
    Self(bits: 2 << 24 | UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue))
  }

  /// What the colour is.
  public var form: Form {
    switch bits >> 24 {
    case 1: .palette(UInt8(truncatingIfNeeded: bits))
    case 2:
      .rgb(
        UInt8(truncatingIfNeeded: bits >> 16), UInt8(truncatingIfNeeded: bits >> 8),
        UInt8(truncatingIfNeeded: bits))
    default: .terminalDefault
    }
  }
}

extension Color: CustomStringConvertible {
  /// The colour as a theme file writes it: `default`, `208` or `#1a2b3c`.
  public var description: String {
    switch form {
    case .terminalDefault: "default"
    case .palette(let index): "\(index)"
    case .rgb:
      "#" + String(String(bits & 0xFFFFFF | 0x100_0000, radix: 16).dropFirst())
    }
  }
}
