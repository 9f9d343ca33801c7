import BatonReports
import TerminalCanvas
import Testing

@testable import BatonBoard

/// Figures several rows high, each with its label below it.
@Suite struct LargeFigureTests {
  @Test func aLabelNoWiderThanItsFigureTakesOneLine() {
    let figure = LargeFigure(ReportPage.Figure("710", "at stake"), .half, labelRows: 2)
    #expect(figure.rows == ["▀▀█ ▄█  █▀█", " ▄▀  █  █ █", " ▀  ▀▀▀ ▀▀▀", "at stake", ""])
  }

  @Test func aLongLabelIsPartedWhereBothLinesAreShort() {
    let long = ReportPage.Figure("1", "lost without a reason since Mon 16 Nov")
    let one = LargeFigure(long, .half, labelRows: 1)
    #expect(one.rows == ["▄█ ", " █ ", "▀▀▀", "lost without a reason since Mon 16 Nov"])
    #expect(one.columns == 38)
    let two = LargeFigure(long, .half, labelRows: 2)
    #expect(two.rows == ["▄█ ", " █ ", "▀▀▀", "lost without a reason", "since Mon 16 Nov"])
    #expect(two.columns == 21)
  }

  @Test func noWordIsParted() {
    let figure = LargeFigure(ReportPage.Figure("1", "unanswered"), .half, labelRows: 2)
    #expect(figure.rows.suffix(2) == ["unanswered", ""])
    #expect(figure.columns == 10)
  }

  @Test func whatHasNoLargeFormStandsAtTheFoot() {
    let figure = LargeFigure(ReportPage.Figure("≈ 3", "weeks"), .half, labelRows: 1)
    #expect(figure.rows == ["", "", "≈ 3", "weeks"])
  }
}
