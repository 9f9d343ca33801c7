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
    let (header, rest) = Rect(size: state.size).cut(.top, 1)
    let (status, _) = rest.cut(.bottom, 1)
    let cursor = HeaderView.draw(state, look, in: header, on: &canvas)
    drawTabs(reports, look, in: tabsRect(state.size), on: &canvas)
    drawPage(reports, look, in: pageRect(state.size), on: &canvas)
    StatusView.drawStatus(state, look, in: status, on: &canvas)
    return cursor
  }

  private static func drawTabs(
    _ reports: ReportState, _ look: Look, in rect: Rect, on canvas: inout Canvas
  ) {
    for (place, (tab, room)) in zip(ReportState.tabs, ReportTabs(in: rect).rects).enumerated() {
      let isOpen = place == reports.tab
      var text = StyledText("\(tab.key) ", look[isOpen ? .columnTitleSelected : .hintKey])
      text.append(tab.title, look[isOpen ? .columnTitleSelected : .textDim])
      canvas.put(text, at: room.origin, maxWidth: room.columns)
    }
  }

  /// Where the names of the reports stand on a screen.
  static func tabsRect(_ size: Size) -> Rect { Rect(size: size).inset(top: 1).row(0) }

  /// Where the page stands on a screen.
  static func pageRect(_ size: Size) -> Rect {
    Rect(size: size).inset(columns: 1, rows: 0).inset(top: headRows, bottom: 1)
  }

  /// Draws the page that one is on, and in the empty row above it how many lines are out of view.
  ///
  /// - Parameter figureRows: The most rows that figures may be high; 0 writes them small. They are
  ///   as high as lets the whole page be seen.
  static func drawPage(
    _ reports: ReportState, _ look: Look, in rect: Rect, figureRows: Int = 0,
    on canvas: inout Canvas
  ) {
    guard let layout = ReportPageLayout(reports, look, in: rect, figureRows: figureRows) else {
      canvas.put("counting …", at: rect.origin, style: look[.textFaint])
      return
    }
    for (row, line) in layout.lines.dropFirst(layout.top).prefix(rect.rows).enumerated() {
      canvas.put(line, at: rect.origin.moved(rows: row), maxWidth: rect.columns)
    }
    let below = layout.lines.count - layout.top - rect.rows
    if below > 0 {
      canvas.put(
        StyledText(" ▼\(Wording.count(below)) ", look[.scroll]), at: rect.origin.moved(rows: -1),
        maxWidth: rect.columns, alignment: .right)
    }
  }
}
