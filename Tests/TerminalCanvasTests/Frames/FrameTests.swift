import TerminalCanvas
import Testing

@Suite("Frames and what changes between them")
struct FrameTests {
  private func frame(_ size: Size = Size(10, 3), _ draw: (inout Canvas) -> Void) -> Frame {
    var canvas = Canvas(size: size)
    draw(&canvas)
    return canvas.frame
  }

  @Test("Nothing changed: no runs, and equal")
  func same() {
    let one = frame { $0.put("e\u{301}日", at: .zero) }
    // The table of glyphs is in another order.
    let other = frame { canvas in
      canvas.put("o\u{301}", at: .zero)
      canvas.put("e\u{301}日", at: .zero)
    }
    #expect(one.changes(since: other) == [])
    #expect(one == other)
  }

  @Test("Only what changed is in the runs")
  func runs() {
    let one = frame { canvas in
      canvas.put("one two", at: .zero)
      canvas.put("same", at: Point(0, 1))
    }
    let other = frame { canvas in
      canvas.put("one TWO", at: .zero)
      canvas.put("same", at: Point(0, 1), style: Style(nil, .bold))
      canvas.put("x", at: Point(9, 2))
    }
    #expect(
      other.changes(since: one) == [
        .init(row: 0, columns: 4..<7), .init(row: 1, columns: 0..<4),
        .init(row: 2, columns: 9..<10),
      ])
    #expect(one != other)
  }

  @Test("Runs hold whole glyphs")
  func wholeGlyphs() {
    let one = frame { $0.put("日本x", at: .zero) }
    let other = frame { $0.put("日語x", at: .zero) }
    let third = frame { $0.put("a本x", at: .zero) }
    #expect(other.changes(since: one) == [.init(row: 0, columns: 2..<4)])
    #expect(third.changes(since: one) == [.init(row: 0, columns: 0..<5)])
    #expect(one.changes(since: third) == [.init(row: 0, columns: 0..<5)])
  }

  @Test("Another size, or nothing before, means everything")
  func everything() {
    let one = frame(Size(2, 2)) { _ in }
    let all = [Frame.Change(row: 0, columns: 0..<2), .init(row: 1, columns: 0..<2)]
    #expect(one.changes(since: nil) == all)
    #expect(one.changes(since: frame(Size(3, 2)) { _ in }) == all)
    #expect(frame(Size(0, 3)) { _ in }.changes(since: nil) == [])
  }

  @Test("Writing the changed runs onto the old screen gives the new one", arguments: 0..<50)
  func replay(seed: Int) {
    var random = SplitMix(state: UInt64(seed))
    let pieces = ["a", "日", "e\u{301}", "…", "語本", "Ana", "FR🇫🇷", " "]
    let colors: [Color] = [.terminalDefault, .palette(1), .rgb(1, 2, 3)]
    var old = Canvas(size: Size(12, 4))
    for _ in 0..<40 {
      var new = old
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Point(
          Int.random(in: -2..<12, using: &random), Int.random(in: 0..<4, using: &random))
        new.put(
          pieces.randomElement(using: &random) ?? "", at: place,
          style: Style(colors.randomElement(using: &random)), maxWidth: 9)
      }
      var screen = Screen(old.frame)
      for change in new.frame.changes(since: old.frame) { screen.write(change, of: new.frame) }
      #expect(screen == Screen(new.frame))
      old = new
    }
  }

  @Test("A transcript shows text and styles")
  func transcript() {
    let frame = frame(Size(6, 2)) { canvas in
      canvas.put("Ana", at: .zero, style: Style(.rgb(1, 2, 3), on: .palette(4), .bold))
      canvas.put("日x", at: Point(1, 1), style: Style(nil, [.dim, .underline]))
    }
    #expect(
      frame.transcript == """
        Ana
         日x
        styles:
           aaa
        abbbaa
          = #010203 on 4 bold
        a = default on default
        b = default on default dim underline

        """)
  }
}

/// What a terminal shows: in each cell the text that was written there.
private struct Screen: Equatable {
  private var cells: [[String]]

  init(_ frame: Frame) {
    cells = (0..<frame.size.rows).map { _ in
      Array(repeating: "", count: frame.size.columns)
    }
    for change in frame.changes(since: nil) { write(change, of: frame) }
  }

  mutating func write(_ change: Frame.Change, of frame: Frame) {
    for column in change.columns {
      let cell = frame[column, change.row]
      cells[change.row][column] =
        cell.isContinuation
        ? "right half"
        : "\(frame.glyph(of: cell).scalars) \(cell.style)"
    }
  }
}

/// Random numbers that repeat (Steele, Lea, Flood, "Fast splittable pseudorandom number
/// generators", 2014).
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}
