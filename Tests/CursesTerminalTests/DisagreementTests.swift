import Foundation
import PseudoTerminal
import Testing

/// A terminal that draws wide glyphs or marks in other columns than the frame has must still show
/// everything else in its place.
@Suite(.enabled(if: PseudoTerminal.isAvailable, "needs /dev/ptmx"))
struct DisagreementTests {
  /// Columns of a wide glyph, and of a mark, on terminals good and bad.
  @Test(arguments: [(2, 0), (1, 0), (2, 1), (1, 1)])
  func keepsNarrowTextInItsPlace(_ wide: Int, _ mark: Int) throws {
    let terminal = try PseudoTerminal(
      environment: ["SCENE": "chaos"], columns: 24, rows: 4)
    try terminal.waitForReport("shown chaos")
    for _ in 0..<60 {
      let reports = terminal.reports.count
      terminal.type("\u{1B}[26~")
      try terminal.waitForReport("shown chaos", after: reports)
    }
    terminal.type("\u{11}")
    #expect(try terminal.waitForEnd() == 0)

    // Frames end where the probe hides or parks the cursor for good; only the last is compared.
    let written = String(decoding: terminal.output, as: UTF8.self)
    let shown = try #require(written.range(of: "\u{1B}[?1006l"))
    var screen = TerminalScreen(columns: 24, rows: 4) {
      $0 == "漢" ? wide : $0 == "\u{301}" ? mark : 1
    }
    _ = screen.take(String(written[..<shown.lowerBound]))
    let frames = terminal.reports.filter { $0.hasPrefix("frame ") }
    let expected = try #require(frames.last).dropFirst("frame ".count).split(separator: "|")
    for (row, text) in expected.enumerated() {
      var column = 0
      for character in text {
        guard let scalar = character.unicodeScalars.first else { continue }
        if scalar != "漢" {
          #expect(
            screen.cells[row][column].unicodeScalars.first == scalar,
            "row \(row), column \(column) of \(text)")
        }
        column += scalar == "漢" ? 2 : 1
      }
    }
  }
}
