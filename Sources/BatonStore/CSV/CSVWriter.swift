/// Writes delimited text as RFC 4180 has it: commas, CRLF, quotes where needed.
public struct CSVWriter: Sendable {
  /// What was written so far, in UTF-8.
  public private(set) var bytes: [UInt8] = []
  private let delimiter: CSVDelimiter

  /// Starts an empty text.
  public init(delimiter: CSVDelimiter = .comma) { self.delimiter = delimiter }

  /// Appends one record with its line break.
  ///
  /// A cell is quoted if it holds a quote, a line break or any delimiter, since a program that is
  /// set to another delimiter would split it; and if it is the only one and empty, which would
  /// otherwise read as no record at all.
  public mutating func append(_ cells: [String]) {
    for (place, cell) in cells.enumerated() {
      if place > 0 { bytes.append(delimiter.byte) }
      append(cell, isAlone: cells.count == 1)
    }
    bytes.append(contentsOf: "\r\n".utf8)
  }

  /// Hands over what was written since the last call, for writing a long text piece by piece.
  public mutating func takeBytes() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  private mutating func append(_ cell: String, isAlone: Bool) {
    let quote = UInt8(ascii: "\"")
    let needsQuotes =
      (cell.isEmpty && isAlone)
      || cell.utf8.contains { byte in
        switch byte {
        case quote, UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: ","), UInt8(ascii: ";"),
          UInt8(ascii: "\t"), UInt8(ascii: "|"):
          true
        default: false
        }
      }
    guard needsQuotes else {
      bytes.append(contentsOf: cell.utf8)
      return
    }
    bytes.append(quote)
    for byte in cell.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }
}
