import BatonInsights
import BatonModel
import BatonReports
import Testing

/// The meeting's pages of a demo board: every number opens the leads behind it.
@Suite struct MeetingPagesTests {
  private func page(
    _ part: MeetingPart, _ leads: [LeadSummary] = DemoLeads.leads,
    view: MeetingView = DemoLeads.view
  ) -> ReportPage {
    ReportRequest.meeting(part).page(
      leads, matching: ReportFilter(), in: view, DemoLeads.reckoning)
  }

  @Test(arguments: MeetingPart.allCases) func everyNumberOpensItsLeads(_ part: MeetingPart) throws {
    let page = page(part)
    try DemoLeads.expectRowsToOpenWhatTheySay(page)
    let rows = page.blocks.flatMap { block in
      if case .table(let table) = block { return table.rows }
      return []
    }
    #expect(rows.contains { $0.target != nil }, "\(part) shows nothing on a demo board")
    #expect(rows.allSatisfy { $0.target != nil || ($0.opens ?? 0) == 0 })
  }

  @Test(arguments: MeetingPart.allCases) func everyPageIsSensibleWhateverTheBoard(
    _ part: MeetingPart
  ) {
    for leads in [[], Array(DemoLeads.leads.prefix(1)), DemoLeads.leads] {
      let page = page(part, leads)
      #expect(page.title == part.title)
      #expect(!page.headline.isEmpty)
      let lines = page.text(width: 80)
      #expect(lines.count > 2)
      #expect(lines.allSatisfy { $0.count <= 80 }, "\(lines)")
      #expect(!lines.contains { $0.split(separator: " ").contains("nan") })
    }
  }

  @Test func changesCountFromTheLastMeetingElseFromAWeekAgo() {
    #expect(DemoLeads.view.start(DemoLeads.reckoning) == CivilDay("2026-11-16"))
    #expect(MeetingView().start(DemoLeads.reckoning) == CivilDay("2026-11-14"))
    let asked = MeetingView(book: DemoLeads.view.book, since: CivilDay("2026-11-01"))
    #expect(asked.start(DemoLeads.reckoning) == CivilDay("2026-11-01"))
    let later = MeetingView(since: CivilDay("2027-01-01"))
    #expect(later.start(DemoLeads.reckoning) == CivilDay("2026-11-21"))
  }

  @Test func holdsAreCountedAsTheirReportCountsThem() throws {
    let report = HoldReport(DemoLeads.leads, DemoLeads.reckoning)
    #expect(report.old.count > 0)
    #expect(report.lasting.count > report.old.count)
    guard case .figures(let figures) = page(.holds).blocks.first else {
      Issue.record("The page begins without figures")
      return
    }
    #expect(
      figures.map(\.value)
        == [
          report.old.count, report.old.count { $0.cost.buyerTouches > 0 }, report.lasting.count,
        ].map(Wording.count))
  }

  @Test func figuresAreTheSumsOfTheirRows() throws {
    let whole: [(MeetingPart, figure: Int, query: String)] = [
      (.changes, 0, "came:2026-11-16.."), (.changes, 1, "moved:2026-11-16.."),
      (.changes, 2, "is:won ended:2026-11-16.."), (.changes, 3, "-is:won ended:2026-11-16.."),
      (.handoffs, 0, "is:handoff"), (.handoffs, 1, "is:lapsed"), (.handoffs, 2, "is:unproven"),
      (.stalled, 0, "is:stalled"), (.roadblocks, 0, "is:blocked is:open"),
      (.roadblocks, 1, "blockedby:ours is:open"), (.roadblocks, 2, "fixdue:overdue is:open"),
      (.roadblocks, 3, "fixer: is:open"), (.silence, 0, "is:vanished"),
      (.feedback, 0, "is:unanswered"), (.feedback, 1, "unanswered>7d"),
    ]
    for (part, place, query) in whole {
      guard case .figures(let figures) = page(part).blocks.first else {
        Issue.record("\(part) begins without figures")
        continue
      }
      #expect(figures[place].value == Wording.count(try DemoLeads.count(query)), "\(part) \(query)")
    }
  }
}
