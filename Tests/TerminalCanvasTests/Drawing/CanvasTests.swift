import TerminalCanvas
import Testing

@Suite("Drawing on a canvas")
struct CanvasTests {
  @Test("Text is drawn within its region, cut with an ellipsis")
  func cutText() {
    var canvas = Canvas(size: Size(12, 3))
    canvas.inside(Rect(1, 1, 6, 1)) { inner in
      #expect(inner.put("Helix Labs", at: .zero) == 6)
      inner.put("below", at: Point(0, 1))
    }
    #expect(canvas.frame.lines == ["", " Helix…", ""])
  }

  @Test("A box is drawn with each stroke")
  func boxes() {
    var canvas = Canvas(size: Size(8, 3))
    #expect(canvas.box(Rect(0, 0, 4, 3), style: .plain) == Rect(1, 1, 2, 1))
    canvas.box(Rect(4, 0, 4, 3), stroke: .heavy, style: .plain)
    #expect(canvas.frame.lines == ["╭──╮┏━━┓", "│  │┃  ┃", "╰──╯┗━━┛"])
  }

  @Test("A wide glyph that is half overwritten loses its other half too")
  func halfOverwritten() {
    var canvas = Canvas(size: Size(6, 1))
    canvas.put("日本語", at: .zero)
    canvas.put("x", at: Point(1, 0))
    canvas.put("y", at: Point(2, 0))
    #expect(canvas.frame.lines == [" xy 語"])
  }
}
