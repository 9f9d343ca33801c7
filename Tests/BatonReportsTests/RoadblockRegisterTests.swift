import BatonInsights
import BatonModel
import BatonReports
import Testing

/// The register of open roadblocks, on leads made by hand.
@Suite struct RoadblockRegisterTests {
  private let now = DemoLeads.now

  private func lead(_ id: LeadID, _ change: (inout Lead) -> Void) -> LeadSummary {
    var lead = Lead(
      id: id, name: "Name of \(id)", stage: "qualify", createdAt: now.adding(days: -60))
    change(&lead)
    return LeadSummary(lead)
  }

  private func roadblock(
    _ kind: String, days: Double, owner: MemberID? = nil, fix: String? = nil, due: Double? = nil,
    at step: StepID? = nil
  ) -> Roadblock {
    var roadblock = Roadblock(
      id: EntryID("r-\(kind)"), kind: kind, origin: .ours, opened: now.adding(days: -days))
    roadblock.owner = owner
    roadblock.fix = fix
    roadblock.step = step
    roadblock.due = due.map { now.adding(days: $0) }
    return roadblock
  }

  private var leads: [LeadSummary] {
    [
      lead("a") {
        $0.amount = Money(minorUnits: 500_000, currency: "EUR")
        $0.roadblocks = [
          roadblock("no price", days: 10, owner: "signe", fix: "Print it", due: -9, at: "ask")
        ]
      },
      lead("b") {
        $0.roadblocks = [
          roadblock("no price", days: 4, owner: "signe", fix: "Print it", due: 3, at: "talk"),
          roadblock("slow reply", days: 2),
        ]
      },
      lead("c") {
        $0.roadblocks = [roadblock("no price", days: 30, owner: "signe", fix: "Print it")]
        $0.parked = Parking(kind: .lost, since: now.adding(days: -20), reason: "price")
      },
    ]
  }

  @Test func putsTogetherWhatOneFixClears() {
    let entries = RoadblockRegister(leads, DemoLeads.reckoning).entries
    #expect(entries.map(\.kind) == ["no price", "slow reply"])
    #expect(entries.map(\.leads) == [2, 1])
    #expect(entries.map(\.steps) == [["ask", "talk"], []])
    #expect(entries.map(\.blockedDays) == [14, 2])
    #expect(entries.map(\.money.minorUnits) == [500_000, 0])
    #expect(entries.map(\.due) == [now.adding(days: -9), nil])
    #expect(
      entries.map(\.query) == [
        "obstacle:==\"no price\" fixer:==signe fix:==\"Print it\" is:open",
        "obstacle:==\"slow reply\" fixer: fix: is:open",
      ])
  }

  @Test func whoHasEndedIsBlockedNoLonger() throws {
    let report = RoadblockReport(leads, by: .kind, DemoLeads.reckoning)
    let price = try #require(report.rows.first)
    #expect(price.value == "no price")
    #expect(price.leads == 3)
    #expect(price.blockedNow == 2)
    #expect(price.blockedDays == 24)
    #expect(price.overdue == 1)
    #expect(price.blockedOfLate == 3)
  }

  @Test func aLeadBeforeTwoFixesPastDueIsOne() throws {
    let twice = lead("d") {
      $0.roadblocks = [
        roadblock("no price", days: 10, due: -9), roadblock("no price", days: 8, due: -1),
        roadblock("slow reply", days: 400, due: -300),
      ]
      $0.roadblocks[2].resolved = now.adding(days: -91)
    }
    let report = RoadblockReport([twice], by: .kind, DemoLeads.reckoning)
    let counts = report.rows.map { $0.counts.map(\.leads) }
    #expect(counts == [[1, 1, 1, 1], [0, 0, 0, 1]])
    #expect(report.total.counts.map(\.leads) == [1, 1, 1, 1])
    for request in [
      ReportRequest.roadblockPart(.all), .roadblockPart(.alike(by: .kind, "no price")),
      .roadblockPart(.alike(by: .kind, "slow reply")), .meeting(.roadblocks),
    ] {
      let page = request.page([twice], matching: ReportFilter(), DemoLeads.reckoning)
      try DemoLeads.expectRowsToOpenWhatTheySay(page, of: [twice])
    }
    let meeting = ReportRequest.meeting(.roadblocks).page(
      [twice], matching: ReportFilter(), DemoLeads.reckoning)
    #expect(meeting.headline == "1 leads blocked · 1 by us · 1 past due · 1 nobody's")
    #expect(meeting.targets.first == .page(.roadblockPart(.alike(by: .kind, "no price"))))
  }

  @Test func tellsWhatIsOverdueWithoutColour() throws {
    let page = ReportRequest.roadblocks(by: .owner).page(
      leads, matching: ReportFilter(), DemoLeads.reckoning)
    try DemoLeads.expectRowsToOpenWhatTheySay(page, of: leads)
    let lines = page.text(width: 120)
    let price = try #require(lines.first { $0.contains("Print it") })
    #expect(price.contains("9d overdue"))
    #expect(price.contains("€5k"))
    #expect(price.contains("too few to say"))
    let slow = try #require(lines.first { $0.hasPrefix("slow reply") })
    #expect(slow.contains("nobody has said"))
    #expect(slow.contains("no date"))
  }
}
