/// One known key of a record, with how its property is read and written.
///
/// A key is `required`, `always` written, `optional`, `optionalIfUnderstood`, `defaulted`, a `list`
/// or a `map`. What has its default is left out but for the first two, so that small records stay
/// small files. Except for a required key, `null` means the same as no key, since scripts write
/// the one for the other.
public struct RecordField<Record: JSONRecord>: Sendable {
  let entry: RecordEntry

  private init<Value>(
    _ key: StaticString, _ path: any WritableKeyPath<Record, Value> & Sendable,
    kind: RecordEntry.Kind = .optional, read: @escaping RecordEntry.Read,
    write: @escaping RecordEntry.Write
  ) {
    guard let offset = MemoryLayout<Record>.offset(of: path) else {
      preconditionFailure("\(key) of \(Record.self) is computed or observed")
    }
    entry = RecordEntry(key, kind: kind, offset: offset, read: read, write: write)
  }

  private init(_ entry: RecordEntry) { self.entry = entry }

  /// The same key with another way to read it.
  func reading(_ read: @escaping RecordEntry.Read) -> RecordField {
    RecordField(
      RecordEntry(
        entry.key, kind: entry.kind, offset: entry.offset, read: read, write: entry.write))
  }

  /// A key that must be there and is always written.
  public static func required<Value: JSONCodable>(
    _ key: StaticString, _ path: any WritableKeyPath<Record, Value> & Sendable
  ) -> RecordField {
    RecordField(
      key, path, kind: .required, read: RecordEntry.read(Value.self),
      write: RecordEntry.write(Value.self))
  }

  /// A key that may be left out but is always written, to be found by whoever edits the file.
  public static func always<Value: JSONCodable>(
    _ key: StaticString, _ path: any WritableKeyPath<Record, Value> & Sendable
  ) -> RecordField {
    RecordField(
      key, path, read: RecordEntry.read(Value.self), write: RecordEntry.write(Value.self))
  }

  /// A key that is written unless its property is nil.
  public static func optional<Value: JSONCodable>(
    _ key: StaticString, _ path: any WritableKeyPath<Record, Value?> & Sendable
  ) -> RecordField {
    RecordField(
      key, path, read: RecordEntry.readOptional(Value.self),
      write: RecordEntry.writeOptional(Value.self))
  }

  /// A key whose value, if it is not one that this version knows, is kept as an unknown key's.
  ///
  /// For what newer versions will extend and without which the record still makes sense.
  public static func optionalIfUnderstood<Value: JSONCodable>(
    _ key: StaticString, _ path: any WritableKeyPath<Record, Value?> & Sendable
  ) -> RecordField {
    RecordField(
      key, path, kind: .ifUnderstood, read: RecordEntry.readOptional(Value.self),
      write: RecordEntry.writeOptional(Value.self))
  }

  /// A key that is written unless its property has the default value.
  public static func defaulted<Value: JSONCodable & Equatable>(
    _ key: StaticString, _ path: any WritableKeyPath<Record, Value> & Sendable, to standard: Value
  ) -> RecordField {
    RecordField(key, path, read: RecordEntry.read(Value.self)) { property, writer, key in
      let value = property.assumingMemoryBound(to: Value.self)
      guard value.pointee != standard else { return false }
      writer.writeKey(key)
      value.pointee.write(to: &writer)
      return true
    }
  }

  /// A key for a list that is written unless it is empty.
  public static func list<Element: JSONCodable>(
    _ key: StaticString, _ path: any WritableKeyPath<Record, [Element]> & Sendable
  ) -> RecordField {
    RecordField(
      key, path, read: RecordEntry.read([Element].self),
      write: RecordEntry.writeCollection([Element].self))
  }

  /// A key for an object with free keys that is written unless it is empty.
  public static func map<Value: JSONCodable>(
    _ key: StaticString, _ path: any WritableKeyPath<Record, [String: Value]> & Sendable
  ) -> RecordField {
    RecordField(
      key, path, read: RecordEntry.read([String: Value].self),
      write: RecordEntry.writeCollection([String: Value].self))
  }
}
