/// How many columns and rows something takes; never negative.
public struct Size: Hashable, Sendable {
  /// The width in terminal columns.
  public let columns: Int
  /// The height in terminal rows.
  public let rows: Int

  /// Makes a size; negative numbers count as 0.
  public init(_ columns: Int, _ rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  /// No cell at all.
  public static let zero = Self(0, 0)

  /// Whether there is not a single cell.
  public var isEmpty: Bool { columns == 0 || rows == 0 }
}

extension Size: CustomStringConvertible {
  /// Columns and rows as people write them: `220x55`.
  public var description: String { "\(columns)x\(rows)" }
}
