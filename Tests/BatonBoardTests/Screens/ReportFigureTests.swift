import BatonModel
import BatonReports
import TerminalCanvas
import Testing

@testable import BatonBoard

/// Small figures of a report, in as many rows as they need.
@Suite struct ReportFigureTests {
  private func lines(_ figures: [ReportPage.Figure], width: Int) -> [String] {
    let page = ReportPage(title: "", blocks: [.figures(figures)], json: [:])
    return ReportLines(page, width: width, selected: nil, Look.unstyled).lines.dropFirst(2).map {
      var text = $0.string
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  private static let figures = [
    ReportPage.Figure("12", "quiet beyond 30 days"), ReportPage.Figure("20", "lost"),
    ReportPage.Figure("63", "dropped"), ReportPage.Figure("4", "of them late"),
  ]

  @Test func standInOneRowWhereTheyFit() {
    #expect(
      lines(Self.figures, width: 55) == [
        "12                      20      63         4",
        "quiet beyond 30 days    lost    dropped    of them late",
      ])
  }

  @Test func ofAnotherRowStandBelowTheFirstWithAirBetween() {
    #expect(
      lines(Self.figures, width: 50) == [
        "12                      20      63",
        "quiet beyond 30 days    lost    dropped",
        "",
        "4",
        "of them late",
      ])
    #expect(
      lines(Self.figures, width: 38) == [
        "12                      20",
        "quiet beyond 30 days    lost",
        "",
        "63                      4",
        "dropped                 of them late",
      ])
  }

  @Test func standBelowEachOtherWhereNothingElseFits() {
    #expect(lines(Self.figures, width: 12).count == 11)
  }
}
