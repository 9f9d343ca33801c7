extension JSONReader {
  /// The content of a string as it stands in the text, between the quotes.
  struct StringToken {
    let start: UnsafePointer<UInt8>
    let count: Int
    let hasEscapes: Bool
    let isASCII: Bool

    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }
  }

  /// Reads a string.
  public mutating func readString() throws(JSONError) -> String {
    try string(try readToken("a string"))
  }

  /// Moves over a string that is to be what `expected` says.
  mutating func readToken(_ expected: String) throws(JSONError) -> StringToken {
    guard skipWhitespace() == UInt8(ascii: "\"") else { throw mismatch(expected) }
    return try scanString()
  }

  /// Moves over a string, eight bytes at a time; escapes and UTF-8 are left to `string(_:)`.
  @inline(never)
  mutating func scanString() throws(JSONError) -> StringToken {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let start = next + 1
    var here = start
    var seen: UInt64 = 0
    var hasEscapes = false
    while true {
      while end - here >= 8 {
        let word = word(at: here)
        let quotes = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
        let slashes = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
        // The high bit of each byte that is a quote, a backslash or a control character; a borrow
        // can set further ones after, not before, the first that is right.
        let stops =
          ((quotes &- ones) & ~quotes | (slashes &- ones) & ~slashes
            | (word &- ones &* 0x20) & ~word) & (ones &* 0x80)
        guard stops == 0 else {
          let count = stops.trailingZeroBitCount >> 3
          seen |= word & ((1 << UInt64(8 * count)) &- 1)
          here += count
          break
        }
        seen |= word
        here += 8
      }
      guard here < end else { throw unterminatedString() }
      switch here.pointee {
      case UInt8(ascii: "\""):
        next = here + 1
        let isASCII = seen & (ones &* 0x80) == 0
        return StringToken(
          start: start, count: here - start, hasEscapes: hasEscapes, isASCII: isASCII)
      case UInt8(ascii: "\\"):
        hasEscapes = true
        guard end - here >= 2 else { throw unterminatedString() }
        here += 2
      case 0..<0x20:
        throw controlCharacter(at: here)
      default:
        seen |= UInt64(here.pointee)
        here += 1
      }
    }
  }

  /// The string that a token stands for.
  @inline(never)
  func string(_ token: StringToken) throws(JSONError) -> String {
    guard token.isASCII, !token.hasEscapes else { return try unusualString(token) }
    if token.count > StringPool.longestFreeString, let pool {
      return pool.takeUnretainedValue().string(token.bytes)
    }
    return String(decoding: token.bytes, as: UTF8.self)
  }

  /// The string of a token with escapes or beyond ASCII, once its UTF-8 has been checked.
  @inline(never)
  private func unusualString(_ token: StringToken) throws(JSONError) -> String {
    guard let raw = String(validating: token.bytes, as: UTF8.self) else {
      throw invalidUTF8(in: token)
    }
    if let offset = LoneSurrogate.firstScalar(in: token.bytes) {
      throw reservedScalar(at: token.start + offset)
    }
    return token.hasEscapes ? try unescape(token) : raw
  }

  /// The string with its escapes resolved; the bytes are known to be UTF-8.
  private func unescape(_ token: StringToken) throws(JSONError) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(token.count)
    var here = token.start
    let stop = token.start + token.count
    while here < stop {
      let byte = here.pointee
      guard byte == UInt8(ascii: "\\") else {
        result.append(byte)
        here += 1
        continue
      }
      let escape = here
      here += 2
      switch escape[1] {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(escape[1])
      case UInt8(ascii: "b"): result.append(0x08)
      case UInt8(ascii: "f"): result.append(0x0C)
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "u"):
        let scalar = try unicodeEscape(&here, stop: stop)
        result.append(contentsOf: scalar.utf8)
      default: throw unknownEscape(at: escape)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Reads the digits at `here`, after `\u`, and those of a second escape if they make a pair.
  private func unicodeEscape(
    _ here: inout UnsafePointer<UInt8>, stop: UnsafePointer<UInt8>
  ) throws(JSONError) -> Unicode.Scalar {
    let escape = here - 2
    guard let unit = hexadecimal(at: here, stop: stop) else { throw unknownEscape(at: escape) }
    here += 4
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard unit < 0xDC00, stop - here >= 6, here[0] == UInt8(ascii: "\\"),
      here[1] == UInt8(ascii: "u"), let low = hexadecimal(at: here + 2, stop: stop),
      0xDC00..<0xE000 ~= low
    else { return LoneSurrogate.scalar(of: unit) }
    here += 6
    guard let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)),
      !LoneSurrogate.isReserved(scalar)
    else { throw reservedScalar(at: escape) }
    return scalar
  }

  /// The value of four hexadecimal digits; nil if they are not there.
  private func hexadecimal(
    at here: UnsafePointer<UInt8>, stop: UnsafePointer<UInt8>
  ) -> UInt32? {
    guard stop - here >= 4 else { return nil }
    var value: UInt32 = 0
    for index in 0..<4 {
      guard let digit = Character(Unicode.Scalar(here[index])).hexDigitValue else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}
