/// Korean syllables and the parts that they are made of (The Unicode Standard, section 3.12).
enum Hangul {
  /// The Hangul syllable that two of its parts make, by the arithmetic of the Unicode Standard,
  /// section 3.12.
  static func syllable(_ first: UInt32, _ second: UInt32) -> UInt32? {
    if (0x1100...0x1112) ~= first, (0x1161...0x1175) ~= second {
      return 0xAC00 + ((first - 0x1100) * 21 + (second - 0x1161)) * 28
    }
    if (0xAC00...0xD7A3) ~= first, (first - 0xAC00) % 28 == 0, (0x11A8...0x11C2) ~= second {
      return first + (second - 0x11A7)
    }
    return nil
  }

  /// Whether it is a vowel or a final of a syllable in its parts, which nothing shows alone.
  static func isVowelOrFinal(_ scalar: UInt32) -> Bool { isVowel(scalar) || isFinal(scalar) }

  /// Whether two of them, or of their parts, belong to one grapheme (UAX #29, rules GB6 to GB8).
  static func joins(_ first: UInt32, _ second: UInt32) -> Bool {
    guard first >= 0x1100, second >= 0x1100, second <= 0xD7FB else { return false }
    if isInitial(first) { return isInitial(second) || isVowel(second) || isSyllable(second) }
    if isVowel(first) || isSyllable(first) && (first - 0xAC00) % 28 == 0 {
      return isVowelOrFinal(second)
    }
    return (isFinal(first) || isSyllable(first)) && isFinal(second)
  }

  private static func isInitial(_ scalar: UInt32) -> Bool {
    (0x1100...0x115F) ~= scalar || (0xA960...0xA97C) ~= scalar
  }

  private static func isVowel(_ scalar: UInt32) -> Bool {
    (0x1160...0x11A7) ~= scalar || (0xD7B0...0xD7C6) ~= scalar
  }

  private static func isFinal(_ scalar: UInt32) -> Bool {
    (0x11A8...0x11FF) ~= scalar || (0xD7CB...0xD7FB) ~= scalar
  }

  private static func isSyllable(_ scalar: UInt32) -> Bool { (0xAC00...0xD7A3) ~= scalar }
}
