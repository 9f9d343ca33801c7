import BatonModel
import Synchronization

/// A place that names a person, or may, and stays as it is: somebody looks at it.
public struct PersonMention: Hashable, Sendable {
  /// The file, relative to the board's folder.
  public let file: String
  /// Where in it: the value's key, as `notes[2].text`, or the line of a text or a table.
  public let key: String
  /// Whether a name of two letters stands there between others of a script without spaces, so that
  /// it may be a part of another's.
  public let isUncertain: Bool
}

extension PersonMention: Comparable {
  /// Orders by file and key.
  public static func < (one: PersonMention, other: PersonMention) -> Bool {
    (one.file, one.key) < (other.file, other.key)
  }
}

extension PersonTraces {
  /// Where a record names the person.
  ///
  /// - Parameter passing: the keys that are passed over.
  func mentions(
    in bytes: [UInt8], of file: String, passing: Set<String> = []
  ) -> [PersonMention] {
    guard let value = try? JSONValue.decoded(from: bytes, repeatedKeys: .lastCounts) else {
      return []
    }
    var found: [PersonMention] = []
    for member in value.object ?? [:] where !passing.contains(member.key) {
      visit(member.value, at: member.key) { key, text in
        found += mention(in: text, of: file, at: key)
      }
    }
    return found
  }

  /// The lines of a text or a table that name the person.
  func mentions(inLinesOf bytes: [UInt8], of file: String, _ search: NameSearch) -> [PersonMention]
  {
    let lines = TextDecoding.decode(bytes).utf8.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return lines.enumerated().flatMap { number, line in
      guard line.withUnsafeBytes(search.mayFind) else { return [PersonMention]() }
      return mention(
        in: String(decoding: line, as: UTF8.self), of: file, at: "line \(number + 1)")
    }
  }

  private func mention(in text: String, of file: String, at key: String) -> [PersonMention] {
    let isNamed = names(in: text)
    guard isNamed || mayName(text) else { return [] }
    return [PersonMention(file: file, key: key, isUncertain: !isNamed)]
  }

  private func visit(_ value: JSONValue, at key: String, _ take: (String, String) -> Void) {
    switch value {
    case .string(let text): take(key, text)
    case .array(let values):
      for (place, value) in values.enumerated() { visit(value, at: "\(key)[\(place)]", take) }
    case .object(let members):
      for member in members { visit(member.value, at: "\(key).\(member.key)", take) }
    case .number, .null, .bool: break
    }
  }
}

/// Tells quickly that a file does not name a person, so that few files are looked through.
struct NameSearch: Sendable {
  /// A part of each name and address that is of plain letters, in small ones.
  private var parts: [[UInt8]] = []
  /// Whether a name has hardly any plain letters: then every file that has others may hold it.
  private var hasOtherLetters = false

  init(_ traces: PersonTraces) {
    for trace in traces.emails.sorted() + traces.names {
      let runs = trace.lowercased().split { !Self.isPlain($0) }
      if let run = runs.max(by: { $0.utf8.count < $1.utf8.count }), run.utf8.count >= 3 {
        parts.append(Array(run.utf8))
      } else {
        hasOtherLetters = true
      }
    }
    parts = Array(Set(parts))
  }

  /// Whether a character is written alike in every file.
  private static func isPlain(_ character: Character) -> Bool {
    guard let byte = character.asciiValue else { return false }
    return byte >= 0x20 && byte < 0x7F && !"\"\\/".contains(character)
  }

  /// Whether the person may be named in these bytes: where none is, they are not.
  ///
  /// - Complexity: O(bytes), times the parts where these begin alike.
  func mayFind(in bytes: UnsafeRawBufferPointer) -> Bool {
    for place in bytes.indices {
      let byte = bytes[place]
      if byte >= 0x80 {
        if hasOtherLetters { return true }
      } else if byte == UInt8(ascii: "\\") {
        // What stands behind an escape is not read here.
        if place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: "u") { return true }
      } else if parts.contains(where: { Self.stands($0, in: bytes, at: place) }) {
        return true
      }
    }
    return false
  }

  private static func stands(
    _ part: [UInt8], in bytes: UnsafeRawBufferPointer, at place: Int
  ) -> Bool {
    guard place + part.count <= bytes.count else { return false }
    for offset in part.indices {
      let byte = bytes[place + offset]
      let small = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      if small != part[offset] { return false }
    }
    return true
  }
}

extension BoardFolder {
  /// Where other leads, campaigns and documents name the person.
  ///
  /// - Parameter own: the files of the person's own leads.
  /// - Complexity: O(bytes of all leads): few files are decoded.
  func mentions(
    _ traces: PersonTraces, _ search: NameSearch, outside own: Set<BoardPath>
  ) throws(StoreError) -> [PersonMention] {
    let kinds = [BoardPath.Kind.campaign, .collateral].map { BoardPath.folder(of: $0) }
    var folders = kinds
    if case .folders(let leads) = ScanJob<Lead>(folder: BoardPath.leadsFolder, of: files).subject {
      folders += leads
    }
    let moment = files.moment()
    let found = Mutex<[PersonMention]>([])
    try reachingFiles { () throws(FolderError) in
      try FileScan(root: path, subject: .folders(folders)).run(
        makeTransform: {
          { file, contents in
            moment.withContents(of: file, found: contents) { contents -> [PersonMention]? in
              guard case .success(let bytes) = contents, search.mayFind(in: bytes),
                let path = BoardPath(folder: file.folder, name: file.name), !own.contains(path)
              else { return nil }
              // Who has the same name is another; who has the same address is named as such.
              let passing: Set = ["id", "name", "people", "company", "seal"]
              return traces.mentions(
                in: Array(bytes), of: file.path, passing: path.kind == .lead ? passing : [])
            }
          }
        },
        deliver: { batch in
          let mentions = batch.values.flatMap(\.self)
          if !mentions.isEmpty { found.withLock { $0 += mentions } }
        })
    }
    return found.withLock { $0 }
  }
}
