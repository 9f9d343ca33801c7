public import BatonModel

/// A record that is a file of its own, with the version of its format.
public protocol FileRecord: JSONRecord {
  /// The version of the file format.
  var schema: Int { get }
  /// Counts the rewrites of the file.
  var revision: Int { get }
}

/// Reads and writes the files of one kind.
///
/// Whoever writes a file again writes the record that was read from its newest bytes: then all
/// that Baton does not know is still in it.
public enum RecordFile<Record: FileRecord> {
  /// The record in a file's bytes.
  ///
  /// - Parameters:
  ///   - bytes: the whole file, which must not change meanwhile.
  ///   - pool: shares the storage of repeated strings among the files that one thread reads.
  /// - Throws: `JSONError`; its kind is `newer` for a file with a later schema than ours, whatever
  ///   else is in it, and such a file must not be written over.
  public static func decode(
    _ bytes: UnsafeRawBufferPointer, pool: StringPool? = nil
  ) throws(JSONError) -> Record {
    let record: Record
    do throws(JSONError) {
      record = try JSONReader.read(bytes, pool: pool) { reader throws(JSONError) in
        try Record.read(from: &reader)
      }
    } catch {
      // What we take for a mistake may be a newer version's way to say it.
      if error.kind == .invalid { try checkSchema(bytes) }
      throw error
    }
    if record.schema != Board.currentSchema { try checkSchema(bytes) }
    return record
  }

  /// The record in a file's bytes.
  public static func decode(
    _ bytes: [UInt8], pool: StringPool? = nil
  ) throws(JSONError) -> Record {
    try JSONReader.withBytes(bytes) { buffer throws(JSONError) in
      try decode(buffer, pool: pool)
    }
  }

  /// The bytes of a record's file: sorted, indented, with a final newline.
  public static func encode(_ record: Record) -> [UInt8] {
    record.encoded()
  }

  /// Throws if the file's schema is not ours, and says where it stands.
  private static func checkSchema(_ bytes: UnsafeRawBufferPointer) throws(JSONError) {
    _ = try JSONReader.read(bytes) { reader throws(JSONError) in
      try SchemaProbe.read(from: &reader)
    }
  }
}

/// A lead's file.
public typealias LeadFile = RecordFile<Lead>
/// The file of a board's settings.
public typealias BoardFile = RecordFile<Board>
/// A campaign's file.
public typealias CampaignFile = RecordFile<Campaign>
/// A document's file.
public typealias CollateralFile = RecordFile<Collateral>
/// A meeting's file.
public typealias MeetingFile = RecordFile<Meeting>

/// Any file of a board, as far as every version can read it.
private struct SchemaProbe: JSONRecord {
  var schema: Schema?
  var unknown: JSONObject = [:]

  static let blank = SchemaProbe()
  static let fields: RecordFields<SchemaProbe> = [
    .optional("schema", \.schema)
  ]
}

/// The version of a file format that we can read.
private struct Schema: JSONCodable {
  static func read(from reader: inout JSONReader) throws(JSONError) -> Schema {
    _ = reader.skipWhitespace()
    let place = reader.next
    let number = try reader.readInt()
    let known = Board.currentSchema
    guard number <= known else {
      throw reader.fault(
        at: place, kind: .newer,
        "this file was written by a newer Baton (schema \(number), this one knows \(known))",
        remedy: "upgrade Baton on this machine; until then the file is left alone")
    }
    guard number == known else {
      throw reader.fault(
        at: place, kind: .invalid, "there is no schema \(number)", remedy: "write \(known)")
    }
    return Schema()
  }

  func write(to writer: inout JSONWriter) {
    writer.write(Board.currentSchema)
  }
}
