/// Reads JSON from UTF-8 bytes, one token after another, as strictly as RFC 8259 is written.
///
/// Stricter still in two things: more than 512 levels of nesting are refused, since they would
/// exhaust the stack; and the private scalars U+10D800 to U+10DFFF are refused, since they stand
/// for lone surrogates in memory (see `JSONValue`). One byte order mark is skipped.
///
/// A reader exists only inside `JSONReader.read`, while the bytes are pinned in memory. It is not
/// for use by several threads at once; each thread has its own.
public struct JSONReader {
  /// How deep arrays and objects may be nested.
  public static let maximumDepth = 512

  /// What becomes of an object in which a key stands twice, which RFC 8259 leaves open.
  public enum RepeatedKeys: Hashable, Sendable {
    /// The text is refused: right for a file that will be written again, since one of the two
    /// values would be lost.
    case refused
    /// The last value counts, as in most other readers: right for data of others.
    case lastCounts
  }

  /// The first byte of the text, after a byte order mark.
  let start: UnsafePointer<UInt8>
  /// The place after the last byte.
  let end: UnsafePointer<UInt8>
  /// The next byte to read.
  var next: UnsafePointer<UInt8>
  /// How many arrays and objects are open.
  private var depth = 0
  /// Where equal strings become the same string.
  ///
  /// Unowned, since a reader is copied often and each copy would retain it; whoever made the reader
  /// holds it.
  let pool: Unmanaged<StringPool>?
  /// What becomes of an object in which a key stands twice.
  let repeatedKeys: RepeatedKeys

  private init(
    start: UnsafePointer<UInt8>, count: Int, pool: StringPool?, repeatedKeys: RepeatedKeys
  ) {
    self.start = start
    self.end = start + count
    self.next = start
    self.pool = pool.map(Unmanaged.passUnretained)
    self.repeatedKeys = repeatedKeys
  }

