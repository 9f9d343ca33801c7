internal import TerminalCanvas

/// The cells to write for a frame, in the order and the company in which they may be written.
///
/// ncurses and the terminal may disagree on the columns that a wide glyph or one with marks
/// takes. ncurses writes what changed in a row in one go and trusts that the cursor stands where
/// it thinks; so wide glyphs side by side, and each glyph with marks, end a piece, and what follows
/// in that row belongs to a later round, to which the cursor comes by an absolute move. What
/// stands right behind a glyph with marks is written again although it did not change, since a
/// terminal that knows no marks draws them there. A frame without such glyphs, or in which none
/// changed, takes one round.
struct FramePieces {
  /// Cells side by side that are written in one go.
  struct Piece: Equatable {
    let row: Int
    let columns: Range<Int>
    /// Where those begin that did not change and are written all the same.
    let unchanged: Int
  }

  /// The pieces of each round, from the top to the bottom.
  private(set) var rounds: [[Piece]] = []

  private let frame: Frame
  private let bounds: Size
  private var row = -1
  private var end = 0
  private var round = 0

  /// - Parameters:
  ///   - changes: What differs from what is shown, by rows and columns.
  ///   - frame: The frame to show.
  ///   - bounds: The screen; what lies outside is left out.
  init(_ changes: [Frame.Change], of frame: Frame, within bounds: Size) {
    self.frame = frame
    self.bounds = Size(
      min(bounds.columns, frame.size.columns), min(bounds.rows, frame.size.rows))
    for change in changes where change.row < self.bounds.rows { add(change) }
  }

  private mutating func add(_ change: Frame.Change) {
    if change.row != row {
      row = change.row
      end = 0
      round = 0
    } else if (end..<max(end, change.columns.lowerBound)).contains(where: isDelicate) {
      round += 1
    }
    var start = max(end, change.columns.lowerBound)
    var column = start
    let changed = min(change.columns.upperBound, bounds.columns)
    var upper = changed
    while column < upper {
      let isDelicate = isDelicate(column)
      let hasMarks = cell(column).hasMarks
      column += width(column)
      // Should the terminal take other columns for one wide glyph, then for the next as well.
      while isDelicate, !hasMarks, column < bounds.columns, width(column) == 2 {
        column += 2
      }
      guard isDelicate else { continue }
      append(start..<column, changed: changed)
      round += 1
      start = column
      if hasMarks, column >= upper, column < bounds.columns { upper = column + width(column) }
    }
    append(start..<column, changed: changed)
    end = max(end, column)
  }

  private func cell(_ column: Int) -> Cell {
    frame.cells[row * frame.size.columns + column]
  }

  /// The columns of the glyph whose first cell is at a column.
  private func width(_ column: Int) -> Int {
    max(1, Int(cell(column).columns))
  }

  private mutating func append(_ columns: Range<Int>, changed: Int) {
    guard !columns.isEmpty else { return }
    while rounds.count <= round { rounds.append([]) }
    let unchanged = min(max(changed, columns.lowerBound), columns.upperBound)
    rounds[round].append(Piece(row: row, columns: columns, unchanged: unchanged))
  }

  private func isDelicate(_ column: Int) -> Bool {
    let cell = cell(column)
    return cell.columns != 1 || cell.hasMarks
  }
}
