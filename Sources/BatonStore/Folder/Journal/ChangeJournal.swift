import BatonModel

/// One file of a change of several.
struct FileChange: Hashable, Sendable {
  let place: FilePlace
  /// The bytes that are replaced; nil where there was no file.
  let was: [UInt8]?
  /// The bytes to be; nil where the file goes.
  let becomes: [UInt8]?
}

/// What is meant to become of several files together, kept on the disk until all of it is done.
///
/// The file is a line of JSON that names the files and counts their bytes, and then these bytes,
/// first the old and then the new of each file, as they are. So it can be read by people, holds
/// files of any content, and is known to be whole by its length.
struct ChangeJournal: Hashable, Sendable {
  /// The files in the order in which they are written.
  let changes: [FileChange]
  /// Who writes them, as a lock is signed.
  let writer: String
  /// Its number among the changes that readers are told of; 0 where it has none.
  let number: Int
  /// Whether it removes what is known of a person, so that its files are named nowhere else.
  let isForgetting: Bool

  /// The folders that have to be locked for it.
  var folders: Set<String> { Set(changes.map(\.place.folder)) }

  init(_ changes: [FileChange], writer: String, number: Int = 0, isForgetting: Bool = false) {
    self.changes = changes
    self.writer = writer
    self.number = number
    self.isForgetting = isForgetting
  }

  /// The journal's file.
  func encoded() -> [UInt8] {
    let header = JournalHeader(
      writer: writer,
      files: changes.map { change in
        JournalHeader.File(
          path: change.place.description, was: change.was?.count, becomes: change.becomes?.count)
      }, number: number, isForgetting: isForgetting)
    var bytes = header.encoded(.compact)
    for change in changes { bytes += (change.was ?? []) + (change.becomes ?? []) }
    return bytes
  }

  /// Reads the journal's file.
  ///
  /// - Throws: `FileFault` of the kind `newer` for one of a newer Baton, `malformed` for one that
  ///   is not whole, which only a damaged disk or somebody's hand makes of it.
  init(_ bytes: [UInt8], file: String) throws(FileFault) {
    let line = bytes.prefix { $0 != UInt8(ascii: "\n") }
    let header: JournalHeader
    do throws(JSONError) {
      header = try RecordFile<JournalHeader>.decode(Array(line))
    } catch {
      if error.kind == .newer { throw FileFault(file: file, error) }
      throw .damagedJournal(file)
    }
    var rest = bytes.dropFirst(line.count + 1)
    func take(_ count: Int?) throws(FileFault) -> [UInt8]? {
      guard let count else { return nil }
      guard count >= 0, count <= rest.count else { throw .damagedJournal(file) }
      defer { rest = rest.dropFirst(count) }
      return Array(rest.prefix(count))
    }
    var changes: [FileChange] = []
    for entry in header.files {
      guard let place = FilePlace(relative: entry.path) else { throw .damagedJournal(file) }
      let was = try take(entry.was)
      changes.append(FileChange(place: place, was: was, becomes: try take(entry.becomes)))
    }
    guard rest.isEmpty else { throw .damagedJournal(file) }
    self.init(
      changes, writer: header.writer, number: header.number, isForgetting: header.isForgetting)
  }
}

extension FileFault {
  /// A journal is not what was written.
  fileprivate static func damagedJournal(_ file: String) -> FileFault {
    FileFault(
      file: file, kind: .malformed, message: "this journal of an unfinished change is damaged",
      remedy: "look whether the files that it names fit each other, then move it away")
  }
}

/// The first line of a journal.
private struct JournalHeader: FileRecord {
  /// One file, and how many bytes it has before and after; without a number there is no file.
  struct File: ClosedJSONRecord {
    var path: String
    var was: Int?
    var becomes: Int?

    static let blank = File(path: "")
    static let fields: RecordFields<File> = [
      .optional("becomes", \.becomes),
      .required("path", \.path),
      .optional("was", \.was),
    ]
  }

  var schema = Board.currentSchema
  var writer: String
  var files: [File]
  var number = 0
  var isForgetting = false
  var unknown: JSONObject = [:]

  /// It is written once.
  var revision: Int { 1 }

  static let blank = JournalHeader(writer: "", files: [])
  static let fields: RecordFields<JournalHeader> = [
    .list("files", \.files),
    .defaulted("forgets", \.isForgetting, to: false),
    .defaulted("number", \.number, to: 0),
    .required("schema", \.schema),
    .required("writer", \.writer),
  ]
}
