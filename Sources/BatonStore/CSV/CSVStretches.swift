import BatonModel

/// Delimited text as stretches of bytes, so that rows can be taken out of it and all others stay as
/// they were written.
struct CSVStretches {
  /// A row, and the lines up to the next.
  struct Row {
    /// The bytes, with the break at the end of the line.
    let bytes: ArraySlice<UInt8>
    /// The cells; a fault where nobody can say where each ends.
    let cells: Result<[String], CSVFault>
    fileprivate let delimiter: UInt8

    /// What stands between delimiters and the ends of lines, without quotes.
    var pieces: [String] {
      let ends: Set = [delimiter, UInt8(ascii: "\n"), UInt8(ascii: "\r")]
      return bytes.split(whereSeparator: ends.contains).map { piece in
        String(decoding: piece.filter { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
      }
    }
  }

  /// All up to the first row, with the header.
  let head: [UInt8]
  /// The names of the columns.
  let header: [String]
  /// The rows in which something stands.
  private(set) var rows: [Row] = []

  /// Divides a file.
  ///
  /// - Throws: `CSVFault` where there is no header, or where nobody can say what the rest means.
  init(_ bytes: [UInt8]) throws(CSVFault) {
    let text = TextDecoding.decode(bytes).utf8
    let (start, stated) = ImportTable.separatorLine(in: text)
    let body = Array(text[start...])
    let delimiter = stated ?? .detected(in: body)
    var reader = CSVReader(utf8: body, delimiter: delimiter)
    guard let header = try reader.next() else { throw .noHeader }
    self.header = header.fields
    var end = reader.offset
    head = Array(text[..<start] + body[..<end])
    while true {
      let cells: Result<[String], CSVFault>
      do throws(CSVFault) {
        guard let record = try reader.next() else { break }
        cells = .success(record.fields)
      } catch {
        guard error.isConfinedToRecord else { throw error }
        cells = .failure(error)
      }
      rows.append(
        Row(bytes: body[end..<reader.offset], cells: cells, delimiter: delimiter.byte))
      end = reader.offset
    }
  }
}
