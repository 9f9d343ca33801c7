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
    let room = rect.columns - sumsWidth - 2
    let isFiltering = state.filter.isTyping || !state.filter.input.isEmpty
    // A long filter is given room before what can be told in fewer words.
    let typed = isFiltering ? DisplayWidth.of(state.filter.input.text, upTo: room) + 2 : 0
    let field = isFiltering ? max(16, min(typed, room - leastLeft)) : 0
    let most = isFiltering ? max(leastLeft, min(room - field, rect.columns / 2)) : room
    let used = canvas.put(
      left(state, look, room: most, gap: isFiltering ? 2 : 0), at: rect.origin,
      style: look[.header], maxWidth: max(0, most))
    guard isFiltering else { return nil }
    let rest = Rect(rect.left + used, rect.top, max(0, room - used), 1)
    return drawFilter(state, look, in: rest, on: &canvas)
  }

  /// The columns that are left to whose board it is, however long the filter.
  private static let leastLeft = 10

  /// Whose board it is and whether it is live: as much of it as there is room for, each part whole.
  private static func left(
    _ state: BoardState, _ look: Look, room: Int, gap: Int
  ) -> StyledText {
    let program = StyledText(" Baton", look[.headerTitle])
    let name = StyledText(" · ", look[.header]) + StyledText(state.board.name, look[.headerTitle])
    let blank = StyledText("  ", look[.header])
    let live = blank + liveness(state, look)
    let brief = blank + liveness(state, look, isBrief: true)
    let forms = [program + name + live, program + name + brief, program + brief, program]
    let end = StyledText(String(repeating: " ", count: gap), look[.header])
    return (forms.first { $0.width(upTo: room + 1) + gap <= room } ?? program) + end
  }

  /// Live, loading with progress, or looking now and then; in brief without progress and time.
  static func liveness(_ state: BoardState, _ look: Look, isBrief: Bool = false) -> StyledText {
    if case .loading(let done, let total) = state.reading {
      guard let total, total > 0, !isBrief else {
        return StyledText("loading \(Wording.count(done))", look[.statusLoading])
      }
      let filled = min(8, done * 8 / total)
      let bar = String(repeating: "▰", count: filled) + String(repeating: "▱", count: 8 - filled)
      return StyledText(
        "loading \(bar) \(Wording.count(done)) of \(Wording.count(total))", look[.statusLoading])
    }
    let changed = isBrief ? nil : state.lastChange
    let since = changed.map { " " + Wording.clock($0, state.board.calendar) } ?? ""
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
    let input = filter.input
    let first = filter.isTyping ? input.firstShown(in: rect.columns - 1) : 0
    if let error = filter.error {
      let shown = first..<input.characters.count
      let start = min(error.column, input.characters.count)
      let end = min(start + error.length, input.characters.count)
      let parts = [
        (0..<start, style), (start..<end, look[.inputError].adding(.underline)),
        (end..<input.characters.count, style),
      ]
      for (part, style) in parts {
        text.append(String(input.characters[part.clamped(to: shown)]), style)
      }
    } else if filter.isTyping {
      // Whoever types a name before guests sees it; it does not stay.
      text.append(String(input.characters[first...]), style)
    } else {
      let typed = ReportFilter(input.text, filter.query)
      text.append(state.meetingView.text(of: typed, on: state.board), style)
    }
    canvas.put(text, at: rect.origin, style: style, maxWidth: rect.columns)
    guard filter.isTyping else { return nil }
    let before = String(input.characters[first..<input.cursor])
    let column = rect.left + 1 + DisplayWidth.of(before, upTo: rect.columns)
    return Point(min(column, rect.right - 1), rect.top)
  }
}
