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
    return head + [table.header] + rows.map { table.line(texts(of: $0, in: table)) }
  }

  /// The texts of a row's cells. Where there is less room than bars want, all of a column are drawn
  /// to the smaller scale rather than cut off, or the longest would look alike.
  public func texts(of row: ReportPage.Row, in table: TextTable) -> [String] {
    row.cells.enumerated().map { place, cell in
      let cut = table.columnsCut(from: place)
      guard case .bar(let share, let columns) = cell.picture, cut > 0 else { return cell.text }
      return Bar.horizontal(share, of: 1, columns: max(1, columns - cut))
    }
  }
}

extension ReportPage.Chart {
  fileprivate func text(width: Int) -> [String] {
    var all = Sanitizer.wrapped(title, columns: width) + [""]
    all += picture(width: width, rows: 6) + foot(width: width)
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
