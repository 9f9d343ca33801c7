/// A style prepared for cells: what it leaves open is masked out and kept, without branches.
struct Brush {
  private let foreground: UInt32
  private let keptForeground: UInt32
  private let background: UInt32
  private let keptBackground: UInt32
  private let attributes: Attributes

  init(_ style: Style) {
    foreground = style.foreground?.bits ?? 0
    keptForeground = style.foreground == nil ? .max : 0
    background = style.background?.bits ?? 0
    keptBackground = style.background == nil ? .max : 0
    attributes = style.attributes
  }

  /// A cell in this style; colours left open are those of the cell that was there.
  @inline(__always)
  func cell(_ content: UInt32, columns: UInt8, over old: Cell) -> Cell {
    Cell(
      content: content, columns: columns,
      foreground: Color(bits: foreground | old.foreground.bits & keptForeground),
      background: Color(bits: background | old.background.bits & keptBackground),
      attributes: attributes)
  }
}
