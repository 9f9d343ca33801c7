extension Frame {
  /// Puts a glyph into a cell and keeps wide glyphs whole.
  ///
  /// - Parameters:
  ///   - content: What the cell holds, from `content(for:)`.
  ///   - width: Its columns, 1 or 2; a wide one that is cut off becomes a space.
  ///   - column: Where it begins; may lie outside.
  ///   - row: A row of the frame.
  ///   - columns: The columns that may be drawn on, within the frame.
  ///   - style: Colours left open are those of the cell that was there.
  @inline(__always)
  mutating func place(
    _ content: UInt32, width: Int, at column: Int, row: Int, within columns: Range<Int>,
    style: Style
  ) {
    guard columns.contains(column) else {
      if width == 2, columns.contains(column + 1) {
        place(
          Scalars.space, width: 1, at: column + 1, row: row, within: columns, style: style)
      }
      return
    }
    let index = row * size.columns + column
    guard width == 2 else {
      mendNeighbours(of: index, count: 1, column: column)
      cells[index] = Self.cell(content, columns: 1, over: cells[index], style: style)
      return
    }
    guard columns.contains(column + 1) else {
      mendNeighbours(of: index, count: 1, column: column)
      cells[index] = Self.cell(Scalars.space, columns: 1, over: cells[index], style: style)
      return
    }
    mendNeighbours(of: index, count: 2, column: column)
    cells[index] = Self.cell(content, columns: 2, over: cells[index], style: style)
    cells[index + 1] = Self.cell(
      Scalars.space, columns: 0, over: cells[index + 1], style: style)
  }

  /// Lays a style over cells of one row, whatever stands in them.
  mutating func patch(row: Int, columns: Range<Int>, with style: Style) {
    for index in columns {
      let index = row * size.columns + index
      cells[index] = cells[index].patched(by: style)
    }
  }

  /// Blanks the other halves of wide glyphs of which cells are about to be overwritten.
  @inline(__always)
  private mutating func mendNeighbours(of index: Int, count: Int, column: Int) {
    if cells[index].isContinuation {
      cells[index - 1] = cells[index - 1].replacing(content: Scalars.space, columns: 1)
    }
    if column + count < size.columns, cells[index + count].isContinuation {
      cells[index + count] = cells[index + count].replacing(
        content: Scalars.space, columns: 1)
    }
  }

  @inline(__always)
  private static func cell(
    _ content: UInt32, columns: UInt8, over old: Cell, style: Style
  ) -> Cell {
    Cell(
      content: content, columns: columns, foreground: style.foreground ?? old.foreground,
      background: style.background ?? old.background, attributes: style.attributes)
  }
}
