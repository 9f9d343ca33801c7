public import BatonModel

/// Writes JSON as UTF-8 bytes that are safe to show in a terminal and small to compare.
///
/// What is written has the same bytes for the same value, always: keys come in the order that the
/// caller gives, which is that of their bytes throughout Baton. `/` is not escaped and letters of
/// all scripts stand as they are; control characters, line and paragraph separators and the marks
/// that reverse the direction of text are escaped, so that a file can be printed without harm.
///
/// What writes a token is never inlined: forty records would each have a copy of it, for which the
/// optimiser needs minutes.
public struct JSONWriter {
  /// How values are laid out.
  public enum Style: Hashable, Sendable {
    /// One member or element a line, indented by two spaces a level.
    case pretty
    /// Everything in one line without spaces, as JSON Lines need it.
    case compact
  }

  /// What has been written so far.
  var bytes: [UInt8] = []
  private let style: Style
  private var depth = 0
  private var isContainerEmpty = true

  /// Makes a writer that has written nothing.
  public init(style: Style = .pretty) {
    self.style = style
  }

  /// What was written, with a final newline; the writer can be used for a next value.
  public mutating func takeText() -> [UInt8] {
    bytes.append(UInt8(ascii: "\n"))
    defer {
      bytes.removeAll(keepingCapacity: false)
      isContainerEmpty = true
    }
    return bytes
  }

  // MARK: - Structure

  /// Begins an array; its elements follow, each after `beginElement`.
  public mutating func beginArray() {
    begin(UInt8(ascii: "["))
  }

  /// Makes ready for the next element of an array.
  public mutating func beginElement() {
    separate()
  }

  /// Ends an array.
  public mutating func endArray() {
    end(UInt8(ascii: "]"))
  }

  /// Begins an object; its members follow, a key and a value at a time, in the order of keys.
  public mutating func beginObject() {
    begin(UInt8(ascii: "{"))
  }

  /// Writes a key; its value must follow.
  @inline(never)
  public mutating func writeKey(_ key: String) {
    separate()
    write(key)
    bytes.append(UInt8(ascii: ":"))
    if style == .pretty { bytes.append(UInt8(ascii: " ")) }
  }

  /// Writes a key that needs no escapes; its value must follow.
  @inline(never)
  mutating func writeKey(_ key: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    append(key.bytes)
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    if style == .pretty { bytes.append(UInt8(ascii: " ")) }
  }

  /// Ends an object.
  public mutating func endObject() {
    end(UInt8(ascii: "}"))
  }

  @inline(never)
  private mutating func begin(_ bracket: UInt8) {
    bytes.append(bracket)
    depth += 1
    isContainerEmpty = true
  }

  @inline(never)
  private mutating func separate() {
    if !isContainerEmpty { bytes.append(UInt8(ascii: ",")) }
    isContainerEmpty = false
    breakLine()
  }

  @inline(never)
  private mutating func end(_ bracket: UInt8) {
    depth -= 1
    if !isContainerEmpty { breakLine() }
    isContainerEmpty = false
    bytes.append(bracket)
  }

  private mutating func breakLine() {
    guard style == .pretty else { return }
    let line: StaticString = "\n                                "
    let count = min(1 + 2 * depth, line.utf8CodeUnitCount)
    append(UnsafeBufferPointer(start: line.utf8Start, count: count))
    for _ in count..<(1 + 2 * depth) { bytes.append(UInt8(ascii: " ")) }
  }

  @inline(never)
  mutating func append(_ raw: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: raw)
  }

  // MARK: - Values

  /// Writes `null`.
  @inline(never)
  public mutating func writeNull() {
    bytes.append(contentsOf: "null".utf8)
  }

  /// Writes `true` or `false`.
  @inline(never)
  public mutating func write(_ value: Bool) {
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  /// Writes a whole number.
  @inline(never)
  public mutating func write(_ value: Int) {
    bytes.append(contentsOf: String(value).utf8)
  }

  /// Writes a number as the text that it has.
  @inline(never)
  public mutating func write(_ value: JSONNumber) {
    bytes.append(contentsOf: value.text.utf8)
  }

  /// Writes any value.
  @inline(never)
  public mutating func write(_ value: JSONValue) {
    switch value {
    case .null: writeNull()
    case .bool(let value): write(value)
    case .number(let value): write(value)
    case .string(let value): write(value)
    case .array(let value): value.write(to: &self)
    case .object(let value): value.write(to: &self)
    }
  }

  /// Writes a key and its value.
  mutating func write(_ member: JSONObject.Member) {
    writeKey(member.key)
    write(member.value)
  }
}

extension JSONCodable {
  /// The value as a JSON text with a final newline.
  public func encoded(_ style: JSONWriter.Style = .pretty) -> [UInt8] {
    var writer = JSONWriter(style: style)
    write(to: &writer)
    return writer.takeText()
  }

  /// The value of a JSON text.
  public static func decoded(
    from bytes: [UInt8], pool: StringPool? = nil,
    repeatedKeys: JSONReader.RepeatedKeys = .refused
  ) throws(JSONError) -> Self {
    try JSONReader.read(bytes, pool: pool, repeatedKeys: repeatedKeys) {
      reader throws(JSONError) in
      try Self.read(from: &reader)
    }
  }
}
