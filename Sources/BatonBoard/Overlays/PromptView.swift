import BatonModel
import TerminalCanvas

/// Draws a question for a line of text.
enum PromptView {
  static func draw(
    _ prompt: Prompt, _ state: BoardState, _ look: Look, on canvas: inout Canvas
  ) -> Point? {
    let isDecision = prompt.purpose.isDecision
    let columns = min(isDecision ? 110 : 76, canvas.size.columns - 2)
    let room = max(1, columns - 4)
    let told =
      prompt.warnings.map { StyledText("▲ \($0)", look[.warn]) }
      + [prompt.context.map { StyledText($0, look[.textDim]) }].compactMap(\.self)
    let warnings = told.flatMap { $0.wrapped(to: room, maxLines: 2) }
    // What is wrong, and what to type instead, is read to its end.
    let most = isDecision && prompt.error == nil ? 1 : 4
    let said = lines(prompt, state, look, room).flatMap { $0.wrapped(to: room, maxLines: most) }
    let rows = 5 + said.count + warnings.count
    let keys = isDecision ? "tab complete  ⏎ decide  esc cancel" : "⏎ save  esc cancel"
    let inside = OverlayView.panel(
      Size(columns, min(rows, canvas.size.rows - 2)), title: prompt.title, hint: keys, look,
      on: &canvas)
    let cursor = OverlayView.drawInput(prompt.input, in: inside.row(1), look, on: &canvas)
    for (row, line) in (said + warnings).enumerated()
    where 3 + row < inside.rows {
      canvas.put(
        line, at: inside.row(3 + row).origin, style: look[.overlay], maxWidth: inside.columns)
    }
    return cursor
  }

  /// What is said below the line: how a decision is understood; what is wrong, or what is asked.
  private static func lines(
    _ prompt: Prompt, _ state: BoardState, _ look: Look, _ room: Int
  ) -> [StyledText] {
    let error = prompt.error.map { StyledText($0, look[.inputError]) }
    guard prompt.purpose.isDecision else {
      return [error ?? StyledText(prompt.hint, look[.textDim])]
    }
    let line = state.decisionLine(prompt.input.text)
    return [DecisionWords.understood(prompt, line, state, look)]
      + (error.map { [$0] } ?? help(prompt, line, state, look, room))
  }

  /// What may stand before the cursor, what is wrong, or the form of a line.
  private static func help(
    _ prompt: Prompt, _ line: DecisionLine, _ state: BoardState, _ look: Look, _ room: Int
  ) -> [StyledText] {
    if let (token, candidates) = state.completions(of: prompt.input) {
      let mark = StyledText("\(token.kind.mark) ", look[.hintKey])
      let labels = candidates.map { StyledText($0.label, look[.textDim]) }
      let row = labels.dropFirst().reduce(mark + labels[0]) {
        $0 + StyledText("  │  ", look[.textDim]) + $1
      }
      // Where they do not stand side by side, each has a line.
      return row.width(upTo: room + 1) <= room ? [row] : labels.map { mark + $0 }
    }
    if let mistake = line.mistake, !line.draft.text.isEmpty {
      return [StyledText("\(mistake.what) \(mistake.remedy)", look[.warn])]
    }
    return [StyledText(prompt.hint, look[.textDim])]
  }
}
