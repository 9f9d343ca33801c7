import TerminalCanvas
import Testing

@testable import CursesTerminal

struct FramePiecesTests {
  private func frame(_ rows: String...) -> Frame {
    var canvas = Canvas(size: Size(10, rows.count))
    for (row, text) in rows.enumerated() { canvas.put(text, at: Point(0, row)) }
    return canvas.frame
  }

  /// Rounds as text: `row:columns`, with `+` before what did not change.
  private func rounds(_ new: Frame, since old: Frame?) -> [String] {
    FramePieces(new.changes(since: old), of: new, within: new.size).rounds.map {
      $0.map { piece in
        let range = "\(piece.row):\(piece.columns.lowerBound)..<\(piece.columns.upperBound)"
        return piece.unchanged < piece.columns.upperBound ? range + "+" : range
      }
      .joined(separator: " ")
    }
  }

  @Test func writesNarrowTextInOneRound() {
    #expect(rounds(frame("abc", "def"), since: nil) == ["0:0..<10 1:0..<10"])
    #expect(rounds(frame("axc", "def"), since: frame("abc", "def")) == ["0:1..<2"])
    #expect(rounds(frame("abc"), since: frame("abc")) == [])
  }

  @Test func endsAPieceWithEachWideGlyph() {
    #expect(rounds(frame("a漢b字c"), since: nil) == ["0:0..<3", "0:3..<6", "0:6..<10"])
  }

  @Test func endsAPieceWithAGlyphThatHasMarks() {
    #expect(rounds(frame("ae\u{301}b"), since: nil) == ["0:0..<2", "0:2..<10"])
  }

  @Test func keepsWideGlyphsThatStandSideBySideTogether() {
    #expect(rounds(frame("a漢字b"), since: nil) == ["0:0..<5", "0:5..<10"])
    #expect(rounds(frame("a漢字b"), since: frame("a国字b")) == ["0:1..<5+"])
  }

  @Test func writesAgainWhatStandsBehindAChangedGlyphWithMarks() {
    #expect(rounds(frame("ae\u{301}b"), since: frame("aeb")) == ["0:1..<2", "0:2..<3+"])
    #expect(
      rounds(frame("e\u{301}o\u{301}b"), since: frame("eo\u{301}b"))
        == ["0:0..<1", "0:1..<2+", "0:2..<3+"])
    #expect(rounds(frame("e\u{301}漢"), since: frame("e漢")) == ["0:0..<1", "0:1..<3+"])
  }

  @Test func leavesAWideGlyphThatStaysAlone() {
    #expect(rounds(frame("x漢y"), since: frame("a漢b")) == ["0:0..<1", "0:3..<4"])
    #expect(rounds(frame("a漢y"), since: frame("a漢b")) == ["0:3..<4"])
  }

  @Test func writesNothingOutsideTheScreen() {
    let new = frame("abcdefghij", "klm")
    let pieces = FramePieces(new.changes(since: nil), of: new, within: Size(4, 1))
    #expect(pieces.rounds.flatMap { $0 }.map(\.columns) == [0..<4])
  }

  @Test func takesAGlyphThatTheScreenCutsInTwo() {
    let new = frame("abc漢")
    let pieces = FramePieces(new.changes(since: nil), of: new, within: Size(4, 1))
    #expect(pieces.rounds.flatMap { $0 }.map(\.columns) == [0..<5])
  }
}
