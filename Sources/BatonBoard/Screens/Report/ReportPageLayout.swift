import BatonReports
import TerminalCanvas

/// Where the rows of a report's page stand. Drawing and the mouse agree by it.
struct ReportPageLayout {
  /// The lines of the page.
  let lines: [StyledText]
  /// The first line in view.
  let top: Int
  /// The line of each row that leads somewhere.
  private let rows: [Int]
  private let rect: Rect

  /// The page that one is on; nil where it is still to be made.
  ///
  /// - Parameter figureRows: The most rows that figures may be high; 0 writes them small.
  init?(_ reports: ReportState, _ look: Look, in rect: Rect, figureRows: Int) {
    guard let page = reports.level.page else { return nil }
    let trail = reports.levels.dropLast().compactMap(\.page?.title).map { $0 + " › " }.joined()
    let drawn = ReportPageLayout.lines(
      of: page, behind: DisplayWidth.of(trail, upTo: rect.columns), reports, look, in: rect,
      figureRows: figureRows)
    var lines = drawn.lines
    if !trail.isEmpty, let title = lines.first {
      lines[0] = StyledText(trail, look[.textDim]) + title
    }
    self.lines = lines
    self.rect = rect
    rows = drawn.rows
    top =
      reports.level.heldTop.map { max(0, min($0, lines.count - rect.rows)) }
      ?? ReportPageLayout.top(drawn, reports.level.selected, count: lines.count, rows: rect.rows)
  }

  /// The row at a point, among those that lead somewhere.
  func row(at point: Point) -> Int? {
    rect.contains(point) ? rows.firstIndex(of: top + point.row - rect.top) : nil
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
