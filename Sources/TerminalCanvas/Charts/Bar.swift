/// Bars drawn with text, to an eighth of a cell.
public enum Bar {
  /// A bar from the left.
  ///
  /// - Parameters:
  ///   - value: What the bar stands for; less than 0 or no number draws none.
  ///   - limit: What would fill the width; more than it fills it too.
  ///   - columns: The width.
  /// - Returns: The bar without spaces behind it. A value above 0 always shows.
  public static func horizontal(_ value: Double, of limit: Double, columns: Int) -> String {
    let eighths = Self.eighths(value, of: limit, length: columns)
    let rest = eighths % 8
    return String(repeating: "█", count: eighths / 8) + (rest == 0 ? "" : String(left[rest]))
  }

  /// A bar in parts, told apart by their filling and not only by the style they are drawn in.
  ///
  /// - Parameters:
  ///   - parts: What each part stands for; four fillings take turns.
  ///   - limit: What would fill the width.
  ///   - columns: The width.
  /// - Returns: A text for each part, to be drawn one behind the other. Together they are as long
  ///   as the sum asks for, and a part that is not 0 shows as long as there is room.
  public static func stacked(_ parts: [Double], of limit: Double, columns: Int) -> [String] {
    let fillings = ["█", "▒", "▓", "░"]
    var sum = 0.0
    var drawn = 0
    return parts.enumerated().map { index, part in
      guard part > 0, part.isFinite, limit > 0 else { return "" }
      sum += part
      let end = Int((min(1, sum / limit) * Double(columns)).rounded())
      let length = max(0, min(columns, max(end, drawn + 1)) - drawn)
      drawn += length
      return String(repeating: fillings[index % fillings.count], count: length)
    }
  }

  /// Bars side by side that grow upwards: a histogram.
  ///
  /// - Parameters:
  ///   - values: A bar each; less than 0 or no number draws none.
  ///   - limit: What would fill the height; nil takes the greatest value.
  ///   - rows: The height.
  ///   - width: The columns of each bar.
  ///   - gap: The columns between two bars.
  /// - Returns: Rows from the top, all of the same width.
  public static func vertical(
    _ values: [Double], of limit: Double? = nil, rows: Int, width: Int = 1, gap: Int = 0
  ) -> [String] {
    let limit = limit ?? values.filter(\.isFinite).max() ?? 0
    let bars = values.map { eighths($0, of: limit, length: rows) }
    let space = String(repeating: " ", count: max(0, gap))
    return (0..<max(0, rows)).map { row in
      let below = (rows - 1 - row) * 8
      return bars.map { bar in
        String(repeating: bottom[min(8, max(0, bar - below))], count: max(0, width))
      }.joined(separator: space)
    }
  }

  /// How many eighths of a cell a value fills; at least one if it is above 0.
  static func eighths(_ value: Double, of limit: Double, length: Int) -> Int {
    guard value > 0, limit > 0, length > 0 else { return 0 }
    let share = value / limit
    // Infinity of infinity is no number; it fills the length like any other infinity.
    guard share < 1 else { return length * 8 }
    return max(1, Int((share * Double(length * 8)).rounded()))
  }

  /// From nothing to a whole cell, from the left.
  private static let left: [Character] = Array(" ▏▎▍▌▋▊▉█")
  /// From nothing to a whole cell, from below.
  static let bottom: [Character] = Array(" ▁▂▃▄▅▆▇█")
}
