import BatonModel

/// One known key of a record, with how its property is read and written.
///
/// A key is `required`, `always` written, `optional`, `optionalIfUnderstood`, `defaulted`, a `list`
/// or a `map`. What has its default is left out but for the first two, so that small records stay
/// small files. Except for a required key, `null` means the same as no key, since scripts write
/// the one for the other.
public struct RecordField<Record: JSONRecord>: Sendable {
  typealias Read = @Sendable (inout Record, inout JSONReader) throws(JSONError) -> Void
  /// Writes key and value, or returns false where the property is left out.
  typealias Write = @Sendable (Record, inout JSONWriter) -> Bool

  let key: StaticString
  let isRequired: Bool
  let read: Read
  let write: Write
  private let prefix: UInt64

  private init(_ key: StaticString, isRequired: Bool, read: @escaping Read, write: @escaping Write)
  {
    self.key = key
    self.isRequired = isRequired
    self.read = read
    self.write = write
    prefix = keyPrefix(key.bytes)
  }

  /// Negative if this field's key comes before `other`, positive if after, 0 if it is the same.
  @inline(__always)
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

  /// Negative if this field's key comes before `other`, positive if after, 0 if it is the same.
  func order(before other: String) -> Int {
    if key.bytes.lexicographicallyPrecedes(other.utf8) { return -1 }
    return key.bytes.elementsEqual(other.utf8) ? 0 : 1
  }
}

extension RecordField {
  /// A key that must be there and is always written.
  public static func required<Value: JSONCodable>(
    _ key: StaticString, _ path: any WritableKeyPath<Record, Value> & Sendable
  ) -> RecordField {
    let property = Property(path)
    return RecordField(key, isRequired: true) { record, reader throws(JSONError) in
      property.set(try Value.read(from: &reader), in: &record)
    } write: { record, writer in
      writer.writeKey(key)
      property.get(from: record).write(to: &writer)
      return true
    }
  }

  /// A key that may be left out but is always written, to be found by whoever edits the file.
  public static func always<Value: JSONCodable>(
    _ key: StaticString, _ path: any WritableKeyPath<Record, Value> & Sendable
  ) -> RecordField {
    let property = Property(path)
    return RecordField(key, isRequired: false) { record, reader throws(JSONError) in
      if try reader.skipNull() { return }
      property.set(try Value.read(from: &reader), in: &record)
    } write: { record, writer in
      writer.writeKey(key)
      property.get(from: record).write(to: &writer)
      return true
    }
  }

  /// A key that is written unless its property is nil.
  public static func optional<Value: JSONCodable>(
    _ key: StaticString, _ path: any WritableKeyPath<Record, Value?> & Sendable
  ) -> RecordField {
    let property = Property(path)
    return RecordField(key, isRequired: false) { record, reader throws(JSONError) in
      if try reader.skipNull() { return }
      property.set(try Value.read(from: &reader), in: &record)
    } write: { record, writer in
      guard let value = property.get(from: record) else { return false }
      writer.writeKey(key)
      value.write(to: &writer)
      return true
    }
  }

  /// A key whose value, if it is not one that this version knows, is kept as an unknown key's.
  ///
  /// For what newer versions will extend and without which the record still makes sense.
  public static func optionalIfUnderstood<Value: JSONCodable>(
    _ key: StaticString, _ path: any WritableKeyPath<Record, Value?> & Sendable
  ) -> RecordField {
    let strict = optional(key, path)
    return RecordField(key, isRequired: false) { record, reader throws(JSONError) in
      let before = reader
      do throws(JSONError) {
        try strict.read(&record, &reader)
      } catch {
        guard error.kind == .invalid else { throw error }
        reader = before
        record.unknown[key.description] = try reader.readValue()
      }
    } write: { record, writer in
      strict.write(record, &writer)
    }
  }

  /// A key that is written unless its property has the default value.
  public static func defaulted<Value: JSONCodable & Equatable>(
    _ key: StaticString, _ path: any WritableKeyPath<Record, Value> & Sendable, to standard: Value
  ) -> RecordField {
    let property = Property(path)
    return RecordField(key, isRequired: false) { record, reader throws(JSONError) in
      property.set(
        try reader.skipNull() ? standard : try Value.read(from: &reader), in: &record)
    } write: { record, writer in
      let value = property.get(from: record)
      guard value != standard else { return false }
      writer.writeKey(key)
      value.write(to: &writer)
      return true
    }
  }

  /// A key for a list that is written unless it is empty.
  public static func list<Element: JSONCodable>(
    _ key: StaticString, _ path: any WritableKeyPath<Record, [Element]> & Sendable
  ) -> RecordField {
    collection(key, path, standard: [])
  }

  /// A key for an object with free keys that is written unless it is empty.
  public static func map<Value: JSONCodable>(
    _ key: StaticString, _ path: any WritableKeyPath<Record, [String: Value]> & Sendable
  ) -> RecordField {
    collection(key, path, standard: [:])
  }

  private static func collection<Value: JSONCodable & Collection>(
    _ key: StaticString, _ path: any WritableKeyPath<Record, Value> & Sendable,
    standard: @escaping @Sendable @autoclosure () -> Value
  ) -> RecordField {
    let property = Property(path)
    return RecordField(key, isRequired: false) { record, reader throws(JSONError) in
      property.set(
        try reader.skipNull() ? standard() : try Value.read(from: &reader), in: &record)
    } write: { record, writer in
      let value = property.get(from: record)
      guard !value.isEmpty else { return false }
      writer.writeKey(key)
      value.write(to: &writer)
      return true
    }
  }
}

/// A stored property of a record, reached by its offset, since a key path takes far longer.
private struct Property<Record: Sendable, Value>: Sendable {
  private let path: any WritableKeyPath<Record, Value> & Sendable
  /// Where the property lies in the record; nil if it is computed or observed.
  private let offset: Int?

  init(_ path: any WritableKeyPath<Record, Value> & Sendable) {
    self.path = path
    offset = MemoryLayout<Record>.offset(of: path)
  }

  @inline(__always)
  func set(_ value: Value, in record: inout Record) {
    guard let offset else {
      record[keyPath: path] = value
      return
    }
    withUnsafeMutablePointer(to: &record) { pointer in
      (UnsafeMutableRawPointer(pointer) + offset).assumingMemoryBound(to: Value.self)
        .pointee = value
    }
  }

  @inline(__always)
  func get(from record: Record) -> Value {
    guard let offset else { return record[keyPath: path] }
    return withUnsafePointer(to: record) { pointer in
      (UnsafeRawPointer(pointer) + offset).assumingMemoryBound(to: Value.self).pointee
    }
  }
}

extension StaticString {
  /// The text as bytes that live as long as the program.
  var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount)
  }
}
