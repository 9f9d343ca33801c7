extension Frame {
  /// Cells side by side in one row that look different from before.
  public struct Change: Hashable, Sendable {
    /// The row that they stand in.
    public let row: Int
    /// Their columns; the first is never the right half of a glyph, the last never a left half.
    public let columns: Range<Int>

    /// Makes a run of changed cells.
    public init(row: Int, columns: Range<Int>) {
      self.row = row
      self.columns = columns
    }
  }

  /// The cells to write so that a terminal that shows `previous` shows this frame.
  ///
  /// - Parameter previous: What is shown now; nil, or another size, means everything is written.
  /// - Returns: Runs from the top to the bottom and from left to right.
  /// - Complexity: O(cells), a few instructions each.
  public func changes(since previous: Frame?) -> [Change] {
    let width = size.columns
    guard let previous, previous.size == size else {
      return width == 0 ? [] : (0..<size.rows).map { Change(row: $0, columns: 0..<width) }
    }
    var changes: [Change] = []
    cells.withUnsafeBufferPointer { new in
      previous.cells.withUnsafeBufferPointer { old in
        for row in 0..<size.rows {
          let base = row * width
          var column = 0
          while column < width {
            let index = base + column
            if looksSame(new[index], old[index], in: previous) {
              column += 1
              continue
            }
            var start = column
            while start > 0, new[base + start].isContinuation { start -= 1 }
            column += 1
            while column < width,
              new[base + column].isContinuation
                || !looksSame(new[base + column], old[base + column], in: previous)
            {
              column += 1
            }
            changes.append(Change(row: row, columns: start..<column))
          }
        }
      }
    }
    return changes
  }

  /// Whether a cell of this frame looks like one of another, whose table of glyphs differs.
  @inline(__always)
  private func looksSame(_ cell: Cell, _ other: Cell, in frame: Frame) -> Bool {
    if cell.isInTable || other.isInTable { return looksSameByTable(cell, other, in: frame) }
    return cell.isIdentical(to: other)
  }

  @inline(never)
  private func looksSameByTable(_ cell: Cell, _ other: Cell, in frame: Frame) -> Bool {
    cell.style == other.style && cell.columns == other.columns
      && glyph(of: cell) == frame.glyph(of: other)
  }
}