  /// Hands a reader of the bytes to `body`, which must read one value, and checks what follows it.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8 text. It must not change meanwhile: a mapped file that is truncated by
  ///     another program ends this one.
  ///   - pool: shares the storage of repeated strings; nil makes every string anew.
  ///   - repeatedKeys: what becomes of objects in which a key stands twice. Of a record's own keys
  ///     none may stand twice in either case.
  public static func read<Result>(
    _ bytes: UnsafeRawBufferPointer, pool: StringPool? = nil,
    repeatedKeys: RepeatedKeys = .refused,
    _ body: (inout JSONReader) throws(JSONError) -> Result
  ) throws(JSONError) -> Result {
    var bytes = bytes[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    guard !bytes.isEmpty,
      let start = UnsafeRawBufferPointer(rebasing: bytes).bindMemory(to: UInt8.self).baseAddress
    else { throw JSONError.emptyText }
    var reader = JSONReader(
      start: start, count: bytes.count, pool: pool, repeatedKeys: repeatedKeys)
    defer { withExtendedLifetime(pool) {} }
    let result = try body(&reader)
    guard reader.skipWhitespace() == 0, reader.next == reader.end else {
      throw reader.unexpected("the end of the file")
    }
    return result
  }

  /// Hands a reader of the bytes to `body`, which must read one value, and checks what follows it.
  public static func read<Result>(
    _ bytes: [UInt8], pool: StringPool? = nil,
    repeatedKeys: RepeatedKeys = .refused,
    _ body: (inout JSONReader) throws(JSONError) -> Result
  ) throws(JSONError) -> Result {
    try withBytes(bytes) { buffer throws(JSONError) in
      try read(buffer, pool: pool, repeatedKeys: repeatedKeys, body)
    }
  }

  /// Pins the bytes in memory while `body` reads them.
  static func withBytes<Result>(
    _ bytes: [UInt8], _ body: (UnsafeRawBufferPointer) throws(JSONError) -> Result
  ) throws(JSONError) -> Result {
    let result = bytes.withUnsafeBytes { buffer -> Swift.Result<Result, JSONError> in
      do throws(JSONError) {
        return .success(try body(buffer))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  // MARK: - White space and literals

  /// Moves to the next significant byte and returns it; 0, which begins nothing, at the end.
  @inline(__always)
  mutating func skipWhitespace() -> UInt8 {
    if next < end, next.pointee > UInt8(ascii: " ") { return next.pointee }
    // The one after a colon.
    if end - next > 1, next.pointee == UInt8(ascii: " "), next[1] > UInt8(ascii: " ") {
      next += 1
      return next.pointee
    }
    return skipLongWhitespace()
  }

  @inline(never)
  private mutating func skipLongWhitespace() -> UInt8 {
    // The end of a line and the indentation of the next.
    if next < end, next.pointee == UInt8(ascii: "\n") {
      next += 1
      skipSpaces()
    }
    while next < end {
      switch next.pointee {
      case UInt8(ascii: " "): skipSpaces()
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): next += 1
      case let byte: return byte
      }
    }
    return 0
  }

  /// Moves over the spaces of an indentation, eight at a time.
  @inline(__always)
  private mutating func skipSpaces() {
    let spaces: UInt64 = 0x2020_2020_2020_2020
    while end - next >= 8 {
      let others = word(at: next) ^ spaces
      guard others == 0 else {
        next += others.trailingZeroBitCount >> 3
        return
      }
      next += 8
    }
    while next < end, next.pointee == UInt8(ascii: " ") { next += 1 }
  }

  /// Eight bytes as a number whose lowest byte is the first.
  @inline(__always)
  func word(at pointer: UnsafePointer<UInt8>) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(pointer).loadUnaligned(as: UInt64.self))
  }

  /// Moves over the literal if it stands here.
  mutating func skip(_ literal: StaticString) -> Bool {
    let count = literal.utf8CodeUnitCount
    guard end - next >= count else { return false }
    for index in 0..<count where next[index] != literal.utf8Start[index] { return false }
    next += count
    return true
  }

  /// Moves over `null` if it stands here.
  public mutating func skipNull() throws(JSONError) -> Bool {
    guard skipWhitespace() == UInt8(ascii: "n") else { return false }
    guard skip("null") else { throw unexpected("a value") }
    return true
  }

  /// Reads `true` or `false`.
  public mutating func readBool() throws(JSONError) -> Bool {
    switch skipWhitespace() {
    case UInt8(ascii: "t") where skip("true"): return true
    case UInt8(ascii: "f") where skip("false"): return false
    default: throw mismatch("true or false")
    }
  }

  // MARK: - Arrays

  /// Moves into an array; `hasElement` must follow until it is false.
  public mutating func beginArray() throws(JSONError) {
    guard skipWhitespace() == UInt8(ascii: "[") else { throw mismatch("a list") }
    try enter()
  }

  /// Whether another element follows, with the comma before it skipped; false leaves the array.
  public mutating func hasElement(isFirst: Bool) throws(JSONError) -> Bool {
    let byte = skipWhitespace()
    if byte == UInt8(ascii: "]") {
      leave()
      return false
    }
    if isFirst { return true }
    guard byte == UInt8(ascii: ",") else { throw unexpected("a comma or ]") }
    next += 1
    guard skipWhitespace() != UInt8(ascii: "]") else { throw trailingComma() }
    return true
  }

  // MARK: - Objects

  /// A key as it stands in the text, between its quotes.
  struct Key {
    let token: StringToken

    /// The first eight bytes as a number that orders as they do, zeros where the key is shorter.
    let prefix: UInt64
  }

  /// Moves into an object; `nextKey` must follow until it is nil.
  mutating func beginObject() throws(JSONError) {
    guard skipWhitespace() == UInt8(ascii: "{") else { throw mismatch("an object") }
    try enter()
  }

  /// The next key, with the colon after it skipped; nil leaves the object.
  mutating func nextKey(isFirst: Bool) throws(JSONError) -> Key? {
    var byte = skipWhitespace()
    if byte == UInt8(ascii: "}") {
      leave()
      return nil
    }
    if !isFirst {
      guard byte == UInt8(ascii: ",") else { throw unexpected("a comma or }") }
      next += 1
      byte = skipWhitespace()
      if byte == UInt8(ascii: "}") { throw trailingComma() }
    }
    guard byte == UInt8(ascii: "\"") else { throw unexpected("a key in double quotes") }
    let token = try scanString()
    guard skipWhitespace() == UInt8(ascii: ":") else { throw unexpected("a colon after the key") }
    next += 1
    return Key(token: token, prefix: prefix(of: token))
  }

  /// The first bytes of a key, as `Key.prefix` says.
  private func prefix(of token: StringToken) -> UInt64 {
    guard end - token.start >= 8 else {
      return keyPrefix(UnsafeBufferPointer(start: token.start, count: token.count))
    }
    let bytes = word(at: token.start).byteSwapped
    return token.count >= 8 ? bytes : bytes & ~(UInt64.max >> UInt64(8 * token.count))
  }

  /// Reads an object, with `member` called for each key, which must read the value.
  ///
  /// The keys come in the order of the text; `member` must see to it that none comes twice.
  public mutating func readObject(
    _ member: (String, inout JSONReader) throws(JSONError) -> Void
  ) throws(JSONError) {
    try beginObject()
    var isFirst = true
    while let key = try nextKey(isFirst: isFirst) {
      isFirst = false
      try member(try string(key.token), &self)
    }
  }

  private mutating func enter() throws(JSONError) {
    guard depth < Self.maximumDepth else { throw tooDeep() }
    depth += 1
    next += 1
  }

  private mutating func leave() {
    depth -= 1
    next += 1
  }
}

/// The first eight bytes as a number that orders as they do, with zeros where there are fewer.
func keyPrefix(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
  var prefix: UInt64 = 0
  for index in 0..<8 {
    prefix = prefix << 8 | (index < bytes.count ? UInt64(bytes[index]) : 0)
  }
  return prefix
}
