public import BatonModel

/// A type that reads itself from JSON and writes itself as JSON.
public protocol JSONCodable: Sendable {
  /// Reads a value; the reader stands before it.
  static func read(from reader: inout JSONReader) throws(JSONError) -> Self

  /// Writes the value.
  func write(to writer: inout JSONWriter)
}

extension String: JSONCodable {
  /// Reads a string.
  public static func read(from reader: inout JSONReader) throws(JSONError) -> String {
    try reader.readString()
  }

  /// Writes a string.
  public func write(to writer: inout JSONWriter) {
    writer.write(self)
  }
}

extension Int: JSONCodable {
  /// Reads a whole number.
  public static func read(from reader: inout JSONReader) throws(JSONError) -> Int {
    try reader.readInt()
  }

  /// Writes a whole number.
  public func write(to writer: inout JSONWriter) {
    writer.write(self)
  }
}

extension Bool: JSONCodable {
  /// Reads `true` or `false`.
  public static func read(from reader: inout JSONReader) throws(JSONError) -> Bool {
    try reader.readBool()
  }

  /// Writes `true` or `false`.
  public func write(to writer: inout JSONWriter) {
    writer.write(self)
  }
}

extension JSONNumber: JSONCodable {
  /// Reads a number with its text.
  public static func read(from reader: inout JSONReader) throws(JSONError) -> JSONNumber {
    try reader.readNumber()
  }

  /// Writes the number's text.
  public func write(to writer: inout JSONWriter) {
    writer.write(self)
  }
}

extension JSONValue: JSONCodable {
  /// Reads whatever value comes.
  public static func read(from reader: inout JSONReader) throws(JSONError) -> JSONValue {
    try reader.readValue()
  }

  /// Writes the value.
  public func write(to writer: inout JSONWriter) {
    writer.write(self)
  }
}

extension JSONCodable where Self: RawRepresentable, RawValue == String {
  /// Reads a string of any content.
  public static func read(from reader: inout JSONReader) throws(JSONError) -> Self {
    let text = try reader.readToken("a string")
    guard let value = Self(rawValue: try reader.string(text)) else {
      throw reader.mismatch("another string", at: text.bytes, remedy: "correct it")
    }
    return value
  }

  /// Writes the string.
  public func write(to writer: inout JSONWriter) {
    writer.write(rawValue)
  }
}

extension JSONCodable where Self: RawRepresentable & CaseIterable, RawValue == String {
  /// Reads one of the strings that the type has cases for.
  public static func read(from reader: inout JSONReader) throws(JSONError) -> Self {
    let text = try reader.readToken("a string")
    guard let value = Self(rawValue: try reader.string(text)) else {
      let allowed = allCases.map(\.rawValue).joined(separator: ", ")
      throw reader.mismatch(
        "one of \(allowed)", at: text.bytes,
        remedy: "write one of these words, or upgrade Baton if a newer one wrote it")
    }
    return value
  }
}

extension Instant: JSONCodable {
  /// Reads an RFC 3339 time.
  public static func read(from reader: inout JSONReader) throws(JSONError) -> Instant {
    let expected = "a time such as 2026-03-01T09:30:00Z"
    let text = try reader.readToken(expected)
    guard let instant = Instant(rfc3339: UnsafeRawBufferPointer(text.bytes)) else {
      throw reader.mismatch(
        expected, at: text.bytes, remedy: "write date, T, time of day, and Z or an offset")
    }
    return instant
  }

  /// Writes an RFC 3339 time in UTC.
  public func write(to writer: inout JSONWriter) {
    writer.write(rfc3339)
  }
}
