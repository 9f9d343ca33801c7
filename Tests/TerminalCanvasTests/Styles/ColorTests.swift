import TerminalCanvas
import Testing

@Suite("Colours and what terminals make of them")
struct ColorTests {
  @Test("A colour keeps what it was made of", arguments: [UInt8(0), 1, 127, 255])
  func forms(value: UInt8) {
    #expect(Color.palette(value).form == .palette(value))
    #expect(Color.rgb(value, 7, 255).form == .rgb(value, 7, 255))
    #expect(Color.terminalDefault.form == .terminalDefault)
    #expect(Color.rgb(0, 0, 0) != .palette(0))
  }

  @Test("Colours are written as theme files read them")
  func written() {
    #expect(Color.rgb(0, 10, 255).description == "#000aff")
    #expect(Color.palette(208).description == "208")
    #expect(Color.terminalDefault.description == "default")
    #expect(
      Style(.palette(1), on: .rgb(1, 2, 3), [.dim, .bold]).description == "1 on #010203 bold dim")
    #expect(Style.plain.description == "plain")
  }

  @Test(
    "The nearest of 256 is found among the cube and the greys",
    arguments: [
      (Color.rgb(0, 0, 0), Color.palette(16)), (.rgb(255, 255, 255), .palette(231)),
      (.rgb(255, 135, 0), .palette(208)), (.rgb(8, 8, 8), .palette(232)),
      (.rgb(120, 120, 121), .palette(243)), (.rgb(95, 135, 175), .palette(67)),
      (.palette(9), .palette(9)), (.terminalDefault, .terminalDefault),
    ])
  func to256(color: Color, nearest: Color) {
    #expect(color.reduced(to: .palette256) == nearest)
  }

  @Test(
    "The nearest of sixteen keeps the hue, and greys stay grey",
    arguments: [
      (Color.rgb(250, 80, 80), UInt8(9)), (.rgb(190, 20, 10), 1), (.rgb(60, 200, 90), 2),
      (.rgb(250, 240, 60), 11), (.rgb(90, 100, 250), 12), (.rgb(15, 21, 29), 0),
      (.rgb(23, 32, 43), 0), (.rgb(244, 242, 237), 15), (.rgb(128, 130, 133), 8),
      (.palette(220), 3), (.palette(244), 8), (.palette(3), 3),
    ])
  func to16(color: Color, index: UInt8) {
    #expect(color.reduced(to: .sixteen) == .palette(index))
  }

  @Test("True colour keeps everything, none nothing")
  func extremes() {
    #expect(Color.rgb(1, 2, 3).reduced(to: .trueColor) == .rgb(1, 2, 3))
    #expect(Color.rgb(1, 2, 3).reduced(to: .none) == .terminalDefault)
    #expect(Color.palette(3).reduced(to: .none) == .terminalDefault)
    let style = Style(.palette(3), .bold).reduced(to: .none)
    #expect(style == Style(.terminalDefault, .bold))
    #expect(ColorDepth.none < .sixteen && .palette256 < ColorDepth.trueColor)
  }

  @Test("Letters never vanish in what is behind them among sixteen colours")
  func legible() throws {
    let faint = Style(.rgb(110, 118, 126), on: .rgb(60, 66, 72))
    #expect(faint.foreground?.reduced(to: .sixteen) == .palette(8))
    #expect(faint.background?.reduced(to: .sixteen) == .palette(8))
    let reduced = faint.reduced(to: .sixteen)
    let background = try #require(reduced.background)
    let contrast = try #require(reduced.foreground?.contrast(with: background))
    #expect(contrast >= 2)
    let open = Style(.rgb(110, 118, 126)).reduced(to: .sixteen, over: .rgb(60, 66, 72))
    #expect(open.foreground == reduced.foreground)
    #expect(open.background == nil)
  }

  @Test("Contrast is that of WCAG")
  func contrast() throws {
    let white = Color.rgb(255, 255, 255)
    #expect(white.contrast(with: .rgb(0, 0, 0)) == 21)
    let grey = try #require(Color.rgb(118, 118, 118).contrast(with: white))
    #expect((4.54...4.55).contains(grey))
    #expect(white.contrast(with: .terminalDefault) == nil)
  }

  @Test("A style laid over another keeps what it leaves open")
  func patched() {
    let under = Style(.palette(1), on: .palette(2), .bold)
    #expect(
      under.patched(by: Style(nil, on: .palette(4), .dim))
        == Style(.palette(1), on: .palette(4), [.bold, .dim]))
    #expect(under.patched(by: .plain) == under)
    #expect(under.adding(.italic).attributes == [.bold, .italic])
  }
}
