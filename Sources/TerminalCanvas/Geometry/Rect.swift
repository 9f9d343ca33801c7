/// A rectangle of cells.
public struct Rect: Hashable, Sendable {
  /// The upper left cell.
  public var origin: Point
  /// The width and height in cells.
  public var size: Size

  /// Makes a rectangle from its upper left cell and its size.
  public init(origin: Point = .zero, size: Size) {
    self.origin = origin
    self.size = size
  }

  /// Makes a rectangle from its upper left cell, width and height; negative sizes count as 0.
  public init(_ column: Int, _ row: Int, _ columns: Int, _ rows: Int) {
    self.init(origin: Point(column, row), size: Size(columns, rows))
  }

  /// The first column inside.
  public var left: Int { origin.column }
  /// The first row inside.
  public var top: Int { origin.row }
  /// The first column to the right of the rectangle.
  public var right: Int { origin.column + size.columns }
  /// The first row below the rectangle.
  public var bottom: Int { origin.row + size.rows }
  /// The width in columns.
  public var columns: Int { size.columns }
  /// The height in rows.
  public var rows: Int { size.rows }
  /// Whether there is not a single cell inside.
  public var isEmpty: Bool { size.isEmpty }

  /// Whether a cell lies inside.
  public func contains(_ point: Point) -> Bool {
    point.column >= left && point.column < right && point.row >= top && point.row < bottom
  }

  /// The cells that lie in both rectangles; empty, and within this one, when they do not meet.
  public func intersection(_ other: Self) -> Self {
    let column = min(max(left, other.left), right)
    let row = min(max(top, other.top), bottom)
    return Self(column, row, min(right, other.right) - column, min(bottom, other.bottom) - row)
  }

  /// The rectangle moved by a place's columns and rows.
  public func offset(by point: Point) -> Self {
    Self(origin: origin.moved(columns: point.column, rows: point.row), size: size)
  }

  /// The rectangle made smaller by so many cells at each edge.
  ///
  /// What is larger than the rectangle leaves an empty one inside it.
  public func inset(left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0) -> Self {
    let column = min(origin.column + left, self.right)
    let row = min(origin.row + top, self.bottom)
    return Self(column, row, self.right - right - column, self.bottom - bottom - row)
  }

  /// The rectangle made smaller by so many columns at both sides and rows above and below.
  public func inset(columns: Int, rows: Int) -> Self {
    inset(left: columns, top: rows, right: columns, bottom: rows)
  }

  /// A rectangle of the given size in the middle of this one, made smaller where it does not fit.
  public func centered(_ size: Size) -> Self {
    let columns = min(size.columns, self.columns)
    let rows = min(size.rows, self.rows)
    return Self(left + (self.columns - columns) / 2, top + (self.rows - rows) / 2, columns, rows)
  }
}
