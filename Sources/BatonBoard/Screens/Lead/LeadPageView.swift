import BatonModel
import BatonReports
import TerminalCanvas

/// Draws the page of a lead.
enum LeadPageView {
  static func draw(_ page: LeadPage, _ state: BoardState, _ look: Look, on canvas: inout Canvas) {
    let layout = LeadPageLayout(state, page, look)
    let top = max(0, min(page.top, layout.lastTop))
    drawBar(page, layout, top: top, look, on: &canvas)
    for column in layout.columns {
      var line = column.top
      for part in column.parts {
        defer { line += part.count }
        let first = max(0, top - line)
        let last = top + layout.body.rows - line
        guard last > first else { continue }
        let origin = Point(column.left, layout.body.top + line - top)
        for (row, text) in part.lines(first..<last).enumerated() {
          canvas.put(text, at: origin.moved(rows: first + row), maxWidth: column.width)
        }
      }
    }
    if let fault = state.fault(of: page) {
      let title = "as before its file broke:"
      StatusView.draw(fault, as: title, look, in: layout.warning, on: &canvas)
    }
    StatusView.drawStatus(state, look, in: layout.status, on: &canvas)
  }

  /// Draws who it is, what the deal is worth, and how much is out of view.
  private static func drawBar(
    _ page: LeadPage, _ layout: LeadPageLayout, top: Int, _ look: Look, on canvas: inout Canvas
  ) {
    canvas.fill(layout.bar, style: look[.header])
    let inside = layout.bar.inset(columns: layout.columns.first?.left ?? 1, rows: 0)
    var right = layout.header?.worth ?? StyledText()
    let below = layout.lastTop - top
    if top > 0 || below > 0 {
      let parts = [
        top > 0 ? "▲\(Wording.count(top))" : nil, below > 0 ? "▼\(Wording.count(below))" : nil,
      ]
      if !right.runs.isEmpty { right.append("   ") }
      right.append(parts.compactMap { $0 }.joined(separator: " "), look[.scroll])
    }
    let width = right.width(upTo: inside.columns)
    canvas.put(
      right, at: inside.origin, style: look[.header], maxWidth: inside.columns, alignment: .right,
      truncation: .clip)
    let title =
      layout.header?.title ?? StyledText(page.alias?.buyer ?? page.id.rawValue, look[.headerTitle])
    canvas.put(
      title, at: inside.origin, style: look[.header], maxWidth: max(0, inside.columns - width - 2))
  }
}
