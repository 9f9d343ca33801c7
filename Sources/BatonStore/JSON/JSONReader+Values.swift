public import BatonModel

extension JSONReader {
  /// Reads a whole number.
  ///
  /// One with a fraction or an exponent is refused, since it would not be written back as it was.
  public mutating func readInt() throws(JSONError) -> Int {
    let byte = skipWhitespace()
    guard byte == UInt8(ascii: "-") || isDigit(byte) else { throw mismatch("a whole number") }
    let literal = try scanNumber()
    var magnitude = 0
    let isNegative = byte == UInt8(ascii: "-")
    for digit in literal.dropFirst(isNegative ? 1 : 0) {
      guard isDigit(digit) else {
        throw mismatch("a whole number", at: literal, remedy: "write it without point and exponent")
      }
      // Counted downwards, since there is one more negative number than there are positive ones.
      let (product, isTooLarge) = magnitude.multipliedReportingOverflow(by: 10)
      let (sum, isTooSmall) = product.subtractingReportingOverflow(Int(digit & 0x0F))
      guard !isTooLarge, !isTooSmall else { throw outOfRange(literal) }
      magnitude = sum
    }
    guard isNegative || magnitude != .min else { throw outOfRange(literal) }
    return isNegative ? magnitude : -magnitude
  }

  /// Reads a number and keeps its text.
  public mutating func readNumber() throws(JSONError) -> JSONNumber {
    let byte = skipWhitespace()
    guard byte == UInt8(ascii: "-") || isDigit(byte) else { throw mismatch("a number") }
    return JSONNumber(checked: String(decoding: try scanNumber(), as: UTF8.self))
  }

  /// Reads whatever value comes.
  public mutating func readValue() throws(JSONError) -> JSONValue {
    switch skipWhitespace() {
    case UInt8(ascii: "\""): return .string(try readString())
    case UInt8(ascii: "{"): return .object(try readObject())
    case UInt8(ascii: "["): return .array(try [JSONValue].read(from: &self))
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try readNumber())
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .bool(try readBool())
    case UInt8(ascii: "n"):
      guard try skipNull() else { throw unexpected("a value") }
      return .null
    default: throw unexpected("a value")
    }
  }

  /// Reads an object with whatever members it has.
  mutating func readObject() throws(JSONError) -> JSONObject {
    var members: [JSONObject.Member] = []
    try beginObject()
    let content = next
    while let key = try nextKey(isFirst: members.isEmpty) {
      members.append(try readMember(key))
    }
    return try object(of: members, content: content)
  }

  /// Reads the value of `key`.
  mutating func readMember(_ key: Key) throws(JSONError) -> JSONObject.Member {
    JSONObject.Member(key: try string(key.token), value: try readValue())
  }

  /// The object of the members that have been read after `content`.
  func object(
    of members: [JSONObject.Member], content: UnsafePointer<UInt8>
  ) throws(JSONError) -> JSONObject {
    let (object, repeated) = JSONObject.collecting(members)
    guard let repeated, repeatedKeys == .refused else { return object }
    throw try secondKey(repeated, content: content)
  }

  /// Moves over a number, which must be one as RFC 8259 section 6 has it.
  private mutating func scanNumber() throws(JSONError) -> UnsafeBufferPointer<UInt8> {
    let first = next
    if next.pointee == UInt8(ascii: "-") { next += 1 }
    let digits = next
    try skipDigits("a digit")
    if next - digits > 1, digits.pointee == UInt8(ascii: "0") { throw leadingZero(at: digits) }
    if next < end, next.pointee == UInt8(ascii: ".") {
      next += 1
      try skipDigits("a digit after the point")
    }
    if next < end, next.pointee | 0x20 == UInt8(ascii: "e") {
      next += 1
      if next < end, [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(next.pointee) { next += 1 }
      try skipDigits("a digit of the exponent")
    }
    return UnsafeBufferPointer(start: first, count: next - first)
  }

  /// Moves over one digit or more.
  @inline(__always)
  private mutating func skipDigits(_ expected: StaticString) throws(JSONError) {
    let first = next
    while next < end, isDigit(next.pointee) { next += 1 }
    guard next > first else { throw unexpected(expected.description) }
  }

  @inline(__always)
  private func isDigit(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "0") < 10
  }
}
