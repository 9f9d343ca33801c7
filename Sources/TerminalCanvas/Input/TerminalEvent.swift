/// What a terminal tells the program.
public enum TerminalEvent: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// Something was done with the mouse.
  case mouse(MouseEvent)
  /// Text was pasted, as one piece; it may hold anything.
  case paste(String)
  /// The terminal has a new size.
  case resize(Size)
  /// The terminal's window got (`true`) or lost the focus.
  case focus(Bool)
}
