extension Frame {
  /// Puts a glyph into a cell and keeps wide glyphs whole.
  ///
  /// - Parameters:
  ///   - content: What the cell holds, from `content(for:)`.
  ///   - width: Its columns, 1 or 2; a wide one that is cut off becomes a space.
  ///   - column: Where it begins; may lie outside.
  ///   - row: A row of the frame.
  ///   - columns: The columns that may be drawn on, within the frame.
  ///   - brush: What it looks like.
  @inline(__always)
  mutating func place(
    _ content: UInt32, width: Int, at column: Int, row: Int, within columns: Range<Int>,
    brush: Brush
  ) {
    let shown = (column..<column + width).clamped(to: columns)
    guard !shown.isEmpty else { return }
    guard width == shown.count else {
      return fill(shown, row: row, content: Scalars.space, brush: brush)
    }
    mend(shown, row: row)
    let index = row * size.columns + column
    cells[index] = brush.cell(content, columns: UInt8(width), over: cells[index])
    if width == 2 {
      cells[index + 1] = brush.cell(Scalars.space, columns: 0, over: cells[index + 1])
    }
  }

  /// Puts the same narrow glyph into cells side by side, which must lie in the frame.
  mutating func fill(_ columns: Range<Int>, row: Int, content: UInt32, brush: Brush) {
    guard !columns.isEmpty else { return }
    mend(columns, row: row)
    let start = row * size.columns
    for index in start + columns.lowerBound..<start + columns.upperBound {
      cells[index] = brush.cell(content, columns: 1, over: cells[index])
    }
  }

  /// Lays a style over cells of one row, whatever stands in them.
  mutating func patch(row: Int, columns: Range<Int>, with style: Style) {
    for column in columns {
      let index = row * size.columns + column
      cells[index] = cells[index].patched(by: style)
    }
  }

  /// Blanks the other halves of wide glyphs of which cells are about to be overwritten.
  @inline(__always)
  private mutating func mend(_ columns: Range<Int>, row: Int) {
    let first = row * size.columns + columns.lowerBound
    if cells[first].isContinuation {
      cells[first - 1] = cells[first - 1].replacing(content: Scalars.space, columns: 1)
    }
    let next = first + columns.count
    if columns.upperBound < size.columns, cells[next].isContinuation {
      cells[next] = cells[next].replacing(content: Scalars.space, columns: 1)
    }
  }
}
