import BatonModel

/// The known keys of a record, in the order of their bytes.
///
/// Made from a list of fields in any order, one a line:
/// ```swift
/// static let fields: RecordFields<Touch> = [
///   .required("at", \.at),
///   .optional("note", \.note),
///   .list("tags", \.tags),
/// ]
/// ```
/// A table belongs to a `static let` and lives as long as the program.
public struct RecordFields<Record: JSONRecord>: Sendable, ExpressibleByArrayLiteral {
  private let fields: [RecordField<Record>]
  /// A bit for each field that must be there.
  private let required: UInt128

  /// Makes a table of at most 128 fields with different keys.
  public init(arrayLiteral fields: RecordField<Record>...) {
    let sorted = fields.sorted { $0.key.bytes.lexicographicallyPrecedes($1.key.bytes) }
    precondition(sorted.count <= UInt128.bitWidth, "more fields than bits")
    precondition(
      zip(sorted, sorted.dropFirst()).allSatisfy { !$0.key.bytes.elementsEqual($1.key.bytes) },
      "a key stands twice")
    self.fields = sorted
    required = sorted.indices.reduce(0) { $0 | (sorted[$1].isRequired ? 1 << $1 : 0) }
  }

  // MARK: - Reading

  /// Reads an object into a blank record.
  ///
  /// Files are written with their keys sorted, so the field of a key is nearly always the one after
  /// that of the key before, or shortly after it; only a key out of order is searched for.
  func read(into record: inout Record, from reader: inout JSONReader) throws(JSONError) {
    var seen: UInt128 = 0
    var cursor = 0
    var isFirst = true
    try reader.beginObject()
    let opening = reader.next - 1
    while let key = try reader.nextKey(isFirst: isFirst) {
      isFirst = false
      guard let index = try find(key, near: &cursor, in: reader) else {
        if Record.refusesUnknownKeys { throw try reader.unknownKey(key) }
        try reader.readUnknown(key, into: &record.unknown)
        continue
      }
      guard seen & (1 << index) == 0 else { throw reader.duplicateKey(key) }
      seen |= 1 << index
      do throws(JSONError) {
        try fields[index].read(&record, &reader)
      } catch {
        throw error.inside(key: fields[index].key.description)
      }
    }
    let missing = required & ~seen
    guard missing == 0 else {
      throw reader.missingKey(
        fields[missing.trailingZeroBitCount].key.description, opening: opening)
    }
  }

  /// The index of a key's field; nil if it has none.
  @inline(__always)
  private func find(
    _ key: JSONReader.Key, near cursor: inout Int, in reader: JSONReader
  ) throws(JSONError) -> Int? {
    guard !key.token.hasEscapes else { return try findEscaped(key, in: reader) }
    var index = cursor
    while index < fields.count {
      let order = fields[index].order(before: key)
      if order == 0 {
        cursor = index + 1
        return index
      }
      if order > 0 { break }
      index += 1
    }
    // The key belongs before `index`; unless it belongs before `cursor` too, no field has it.
    guard index == cursor, cursor > 0, fields[cursor - 1].order(before: key) > 0 else {
      cursor = index
      return nil
    }
    return findUnsorted(key, near: &cursor)
  }

  /// The index of the field of a key that came out of order.
  private func findUnsorted(_ key: JSONReader.Key, near cursor: inout Int) -> Int? {
    var low = 0
    var high = cursor
    while low < high {
      let middle = low + (high - low) / 2
      let order = fields[middle].order(before: key)
      if order == 0 {
        cursor = middle + 1
        return middle
      }
      if order < 0 { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// The index of the field of a key that somebody wrote with escapes.
  private func findEscaped(
    _ key: JSONReader.Key, in reader: JSONReader
  ) throws(JSONError) -> Int? {
    let name = try reader.string(key.token)
    return fields.firstIndex { $0.key.bytes.elementsEqual(name.utf8) }
  }

  // MARK: - Writing

  /// Writes known and unknown members in the order of their keys.
  func write(_ record: Record, to writer: inout JSONWriter) {
    writer.beginObject()
    var unknown = record.unknown[...]
    for field in fields {
      while let member = unknown.first, field.order(before: member.key) > 0 {
        writer.write(member)
        unknown.removeFirst()
      }
      let isWritten = field.write(record, &writer)
      // A known key among the unknown ones has a value that this version does not understand.
      if let member = unknown.first, field.order(before: member.key) == 0 {
        if !isWritten { writer.write(member) }
        unknown.removeFirst()
      }
    }
    for member in unknown {
      writer.write(member)
    }
    writer.endObject()
  }
}

extension JSONReader {
  /// The error of a key in an object that has no place to keep it.
  @inline(never)
  func unknownKey(_ key: Key) throws(JSONError) -> JSONError {
    let name = FileFault.quote(try string(key.token))
    return fault(
      at: key.token.start - 1, kind: .invalid, "the key \(name) is not known here",
      remedy: "delete it, or upgrade Baton if a newer one wrote it")
  }

  /// The error of an object without a key that it must have.
  @inline(never)
  func missingKey(_ key: String, opening: UnsafePointer<UInt8>) -> JSONError {
    fault(
      at: opening, kind: .invalid, "the key \"\(key)\" is missing",
      remedy: "add it to the object that begins here")
  }
}
