import BatonModel

/// The rows of a file under the names of its columns, before anything is known of their meaning.
public struct ImportTable: Sendable {
  /// One row of cells, as many as there are columns.
  public struct Row: Hashable, Sendable {
    /// Where the row begins in the file, from 1.
    public var line: Int
    /// The cells in the order of the columns, exactly as written.
    public var cells: [String]
  }

  /// How a file is written.
  public enum Format: Hashable, Sendable {
    /// Delimited text.
    case delimited
    /// JSON or JSON Lines.
    case json
  }

  /// How the file is written.
  public internal(set) var format: Format
  /// The names of the columns, each different from the others.
  public internal(set) var columns: [String]
  /// The rows that could be read.
  public internal(set) var rows: [Row]
  /// The rows that could not.
  public internal(set) var refused: [RefusedRow]
  /// What was noticed while reading.
  public internal(set) var notices: [ImportNotice]

  /// How many rows the file holds, those that could not be read included.
  public var rowCount: Int { rows.count + refused.count }

  /// The cells of a column.
  func cells(_ column: Int) -> some Sequence<String> { rows.lazy.map { $0.cells[column] } }

  /// The place of a column by its name; white space and case do not count.
  func index(of column: String) -> Int? {
    let folded = CellText.folded(column)
    return columns.firstIndex(of: column) ?? columns.firstIndex { CellText.folded($0) == folded }
  }

  /// Names for columns from the cells of a header row: trimmed, numbered where they are missing
  /// or stand twice.
  static func names(from header: [String]) -> [String] {
    var taken: Set<String> = []
    return header.enumerated().map { place, cell in
      let name = CellText.isBlank(cell) ? "column \(place + 1)" : CellText.trimmed(cell)
      var candidate = name
      var number = 2
      while !taken.insert(CellText.folded(candidate)).inserted {
        candidate = "\(name) (\(number))"
        number += 1
      }
      return candidate
    }
  }
}

/// A row that was not taken in, and why.
public struct RefusedRow: Hashable, Sendable {
  /// Where the row begins in the file, from 1.
  public var line: Int
  /// Why it was refused, in a sentence.
  public var reason: String
  /// What to do about it, in a sentence.
  public var remedy: String
  /// The cells as written, as far as they could be read.
  public var cells: [String]

  /// A refused row.
  public init(line: Int, reason: String, remedy: String, cells: [String] = []) {
    self.line = line
    self.reason = reason
    self.remedy = remedy
    self.cells = cells
  }
}

/// Something that whoever imports a file should know, though it stops nothing.
public struct ImportNotice: Hashable, Sendable {
  /// What was noticed, in a sentence.
  public var text: String
  /// What can be done about it, in a sentence; nil where nothing needs to be.
  public var remedy: String?

  /// A notice.
  public init(_ text: String, remedy: String? = nil) {
    self.text = text
    self.remedy = remedy
  }

  /// What was noticed and what can be done about it, in one line.
  public var sentences: String { [text, remedy].compactMap(\.self).joined(separator: " ") }
}

/// Why a file as a whole cannot be imported.
public struct ImportFileFault: Error, Hashable, Sendable {
  /// The file's name as it was given; empty where only its bytes were.
  public var file: String
  /// The line to look at, from 1; nil where the fault is not in one line.
  public var line: Int?
  /// What is wrong, in a sentence.
  public var what: String
  /// What to do about it, in a sentence.
  public var remedy: String

  /// A fault.
  public init(file: String = "", line: Int? = nil, what: String, remedy: String) {
    self.file = file
    self.line = line
    self.what = what
    self.remedy = remedy
  }
}
