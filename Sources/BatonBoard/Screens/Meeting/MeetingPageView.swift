import BatonModel
import BatonReports
import TerminalCanvas

/// Draws the meeting: the subjects, the page that one is on, what was decided here.
enum MeetingPageView {
  /// Draws it and says where the cursor stands, while the filter is being typed.
  static func draw(
    _ meeting: MeetingState, _ reports: ReportState, _ state: BoardState, _ look: Look,
    on canvas: inout Canvas
  ) -> Point? {
    let record = MeetingRecord(meeting, state, look)
    let layout = MeetingLayout(state.size, recordLines: record.lines.count)
    let cursor = drawHeader(meeting, state, look, in: layout.header, on: &canvas)
    if layout.hasSidebar {
      drawSubjects(meeting, look, layout, on: &canvas)
    } else {
      drawNeighbours(meeting, look, layout, on: &canvas)
    }
    ReportView.drawPage(
      reports, look, in: layout.page, figureRows: layout.figureRows, on: &canvas)
    draw(record, look, in: layout.record, on: &canvas)
    StatusView.drawStatus(state, look, in: layout.status, on: &canvas)
    return cursor
  }

  // MARK: - Header

  private static func drawHeader(
    _ meeting: MeetingState, _ state: BoardState, _ look: Look, in rect: Rect,
    on canvas: inout Canvas
  ) -> Point? {
    canvas.fill(rect, style: look[.header])
    let clocks = clocks(meeting, look)
    let clockColumns = clocks.width(upTo: rect.columns)
    canvas.put(
      clocks, at: rect.origin, style: look[.header], maxWidth: rect.columns - 1, alignment: .right)
    var left = StyledText(" \(state.board.name)", look[.headerTitle])
    left.append(" · meeting of ", look[.header])
    let day = CivilDay(meeting.date).map { words(for: $0, on: state.today) }
    left.append(day ?? meeting.date, look[.headerTitle])
    if meeting.masksNames { left.append("  names masked", look[.statusWarning]) }
    left.append("  ")
    left += HeaderView.liveness(state, look)
    left.append("  ")
    let room = rect.columns - clockColumns - 2
    let used = canvas.put(left, at: rect.origin, style: look[.header], maxWidth: max(0, room))
    guard state.filter.isTyping || !state.filter.input.isEmpty else { return nil }
    let field = Rect(rect.left + used, rect.top, max(0, room - used), 1)
    return HeaderView.drawFilter(state, look, in: field, on: &canvas)
  }

  /// A day, with its year where that is another than today's.
  private static func words(for day: CivilDay, on today: CivilDay) -> String {
    let (year, month, number) = day.components
    let words = "\(Wording.weekdays[day.weekday]) \(number) \(Wording.months[month - 1])"
    return year == today.components.year ? words : "\(words) \(year)"
  }

  /// Which page of how many, its minutes and those of the meeting.
  private static func clocks(_ meeting: MeetingState, _ look: Look) -> StyledText {
    var text = StyledText("\(meeting.place + 1)", look[.headerTitle])
    text.append(" of \(MeetingState.parts.count)", look[.header])
    if let timer = meeting.timer {
      text.append("   \(timer.pageMinutes) min here", look[.header])
      text.append(" · \(timer.minutes) min", look[.header])
    }
    return text
  }

  // MARK: - Subjects

  private static func drawSubjects(
    _ meeting: MeetingState, _ look: Look, _ layout: MeetingLayout, on canvas: inout Canvas
  ) {
    let rect = layout.subjects
    canvas.vline(
      at: Point(rect.right - 1, rect.top), length: rect.rows, style: look[.columnRule])
    for (place, part) in MeetingState.parts.enumerated() {
      let isHere = part == meeting.part
      let wasShown = meeting.shown[part] != nil
      let mark = isHere ? "▸" : wasShown ? "✓" : " "
      let style = look[isHere ? .columnTitleSelected : wasShown ? .textDim : .text]
      let line = layout.line(ofSubjectAt: place)
      canvas.put(
        "\(mark) \(place < 9 ? " " : "")\(place + 1)  \(part.title)", at: line.origin,
        style: style, maxWidth: line.columns)
    }
  }

  /// The subject with those before and behind it, in one line.
  private static func drawNeighbours(
    _ meeting: MeetingState, _ look: Look, _ layout: MeetingLayout, on canvas: inout Canvas
  ) {
    let parts = MeetingState.parts
    let (before, behind) = (layout.neighbour(-1), layout.neighbour(1))
    if meeting.place > 0 {
      canvas.put(
        " ◂ \(parts[meeting.place - 1].title)", at: before.origin, style: look[.textDim],
        maxWidth: before.columns - 1)
    }
    if meeting.place + 1 < parts.count {
      canvas.put(
        StyledText("\(parts[meeting.place + 1].title) ▸ ", look[.textDim]), at: behind.origin,
        maxWidth: behind.columns, alignment: .right)
    }
  }

  // MARK: - The record

  private static func draw(
    _ record: MeetingRecord, _ look: Look, in rect: Rect, on canvas: inout Canvas
  ) {
    guard !rect.isEmpty else { return }
    canvas.hline(at: rect.origin, length: rect.columns, style: look[.columnRule])
    let rows = rect.rows - 1
    let hidden = record.lines.count - rows
    let shown = record.lines.suffix(rows)
    for (row, line) in shown.enumerated() {
      canvas.put(
        line, at: rect.origin.moved(rows: row + 1), style: look[.text], maxWidth: rect.columns)
    }
    if hidden > 0 {
      canvas.put(
        StyledText(" ▲\(hidden) ", look[.scroll]), at: rect.origin, maxWidth: rect.columns,
        alignment: .right)
    }
  }
}

/// What stands in the meeting's file of the subject on the screen, and what was decided so far.
struct MeetingRecord {
  /// Notes on the subject, then decisions, the oldest first.
  private(set) var lines: [StyledText] = []

  init(_ meeting: MeetingState, _ state: BoardState, _ look: Look) {
    guard let record = state.meetings[meeting.date] else { return }
    let view = state.meetingView
    let notes = record.agenda.first { $0.title == meeting.part.title }?.noteLines ?? []
    lines += notes.map { note in
      StyledText("note    ", look[.textFaint]) + StyledText(view.words(note), look[.text])
    }
    lines += record.decisions.map { decision in
      MeetingRecord.line(decision, of: record.date, view, state, look)
    }
  }

  private static func line(
    _ decision: Decision, of date: String, _ view: MeetingView, _ state: BoardState, _ look: Look
  ) -> StyledText {
    let standing = DecisionStanding(
      decision, of: date, asOf: state.reckoning.now, on: state.board.calendar)
    let isOpen = standing.state.isOpen
    var text = StyledText(
      isOpen ? "decided " : standing.state == .done ? "done    " : "given up",
      look[isOpen ? .heading : .textFaint])
    if !isOpen, standing.state != .done { text.append(" ") }
    text.append(view.words(decision.text), look[isOpen ? .textStrong : .textDim])
    text += DecisionWords.facts(of: standing, state, look)
    return text
  }
}
