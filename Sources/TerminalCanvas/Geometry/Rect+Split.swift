/// The four sides of a rectangle.
public enum Edge: Hashable, Sendable {
  /// The left side.
  case left
  /// The right side.
  case right
  /// The upper side.
  case top
  /// The lower side.
  case bottom
}

extension Rect {
  /// Cuts a strip off one side.
  ///
  /// - Parameters:
  ///   - edge: The side to cut from.
  ///   - length: Columns for the left and right side, rows for the others; at most what is there.
  /// - Returns: The strip and what is left of the rectangle.
  public func cut(_ edge: Edge, _ length: Int) -> (strip: Self, rest: Self) {
    let across = max(0, min(length, columns))
    let down = max(0, min(length, rows))
    switch edge {
    case .left:
      return (Self(left, top, across, rows), inset(left: across))
    case .right:
      return (Self(right - across, top, across, rows), inset(right: across))
    case .top:
      return (Self(left, top, columns, down), inset(top: down))
    case .bottom:
      return (Self(left, bottom - down, columns, down), inset(bottom: down))
    }
  }

  /// One row of the rectangle, counted from its upper edge; empty where there is no such row.
  public func row(_ index: Int) -> Self {
    intersection(Self(left, top + index, columns, 1))
  }

  /// Columns side by side, as `Extent.lengths` shares the width out.
  public func columns(_ extents: [Extent], spacing: Int = 0) -> [Self] {
    var column = left
    return Extent.lengths(extents, total: columns, spacing: spacing).map { length in
      defer { column += length + spacing }
      return Self(min(column, right), top, length, rows)
    }
  }

  /// Rows below each other, as `Extent.lengths` shares the height out.
  public func rows(_ extents: [Extent], spacing: Int = 0) -> [Self] {
    var row = top
    return Extent.lengths(extents, total: rows, spacing: spacing).map { length in
      defer { row += length + spacing }
      return Self(left, min(row, bottom), columns, length)
    }
  }
}
