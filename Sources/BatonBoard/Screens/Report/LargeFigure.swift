import BatonReports
import TerminalCanvas

/// A figure several rows high with its label below it.
struct LargeFigure {
  /// The rows of the figure, and as many for the label as were asked for.
  let rows: [String]
  /// The columns that the widest of them takes.
  let columns: Int

  /// - Parameter labelRows: The lines that the label may take, to be no wider than need be.
  init(_ figure: ReportPage.Figure, _ scale: BigText.Scale, labelRows: Int) {
    // What has no large form stands at the foot of the others.
    let small = [String](repeating: "", count: scale.rows - 1) + [figure.value]
    let value = BigText.rows(figure.value, scale) ?? small
    let valueColumns = BigText.columns(figure.value, scale) ?? DisplayWidth.of(figure.value)
    let label = LargeFigure.lines(of: figure.label, labelRows, least: valueColumns)
    rows = value + label + [String](repeating: "", count: labelRows - label.count)
    columns = max(valueColumns, label.map { DisplayWidth.of($0) }.max() ?? 0)
  }

  /// A label in at most so many lines, which are as short as they can be without parting a word,
  /// and no shorter than the figure is wide.
  private static func lines(of label: String, _ most: Int, least: Int) -> [String] {
    let whole = DisplayWidth.of(label)
    let word = label.split(separator: " ").map { DisplayWidth.of(String($0)) }.max() ?? 0
    for columns in min(whole, max(least, word))..<whole {
      let lines = StyledText(label).wrapped(to: columns)
      if lines.count <= most { return lines.map(\.string) }
    }
    return [label]
  }
}
