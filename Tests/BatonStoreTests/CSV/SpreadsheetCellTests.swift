import BatonStore
import Testing

@Suite struct SpreadsheetCellTests {
  @Test(arguments: [
    "=1+1", "+34 600 000 000", "-2+3", "@SUM(A1)", " =1+1", "\t=1", "\u{FEFF}=1", "\u{200B}=1",
    "＝1+1", "\n", "=HYPERLINK(\"http://x\",\"y\")",
  ])
  func putsAnApostropheBeforeWhatWouldRun(text: String) {
    #expect(SpreadsheetCell.harmless(text) == "'" + text)
  }

  @Test(arguments: [
    "", "Ana Ruiz", "a=b", "12-3", "ana@helix.example", "'=1", " ", "漢字", "1,5", "a\nb\tc", "👩‍👧",
  ])
  func leavesOtherTextAlone(text: String) {
    #expect(SpreadsheetCell.harmless(text) == text)
  }

  @Test func takesOutWhatATerminalWouldObey() {
    #expect(SpreadsheetCell.harmless("a\u{1B}[31mb\u{0}\u{9B}c\rd") == "a[31mbcd")
    #expect(SpreadsheetCell.harmless("a\u{202E}b\u{2066}") == "ab")
    #expect(SpreadsheetCell.harmless("\r=1") == "'=1")
  }

  @Test func writesNoStandInForHalfAPair() {
    #expect(SpreadsheetCell.harmless("a\u{10D800}b") == "a\u{FFFD}b")
  }
}
