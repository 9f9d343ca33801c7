import BatonReports
import TerminalCanvas

/// Draws the reports: which there are, the filter, and the page that one is on.
enum ReportView {
  /// The rows above the page: the header, the reports, an empty one.
  private static let headRows = 3

  /// Draws it and says where the cursor stands, while the filter is being typed.
  static func draw(
    _ reports: ReportState, _ state: BoardState, _ look: Look, on canvas: inout Canvas
  ) -> Point? {
    var rest = Rect(size: state.size)
    let header: Rect
    let status: Rect
    let tabs: Rect
    (header, rest) = rest.cut(.top, 1)
    (status, rest) = rest.cut(.bottom, 1)
    (tabs, rest) = rest.cut(.top, headRows - 1)
    let cursor = HeaderView.draw(state, look, in: header, on: &canvas)
    drawTabs(reports, look, in: tabs, on: &canvas)
    drawPage(reports, look, in: rest.inset(columns: 1, rows: 0), on: &canvas)
    StatusView.drawStatus(state, look, in: status, on: &canvas)
    return cursor
  }

  private static func drawTabs(
    _ reports: ReportState, _ look: Look, in rect: Rect, on canvas: inout Canvas
  ) {
    let titles = ReportState.tabs.reduce(0) { $0 + DisplayWidth.of($1.title) + 3 }
    let gap = titles + 3 * ReportState.tabs.count <= rect.columns ? "   " : " "
    var text = StyledText(" ")
    for (place, tab) in ReportState.tabs.enumerated() {
      let isOpen = place == reports.tab
      text.append("\(tab.key) ", look[isOpen ? .columnTitleSelected : .hintKey])
      text.append(tab.title, look[isOpen ? .columnTitleSelected : .textDim])
      text.append(gap)
    }
    canvas.put(text, at: rect.origin, maxWidth: rect.columns)
  }

  /// Draws the page that one is on, and in the empty row above it how many lines are out of view.
  ///
  /// - Parameter figureRows: The most rows that figures may be high; 0 writes them small. They are
  ///   as high as lets the whole page be seen.
  static func drawPage(
    _ reports: ReportState, _ look: Look, in rect: Rect, figureRows: Int = 0,
    on canvas: inout Canvas
  ) {
    guard let page = reports.level.page else {
      canvas.put("counting …", at: rect.origin, style: look[.textFaint])
      return
    }
    let trail = reports.levels.dropLast().compactMap(\.page?.title).map { $0 + " › " }.joined()
    let drawn = lines(
      of: page, behind: DisplayWidth.of(trail, upTo: rect.columns), reports, look, in: rect,
      figureRows: figureRows)
    var lines = drawn.lines
    if !trail.isEmpty, let title = lines.first {
      lines[0] = StyledText(trail, look[.textDim]) + title
    }
    let top = top(drawn, reports.level.selected, count: lines.count, rows: rect.rows)
    for (row, line) in lines.dropFirst(top).prefix(rect.rows).enumerated() {
      canvas.put(line, at: rect.origin.moved(rows: row), maxWidth: rect.columns)
    }
    let below = lines.count - top - rect.rows
    if below > 0 {
      canvas.put(
        StyledText(" ▼\(Wording.count(below)) ", look[.scroll]), at: rect.origin.moved(rows: -1),
        maxWidth: rect.columns, alignment: .right)
    }
  }

  /// The page in lines, as large as leaves nothing of it out of view; where none does, in figures
  /// of the least height.
  private static func lines(
    of page: ReportPage, behind trail: Int, _ reports: ReportState, _ look: Look, in rect: Rect,
    figureRows: Int
  ) -> ReportLines {
    let sizes = ReportLines.Size.sizes(
      upTo: figureRows, hasLargeTitle: reports.levels.count == 1)
    var drawn: ReportLines?
    for size in sizes {
      let lines = ReportLines(
        page, width: rect.columns, trail: trail, selected: reports.level.selected, size: size,
        look)
      if lines.lines.count <= rect.rows { return lines }
      drawn = lines
    }
    return drawn
      ?? ReportLines(
        page, width: rect.columns, trail: trail, selected: reports.level.selected, look)
  }

  /// The first line in view: the selected row stays in the upper two thirds, and the last row that
  /// can be selected brings the end of the page.
  private static func top(_ drawn: ReportLines, _ selected: Int, count: Int, rows: Int) -> Int {
    guard drawn.rows.indices.contains(selected), selected > 0 else { return 0 }
    let isLast = selected == drawn.rows.count - 1
    let wanted = isLast ? count - rows : drawn.rows[selected] - rows * 2 / 3
    let farthest = drawn.rows[selected]
    return max(0, min(wanted, count - rows, farthest))
  }
}
