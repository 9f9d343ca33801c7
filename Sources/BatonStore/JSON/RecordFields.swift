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
/// Its memory is never freed: a table belongs to a `static let`.
public struct RecordFields<Record: JSONRecord>: Sendable, ExpressibleByArrayLiteral {
  private let table: RecordTable

  /// Makes a table of at most 128 fields with different keys.
  public init(arrayLiteral fields: RecordField<Record>...) {
    table = RecordTable(
      fields.map(\.entry), keepsUnknownKeys: !Record.refusesUnknownKeys)
  }

  /// The known keys, in the order of their bytes.
  var keys: [String] { table.keys }

  /// Reads an object into a blank record.
  func read(into record: inout Record, from reader: inout JSONReader) throws(JSONError) {
    let result = withUnsafeMutablePointer(to: &record) { pointer in
      table.read(into: pointer, from: &reader)
    }
    switch result {
    case .success(let unknown):
      if !unknown.isEmpty { record.unknown = unknown }
    case .failure(let error): throw error
    }
  }

  /// Writes known and unknown members in the order of their keys.
  func write(_ record: Record, to writer: inout JSONWriter) {
    withUnsafePointer(to: record) { pointer in
      table.write(pointer, unknown: pointer.pointee.unknown, to: &writer)
    }
  }
}

/// The known keys of some record, in the order of their bytes.
///
/// The entries are never freed, since a table belongs to a `static let`: an array would be retained
/// and released for each record by all threads that read, which then wait for each other.
struct RecordTable: Sendable {
  /// Written once, before anybody else can see it.
  nonisolated(unsafe) private let first: UnsafePointer<RecordEntry>
  private let count: Int
  /// A bit for each key that must be there.
  private let required: UInt128
  private let keepsUnknownKeys: Bool

  init(_ entries: [RecordEntry], keepsUnknownKeys: Bool) {
    let sorted = entries.sorted { $0.key.bytes.lexicographicallyPrecedes($1.key.bytes) }
    precondition(sorted.count <= UInt128.bitWidth, "more keys than bits")
    precondition(
      zip(sorted, sorted.dropFirst()).allSatisfy { !$0.key.bytes.elementsEqual($1.key.bytes) },
      "a key stands twice")
    let storage = UnsafeMutablePointer<RecordEntry>.allocate(capacity: sorted.count)
    for (place, entry) in sorted.enumerated() { (storage + place).initialize(to: entry) }
    first = UnsafePointer(storage)
    count = sorted.count
    self.keepsUnknownKeys = keepsUnknownKeys
    required = sorted.indices.reduce(0) { $0 | (sorted[$1].kind == .required ? 1 << $1 : 0) }
  }

  private var entries: UnsafeBufferPointer<RecordEntry> {
    UnsafeBufferPointer(start: first, count: count)
  }

  var keys: [String] { entries.map(\.key.description) }

  /// An entry in its place: to copy one is to retain what its functions hold, which all threads
  /// that read do for each key.
  private func entry(_ index: Int) -> UnsafePointer<RecordEntry> { first + index }

  // MARK: - Reading

  /// Reads an object into the record at `base`, and returns the members whose keys have no entry.
  func read(
    into base: UnsafeMutableRawPointer, from reader: inout JSONReader
  ) -> Result<JSONObject, JSONError> {
    do throws(JSONError) {
      return .success(try readMembers(into: base, from: &reader))
    } catch {
      return .failure(error)
    }
  }

  /// Files are written with their keys sorted, so the entry of a key is nearly always the one after
  /// that of the key before, or shortly after it; only a key out of order is searched for.
  private func readMembers(
    into base: UnsafeMutableRawPointer, from reader: inout JSONReader
  ) throws(JSONError) -> JSONObject {
    var unknown: [JSONObject.Member] = []
    var seen: UInt128 = 0
    var cursor = 0
    var isFirst = true
    try reader.beginObject()
    let content = reader.next
    while let key = try reader.nextKey(isFirst: isFirst) {
      isFirst = false
      guard let index = try find(key, near: &cursor, in: reader) else {
        guard keepsUnknownKeys else { throw try reader.unknownKey(key) }
        unknown.append(try reader.readMember(key))
        continue
      }
      guard seen & (1 << index) == 0 else { throw reader.duplicateKey(key) }
      seen |= 1 << index
      do throws(JSONError) {
        try read(entry(index), into: base, from: &reader, unknown: &unknown)
      } catch {
        throw error.inside(key: entry(index).pointee.key.description)
      }
    }
    let missing = required & ~seen
    guard missing == 0 else {
      let key = entry(missing.trailingZeroBitCount).pointee.key.description
      throw reader.missingKey(key, opening: content - 1)
    }
    return try reader.object(of: unknown, content: content)
  }

  /// Reads the value of one key.
  private func read(
    _ entry: UnsafePointer<RecordEntry>, into base: UnsafeMutableRawPointer,
    from reader: inout JSONReader,
    unknown: inout [JSONObject.Member]
  ) throws(JSONError) {
    if entry.pointee.kind != .required, try reader.skipNull() { return }
    guard entry.pointee.kind == .ifUnderstood else {
      try entry.pointee.read(base + entry.pointee.offset, &reader)
      return
    }
    let before = reader
    do throws(JSONError) {
      try entry.pointee.read(base + entry.pointee.offset, &reader)
    } catch {
      guard error.kind == .invalid else { throw error }
      reader = before
      unknown.append(
        JSONObject.Member(key: entry.pointee.key.description, value: try reader.readValue()))
    }
  }

  /// The index of a key's entry; nil if it has none.
  private func find(
    _ key: JSONReader.Key, near cursor: inout Int, in reader: JSONReader
  ) throws(JSONError) -> Int? {
    guard !key.token.hasEscapes else { return try findEscaped(key, in: reader) }
    var index = cursor
    while index < count {
      let order = entry(index).pointee.order(before: key)
      if order == 0 {
        cursor = index + 1
        return index
      }
      if order > 0 { break }
      index += 1
    }
    // The key belongs before `index`; unless it belongs before `cursor` too, no entry has it. It
    // may be the key just read, once more.
    guard index == cursor, cursor > 0, entry(cursor - 1).pointee.order(before: key) >= 0 else {
      cursor = index
      return nil
    }
    return findUnsorted(key, near: &cursor)
  }

  /// The index of the entry of a key that came out of order.
  private func findUnsorted(_ key: JSONReader.Key, near cursor: inout Int) -> Int? {
    var low = 0
    var high = cursor
    while low < high {
      let middle = low + (high - low) / 2
      let order = entry(middle).pointee.order(before: key)
      if order == 0 {
        cursor = middle + 1
        return middle
      }
      if order < 0 { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// The index of the entry of a key that somebody wrote with escapes.
  private func findEscaped(
    _ key: JSONReader.Key, in reader: JSONReader
  ) throws(JSONError) -> Int? {
    let name = try reader.string(key.token)
    return entries.firstIndex { $0.key.bytes.elementsEqual(name.utf8) }
  }

  // MARK: - Writing

  /// Writes the record at `base` and the members whose keys have no entry.
  func write(_ base: UnsafeRawPointer, unknown: JSONObject, to writer: inout JSONWriter) {
    writer.beginObject()
    var unknown = unknown[...]
    for entry in entries {
      while let member = unknown.first, entry.order(before: member.key) > 0 {
        writer.write(member)
        unknown.removeFirst()
      }
      let isWritten = entry.write(base + entry.offset, &writer, entry.key)
      // A known key among the unknown ones has a value that this version does not understand.
      if let member = unknown.first, entry.order(before: member.key) == 0 {
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
