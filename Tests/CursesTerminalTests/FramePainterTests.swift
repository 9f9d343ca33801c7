import TerminalCanvas
import Testing

@testable import CursesTerminal

/// What is written for frames one after another, byte for byte.
@MainActor
struct FramePainterTests {
  private let description: TerminalDescription
  private var painter: FramePainter

  init() throws {
    description = try #require(TerminalDescription.load("xterm-256color", descriptor: 1))
    painter = FramePainter(description, depth: .trueColor, systemWidth: Self.width)
  }

  /// A system that knows the Han, and nothing beyond the basic plane.
  private static func width(_ scalar: UInt32) -> Int {
    scalar > 0xFFFF ? -1 : (0x3000...0x9FFF).contains(scalar) ? 2 : 1
  }

  private func frame(_ rows: String...) -> Frame {
    var canvas = Canvas(size: Size(10, rows.count))
    for (row, text) in rows.enumerated() { canvas.put(text, at: Point(0, row)) }
    return canvas.frame
  }

  private mutating func written(
    _ frame: Frame, cursor: Point? = nil, on screen: Size? = nil
  ) -> String {
    String(decoding: painter.paint(frame, cursor: cursor, on: screen ?? frame.size), as: UTF8.self)
      .replacing("\u{1B}", with: "␛")
  }

  /// What is written for the second of two frames.
  private mutating func written(_ frame: Frame, after old: Frame) -> String {
    _ = written(old)
    return written(frame)
  }

  @Test mutating func writesAllOfTheFirstFrameAtOnce() {
    let rows = "abc       ␛[2;1Hdef       ␛[1;1H"
    let all = "␛[?2026h␛[?25l␛(B␛[m␛[H␛[2J\(rows)␛[?2026l"
    #expect(written(frame("abc", "def")) == all)
    #expect(written(frame("abc", "def")) == "")
    painter.invalidate()
    #expect(written(frame("abc", "def")) == all.replacing("␛[?25l", with: ""))
  }

  @Test mutating func writesOnlyWhatChanged() {
    #expect(written(frame("axc", "dex"), after: frame("abc", "def")) == "␛[1;2Hx␛[2;3Hx␛[1;1H")
  }

  /// कि and क: a vowel sign that has a column of its own here, and none in some terminals.
  @Test mutating func leavesNothingOfWhatAMarkWithAColumnOfItsOwnMayHide() {
    let (marked, plain) = (frame("ab\u{915}\u{93F}cd"), frame("ab\u{915}xcd"))
    // The column is emptied before the mark, and the cursor placed behind it.
    let both = "␛[1;3H\u{915} ␛[1;4H\u{93F}␛[1;1H"
    #expect(written(marked, after: plain) == both)
    // With the mark goes what it may have left on the letter before it.
    #expect(written(plain) == "␛[1;3H\u{915}x␛[1;1H")
    #expect(written(frame("ab\u{915}\u{93F}ed"), after: marked) == "␛[1;5He␛[1;1H")
  }

  @Test mutating func movesTheCursorNoMoreThanNeeded() {
    // It stands in the upper left corner already, and then where the next letter goes.
    #expect(written(frame("xyc"), after: frame("abc")) == "xy␛[1;1H")
    #expect(written(frame("xyz"), after: frame("xyc")) == "␛[1;3Hz␛[1;1H")
    #expect(written(frame("xyza"), cursorAt: Point(4, 0)) == "␛[1;4Ha␛[?25h")
  }

  private mutating func written(_ frame: Frame, cursorAt cursor: Point) -> String {
    written(frame, cursor: cursor)
  }

  @Test mutating func isCertainOfNoPlaceBehindTheLastColumn() {
    let new = frame("abcdefghij", "klm")
    #expect(written(new, after: frame("abcdefghi-", "-lm")) == "␛[1;10Hj␛[2;1Hk␛[1;1H")
  }

  @Test mutating func placesTheCursorAnewBehindWideGlyphsAndMarks() {
    #expect(written(frame("a漢b字c"), after: frame("")) == "a漢␛[1;4Hb字␛[1;7Hc␛[1;1H")
    #expect(written(frame("ae\u{301}b"), after: frame("")) == "ae\u{301}␛[1;3Hb␛[1;1H")
  }

  @Test mutating func writesWideGlyphsThatStandSideBySideInOneGo() {
    #expect(written(frame("a漢字b"), after: frame("")) == "a漢字␛[1;6Hb␛[1;1H")
    #expect(written(frame("a漢字b"), after: frame("a国字b")) == "␛[1;2H漢字␛[1;1H")
  }

  @Test mutating func writesAgainWhatStandsBehindAChangedGlyphWithMarks() {
    #expect(written(frame("ae\u{301}b"), after: frame("aeb")) == "␛[1;2He\u{301}␛[1;3Hb␛[1;1H")
    #expect(
      written(frame("e\u{301}o\u{301}b"), after: frame("eo\u{301}b"))
        == "e\u{301}␛[1;2Ho\u{301}␛[1;3Hb␛[1;1H")
    #expect(written(frame("e\u{301}漢"), after: frame("e漢")) == "e\u{301}␛[1;2H漢␛[1;1H")
    // What is written again is not written a third time where it changed as well.
    #expect(
      written(frame("e\u{301}xyz"), after: frame("eabz")) == "e\u{301}␛[1;2Hxy␛[1;1H")
  }

  @Test mutating func leavesAWideGlyphThatStaysAlone() {
    #expect(written(frame("x漢y"), after: frame("a漢b")) == "x␛[1;4Hy␛[1;1H")
    #expect(written(frame("a漢y"), after: frame("a漢b")) == "␛[1;4Hy␛[1;1H")
  }

  @Test mutating func writesNothingOutsideTheScreen() {
    _ = written(frame(""))
    #expect(written(frame("abcdefghij", "klm"), on: Size(4, 1)).contains("␛[2Jabcd␛[1;1H"))
  }

  @Test mutating func blanksAGlyphThatTheScreenCutsInTwo() {
    #expect(written(frame("abc漢"), on: Size(4, 1)).hasSuffix("abc ␛[1;1H␛[?2026l"))
  }

  @Test mutating func leavesTheLastCellWhereItWouldMoveTheScreen() throws {
    let ansi = try #require(TerminalDescription.load("ansi", descriptor: 1))
    painter = FramePainter(ansi, depth: .none)
    #expect(written(frame("abcdefghij", "klmnopqrst")).contains("klmnopqrs␛[1;1H"))
  }

  @Test mutating func showsTheSignForWhatTheSystemDoesNotKnow() {
    #expect(written(frame("a😀b"), after: frame("")) == "a\u{FFFD} ␛[1;4Hb␛[1;1H")
  }

  @Test mutating func leavesTheScreenPlain() {
    var canvas = Canvas(size: Size(10, 1))
    canvas.put("red", at: Point(0, 0), style: Style(.rgb(200, 0, 0), on: nil, .bold))
    _ = written(canvas.frame)
    let rest = String(decoding: painter.rest(), as: UTF8.self)
    #expect(rest == "\u{1B}(B\u{1B}[m\u{1B}[1;1H\u{1B}[?25h")
    #expect(written(canvas.frame).hasPrefix("␛[?2026h␛[?25l␛(B␛[m␛[H␛[2J"))
  }
}
