import TerminalCanvas
import Testing

@Suite("Drawing on a canvas")
struct CanvasTests {
  @Test("Text is drawn within its region, cut with an ellipsis or clipped")
  func cutText() {
    var canvas = Canvas(size: Size(12, 4))
    canvas.inside(Rect(1, 1, 6, 2)) { inner in
      #expect(inner.size == Size(6, 2))
      #expect(inner.put("Helix Labs", at: .zero) == 6)
      #expect(inner.put("Helix Labs", at: Point(0, 1), truncation: .clip) == 6)
      inner.put("below", at: Point(0, 2))
    }
    #expect(canvas.put("Ana Ruiz", at: Point(7, 0), maxWidth: 4) == 4)
    #expect(canvas.frame.lines == ["       Ana…", " Helix…", " Helix", ""])
  }

  @Test("What begins before the region is cut off at its left")
  func beginsBefore() {
    var canvas = Canvas(size: Size(8, 1), style: .plain)
    canvas.inside(Rect(2, 0, 4, 1)) { inner in
      #expect(inner.put("日本語xyz", at: Point(-3, 0), maxWidth: 9) == 9)
      #expect(inner.visible == Rect(0, 0, 4, 1))
    }
    #expect(canvas.frame.lines == ["   語x"])
  }

  @Test("A region within a region is clipped by both, and knows its place in the frame")
  func nestedRegions() {
    var canvas = Canvas(size: Size(10, 5))
    canvas.inside(Rect(2, 1, 6, 3)) { outer in
      outer.inside(Rect(4, 1, 6, 9)) { inner in
        inner.fill(with: "#", style: .plain)
        #expect(inner.visible == Rect(0, 0, 2, 2))
        #expect(inner.onFrame(Point(1, 1)) == Point(7, 3))
        #expect(inner.onFrame(Point(2, 1)) == nil)
        #expect(inner.onFrame(Rect(0, 0, 6, 9)) == Rect(6, 2, 2, 2))
      }
      outer.put("x", at: .zero)
    }
    #expect(canvas.frame.lines == ["", "  x", "      ##", "      ##", ""])
  }

  @Test("A box is drawn with each stroke, and in small")
  func boxes() {
    var canvas = Canvas(size: Size(18, 3))
    #expect(canvas.box(Rect(0, 0, 4, 3), style: .plain) == Rect(1, 1, 2, 1))
    canvas.box(Rect(4, 0, 4, 3), stroke: .heavy, style: .plain)
    canvas.box(Rect(8, 0, 4, 3), stroke: .double, style: .plain)
    canvas.box(Rect(12, 0, 2, 2), stroke: .plain, style: .plain)
    canvas.box(Rect(15, 0, 0, 3), style: .plain)
    canvas.box(Rect(16, 0, 5, 3), stroke: .dashed, style: .plain)
    #expect(
      canvas.frame.lines == [
        "╭──╮┏━━┓╔══╗┌┐  ╭╌", "│  │┃  ┃║  ║└┘  ╎", "╰──╯┗━━┛╚══╝    ╰╌",
      ])
  }

  @Test("A wide glyph that is half overwritten loses its other half too")
  func halfOverwritten() {
    var canvas = Canvas(size: Size(6, 1))
    canvas.put("日本語", at: .zero)
    canvas.put("x", at: Point(1, 0))
    canvas.put("y", at: Point(2, 0))
    #expect(canvas.frame.lines == [" xy 語"])
    canvas.put("訳", at: Point(3, 0))
    #expect(canvas.frame.lines == [" xy訳"])
  }

  @Test("A wide glyph at the edge of its region becomes a space")
  func wideAtEdge() {
    var canvas = Canvas(size: Size(4, 1))
    canvas.fill(with: ".", style: .plain)
    canvas.inside(Rect(0, 0, 3, 1)) { $0.put("日本", at: .zero, truncation: .clip) }
    #expect(canvas.frame.lines == ["日.."])
    canvas.inside(Rect(0, 0, 3, 1)) { $0.put("日本", at: .zero, maxWidth: 4) }
    #expect(canvas.frame.lines == ["日 ."])
  }

  @Test("Colours left open stay as they are there; attributes are the text's own")
  func layeredStyles() {
    let panel = Style(.palette(7), on: .palette(4), .bold)
    var canvas = Canvas(size: Size(3, 1), style: panel)
    canvas.put("a", at: Point(0, 0), style: Style(.palette(1)))
    canvas.put("b", at: Point(1, 0), style: Style(on: .palette(2), .italic))
    #expect(canvas.frame[0, 0].style == Style(.palette(1), on: .palette(4)))
    #expect(canvas.frame[1, 0].style == Style(.palette(7), on: .palette(2), .italic))
    canvas.restyle(Rect(1, 0, 9, 1), Style(on: .palette(0), .reverse))
    #expect(
      canvas.frame[1, 0].style == Style(.palette(7), on: .palette(0), [.italic, .reverse]))
    #expect(canvas.frame.lines == ["ab"])
  }

  @Test("Text of several styles is aligned and cut as one")
  func styledText() {
    let text = StyledText([
      .init("Ana Ruiz", Style(nil, .bold)), .init(" · ", .plain), .init("Helix", .plain),
    ])
    var canvas = Canvas(size: Size(20, 5))
    #expect(canvas.put(text, at: .zero) == 16)
    canvas.put(text, at: Point(0, 1), alignment: .right)
    canvas.put(text, at: Point(0, 2), alignment: .center)
    #expect(canvas.put(text, at: Point(0, 3), maxWidth: 8) == 8)
    #expect(canvas.put(text, at: Point(0, 4), maxWidth: 10, truncation: .clip) == 10)
    #expect(
      canvas.frame.lines == [
        "Ana Ruiz · Helix", "    Ana Ruiz · Helix", "  Ana Ruiz · Helix", "Ana Rui…",
        "Ana Ruiz ·",
      ])
    #expect(canvas.frame[7, 0].attributes == .bold)
    #expect(canvas.frame[8, 0].attributes == [])
    #expect(canvas.frame[7, 3].attributes == .bold)
  }

  @Test("A line of text is aligned in a rectangle")
  func alignedInRect() {
    var canvas = Canvas(size: Size(10, 3))
    canvas.put("€12k", in: Rect(0, 0, 10, 3), row: 0, alignment: .right)
    canvas.put("€12k", in: Rect(0, 0, 10, 3), row: 1, alignment: .center)
    canvas.put("€12k of more", in: Rect(2, 0, 5, 3), row: 2, alignment: .right)
    #expect(canvas.frame.lines == ["      €12k", "   €12k", "  €12k…"])
  }

  @Test("An ellipsis never stands for half a grapheme")
  func ellipsisKeepsGraphemes() {
    var canvas = Canvas(size: Size(5, 3))
    canvas.put("aa🇫🇷🇩🇪", at: .zero, maxWidth: 4)
    canvas.put("日本語", at: Point(0, 1), maxWidth: 4)
    canvas.put("日本語", at: Point(0, 2), maxWidth: 1)
    #expect(canvas.frame.lines == ["aa…", "日…", "…"])
  }

  @Test("A canvas without room draws nothing")
  func noRoom() {
    var canvas = Canvas(size: .zero)
    canvas.box(Rect(0, 0, 3, 3), style: .plain)
    #expect(canvas.put("x", at: .zero) == 0)
    #expect(canvas.frame.lines == [])
  }
}
