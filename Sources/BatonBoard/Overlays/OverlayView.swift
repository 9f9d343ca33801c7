import BatonModel
import TerminalCanvas

/// Draws what lies over the screen.
enum OverlayView {
  /// Draws an overlay and says where the cursor stands.
  static func draw(
    _ overlay: Overlay, _ state: BoardState, _ look: Look, on canvas: inout Canvas
  ) -> Point? {
    switch overlay {
    case .help(let top):
      HelpOverlay.draw(top: top, look, on: &canvas)
      return nil
    case .faults(let selected):
      FaultsOverlay.draw(selected: selected, state, look, on: &canvas)
      return nil
    case .picker(let picker): return PickerView.draw(picker, look, on: &canvas)
    case .prompt(let prompt): return PromptView.draw(prompt, state, look, on: &canvas)
    }
  }

  /// Draws the frame of an overlay in the middle of the screen and returns its inside.
  static func panel(
    _ size: Size, title: String, hint: String, _ look: Look, on canvas: inout Canvas
  ) -> Rect {
    let rect = canvas.bounds.inset(columns: 1, rows: 0).centered(size)
    canvas.fill(rect, style: look[.overlay])
    let inside = canvas.box(rect, style: look[.overlayBorder].patched(by: background(look)))
    canvas.put(
      StyledText(" \(title) ", look[.overlayTitle]), at: rect.origin.moved(columns: 2),
      style: background(look), maxWidth: max(0, rect.columns - 4))
    canvas.put(
      StyledText(" \(hint) ", look[.textDim]), at: Point(rect.left + 2, rect.bottom - 1),
      style: background(look), maxWidth: max(0, rect.columns - 4), alignment: .right)
    return inside.inset(columns: 1, rows: 0)
  }

  private static func background(_ look: Look) -> Style {
    Style(nil, on: look[.overlay].background)
  }

  /// Draws a text input and says where its cursor stands; what is too long scrolls.
  static func drawInput(
    _ input: TextInput, in rect: Rect, _ look: Look, on canvas: inout Canvas
  ) -> Point? {
    canvas.fill(rect, style: look[.input])
    let start = input.firstShown(in: rect.columns)
    let before = String(input.characters[start..<input.cursor])
    canvas.put(
      String(input.characters[start...]), at: rect.origin, style: look[.input],
      maxWidth: rect.columns)
    return canvas.onFrame(
      rect.origin.moved(columns: min(DisplayWidth.of(before), rect.columns - 1)))
  }
}

/// Draws a choice.
enum PickerView {
  static func draw(_ picker: Picker, _ look: Look, on canvas: inout Canvas) -> Point? {
    let matches = picker.matches
    let labels = picker.items.map { DisplayWidth.of($0.label, upTo: 100) }.max() ?? 0
    let details = picker.items.map { DisplayWidth.of($0.detail, upTo: 60) }.max() ?? 0
    let digits = picker.isNumbered ? 2 : 0
    let width = max(labels + details + digits + 9, DisplayWidth.of(picker.title, upTo: 70) + 8, 38)
    let size = Size(
      min(width, canvas.size.columns - 2), min(picker.items.count + 4, canvas.size.rows - 2))
    let inside = OverlayView.panel(
      size, title: picker.title,
      hint: picker.hint
        ?? (picker.isNumbered ? "1-9 or ⏎ choose  esc cancel" : "⏎ choose  esc cancel"), look,
      on: &canvas)
    let (line, list) = inside.cut(.top, 1)
    canvas.put("›", at: line.origin, style: look[.hintKey])
    let cursor = OverlayView.drawInput(picker.input, in: line.inset(left: 2), look, on: &canvas)
    let rows = list.inset(top: 1)
    // The details begin in one column, and leave the labels two thirds of the width at least.
    let wanted = labels + digits + 4
    let left = min(wanted, max(rows.columns - details - 1, rows.columns * 2 / 3))
    let top = max(0, min(picker.selected - rows.rows + 1, matches.count - rows.rows))
    for (row, item) in matches.dropFirst(top).prefix(rows.rows).enumerated() {
      let isSelected = top + row == picker.selected
      let rect = rows.row(row)
      if isSelected { canvas.fill(rect, style: look[.pickerSelected]) }
      let style = isSelected ? look[.pickerSelected] : look[.overlay]
      var label = StyledText(isSelected ? "▸ " : "  ")
      if digits > 0 {
        let isReachable = picker.input.isEmpty && top + row < 9
        label.append(isReachable ? "\(top + row + 1) " : "  ", isSelected ? .plain : look[.hintKey])
      }
      label.append(item.label)
      canvas.put(
        label, at: rect.origin, style: style,
        maxWidth: item.detail.isEmpty ? rect.columns : left - 1)
      canvas.put(
        StyledText(item.detail, isSelected ? .plain : look[.textDim]),
        at: rect.origin.moved(columns: left), style: style,
        maxWidth: max(0, rect.columns - left - 1))
    }
    if matches.isEmpty {
      canvas.put("nothing matches", in: rows, style: look[.textDim], alignment: .center)
    }
    return cursor
  }
}
