import BatonModel
import BatonReports
import TerminalCanvas

/// Draws the lines at the bottom: broken files, messages, the keys that one can press now.
enum StatusView {
  static func draw(
    _ state: BoardState, _ look: Look, _ layout: BoardLayout, on canvas: inout Canvas
  ) {
    if let first = state.faults.first {
      draw(first, as: count(of: state.faults), look, in: layout.warning, on: &canvas)
    }
    drawStatus(state, look, in: layout.status, countsFaults: false, on: &canvas)
  }

  /// Draws the last line: a message where there is one, else the keys; and above it what was
  /// refused, until somebody has acknowledged it.
  ///
  /// - Parameter countsFaults: Whether the line says how many files are broken, since no other
  ///   does.
  static func drawStatus(
    _ state: BoardState, _ look: Look, in rect: Rect, countsFaults: Bool = true,
    on canvas: inout Canvas
  ) {
    var top = rect.top
    if let toast = state.toast {
      top = draw(toast, look, above: rect.bottom, in: rect, on: &canvas)
    } else {
      drawHints(state, look, in: rect, countsFaults: countsFaults, on: &canvas)
    }
    guard let refusal = state.refusal else { return }
    draw(refusal, look, above: top, in: rect, closedBy: "esc", on: &canvas)
  }

  /// Draws a message to its end, on as many lines as it takes, and says where it begins.
  @discardableResult
  private static func draw(
    _ toast: Toast, _ look: Look, above bottom: Int, in rect: Rect, closedBy key: String = "",
    on canvas: inout Canvas
  ) -> Int {
    let style = look[toast.kind == .done ? .toast : .toastError]
    let room = max(1, rect.columns - 4 - (key.isEmpty ? 0 : key.count + 2))
    let lines = StyledText(toast.text).wrapped(to: room, maxLines: 4)
    let top = max(0, bottom - max(1, lines.count))
    let place = Rect(rect.left, top, rect.columns, bottom - top)
    canvas.fill(place, style: style)
    canvas.put(toast.kind == .done ? " ✓" : " ✗", at: place.origin, style: style)
    for (row, line) in lines.enumerated() where row < place.rows {
      canvas.put(line, at: place.row(row).origin.moved(columns: 3), style: style, maxWidth: room)
    }
    canvas.put(
      StyledText("\(key) "), at: place.row(place.rows - 1).origin, style: style,
      maxWidth: place.columns,
      alignment: .right)
    return top
  }

  private static func drawHints(
    _ state: BoardState, _ look: Look, in rect: Rect, countsFaults: Bool, on canvas: inout Canvas
  ) {
    canvas.fill(rect, style: look[.status])
    if state.filter.isTyping, let error = state.filter.error {
      let text = StyledText("\(error.what) ", look[.statusError]) + StyledText(error.remedy)
      drawWhole(text, style: look[.status], endingWith: rect, on: &canvas)
      return
    }
    let faults = countsFaults && !state.faults.isEmpty ? " ! \(count(of: state.faults)) " : ""
    canvas.put(
      StyledText(faults, look[.statusError]), at: rect.origin, style: look[.status],
      maxWidth: rect.columns, alignment: .right)
    var hints = hints(state, look, room: rect.columns - 1 - faults.count)
    if state.filter.isTyping, let word = state.filter.stateAsWord?.rawValue {
      hints.append("is:\(word)", look[.hintKey])
      hints.append(" asks for the state, \(word) for the word", look[.hintText])
    }
    canvas.put(
      hints, at: rect.origin.moved(columns: 1), style: look[.status],
      maxWidth: max(0, rect.columns - 1 - faults.count))
  }

  /// Draws a text to its end: in the last line, and in those above it where it is longer.
  private static func drawWhole(
    _ text: StyledText, style: Style, endingWith rect: Rect, on canvas: inout Canvas
  ) {
    let lines = text.wrapped(to: rect.columns - 2, maxLines: max(1, canvas.size.rows / 3))
    let area = Rect(rect.left, rect.bottom - lines.count, rect.columns, lines.count)
    canvas.fill(area, style: style)
    for (row, line) in lines.enumerated() {
      canvas.put(
        line, at: Point(area.left + 1, area.top + row), style: style, maxWidth: rect.columns - 1)
    }
  }

  /// As many of the keys that mean something now as there is room for, and always the help, which
  /// tells the others; at the end of a meeting also what ends it.
  static func hints(_ state: BoardState, _ look: Look, room: Int) -> StyledText {
    let shown = Keymap.bindings(in: state.keyContext).compactMap { binding in
      hint(of: binding).flatMap { state.obstacle(to: binding.intent) == nil ? $0 : nil }
    }
    let isLastSubject = state.meeting.map { $0.part == MeetingState.parts.last } ?? false
    func isKept(_ intent: Intent) -> Bool {
      intent == .help || intent == .endMeeting && isLastSubject
    }
    var room = room - shown.reduce(0) { $0 + (isKept($1.intent) ? $1.width : 0) }
    return shown.reduce(into: StyledText()) { text, hint in
      if !isKept(hint.intent) {
        guard hint.width <= room else { return }
        room -= hint.width
      }
      text.append(hint.key, look[.hintKey])
      text.append(" \(hint.words)  ", look[.hintText])
    }
  }

  private static func hint(
    of binding: Binding
  ) -> (key: String, words: String, width: Int, intent: Intent)? {
    guard let words = binding.hint, let key = binding.keys.first.map(KeyName.short) else {
      return nil
    }
    return (key, words, key.count + 1 + words.count + 2, binding.intent)
  }

  /// Draws what is wrong with a file, behind a word on what that means.
  static func draw(
    _ fault: FileFault, as title: String, _ look: Look, in rect: Rect, on canvas: inout Canvas
  ) {
    guard !rect.isEmpty else { return }
    canvas.fill(rect, style: look[.status])
    var text = StyledText(" ! \(title) ", look[.statusError])
    text.append(fault.location, look[.statusWarning])
    text.append(" \(fault.message): \(fault.remedy)", look[.status])
    canvas.put(text, at: rect.origin, style: look[.status], maxWidth: rect.columns)
  }

  private static func count(of faults: [FileFault]) -> String {
    faults.contains { $0.kind != .unreadable }
      ? Wording.count(faults.count, "broken file", "broken files")
      : Wording.count(faults.count, "unreadable place", "unreadable places")
  }
}
