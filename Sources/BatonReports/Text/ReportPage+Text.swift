internal import TerminalCanvas

extension ReportPage {
  /// The page as plain text, harmless to print.
  ///
  /// - Parameter width: The columns that a line may take.
  public func text(width: Int) -> [String] {
    var lines = title.isEmpty ? [] : [Sanitizer.safeText(title).uppercased()]
    if let subtitle { lines += Sanitizer.wrapped(subtitle, columns: width) }
    for block in blocks {
      if !lines.isEmpty { lines.append("") }
      lines += block.text(width: width)
    }
    return lines
  }
}

extension ReportPage.Block {
  fileprivate func text(width: Int) -> [String] {
    switch self {
    case .figures(let figures):
      Sanitizer.wrapped(
        figures.map { "\($0.value) \($0.label)" }.joined(separator: " · "), columns: width)
    case .table(let table): table.text(width: width)
    case .note(let text): Sanitizer.wrapped(text, columns: width)
    case .said(let text): Sanitizer.wrapped("Said: \(text)", columns: width)
    case .chart(let chart): chart.text(width: width)
    }
  }
}

extension ReportPage.Table {
  /// The table fitted to a width, with which its rows can be drawn.
  public func fitted(to width: Int) -> TextTable {
    var table = TextTable(columns)
    for row in rows { table.measure(row.cells.map(\.text)) }
    table.fit(into: width)
    return table
  }

  fileprivate func text(width: Int) -> [String] {
    let head = title.map { [Sanitizer.safeText($0)] } ?? []
    guard !rows.isEmpty else { return head + [empty] }
    let table = fitted(to: width)
    return head + [table.header] + rows.map { table.line($0.cells.map(\.text)) }
  }
}

extension ReportPage.Chart {
  /// The rows of the picture, from the top, no wider than a width.
  public func picture(width: Int, rows: Int) -> [String] {
    switch kind {
    case .histogram:
      let values = series.first?.values ?? []
      let room = values.isEmpty ? 1 : max(1, min(6, width / values.count) - 1)
      return Bar.vertical(values, rows: rows, width: room, gap: 1)
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

  fileprivate func text(width: Int) -> [String] {
    let lines = picture(width: width, rows: 6)
    let drawn = lines.map(\.count).max() ?? 0
    let gap = max(1, min(drawn, width) - ends.0.count - ends.1.count)
    var all = [Sanitizer.safeText(title)] + lines
    all.append(ends.0 + String(repeating: " ", count: gap) + ends.1)
    if let mark { all.append(mark.text) }
    if series.count > 1 {
      all += Sanitizer.wrapped(
        "From below: " + series.map(\.name).joined(separator: ", ") + ".", columns: width)
    }
    return all
  }
}

extension Sanitizer {
  /// A text in lines of at most a number of columns, broken at blanks.
  static func wrapped(_ text: String, columns: Int) -> [String] {
    StyledText(safeText(text)).wrapped(to: max(10, columns)).map(\.string)
  }
}
