import BatonInsights
import BatonModel
import BatonReports
import Testing

/// Pages on a narrow screen: what is cut is free text, and not the words of the field.
@Suite struct NarrowReportTests {
  private static let words = [
    "disqualified", "rejected", "recycled", "accept or reject", "book the next step",
    "nobody took it", "generate → qualify", "qualify → close", "close → deliver",
    "deliver → account", "disqualified: no budget", "disqualified: no need", "rejected: duplicate",
    "recycled: bad timing", "security review", "contract terms", "missing document",
    "email, marketing", "call, delivery", "meeting, sales",
  ]

  @Test(arguments: [
    ReportRequest.feedback, .flow, .silence, .meeting(.handoffs), .meeting(.feedback),
    .meeting(.silence), .meeting(.roadblocks), .roadblocks(by: .kind),
  ])
  func noKnownWordIsCut(_ request: ReportRequest) {
    let page = request.page(
      DemoLeads.leads, matching: ReportFilter(), in: DemoLeads.view, DemoLeads.reckoning)
    // What a screen of 80 columns leaves to a table.
    let text = page.text(width: 76).joined(separator: "\n")
    for word in Self.words {
      for length in 4..<word.count {
        let cut = word.prefix(length) + "…"
        #expect(!text.contains(cut), "\(page.title): \(cut)")
      }
    }
  }

  /// What was decided and who does it come before the roadblock that it is about.
  @Test(arguments: [76, 84, 110])
  func aDecisionSaysWhoDoesIt(_ width: Int) {
    var meeting = Meeting(date: "2026-11-16")
    meeting.decisions = ["no price shown", "missing document"].enumerated().map { place, kind in
      var decision = Decision(
        id: EntryID("d\(place)"), text: "Write down what a plant of this size pays, and where",
        owner: "signe", due: "2026-11-24")
      decision.roadblock = kind
      return decision
    }
    let page = ReportRequest.meeting(.decisions).page(
      DemoLeads.leads, matching: ReportFilter(),
      in: MeetingView(book: MeetingBook([meeting])), DemoLeads.reckoning)
    let text = page.text(width: width).joined(separator: "\n")
    #expect(text.contains("Signe Holm"))
    #expect(text.contains("Write down what a plant"))
    #expect(text.contains("missing document") == (width > 80))
  }

  @Test func aVerdictIsCutBehindItsReason() {
    let page = ReportRequest.meeting(.feedback).page(
      DemoLeads.leads, matching: ReportFilter(), in: DemoLeads.view, DemoLeads.reckoning)
    let lines = page.text(width: 76).filter { $0.contains("disqualified") }
    #expect(!lines.isEmpty)
    for line in lines {
      #expect(line.contains("disqualified: "), "\(line)")
      // The owner, who mostly said so, stands beside it.
      #expect(!line.contains(", b") || line.hasSuffix("nobody"), "\(line)")
    }
  }
}
