import BatonReports
import TerminalCanvas

/// The columns in which small figures stand below each other.
struct FigureColumns {
  /// What each takes, the gap behind it included where another follows; as many as fit side by
  /// side.
  let widths: [Int]

  /// The columns between two figures.
  private static let gap = 4

  /// - Complexity: O(n²), for a handful of figures.
  init(_ figures: [ReportPage.Figure], width: Int) {
    let wide = figures.map {
      max(DisplayWidth.of($0.value), DisplayWidth.of($0.label)) + FigureColumns.gap
    }
    var widths: [Int] = []
    for count in stride(from: figures.count, to: 0, by: -1) {
      widths = (0..<count).map { column in
        stride(from: column, to: wide.count, by: count).map { wide[$0] }.max() ?? 0
      }
      widths[count - 1] -= FigureColumns.gap
      if widths.reduce(0, +) <= width { break }
    }
    self.widths = widths
  }
}
