/// The 256 colours as xterm shows them when nobody changed them.
enum XtermPalette {
  /// What each index looks like.
  static let colors: [RGB] = ansi + cube + greys

  /// The same, ready to be compared.
  static let labs: [OKLab] = colors.map { OKLab($0) }

  private static let ansi: [RGB] = [
    0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
    0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
  ].map { (bits: UInt32) in
    RGB(
      red: UInt8(bits >> 16), green: UInt8(bits >> 8 & 0xFF), blue: UInt8(bits & 0xFF))
  }

  private static let cube: [RGB] = {
    let levels: [UInt8] = [0, 95, 135, 175, 215, 255]
    return (0..<216).map { index in
      RGB(
        red: levels[index / 36], green: levels[index / 6 % 6], blue: levels[index % 6])
    }
  }()

  private static let greys: [RGB] = (0..<24).map { index in
    let level = UInt8(8 + 10 * index)
    return RGB(red: level, green: level, blue: level)
  }
}
