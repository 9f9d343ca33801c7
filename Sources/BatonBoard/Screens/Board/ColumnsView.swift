import BatonModel
import BatonReports
import TerminalCanvas

/// Draws the columns with their headings, joints and cards.
enum ColumnsView {
  static func draw(
    _ state: BoardState, _ look: Look, _ layout: BoardLayout, on canvas: inout Canvas
  ) {
    for (place, rect) in layout.visible {
      let column = state.index.columns[place]
      let isSelected = state.selection.column == column.key && !state.feedback.hasFocus
      drawHeading(column, isSelected: isSelected, state, look, in: rect, on: &canvas)
      drawCards(column, isSelected: isSelected, state, look, layout, in: rect, on: &canvas)
    }
    if layout.visible.isEmpty { drawNothing(state, look, in: layout.columns, on: &canvas) }
    drawEdges(state, look, layout, on: &canvas)
  }

  /// Says that there is not even a column: where columns are no stages, there are as many as the
  /// leads have values.
  private static func drawNothing(
    _ state: BoardState, _ look: Look, in rect: Rect, on canvas: inout Canvas
  ) {
    guard !rect.isEmpty else { return }
    let row = rect.rows / 3
    let text = state.reading == .complete ? "no leads" : "loading …"
    canvas.put(text, in: rect, row: row, style: look[.textDim], alignment: .center)
    guard !state.filter.input.isEmpty, !state.filter.isTyping else { return }
    canvas.put(
      "esc clears the filter", in: rect, row: row + 1, style: look[.textFaint], alignment: .center)
  }

  private static func drawHeading(
    _ column: Column, isSelected: Bool, _ state: BoardState, _ look: Look, in rect: Rect,
    on canvas: inout Canvas
  ) {
    let figures = column.figures
    let jointWidth = drawJoint(column, state, look, in: rect, on: &canvas)
    let room = rect.columns - jointWidth - (jointWidth > 0 ? 1 : 0)
    let count = Wording.count(figures.count)
    canvas.put(
      state.title(of: column).uppercased(), at: rect.origin,
      style: look[isSelected ? .columnTitleSelected : .columnTitle],
      maxWidth: max(0, room - count.count - 1))
    canvas.put(
      StyledText(count, look[.columnTitle]), at: rect.origin, maxWidth: room, alignment: .right)
    let second = Point(rect.left, rect.top + 1)
    canvas.put(
      figures.moneyWords(state.board.currency), at: second, style: look[.columnFigure],
      maxWidth: room)
    if figures.stalled > 0 {
      canvas.put(
        StyledText("\(Wording.count(figures.stalled)) stalled", look[.cardAgeLate]), at: second,
        maxWidth: max(0, room), alignment: .right)
    }
    canvas.hline(
      at: Point(rect.left, rect.top + 2), length: rect.columns,
      stroke: isSelected ? .heavy : .plain,
      style: look[isSelected ? .columnTitleSelected : .columnRule])
  }

  /// Draws the joint at the right of a heading: how many wait, and the oldest for how long.
  ///
  /// - Returns: The columns that it takes.
  private static func drawJoint(
    _ column: Column, _ state: BoardState, _ look: Look, in rect: Rect, on canvas: inout Canvas
  ) -> Int {
    let joint = column.joint
    guard joint.waiting > 0 else { return 0 }
    let waiting = "\(joint.waiting)▸"
    let oldest = joint.oldest.map { Wording.span(since: $0, now: state.reckoning.now) } ?? ""
    let width = max(waiting.count, oldest.count) + 1
    for (row, text) in [waiting, oldest].enumerated() {
      let origin = Point(rect.right - width, rect.top + row)
      canvas.put("│", at: origin, style: look[.joint])
      canvas.put(
        StyledText(text, look[row == 0 ? .jointWaiting : .joint]), at: origin.moved(columns: 1),
        maxWidth: width - 1, alignment: .right)
    }
    return width
  }

  private static func drawCards(
    _ column: Column, isSelected: Bool, _ state: BoardState, _ look: Look, _ layout: BoardLayout,
    in rect: Rect, on canvas: inout Canvas
  ) {
    let area = rect.inset(top: BoardLayout.headingRows)
    let top = state.top(of: column, cards: layout.cardsInView)
    let density = state.effectiveDensity
    for offset in 0..<min(layout.cardsInView, column.leads.count - top) {
      let lead = column.leads[top + offset]
      let card = Rect(
        area.left, area.top + offset * layout.cardRows, area.columns, layout.cardRows)
      CardView(lead, isSelected: isSelected && lead.id == state.selection.lead, state, look)
        .draw(density, in: card.intersection(area), on: &canvas)
    }
    if column.leads.isEmpty {
      let text = state.reading == .complete ? "no leads" : "loading …"
      canvas.put(text, in: area, row: 1, style: look[.textFaint], alignment: .center)
    }
    let below = column.leads.count - top - layout.cardsInView
    if top > 0 || below > 0 {
      drawScroll(top: top, below: below, look, in: rect, on: &canvas)
    }
  }

  /// Says in the rule how many cards are out of view: `▲3 ▼12`.
  private static func drawScroll(
    top: Int, below: Int, _ look: Look, in rect: Rect, on canvas: inout Canvas
  ) {
    var parts: [String] = []
    if top > 0 { parts.append("▲\(Wording.count(top))") }
    if below > 0 { parts.append("▼\(Wording.count(below))") }
    canvas.put(
      StyledText(" \(parts.joined(separator: " ")) ", look[.scroll]),
      at: Point(rect.left, rect.top + 2), maxWidth: rect.columns, alignment: .right)
  }

  /// Says at the edges that there are columns out of view.
  private static func drawEdges(
    _ state: BoardState, _ look: Look, _ layout: BoardLayout, on canvas: inout Canvas
  ) {
    guard let first = layout.visible.first, let last = layout.visible.last else { return }
    let row = layout.columns.top + 2
    if first.place > 0 {
      canvas.put("◂\(first.place) ", at: Point(first.rect.left, row), style: look[.scroll])
    }
    let hidden = state.index.columns.count - 1 - last.place
    if hidden > 0 {
      canvas.put(
        StyledText(" \(hidden) more ▸", look[.scroll]), at: Point(last.rect.left, row),
        maxWidth: last.rect.columns)
    }
  }
}

extension BoardState {
  /// The words above a column: of a campaign its title, as soon as that is read.
  func title(of column: Column) -> String {
    guard index.grouping == .campaign, let id = column.key.value else { return column.title }
    return campaigns[CampaignID(id)]?.title ?? column.title
  }
}
