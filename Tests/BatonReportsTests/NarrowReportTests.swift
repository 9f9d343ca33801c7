import BatonInsights
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
