internal import TerminalCanvas

/// Pictures drawn with text.
extension ReportPage.Chart {
  /// The picture's rows, from the top, no wider than a width. A dotted line stands at the mark.
  public func picture(width: Int, rows: Int) -> [String] {
    switch kind {
    case .histogram:
      let bars = Bar.vertical(
        series.first?.values ?? [], rows: rows, width: barWidth(in: width), gap: 1)
      guard let beyond = columnBeyond(in: width), beyond > 0 else { return bars }
      return bars.map { row in
        var row = Array(row)
        if beyond <= row.count { row[beyond - 1] = "┊" }
        return String(row)
      }
    case .stacked:
      let most = series.first.map { $0.values.indices } ?? 0..<0
      let top = most.map { place in series.reduce(0) { $0 + $1.values[place] } }.max() ?? 0
      var plot = BraillePlot(size: Size(max(1, min(width, 72)), rows))
      var sums = [Double](repeating: 0, count: most.count)
      for (number, part) in series.enumerated() {
        for place in most { sums[place] += part.values[place] }
        plot.course(sums, limits: 0...max(top, 1), step: number % 3 + 1)
      }
      return plot.lines
    }
  }

  /// The column of the picture from which on it shows what lies beyond the mark; nil where there
  /// is no mark.
  public func columnBeyond(in width: Int) -> Int? {
    guard kind == .histogram, let mark else { return nil }
    return mark.place * (barWidth(in: width) + 1)
  }

  /// What stands below the picture: the axis, thin up to the mark and thick beyond it, and what its
  /// ends and the mark are.
  public func foot(width: Int) -> [String] {
    let drawn = picture(width: width, rows: 1).map { DisplayWidth.of($0) }.max() ?? 0
    guard let mark, let beyond = columnBeyond(in: width), beyond > 0, beyond <= drawn else {
      return [line(ends.0, "", at: 0, drawn)]
    }
    let axis =
      String(repeating: "─", count: beyond - 1) + "┊"
      + String(repeating: "━", count: drawn - beyond)
    let room = drawn - beyond - DisplayWidth.of(ends.1)
    guard DisplayWidth.of(ends.0) < beyond - 1, DisplayWidth.of(mark.text) < room else {
      return [
        axis, String(repeating: " ", count: beyond - 1) + mark.text, line(ends.0, "", at: 0, drawn),
      ]
    }
    return [axis, line(ends.0, mark.text, at: beyond - 1, drawn)]
  }

  /// A line with a text at its left, one at a column, and the other end at its right.
  private func line(_ left: String, _ middle: String, at column: Int, _ width: Int) -> String {
    var line = left
    if !middle.isEmpty {
      line += String(repeating: " ", count: max(1, column - DisplayWidth.of(left))) + middle
    }
    let gap = width - DisplayWidth.of(line) - DisplayWidth.of(ends.1)
    return line + String(repeating: " ", count: max(1, gap)) + ends.1
  }

  private func barWidth(in width: Int) -> Int {
    let count = series.first?.values.count ?? 0
    return count == 0 ? 1 : max(1, min(6, width / count) - 1)
  }
}
