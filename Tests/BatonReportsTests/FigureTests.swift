import BatonInsights
import BatonModel
import BatonReports
import Testing

/// Figures of boards that are made for one of them.
@Suite struct FigureTests {
  private static let now = Instant(rfc3339: "2026-11-18T10:00:00Z") ?? .distantPast
  private static let reckoning = Reckoning(board: .standard(name: "Test"), now: now)

  private func ago(_ days: Double) -> Instant { Self.now.adding(days: -days) }

  private func lead(_ id: LeadID, days: Double, _ change: (inout Lead) -> Void) -> LeadSummary {
    var lead = Lead(id: id, name: id.rawValue, stage: "qualify", createdAt: ago(days))
    change(&lead)
    return LeadSummary(lead)
  }

  private func text(_ request: ReportRequest, _ leads: [LeadSummary]) -> String {
    request.page(leads, matching: ReportFilter(), Self.reckoning).text(width: 200)
      .joined(separator: "\n")
  }

  // MARK: - Money

  private func stalled(_ currencies: [String]) -> [LeadSummary] {
    currencies.enumerated().map { place, currency in
      lead(LeadID("\(place)"), days: 90) {
        $0.amount = Money(minorUnits: 1_200_000, currency: currency)
        $0.roadblocks = [Roadblock(id: "r", kind: "no price", origin: .ours, opened: ago(9))]
        $0.holds = [
          Hold(id: "h", reason: "tender", from: ago(20), until: ago(-9), by: "maria")
        ]
        $0.touches = [
          Touch(
            id: "t", at: ago(80), side: .sales, direction: .outbound, channel: .email)
        ]
      }
    }
  }

  private static let sums: [ReportRequest] = [
    .stalled, .stalledParts("qualify", by: .owner), .roadblocks(by: .kind),
    .meeting(.stalled), .meeting(.silence),
  ]

  @Test(arguments: sums) func aSumThatLeavesAmountsOutSaysSo(_ request: ReportRequest) {
    #expect(text(request, stalled(["EUR", "EUR"])).contains("€24k"))
    #expect(!text(request, stalled(["EUR", "EUR"])).contains("€24k+"))
    #expect(text(request, stalled(["EUR", "USD", "EUR"])).contains("€24k+"))
    let others = text(request, stalled(["USD", "GBP"]))
    #expect(!others.contains("€"))
    #expect(others.contains("–"))
  }

  @Test func soDoesTheJSON() throws {
    for (currencies, sum) in [(["EUR", "USD"], JSONValue.whole(1_200_000)), (["USD"], .null)] {
      let page = ReportRequest.stalled.page(
        stalled(currencies), matching: ReportFilter(), Self.reckoning)
      guard case .object(let total) = page.json["total"] else {
        Issue.record("No total")
        return
      }
      #expect(total["stalledMoney"] == sum)
      #expect(total["otherCurrencies"] == .whole(1))
    }
  }

  // MARK: - Ages

  @Test func aThingIsAsManyDaysOldAsAreOver() {
    let held = lead("a", days: 90) {
      $0.holds = [Hold(id: "h", reason: "tender", from: ago(20.9), until: ago(-9), by: "maria")]
    }
    #expect(text(.holds, [held]).contains("20d"))
    #expect(text(.meeting(.holds), [held]).contains("20d"))
    let offered = lead("b", days: 90) {
      $0.handoffs = [
        Handoff(
          id: "h", from: .generate, to: .qualify, offeredAt: ago(6.9), offeredBy: "aylin",
          due: ago(-1))
      ]
    }
    #expect(text(.flow, [offered]).contains(" 6d"))
    #expect(text(.meeting(.handoffs), [offered]).contains(" 6d"))
  }

  // MARK: - Joints

  /// A lead that was handed over so many days ago, and answered a day count later.
  private func handed(_ id: Int, days: Double, after wait: Double) -> LeadSummary {
    lead(LeadID("\(id)"), days: days + 1) {
      var handoff = Handoff(
        id: "h", from: .generate, to: .qualify, offeredAt: ago(days), offeredBy: "aylin",
        state: .rejected)
      handoff.answeredAt = ago(days - wait)
      $0.handoffs = [handoff]
    }
  }

  @Test func answersAreThoseToTheHandoffsOfTwelveWeeks() throws {
    let long = (0..<9).map { handed($0, days: 200, after: 30) }
    let late = (10..<15).map { handed($0, days: 50, after: 2) }
    let joint = try #require(FlowReport(long + late, Self.reckoning).joints.first)
    #expect(joint.handoffs.offered == 5)
    #expect(joint.answers.stays == 5)
    #expect(joint.answers.dwell(0.5) == 2)
    let few = try #require(FlowReport(long + late.dropLast(), Self.reckoning).joints.first)
    #expect(few.answers.dwell(0.5) == nil)
  }

  @Test func nothingIsOwedOnALeadThatHasEnded() {
    let ended = lead("a", days: 40) {
      $0.handoffs = [
        Handoff(
          id: "h", from: .generate, to: .qualify, offeredAt: ago(9), offeredBy: "aylin",
          due: ago(8))
      ]
      $0.parked = Parking(kind: .won, since: ago(1))
    }
    #expect(FlowReport([ended], Self.reckoning).joints.map(\.waiting) == [0])
    for part in [MeetingPart.handoffs, .clocks] {
      let page = ReportRequest.meeting(part).page([ended], matching: ReportFilter(), Self.reckoning)
      #expect(page.headline.allSatisfy { !"123456789".contains($0) }, "\(page.headline)")
    }
  }

  @Test func aProofIsOverdueAlikeWhoeverTells() throws {
    func accepted(_ days: Double) -> LeadSummary {
      lead("a", days: 40) {
        var handoff = Handoff(
          id: "h", from: .generate, to: .qualify, offeredAt: ago(30), offeredBy: "aylin",
          due: ago(28), state: .accepted)
        handoff.answeredAt = ago(days)
        handoff.answeredBy = "maria"
        $0.handoffs = [handoff]
      }
    }
    for (days, late) in [(1.0, 0), (9.0, 1)] {
      let leads = [accepted(days)]
      #expect(FlowReport(leads, Self.reckoning).joints.first?.overdue == late)
      let owed = try #require(FeedbackReport(leads, Self.reckoning).awaiting[.sales]?.first)
      #expect(owed.isLate(Self.reckoning) == (late == 1))
      let page = ReportRequest.meeting(.clocks).page(
        leads, matching: ReportFilter(), Self.reckoning)
      #expect(page.headline.contains("\(late == 0 ? "0" : "1") sales"))
      try DemoLeads.expectRowsToOpenWhatTheySay(page, of: leads)
    }
  }

  // MARK: - Silence

  @Test func whatAFileDidNotSayIsNoReason() {
    let lost = ["price", Reason.notRecordedID].map { reason in
      lead(LeadID(reason.rawValue), days: 20) {
        $0.parked = Parking(kind: .lost, since: ago(2), reason: reason)
      }
    }
    let report = SilenceReport(lost, Self.reckoning)
    #expect(report.losses.map(\.lead.id.rawValue) == ["not-recorded"])
    #expect(report.summary.lostSilently == 1)
    #expect(
      ReportRequest.meeting(.silence).page(lost, matching: ReportFilter(), Self.reckoning).headline
        .contains("1 lost without a reason"))
  }
}
