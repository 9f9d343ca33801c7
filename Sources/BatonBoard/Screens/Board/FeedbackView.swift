import BatonModel
import BatonReports
import TerminalCanvas

/// Which item of the feedback pane stands where.
struct FeedbackRows {
  /// A side's part of the pane.
  struct Part {
    let side: Side
    let rect: Rect
    /// The rows in view of what the side owes.
    let rows: Range<Int>
    /// How many there are.
    let count: Int
  }

  let parts: [Part]

  init(_ state: BoardState, _ rect: Rect) {
    let awaited = state.index.awaited
    let present = AwaitedItems.sides.filter { $0 != .delivery || !awaited[$0].isEmpty }
    guard rect.rows > 1, rect.columns > 0 else {
      parts = []
      return
    }
    let area = rect.inset(top: 1)
    let rects = area.columns(present.map { _ in .flexible(min: 1) }, spacing: 2)
    parts = zip(present, rects).map { side, rect in
      let count = awaited[side].count
      let top = FeedbackRows.top(of: side, count: count, rows: rect.rows, state.feedback)
      return Part(
        side: side, rect: rect, rows: top..<min(count, top + rect.rows), count: count)
    }
  }

  /// The first row in view: of the side that one walks about in, the selected row is in view.
  private static func top(of side: Side, count: Int, rows: Int, _ pane: FeedbackPane) -> Int {
    guard pane.hasFocus, side == pane.side else { return 0 }
    let top = max(min(pane.top, pane.row), pane.row - rows + 1)
    return max(0, min(top, count - rows))
  }

  /// The first row in view of what a side owes.
  func top(of side: Side) -> Int { parts.first { $0.side == side }?.rows.lowerBound ?? 0 }

  /// The item at a point: the side that owes it and its row there.
  func item(at point: Point) -> (side: Side, row: Int)? {
    for part in parts where part.rect.contains(point) {
      let row = part.rows.lowerBound + point.row - part.rect.top
      return part.rows.contains(row) ? (part.side, row) : nil
    }
    return nil
  }
}

/// Draws the pane below the columns: what awaits each side, the oldest first.
enum FeedbackView {
  static func draw(_ state: BoardState, _ look: Look, in rect: Rect, on canvas: inout Canvas) {
    guard !rect.isEmpty else { return }
    canvas.hline(at: rect.origin, length: rect.columns, style: look[.columnRule])
    var title = StyledText(
      " FEEDBACK ", look[state.feedback.hasFocus ? .columnTitleSelected : .columnTitle])
    let rows = FeedbackRows(state, rect)
    if state.index.awaited.isEmpty {
      title.append(" nobody awaits an answer ", look[.textDim])
      canvas.put(title, at: rect.origin.moved(columns: 1), maxWidth: rect.columns - 1)
      return
    }
    canvas.put(title, at: rect.origin.moved(columns: 1))
    let places = rows.parts.enumerated().map { number, part in
      let shift = number == 0 ? titleColumns : 0
      return Rect(
        part.rect.left + shift, rect.top, max(0, part.rect.columns - shift), 1)
    }
    // Where one has no room for the verb, none has one.
    let isBrief = zip(rows.parts, places).contains {
      DisplayWidth.of(heading(of: $0, isBrief: false)) > $1.columns
    }
    for (part, place) in zip(rows.parts, places) {
      let style = look[Look.role(of: part.side)].adding(.bold)
      canvas.put(
        StyledText(heading(of: part, isBrief: isBrief), style), at: place.origin,
        maxWidth: place.columns)
      drawItems(part, state, look, on: &canvas)
    }
  }

  /// The columns that the pane's title takes, with the line on both sides of it.
  private static let titleColumns = 12

  /// How much awaits a side: `69 await sales`, in brief `69 sales`.
  private static func heading(of part: FeedbackRows.Part, isBrief: Bool) -> String {
    let verb = isBrief ? "" : part.count == 1 ? "awaits " : "await "
    return " \(Wording.count(part.count)) \(verb)\(part.side.rawValue) "
  }

  private static func drawItems(
    _ part: FeedbackRows.Part, _ state: BoardState, _ look: Look, on canvas: inout Canvas
  ) {
    let items = state.index.awaited[part.side]
    for row in part.rows {
      let item = items[row]
      let isSelected =
        state.feedback.hasFocus && part.side == state.feedback.side && row == state.feedback.row
      let line = Rect(
        part.rect.left, part.rect.top + row - part.rows.lowerBound, part.rect.columns, 1)
      let base = isSelected ? look[.cardSelected] : look[.text]
      if isSelected { canvas.fill(line, style: base) }
      let age = Wording.span(since: item.since, now: state.reckoning.now)
      var text = isSelected ? StyledText("▸", look[.columnTitleSelected]) : StyledText(" ")
      text.append(
        String(repeating: " ", count: max(0, 4 - age.count)) + age, ageStyle(item, state, look))
      text.append("  ")
      text += words(
        for: item, state, look, isSelected: isSelected,
        room: line.columns - text.width(upTo: line.columns))
      canvas.put(text, at: line.origin, style: base, maxWidth: line.columns)
    }
  }

  /// So many columns of a name are kept, however much is owed, unless it is said in a word or two.
  private static let leastName = 8

  /// Whose lead it is and what is owed, which is the last to be cut: the company goes first, then
  /// what explains it, then the end of the name.
  private static func words(
    for item: Awaited, _ state: BoardState, _ look: Look, isSelected: Bool, room: Int
  ) -> StyledText {
    let gap = 2
    var who = StyledText(item.lead.name, isSelected ? look[.cardTitle] : look[.textStrong])
    let name = who.width(upTo: room)
    let (board, most) = (state.board, room - gap)
    let least = item.leastWords(on: board)
    let forms = [(item.words(on: board), name), (item.briefWords(on: board), min(name, leastName))]
    let owed = forms.first { $1 + DisplayWidth.of($0, upTo: room) <= most }?.0 ?? least
    let left = max(min(name, leastName - 2), most - DisplayWidth.of(owed, upTo: room))
    let leastCompany = 6
    if let company = item.lead.company, company != item.lead.name, name + leastCompany <= left {
      who.append(" · \(company)", look[.textDim])
    }
    return who.truncated(to: left) + StyledText("  ") + StyledText(owed, look[.textDim])
  }

  private static func ageStyle(_ item: Awaited, _ state: BoardState, _ look: Look) -> Style {
    look[item.isLate(state.reckoning) ? .cardAgeLate : .cardAge]
  }
}
