import BatonModel
import TerminalCanvas

/// Where everything of a choice stands. Follows from the choice alone, so that drawing and the
/// mouse agree.
struct PickerLayout {
  /// The frame's size.
  let panel: Size
  /// What is typed.
  let line: Rect
  /// The items in view.
  let rows: Rect
  /// The first of the items that match which is in view.
  let top: Int
  /// The columns before the details.
  let left: Int
  /// The columns that the digits take.
  let digits: Int

  init(_ picker: Picker, in bounds: Rect) {
    let labels = picker.items.map { DisplayWidth.of($0.label, upTo: 100) }.max() ?? 0
    let details = picker.items.map { DisplayWidth.of($0.detail, upTo: 60) }.max() ?? 0
    digits = picker.isNumbered ? 2 : 0
    let width = max(labels + details + digits + 9, DisplayWidth.of(picker.title, upTo: 70) + 8, 38)
    panel = Size(min(width, bounds.columns - 2), min(picker.items.count + 4, bounds.rows - 2))
    let (line, list) = OverlayView.inside(panel, in: bounds).cut(.top, 1)
    self.line = line
    rows = list.inset(top: 1)
    // The details begin in one column, and leave the labels two thirds of the width at least.
    let wanted = labels + digits + 4
    left = min(wanted, max(rows.columns - details - 1, rows.columns * 2 / 3))
    let top = picker.heldTop ?? picker.selected - rows.rows + 1
    self.top = max(0, min(top, picker.matches.count - rows.rows))
  }

  /// The place among the items that match of the one at a point.
  func place(at point: Point, in picker: Picker) -> Int? {
    guard rows.contains(point) else { return nil }
    let place = top + point.row - rows.top
    return place < picker.matches.count ? place : nil
  }
}

/// Draws a choice.
enum PickerView {
  static func draw(_ picker: Picker, _ look: Look, on canvas: inout Canvas) -> Point? {
    let layout = PickerLayout(picker, in: canvas.bounds)
    let usual = picker.isNumbered ? "1-9 or ⏎ choose  esc cancel" : "⏎ choose  esc cancel"
    _ = OverlayView.panel(
      layout.panel, title: picker.title, hint: picker.hint ?? usual, look, on: &canvas)
    canvas.put("›", at: layout.line.origin, style: look[.hintKey])
    let cursor = OverlayView.drawInput(
      picker.input, in: layout.line.inset(left: 2), look, on: &canvas)
    let matches = picker.matches
    let rows = layout.rows
    for (row, item) in matches.dropFirst(layout.top).prefix(rows.rows).enumerated() {
      let place = layout.top + row
      draw(item, at: place, of: picker, layout, look, in: rows.row(row), on: &canvas)
    }
    if matches.isEmpty {
      canvas.put("nothing matches", in: rows, style: look[.textDim], alignment: .center)
    }
    return cursor
  }

  private static func draw(
    _ item: Picker.Item, at place: Int, of picker: Picker, _ layout: PickerLayout, _ look: Look,
    in rect: Rect, on canvas: inout Canvas
  ) {
    let isSelected = place == picker.selected
    if isSelected { canvas.fill(rect, style: look[.pickerSelected]) }
    let style = isSelected ? look[.pickerSelected] : look[.overlay]
    var label = StyledText(isSelected ? "▸ " : "  ")
    if layout.digits > 0 {
      let isReachable = picker.input.isEmpty && place < 9
      label.append(isReachable ? "\(place + 1) " : "  ", isSelected ? .plain : look[.hintKey])
    }
    label.append(item.label)
    canvas.put(
      label, at: rect.origin, style: style,
      maxWidth: item.detail.isEmpty ? rect.columns : layout.left - 1)
    canvas.put(
      StyledText(item.detail, isSelected ? .plain : look[.textDim]),
      at: rect.origin.moved(columns: layout.left), style: style,
      maxWidth: max(0, rect.columns - layout.left - 1))
  }
}
