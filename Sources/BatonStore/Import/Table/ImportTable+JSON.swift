import BatonModel

extension ImportTable {
  /// Whether a file holds JSON rather than delimited text: its name says so, or it begins with a
  /// bracket or brace.
  public static func isJSON(_ bytes: [UInt8], name: String) -> Bool {
    let name = name.lowercased()
    if [".json", ".jsonl", ".ndjson"].contains(where: name.hasSuffix) { return true }
    if [".csv", ".tsv", ".txt"].contains(where: name.hasSuffix) { return false }
    let first = TextDecoding.decode(Array(bytes.prefix(4_096))).utf8.first { $0 > 0x20 }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }

  /// Reads a list of objects, one object, or JSON Lines.
  ///
  /// Each key is a column; a key of an object inside is named with a dot, as in `person.name`, a
  /// list of plain values becomes one cell divided by `; `, and `null` is a blank cell. In JSON
  /// Lines a line that is no object is refused and the rest read on.
  ///
  /// - Complexity: O(bytes).
  public static func readJSON(_ bytes: [UInt8]) throws(ImportFileFault) -> ImportTable {
    let text = TextDecoding.decode(bytes).utf8
    var collector = ObjectCollector()
    do throws(JSONError) {
      if isJSONLines(text) {
        collector.readLines(text)
      } else {
        try JSONReader.read(text, repeatedKeys: .lastCounts) { reader throws(JSONError) in
          try collector.readDocument(&reader)
        }
      }
    } catch {
      throw ImportFileFault(error)
    }
    return collector.table
  }

  /// Whether the first line that has anything on it is an object by itself.
  private static func isJSONLines(_ text: [UInt8]) -> Bool {
    let lines = text.split(separator: UInt8(ascii: "\n"), maxSplits: 64)
    guard let first = lines.first(where: { $0.contains { $0 > 0x20 } }),
      first.first(where: { $0 > 0x20 }) == UInt8(ascii: "{")
    else { return false }
    return (try? JSONValue.decoded(from: Array(first), repeatedKeys: .lastCounts)) != nil
  }
}

extension ImportFileFault {
  init(_ error: JSONError, file: String = "") {
    self.init(
      file: file, line: error.line, what: "Column \(error.column): \(error.message)".asSentence,
      remedy: error.remedy.asSentence)
  }
}

/// Makes rows of objects whose keys are not known beforehand.
private struct ObjectCollector {
  private var columns: [String] = []
  private var indices: [String: Int] = [:]
  private var rows: [ImportTable.Row] = []
  private var refused: [RefusedRow] = []

  /// The rows, each filled up to the columns that came after it.
  var table: ImportTable {
    let full = rows.map { row in
      let missing = columns.count - row.cells.count
      return ImportTable.Row(
        line: row.line, cells: row.cells + Array(repeating: "", count: missing))
    }
    return ImportTable(
      format: .json, columns: columns, rows: full, refused: refused, notices: [])
  }

  mutating func readLines(_ text: [UInt8]) {
    let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() where line.contains(where: { $0 > 0x20 }) {
      do throws(JSONError) {
        let value = try JSONValue.decoded(from: Array(line), repeatedKeys: .lastCounts)
        add(value, line: number + 1)
      } catch {
        refused.append(
          RefusedRow(
            line: number + 1, reason: "Column \(error.column): \(error.message)".asSentence,
            remedy: error.remedy.asSentence, cells: [String(decoding: line, as: UTF8.self)]))
      }
    }
  }

  mutating func readDocument(_ reader: inout JSONReader) throws(JSONError) {
    guard reader.skipWhitespace() == UInt8(ascii: "[") else {
      add(try reader.readValue(), line: 1)
      return
    }
    var counted = reader.start
    var line = 1
    try reader.beginArray()
    var isFirst = true
    while try reader.hasElement(isFirst: isFirst) {
      isFirst = false
      _ = reader.skipWhitespace()
      let gone = UnsafeBufferPointer(start: counted, count: reader.next - counted)
      line += gone.reduce(0) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
      counted = reader.next
      add(try reader.readValue(), line: line)
    }
  }

  private mutating func add(_ value: JSONValue, line: Int) {
    guard let object = value.object else {
      refused.append(
        RefusedRow(
          line: line, reason: "This is no object.",
          remedy: "Give each lead as an object with a key for each fact.",
          cells: [Self.cell(value)]))
      return
    }
    var cells = [String](repeating: "", count: columns.count)
    put(object, under: "", into: &cells)
    if !cells.allSatisfy(CellText.isBlank) {
      rows.append(ImportTable.Row(line: line, cells: cells))
    }
  }

  private mutating func put(
    _ object: JSONObject, under prefix: String, into cells: inout [String]
  ) {
    for member in object {
      let key = prefix + LoneSurrogate.replaced(in: member.key)
      if let inner = member.value.object {
        put(inner, under: key + ".", into: &cells)
        continue
      }
      let cell = Self.cell(member.value)
      if let index = indices[key] {
        cells[index] = cell
      } else {
        indices[key] = columns.count
        columns.append(key)
        cells.append(cell)
      }
    }
  }

  /// A value as the text of a cell.
  private static func cell(_ value: JSONValue) -> String {
    switch value {
    case .null: return ""
    case .bool(let value): return value ? "true" : "false"
    case .number(let number): return number.text
    case .string(let text): return LoneSurrogate.replaced(in: text)
    case .array(let elements):
      let isPlain = elements.allSatisfy { $0.array == nil && $0.object == nil }
      if isPlain { return elements.map(cell).joined(separator: "; ") }
      return compact(value)
    case .object: return compact(value)
    }
  }

  private static func compact(_ value: JSONValue) -> String {
    String(decoding: value.encoded(.compact).dropLast(), as: UTF8.self)
  }
}
