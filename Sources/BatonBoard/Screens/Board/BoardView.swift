import BatonModel
import TerminalCanvas

/// Draws the board's screen: header, columns, feedback pane, status line.
enum BoardView {
  /// Draws it and says where the cursor stands.
  static func draw(_ state: BoardState, _ look: Look, on canvas: inout Canvas) -> Point? {
    let layout = BoardLayout(state)
    let cursor = HeaderView.draw(state, look, in: layout.header, on: &canvas)
    ColumnsView.draw(state, look, layout, on: &canvas)
    FeedbackView.draw(state, look, in: layout.feedback, on: &canvas)
    StatusView.draw(state, look, layout, on: &canvas)
    return cursor
  }
}
