extension JSONWriter {
  /// Writes a string with quotes and what escapes it needs.
  @inline(never)
  public mutating func write(_ value: String) {
    bytes.append(UInt8(ascii: "\""))
    var value = value
    value.withUTF8 { text in
      if Self.isPlain(text) { append(text) } else { appendEscaped(text) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Whether the text is printable ASCII without quotes and backslashes.
  private static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.allSatisfy { byte in
      byte &- 0x20 < 0x5F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }
  }

  /// Writes the text piece by piece, with an escape after each.
  private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    var plainStart = 0
    var index = 0
    while index < text.count {
      guard let (unit, length) = Self.escape(in: text, at: index) else {
        index += 1
        continue
      }
      append(UnsafeBufferPointer(rebasing: text[plainStart..<index]))
      appendEscape(unit)
      index += length
      plainStart = index
    }
    append(UnsafeBufferPointer(rebasing: text[plainStart...]))
  }

  /// The UTF-16 unit to escape at `index` and how many bytes it stands for; nil if none.
  ///
  /// Beside what JSON demands these are DEL and the C1 controls, line and paragraph separator, the
  /// bidirectional marks, embeddings, overrides and isolates, and lone surrogates.
  private static func escape(
    in text: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (unit: UInt32, length: Int)? {
    func byte(_ offset: Int) -> UInt8 { index + offset < text.count ? text[index + offset] : 0 }
    let first = text[index]
    switch first {
    case ..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x7F:
      return (UInt32(first), 1)
    case 0xC2 where byte(1) < 0xA0:
      return (UInt32(byte(1)), 2)
    case 0xD8 where byte(1) == 0x9C:
      return (0x061C, 2)
    case 0xE2 where byte(1) == 0x80 || byte(1) == 0x81:
      let unit = 0x2000 | UInt32(byte(1) & 0x3F) << 6 | UInt32(byte(2) & 0x3F)
      switch unit {
      case 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: return (unit, 3)
      default: return nil
      }
    case 0xF4:
      return LoneSurrogate.unit(first, byte(1), byte(2), byte(3)).map { ($0, 4) }
    default:
      return nil
    }
  }

  /// Writes the escape of a UTF-16 unit, in two characters where JSON has such a form.
  private mutating func appendEscape(_ unit: UInt32) {
    let short: UInt8? =
      switch unit {
      case 0x08: UInt8(ascii: "b")
      case 0x09: UInt8(ascii: "t")
      case 0x0A: UInt8(ascii: "n")
      case 0x0C: UInt8(ascii: "f")
      case 0x0D: UInt8(ascii: "r")
      case 0x22, 0x5C: UInt8(truncatingIfNeeded: unit)
      default: nil
      }
    bytes.append(UInt8(ascii: "\\"))
    if let short {
      bytes.append(short)
      return
    }
    bytes.append(UInt8(ascii: "u"))
    for shift: UInt32 in [12, 8, 4, 0] {
      let digit = UInt8(unit >> shift & 0xF)
      bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }
}
