/// A known key of some record, and its property as a place in memory.
///
/// Nothing here depends on the record's type: one loop reads all records, and one function each
/// type of property. With a copy for each of the forty records the optimiser needs minutes. A key
/// path would say the same as the offset, and takes longer to follow than a value to read.
struct RecordEntry: Sendable {
  /// Reads a value into a property, which has been initialised.
  typealias Read =
    @Sendable (_ property: UnsafeMutableRawPointer, inout JSONReader) throws(JSONError) -> Void
  /// Writes key and value of a property, or returns false where it is left out.
  typealias Write =
    @Sendable (_ property: UnsafeRawPointer, inout JSONWriter, StaticString) -> Bool

  /// What becomes of a record in which the key or its value is not as it should be.
  enum Kind: Sendable {
    /// Without the key the record is refused.
    case required
    /// The key may be missing or null.
    case optional
    /// The key may be missing or null, and a value of another form is kept as it is.
    case ifUnderstood
  }

  let key: StaticString
  let kind: Kind
  /// Where the property lies in the record.
  let offset: Int
  let read: Read
  let write: Write
  private let prefix: UInt64

  init(
    _ key: StaticString, kind: Kind, offset: Int, read: @escaping Read, write: @escaping Write
  ) {
    self.key = key
    self.kind = kind
    self.offset = offset
    self.read = read
    self.write = write
    prefix = keyPrefix(key.bytes)
  }

  /// Negative if this key comes before `other`, positive if after, 0 if it is the same.
  func order(before other: JSONReader.Key) -> Int {
    if prefix != other.prefix { return prefix < other.prefix ? -1 : 1 }
    let count = key.utf8CodeUnitCount
    var index = 8
    while index < count, index < other.token.count {
      let (mine, others) = (key.utf8Start[index], other.token.start[index])
      if mine != others { return mine < others ? -1 : 1 }
      index += 1
    }
    return count - other.token.count
  }

  /// Negative if this key comes before `other`, positive if after, 0 if it is the same.
  func order(before other: String) -> Int {
    if key.bytes.lexicographicallyPrecedes(other.utf8) { return -1 }
    return key.bytes.elementsEqual(other.utf8) ? 0 : 1
  }
}

extension RecordEntry {
  static func read<Value: JSONCodable>(_: Value.Type) -> Read {
    { property, reader throws(JSONError) in
      property.assumingMemoryBound(to: Value.self).pointee = try Value.read(from: &reader)
    }
  }

  static func readOptional<Value: JSONCodable>(_: Value.Type) -> Read {
    { property, reader throws(JSONError) in
      property.assumingMemoryBound(to: Value?.self).pointee = try Value.read(from: &reader)
    }
  }

  static func write<Value: JSONCodable>(_: Value.Type) -> Write {
    { property, writer, key in
      writer.writeKey(key)
      property.assumingMemoryBound(to: Value.self).pointee.write(to: &writer)
      return true
    }
  }

  static func writeOptional<Value: JSONCodable>(_: Value.Type) -> Write {
    { property, writer, key in
      guard let value = property.assumingMemoryBound(to: Value?.self).pointee else { return false }
      writer.writeKey(key)
      value.write(to: &writer)
      return true
    }
  }

  static func writeCollection<Value: JSONCodable & Collection>(_: Value.Type) -> Write {
    { property, writer, key in
      let value = property.assumingMemoryBound(to: Value.self)
      if value.pointee.isEmpty { return false }
      writer.writeKey(key)
      value.pointee.write(to: &writer)
      return true
    }
  }
}

extension StaticString {
  /// The text as bytes that live as long as the program.
  var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount)
  }
}
