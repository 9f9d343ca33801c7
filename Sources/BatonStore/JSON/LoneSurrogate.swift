/// How half of a UTF-16 pair, which JSON can escape but no `String` can hold, is kept in memory.
///
/// The unit U+D800 to U+DFFF stands as the scalar U+100000 + unit. Those scalars, of the second
/// private use plane, are not let in by themselves, so that each has only one meaning.
enum LoneSurrogate {
  /// The scalar that stands for a unit of U+D800 to U+DFFF.
  static func scalar(of unit: UInt32) -> Unicode.Scalar {
    Unicode.Scalar(0x10_0000 + unit) ?? "\u{FFFD}"
  }

  /// Whether the scalar stands for a lone surrogate.
  static func isReserved(_ scalar: Unicode.Scalar) -> Bool {
    0x10_D800...0x10_DFFF ~= scalar.value
  }

  /// The text with U+FFFD for what is no text: for what comes from outside, and nobody wrote here.
  static func replaced(in text: String) -> String {
    // All such scalars begin with this byte, and hardly any other does.
    guard text.utf8.contains(0xF4) else { return text }
    let scalars = text.unicodeScalars.map { isReserved($0) ? "\u{FFFD}" : $0 }
    return String(String.UnicodeScalarView(scalars))
  }

  /// Where the first such scalar begins in valid UTF-8; nil if there is none.
  static func firstScalar(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    bytes.indices.first { index in
      index + 3 < bytes.count && unit(bytes[index], bytes[index + 1], bytes[index + 2], 0x80) != nil
    }
  }

  /// The unit that the four bytes of a scalar stand for; nil if they stand for themselves.
  ///
  /// U+10D800 is F4 8D A0 80 and U+10DFFF is F4 8D BF BF.
  @inline(__always)
  static func unit(_ first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8) -> UInt32? {
    guard first == 0xF4, second == 0x8D, third >= 0xA0 else { return nil }
    return 0xD000 | UInt32(third & 0x3F) << 6 | UInt32(fourth & 0x3F)
  }
}
