/// How the characters of a text file are written as bytes.
public enum TextEncoding: String, CaseIterable, Sendable {
  /// UTF-8, with or without a byte order mark.
  case utf8 = "utf-8"
  /// UTF-16, low byte first.
  case utf16LittleEndian = "utf-16le"
  /// UTF-16, high byte first.
  case utf16BigEndian = "utf-16be"
  /// Windows-1252, in which every sequence of bytes is a text.
  case windows1252 = "windows-1252"
}

/// A text file's characters as UTF-8, and what it took to read them.
public struct DecodedText: Equatable, Sendable {
  /// The text in UTF-8, without a byte order mark.
  public let utf8: [UInt8]
  /// How the file was written.
  public let encoding: TextEncoding
  /// The line (from 1) of the first byte that keeps the file from being UTF-8, where the encoding
  /// was assumed for that reason.
  public let firstLineNotUTF8: Int?
  /// How many code units meant no character and became U+FFFD.
  public let replacements: Int
}

/// Turns the bytes of a text file into UTF-8.
public enum TextDecoding {
  /// Decodes `bytes` as told, or as found out.
  ///
  /// A byte order mark decides; else zero bytes at every other place mean UTF-16; else what is
  /// valid UTF-8 is that; else it is taken for Windows-1252, and the result says so.
  ///
  /// - Complexity: O(bytes).
  public static func decode(_ bytes: [UInt8], as told: TextEncoding? = nil) -> DecodedText {
    let mark = byteOrderMark(of: bytes)
    let body = Array(bytes.dropFirst(mark?.length ?? 0))
    switch told ?? mark?.encoding ?? encodingByZeroes(in: bytes) {
    case .utf16LittleEndian: return utf16(body, encoding: .utf16LittleEndian)
    case .utf16BigEndian: return utf16(body, encoding: .utf16BigEndian)
    case .windows1252: return windows1252(body, firstLineNotUTF8: nil)
    case .utf8 where isValidUTF8(body): return plain(body)
    case .utf8: return repaired(body)
    case nil where isValidUTF8(body): return plain(body)
    case nil: return windows1252(body, firstLineNotUTF8: firstLineNotUTF8(in: body))
    }
  }

  private static func plain(_ bytes: [UInt8]) -> DecodedText {
    DecodedText(utf8: bytes, encoding: .utf8, firstLineNotUTF8: nil, replacements: 0)
  }

  private static func byteOrderMark(
    of bytes: [UInt8]
  ) -> (encoding: TextEncoding, length: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    return nil
  }

  /// UTF-16 if the beginning has zeroes at every other place, as Western text and delimiters do.
  private static func encodingByZeroes(in bytes: [UInt8]) -> TextEncoding? {
    let sample = bytes.prefix(4_096)
    guard sample.count >= 4, bytes.count.isMultiple(of: 2) else { return nil }
    var zeroes = (even: 0, odd: 0)
    for (place, byte) in sample.enumerated() where byte == 0 {
      if place.isMultiple(of: 2) { zeroes.even += 1 } else { zeroes.odd += 1 }
    }
    let half = sample.count / 2
    if zeroes.odd * 2 > half, zeroes.even * 10 < half { return .utf16LittleEndian }
    if zeroes.even * 2 > half, zeroes.odd * 10 < half { return .utf16BigEndian }
    return nil
  }

  private static func isValidUTF8(_ bytes: [UInt8]) -> Bool {
    String(validating: bytes, as: UTF8.self) != nil
  }

  private static func repaired(_ bytes: [UInt8]) -> DecodedText {
    transcoded(bytes, from: UTF8.self, as: .utf8)
  }

  private static func utf16(_ bytes: [UInt8], encoding: TextEncoding) -> DecodedText {
    let (low, high) = encoding == .utf16LittleEndian ? (0, 1) : (1, 0)
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2 + 1)
    var place = 0
    while place + 1 < bytes.count {
      units.append(UInt16(bytes[place + high]) << 8 | UInt16(bytes[place + low]))
      place += 2
    }
    // Half a code unit at the end means no character: a lone surrogate stands in for it.
    if place < bytes.count { units.append(0xD800) }
    return transcoded(units, from: UTF16.self, as: encoding)
  }

  /// Decodes `units`, with U+FFFD where they mean no character.
  private static func transcoded<Source: Unicode.Encoding>(
    _ units: [Source.CodeUnit], from source: Source.Type, as encoding: TextEncoding
  ) -> DecodedText {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(units.count)
    var replacements = 0
    var parser = Source.ForwardParser()
    var input = units.makeIterator()
    decoding: while true {
      switch parser.parseScalar(from: &input) {
      case .valid(let scalar): utf8.append(contentsOf: Source.decode(scalar).utf8)
      case .error:
        replacements += 1
        utf8.append(contentsOf: UTF8.encodedReplacementCharacter)
      case .emptyInput: break decoding
      }
    }
    return DecodedText(
      utf8: utf8, encoding: encoding, firstLineNotUTF8: nil, replacements: replacements)
  }

  private static func windows1252(_ bytes: [UInt8], firstLineNotUTF8: Int?) -> DecodedText {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        utf8.append(byte)
      } else {
        let value = byte < 0xA0 ? windows1252Upper[Int(byte) - 0x80] : UInt16(byte)
        if let scalar = Unicode.Scalar(value) { utf8.append(contentsOf: scalar.utf8) }
      }
    }
    return DecodedText(
      utf8: utf8, encoding: .windows1252, firstLineNotUTF8: firstLineNotUTF8, replacements: 0)
  }

  private static func firstLineNotUTF8(in bytes: [UInt8]) -> Int {
    var parser = UTF8.ForwardParser()
    var input = bytes.makeIterator()
    var line = 1
    while case .valid(let scalar) = parser.parseScalar(from: &input) {
      if UTF8.decode(scalar) == "\n" { line += 1 }
    }
    return line
  }

  /// What 0x80 to 0x9F mean (WHATWG Encoding Standard, index windows-1252).
  private static let windows1252Upper: [UInt16] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
    0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
  ]
}
