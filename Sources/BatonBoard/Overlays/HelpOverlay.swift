import BatonModel
import BatonReports
import TerminalCanvas

/// Draws the help: every key from the key table, and the language of the filter.
enum HelpOverlay {
  /// The lines of the help.
  private static let lines: [Line] = {
    var lines: [Line] = []
    for context in [KeyContext.board, .triage, .reports, .meeting, .lead, .feedback, .prompt] {
      if !lines.isEmpty { lines.append(.blank) }
      lines.append(.heading(context.title))
      for section in Binding.Section.allCases {
        lines += Keymap.bindings(in: context).filter { $0.section == section }.map {
          .key($0.keys.map(KeyName.short).joined(separator: " "), $0.help)
        }
      }
    }
    lines += [.blank, .heading("Signs on the cards")]
    lines += [Standing.Light.overdue, .today, .later, .missing, .resting].map {
      .key($0.glyph, $0.meaning)
    }
    lines += CardSign.allCases.map { .key($0.glyph, $0.meaning) }
    lines += [
      .key("★4", "The latest rating of the lead, 1 to 5"),
      .key("M S D B", "Who was last in touch: marketing, sales, delivery, the buyer"),
      .key("3▸ 5d", "Three handoffs wait between the columns, the oldest for five days"),
    ]
    for section in QueryGuide.sections {
      lines += [.blank, .heading("Filter: \(section.title)")]
      lines += section.rows.map { .key($0.form, $0.meaning) }
    }
    return lines
  }()

  private enum Line {
    case blank
    case heading(String)
    case key(String, String)
  }

  /// The columns that keys take: as many as the widest, so that what they mean begins in one
  /// column.
  private static let keyColumns = widest { keys, _ in keys } + 3
  /// The columns that nothing of the help needs to go on in another line.
  private static let wholeColumns = keyColumns + widest { _, help in help }
  /// The columns and rows that are not for the lines: of the frame, and a row above and below it.
  private static let frameColumns = 4
  private static let frameRows = 4

  private static func widest(_ part: (String, String) -> String) -> Int {
    lines.map { line in
      guard case .key(let keys, let help) = line else { return 0 }
      return DisplayWidth.of(part(keys, help))
    }.max() ?? 0
  }

  /// The lines in a panel of a screen; what is longer than a line goes on in the next.
  private static func lines(in size: Size) -> [Line] {
    let room = panelColumns(size) - frameColumns - keyColumns
    return lines.flatMap { line in
      guard case .key(let keys, let help) = line else { return [line] }
      let parts = StyledText(help).wrapped(to: max(1, room)).map(\.string)
      return parts.enumerated().map { .key($0 == 0 ? keys : "", $1) }
    }
  }

  static func lineCount(in size: Size) -> Int { lines(in: size).count }

  static func rowsInView(of size: Size) -> Int {
    max(1, min(lineCount(in: size), size.rows - frameRows))
  }

  private static func panelColumns(_ size: Size) -> Int {
    min(wholeColumns + frameColumns, size.columns - 2)
  }

  static func draw(top: Int, _ look: Look, on canvas: inout Canvas) {
    let lines = lines(in: canvas.size)
    let size = Size(panelColumns(canvas.size), rowsInView(of: canvas.size) + 2)
    let inside = OverlayView.panel(
      size, title: "Keys", hint: "↑↓ scroll  esc close", look, on: &canvas)
    for (row, line) in lines.dropFirst(top).prefix(inside.rows).enumerated() {
      let origin = inside.row(row).origin
      switch line {
      case .blank: break
      case .heading(let text):
        canvas.put(text, at: origin, style: look[.heading], maxWidth: inside.columns)
      case .key(let keys, let help):
        canvas.put(keys, at: origin.moved(columns: 1), style: look[.hintKey])
        canvas.put(
          help, at: origin.moved(columns: keyColumns), style: look[.overlay],
          maxWidth: max(0, inside.columns - keyColumns))
      }
    }
  }
}

/// Draws the list of files that cannot be read, with what is wrong and what to do.
enum FaultsOverlay {
  static func draw(
    selected: Int, _ state: BoardState, _ look: Look, on canvas: inout Canvas
  ) {
    let size = Size(
      min(110, canvas.size.columns - 2), min(state.faults.count * 3 + 2, canvas.size.rows - 2))
    let title = Wording.count(state.faults.count, "broken file", "broken files")
    let inside = OverlayView.panel(
      size, title: title, hint: "y copy path  esc close", look, on: &canvas)
    let shown = max(1, inside.rows / 3)
    let top = max(0, min(selected - shown + 1, state.faults.count - shown))
    for (offset, fault) in state.faults.dropFirst(top).prefix(shown).enumerated() {
      let isSelected = top + offset == selected
      let rows = (0..<3).map { inside.row(offset * 3 + $0) }
      canvas.put(
        (isSelected ? "▸ " : "  ") + fault.location, at: rows[0].origin,
        style: look[isSelected ? .columnTitleSelected : .textStrong], maxWidth: inside.columns)
      canvas.put(
        fault.message, at: rows[1].origin.moved(columns: 2), style: look[.bad],
        maxWidth: max(0, inside.columns - 2))
      canvas.put(
        fault.remedy, at: rows[2].origin.moved(columns: 2), style: look[.textDim],
        maxWidth: max(0, inside.columns - 2))
    }
  }
}
