/// A picture for the terminal: rows of cells.
///
/// Made by drawing on a `Canvas`. A wide glyph always stands with both its halves, so a backend
/// may write the cells in any order.
public struct Frame: Sendable {
  /// The width and height in cells.
  public let size: Size
  /// All cells, row by row.
  public internal(set) var cells: [Cell]
  /// The glyphs of more than one scalar, to which cells refer.
  private(set) var table: [Glyph] = []
  private var tableIndex: [Glyph: UInt32] = [:]

  /// Makes a frame of spaces in the given style.
  public init(size: Size, style: Style = .plain) {
    self.size = size
    cells = Array(repeating: .blank(style), count: size.columns * size.rows)
  }

  /// The whole frame as a rectangle.
  public var bounds: Rect { Rect(size: size) }

  /// The cell at a place, which must lie inside the frame.
  public subscript(column: Int, row: Int) -> Cell {
    precondition(bounds.contains(Point(column, row)), "(\(column), \(row)) lies outside \(size)")
    return cells[row * size.columns + column]
  }

  /// The glyph of one of this frame's cells; of a right half, a space.
  public func glyph(of cell: Cell) -> Glyph {
    if cell.isContinuation { return Glyph(0x20) }
    if cell.isInTable { return table[Int(cell.content & ~Cell.inTable)] }
    return Glyph(cell.content, columns: Int(cell.columns))
  }

  /// What a cell holds to stand for a glyph.
  mutating func content(for glyph: Glyph) -> UInt32 {
    guard glyph.hasMarks else { return glyph.base }
    if let index = tableIndex[glyph] { return Cell.inTable | index }
    let index = UInt32(table.count)
    table.append(glyph)
    tableIndex[glyph] = index
    return Cell.inTable | index
  }
}

extension Frame: Equatable {
  /// Whether both frames look the same.
  public static func == (left: Self, right: Self) -> Bool {
    left.size == right.size && left.changes(since: right).isEmpty
  }
}
