import BatonModel
import BatonReports
import TerminalCanvas

/// Draws the line at the top: whose board, whether it is live, the filter, the sums.
enum HeaderView {
  /// Draws it and says where the cursor stands, while the filter is being typed.
  static func draw(
    _ state: BoardState, _ look: Look, in rect: Rect, on canvas: inout Canvas
  ) -> Point? {
    canvas.fill(rect, style: look[.header])
    let sums = sums(state, look, room: rect.columns)
    let sumsWidth = sums.width(upTo: rect.columns)
    canvas.put(
      sums, at: Point(rect.left, rect.top), style: look[.header], maxWidth: rect.columns - 1,
      alignment: .right)
    var left = StyledText(" Baton", look[.headerTitle])
    left.append(" · ", look[.header])
    left.append(state.board.name, look[.headerTitle])
    left.append("  ")
    left += liveness(state, look)
    left.append("  ")
    let room = rect.columns - sumsWidth - 2
    let isFiltering = state.filter.isTyping || !state.filter.input.isEmpty
    let most = isFiltering ? max(10, min(room - 16, rect.columns / 2)) : room
    let used = canvas.put(
      left, at: Point(rect.left, rect.top), style: look[.header], maxWidth: max(0, most))
    guard isFiltering else { return nil }
    let field = Rect(rect.left + used, rect.top, max(0, room - used), 1)
    return drawFilter(state, look, in: field, on: &canvas)
  }

  /// Live, loading with progress, or looking now and then.
  static func liveness(_ state: BoardState, _ look: Look) -> StyledText {
    if case .loading(let done, let total) = state.reading {
      guard let total, total > 0 else {
        return StyledText("loading \(Wording.count(done))", look[.statusLoading])
      }
      let filled = min(8, done * 8 / total)
      let bar = String(repeating: "▰", count: filled) + String(repeating: "▱", count: 8 - filled)
      return StyledText(
        "loading \(bar) \(Wording.count(done)) of \(Wording.count(total))", look[.statusLoading])
    }
    let since = state.lastChange.map { " " + Wording.clock($0, state.board.calendar) } ?? ""
    switch state.watching {
    case .live: return StyledText("live ●\(since)", look[.headerLive])
    case .polling: return StyledText("polling ◌\(since)", look[.statusWarning])
    case .off: return StyledText("not live ○", look[.statusWarning])
    }
  }

  /// `1 284 open · €4.2M · 37 stalled`, shorter where there is no room.
  private static func sums(_ state: BoardState, _ look: Look, room: Int) -> StyledText {
    let figures = state.index.figures
    let money = figures.moneyWords(state.board.currency)
    var text = StyledText(Wording.count(figures.count), look[.headerTitle])
    let noun = state.filter.query.asksForClosed ? " shown" : " open"
    text.append(noun + " · ", look[.header])
    if !money.isEmpty {
      text.append(money, look[.headerTitle])
      text.append(" · ", look[.header])
    }
    text.append(
      "\(Wording.count(figures.stalled)) stalled",
      figures.stalled > 0
        ? look[.header].patched(by: Style(look[.statusError].foreground)) : look[.header])
    return text
  }

  /// Draws the filter and says where the cursor stands, while it is being typed.
  static func drawFilter(
    _ state: BoardState, _ look: Look, in rect: Rect, on canvas: inout Canvas
  ) -> Point? {
    let filter = state.filter
    let style = look[.input]
    canvas.fill(rect, style: filter.isTyping ? style : look[.header])
    var text = StyledText("/", look[.hintKey])
    if let error = filter.error {
      let characters = filter.input.characters
      let start = min(error.column, characters.count)
      let end = min(start + error.length, characters.count)
      text.append(String(characters[..<start]), style)
      text.append(String(characters[start..<end]), look[.inputError].adding(.underline))
      text.append(String(characters[end...]), style)
      canvas.put(text, at: rect.origin, style: style, maxWidth: rect.columns)
    } else {
      // Whoever types a name before guests sees it; it does not stay.
      let typed = ReportFilter(filter.input.text, filter.query)
      text.append(filter.isTyping ? typed.text : state.meetingView.text(of: typed), style)
      canvas.put(text, at: rect.origin, style: style, maxWidth: rect.columns)
    }
    guard filter.isTyping else { return nil }
    let before = String(filter.input.characters[..<filter.input.cursor])
    let column = rect.left + 1 + DisplayWidth.of(before, upTo: rect.columns)
    return Point(min(column, rect.right - 1), rect.top)
  }
}
