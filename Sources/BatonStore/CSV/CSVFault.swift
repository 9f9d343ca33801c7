/// What is wrong with a delimited text file, and where.
public enum CSVFault: Error, Equatable, Sendable {
  /// A quoted field that begins on `line` is never closed.
  ///
  /// What the rest of the file means cannot be known, so reading ends here.
  case unterminatedQuote(line: Int)
  /// Text follows a closing quote at `line` and `column` (in bytes, from 1).
  case textAfterQuote(line: Int, column: Int)
  /// The record that begins on `line` has more or fewer fields than the header.
  case raggedRow(line: Int, expected: Int, found: Int)
  /// A field of the record that begins on `line` is longer than `limit` bytes.
  case fieldTooLong(line: Int, limit: Int)
  /// The file holds no header row.
  case noHeader

  /// The physical line to look at, from 1.
  public var line: Int {
    switch self {
    case .unterminatedQuote(let line), .textAfterQuote(let line, _), .raggedRow(let line, _, _),
      .fieldTooLong(let line, _):
      line
    case .noHeader: 1
    }
  }

  /// Whether the records after the faulty one can still be trusted.
  public var isConfinedToRecord: Bool {
    switch self {
    case .textAfterQuote, .raggedRow: true
    case .unterminatedQuote, .fieldTooLong, .noHeader: false
    }
  }

  /// What is wrong, in one sentence without the place.
  public var explanation: String {
    switch self {
    case .unterminatedQuote: "a quote is opened here and never closed"
    case .textAfterQuote(_, let column): "text follows a closing quote at column \(column)"
    case .raggedRow(_, let expected, let found):
      "\(found) cells where the header has \(expected)"
    case .fieldTooLong(_, let limit): "a cell is longer than \(limit) bytes"
    case .noHeader: "there is no header row"
    }
  }

  /// What to do about it, in one sentence.
  public var remedy: String {
    switch self {
    case .unterminatedQuote: "Close the quote, or double it if it belongs to the text."
    case .textAfterQuote: "Double the quotes that belong to the text, or remove the stray one."
    case .raggedRow:
      "Quote cells that hold the delimiter or a line break, and give every row all its cells."
    case .fieldTooLong: "Look for a quote that is opened by mistake, or shorten the cell."
    case .noHeader: "Give the file a first row with the names of its columns."
    }
  }
}
