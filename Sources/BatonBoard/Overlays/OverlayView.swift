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

  /// The frame of an overlay in the middle of the screen.
  private static func frame(_ size: Size, in bounds: Rect) -> Rect {
    bounds.inset(columns: 1, rows: 0).centered(size)
  }

  /// What is within the frame of an overlay.
  static func inside(_ size: Size, in bounds: Rect) -> Rect {
    frame(size, in: bounds).inset(columns: 2, rows: 1)
  }

  /// Draws the frame of an overlay in the middle of the screen and returns its inside.
  static func panel(
    _ size: Size, title: String, hint: String, _ look: Look, on canvas: inout Canvas
  ) -> Rect {
    let rect = frame(size, in: canvas.bounds)
    canvas.fill(rect, style: look[.overlay])
    canvas.box(rect, style: look[.overlayBorder].patched(by: background(look)))
    canvas.put(
      StyledText(" \(title) ", look[.overlayTitle]), at: rect.origin.moved(columns: 2),
      style: background(look), maxWidth: max(0, rect.columns - 4))
    canvas.put(
      StyledText(" \(hint) ", look[.textDim]), at: Point(rect.left + 2, rect.bottom - 1),
      style: background(look), maxWidth: max(0, rect.columns - 4), alignment: .right)
    return inside(size, in: canvas.bounds)
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
