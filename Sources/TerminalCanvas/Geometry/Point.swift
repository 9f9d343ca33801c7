/// A cell's place: columns to the right and rows down from the upper left corner.
public struct Point: Hashable, Sendable {
  /// Columns from the left edge; the first is 0.
  public var column: Int
  /// Rows from the upper edge; the first is 0.
  public var row: Int

  /// Makes a place from its column and row.
  public init(_ column: Int, _ row: Int) {
    self.column = column
    self.row = row
  }

  /// The upper left corner.
  public static let zero = Self(0, 0)

  /// The place so many columns to the right and rows down; negative numbers go the other way.
  public func moved(columns: Int = 0, rows: Int = 0) -> Self {
    Self(column + columns, row + rows)
  }
}
