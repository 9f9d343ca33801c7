/// A row of small bars that shows a course at a glance.
public enum Sparkline {
  /// The course of some values, one column each.
  ///
  /// - Parameters:
  ///   - values: In order; nil or no number is a gap. Less than 0 counts as 0.
  ///   - limit: What would fill the height; nil takes the greatest value.
  ///   - columns: The most columns; where there are more values, each column shows the greatest of
  ///     those that fall into it. Nil stands for a column for each value.
  /// - Returns: A 0 is the lowest bar, so that it differs from a gap.
  public static func text(
    _ values: [Double?], of limit: Double? = nil, columns: Int? = nil
  ) -> String {
    let known = values.map { value in value.flatMap { $0.isNaN ? nil : $0 } }
    let shown = merged(known, columns: columns ?? known.count)
    let limit = limit ?? shown.compactMap(\.self).filter(\.isFinite).max() ?? 0
    return String(
      shown.map { value in
        value.map { Bar.bottom[max(1, Bar.eighths($0, of: limit, length: 1))] } ?? " "
      })
  }

  private static func merged(_ values: [Double?], columns: Int) -> [Double?] {
    guard values.count > columns else { return values }
    return (0..<max(0, columns)).map { column in
      let range = column * values.count / columns..<(column + 1) * values.count / columns
      return values[range].compactMap(\.self).max()
    }
  }
}
