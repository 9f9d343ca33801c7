import BatonInsights
import BatonModel
import BatonReports
import Testing

/// The picture of ages: what lies beyond the limit is told apart, in colour and without.
@Suite struct StalledPictureTests {
  private static let board = DemoLeads.reckoning.board

  /// Leads in play in a stage, each so many days old.
  private func chart(_ days: [Double]) throws -> ReportPage.Chart {
    let leads = days.enumerated().map { place, days in
      LeadSummary(
        Lead(
          id: LeadID("l\(place)"), name: "N", stage: "qualify",
          createdAt: DemoLeads.now.adding(days: -days)))
    }
    let page = ReportRequest.stalled.page(leads, matching: ReportFilter(), DemoLeads.reckoning)
    for case .chart(let chart) in page.blocks { return chart }
    return try #require(nil)
  }

  @Test func whoIsAsOldAsTheLimitIsWithinIt() throws {
    let limit = try #require(DemoLeads.reckoning.limits["qualify"])
    let chart = try chart([0, limit / 2, limit, limit + 0.01, limit * 10])
    #expect(chart.mark?.place == 4)
    #expect(chart.series[0].values == [1, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0, 1])
    #expect(chart.title.hasSuffix("2 of 5 beyond \(Int(limit))d"))
  }

  @Test func aLineStandsAtTheLimitAndTheAxisIsThickBeyondIt() throws {
    let chart = try chart([0, 100])
    #expect(chart.columnBeyond(in: 72) == 24)
    let bars = chart.picture(width: 72, rows: 2)
    #expect(bars[1] == "█████                  ┊                                          █████")
    let foot = chart.foot(width: 72)
    #expect(foot[0] == String(repeating: "─", count: 23) + "┊" + String(repeating: "━", count: 47))
    #expect(foot[1].hasPrefix("0                      limit "))
    #expect(foot[1].hasSuffix("and more"))
    #expect(foot[1].count == 71)
    #expect(chart.foot(width: 24).count == 3)
  }

  @Test func theTitleDoesNotTouchTheBars() throws {
    let page = ReportRequest.stalled.page(
      DemoLeads.leads, matching: ReportFilter(), DemoLeads.reckoning)
    let lines = page.text(width: 100)
    let title = try #require(lines.firstIndex { $0.contains("by days in the stage") })
    #expect(lines[title + 1].isEmpty)
    #expect(lines[title + 2].contains("┊"))
    #expect(lines.contains { $0.contains("━━") })
    #expect(lines.contains { $0.hasPrefix("Qualify") && $0.contains("┊") })
  }
}
