import BatonStore
import Testing

@Suite struct SpreadsheetCellTests {
  @Test(arguments: [
    "=1+1", "+34 600 000 000", "-2+3", "@SUM(A1)", " =1+1", "\t=1", "\u{FEFF}=1", "\u{200B}=1",
    "＝1+1", "\r=1", "\n", "=HYPERLINK(\"http://x\",\"y\")", "\u{0}=1",
  ])
  func putsAnApostropheBeforeWhatWouldRun(text: String) {
    #expect(SpreadsheetCell.harmless(text) == "'" + text)
  }

  @Test(arguments: ["", "Ana Ruiz", "a=b", "12-3", "ana@helix.example", "'=1", " ", "漢字", "1,5"])
  func leavesOtherTextAlone(text: String) {
    #expect(SpreadsheetCell.harmless(text) == text)
  }
}
