import BatonInsights
import BatonModel
import BatonReports
import Testing

/// Reports of a demo board: the parts add up, and every query finds what was counted.
@Suite struct DrillDownTests {
  private static let leads = DemoLeads.leads
  private static let reckoning = DemoLeads.reckoning

  private func count(_ query: String) throws -> Int { try DemoLeads.count(query) }

  @Test func stagesAddUpToTheBoard() throws {
    let report = StalledReport(Self.leads, Self.reckoning)
    #expect(report.stages.count > 3)
    #expect(report.total.stalled == report.stages.reduce(0) { $0 + $1.row.stalled })
    #expect(report.total.inPlay == report.stages.reduce(0) { $0 + $1.row.inPlay })
    #expect(report.total.stalled == (try count("is:stalled")))
    #expect(report.total.stalled > 0)
    for stage in report.stages {
      #expect(stage.row.inPlay + stage.row.waiting == (try count(stage.query)), "\(stage.query)")
      #expect(stage.row.late == (try count("\(stage.query) is:late")), "\(stage.query)")
      #expect(stage.row.ages == stage.row.ages.sorted())
    }
  }

  @Test(arguments: Dimension.allCases) func partsAddUpToTheirStage(_ dimension: Dimension) throws {
    let report = StalledReport(Self.leads, Self.reckoning)
    for stage in report.stages {
      let parts = StalledReport.parts(
        Self.leads, by: dimension, in: stage.stage.id, Self.reckoning)
      #expect(parts.reduce(0) { $0 + $1.row.stalled } == stage.row.stalled)
      #expect(parts.reduce(0) { $0 + $1.row.late } == stage.row.late)
      #expect(parts.reduce(0) { $0 + $1.row.inPlay } == stage.row.inPlay)
      #expect(parts.reduce(0) { $0 + $1.row.waiting } == stage.row.waiting)
      #expect(parts.reduce(0) { $0 + $1.row.curve.stays } == stage.row.curve.stays)
      for part in parts {
        #expect(part.row.inPlay + part.row.waiting == (try count(part.query)), "\(part.query)")
        #expect(part.row.stalled == (try count("\(part.query) is:stalled")), "\(part.query)")
      }
    }
  }

  @Test(arguments: Dimension.allCases) func partsOfAllStagesOpenTheirLeads(
    _ dimension: Dimension
  ) throws {
    // Who rests where no clock runs is in no row.
    #expect(try count("is:open stage:nurture") > 0)
    let report = StalledReport(Self.leads, Self.reckoning)
    let parts = StalledReport.parts(Self.leads, by: dimension, in: nil, Self.reckoning)
    #expect(parts.reduce(0) { $0 + $1.row.inPlay } == report.total.inPlay)
    for part in parts {
      #expect(part.row.inPlay + part.row.waiting == (try count(part.query)), "\(part.query)")
    }
  }

  @Test func theTotalOfTheStallsCountsTheStaysOfAllStages() throws {
    let report = StalledReport(Self.leads, Self.reckoning)
    let page = ReportRequest.stalled.page(Self.leads, matching: ReportFilter(), Self.reckoning)
    guard case .object(let total) = page.json["total"] else {
      Issue.record("No total")
      return
    }
    let exits = report.stages.reduce(0) { $0 + $1.row.curve.exits }
    #expect(exits > 0)
    #expect(total["exits"] == .whole(exits))
    #expect(total["stays"] == .whole(report.stages.reduce(0) { $0 + $1.row.curve.stays }))
  }

  @Test func aListIsToldApartAsItsRowIsCounted() throws {
    let report = StalledReport(Self.leads, Self.reckoning)
    let stage = try #require(report.stages.max { $0.row.stalled < $1.row.stalled })
    let row = stage.row
    let page = ReportRequest.leads(query: stage.query).page(
      Self.leads, matching: ReportFilter(), Self.reckoning)
    var counts: [String: Int] = [:]
    for case .table(let table) in page.blocks {
      let title = try #require(table.title)
      #expect(title.hasSuffix(": \(table.rows.count)"))
      counts[title.split(separator: ":").first.map(String.init) ?? ""] = table.rows.count
    }
    #expect(counts["Stalled"] == row.stalled)
    #expect(row.stalled + (counts["Late, with a next step ahead"] ?? 0) == row.late)
    #expect(row.late + (counts["In play"] ?? 0) == row.inPlay)
    #expect(counts["Waiting, with a date"] ?? 0 == row.waiting)
    #expect(counts["Ended"] == nil)
    #expect(page.subtitle == stage.query)
  }

  @Test func jointsHoldWhatTheBoardShowsToWait() throws {
    let report = FlowReport(Self.leads, Self.reckoning)
    #expect(report.joints.reduce(0) { $0 + $1.waiting } == (try count("is:handoff")))
    #expect(report.joints.allSatisfy { $0.overdue <= $0.waiting })
  }

  @Test(arguments: [
    ReportRequest.flow, .silence, .roadblocks(by: .kind), .roadblocks(by: .step),
    .roadblocks(by: .owner), .stalledParts("qualify", by: .source), .stalledParts(nil, by: .owner),
    .roadblocks(by: .origin), .sources(by: .source, measure: .accepted),
    .sources(by: .campaign, measure: .accepted), .sources(by: .ad, measure: .won),
    .surveys,
  ])
  func rowsOpenWhatTheySay(_ request: ReportRequest) throws {
    let page = request.page(Self.leads, matching: ReportFilter(), Self.reckoning)
    #expect(!page.targets.isEmpty)
    try DemoLeads.expectRowsToOpenWhatTheySay(page)
  }

  @Test func everyNumberOfTheFlowOpensItsLeads() throws {
    let flow = ReportRequest.flow.page(Self.leads, matching: ReportFilter(), Self.reckoning)
    let parts = flow.targets.compactMap { target -> FlowPart? in
      guard case .page(.flowPart(let part)) = target else { return nil }
      return part
    }
    #expect(parts.contains(.weeks))
    #expect(parts.count > FlowReport.weeksBack + Self.reckoning.board.stages.count)
    for part in parts {
      let page = ReportRequest.flowPart(part).page(
        Self.leads, matching: ReportFilter(), Self.reckoning)
      #expect(!page.targets.isEmpty, "\(part)")
      try DemoLeads.expectRowsToOpenWhatTheySay(page)
    }
    let report = FlowReport(Self.leads, Self.reckoning)
    let whole = report.countsOfAllWeeks
    for (place, count) in whole.enumerated() where count.subject != .inProgress {
      #expect(report.weeks.reduce(0) { $0 + $1.counts[place].leads } == count.leads)
    }
    #expect(whole.first { $0.subject == .won }?.leads ?? 0 > 0)
  }

  @Test(arguments: RoadblockReport.Grouping.allCases)
  func everyNumberOfTheRoadblocksOpensItsLeads(_ grouping: RoadblockReport.Grouping) throws {
    let report = RoadblockReport(Self.leads, by: grouping, Self.reckoning)
    let page = ReportRequest.roadblocks(by: grouping).page(
      Self.leads, matching: ReportFilter(), Self.reckoning)
    let parts = page.targets.compactMap { target -> RoadblockPart? in
      guard case .page(.roadblockPart(let part)) = target else { return nil }
      return part
    }
    #expect(parts == report.rows.map { .alike(by: grouping, $0.value) } + [.all])
    for part in parts {
      let page = ReportRequest.roadblockPart(part).page(
        Self.leads, matching: ReportFilter(), Self.reckoning)
      #expect(!page.targets.isEmpty, "\(part)")
      try DemoLeads.expectRowsToOpenWhatTheySay(page)
    }
    let whole = report.total.counts
    #expect(whole.map(\.subject) == [.blockedNow, .pastDue, .blockedOfLate, .everMet])
    #expect(whole.allSatisfy { $0.leads > 0 })
    #expect(whole[3].leads > whole[0].leads)
  }

  @Test func everyAnswerOpensTheLeadsThatGaveIt() throws {
    let report = SurveyReport(Self.leads, Self.reckoning)
    let answers = report.rows.flatMap { row in row.answers.map { (row, $0) } }
    #expect(answers.count > 5)
    for (row, answer) in answers {
      let query = row.query(answering: answer.answer)
      #expect(try count(query) == answer.outcome.leads, "\(query)")
    }
  }

  @Test(arguments: SourceReport.Grouping.allCases)
  func sourcesCountEveryLeadOnce(_ grouping: SourceReport.Grouping) throws {
    let report = SourceReport(Self.leads, by: grouping, measure: .won, Self.reckoning)
    #expect(report.rows.reduce(0) { $0 + $1.leads } == 200)
    #expect(report.rows.count > 3)
    #expect(report.reasons.rows.count > 3)
    for row in report.reasons.rows {
      #expect(report.leadsByReason[row.reason] == (try count("reason:==\(row.reason)")))
    }
    for row in report.rows {
      let term = grouping.term(for: row.value)
      #expect(row.leads == (try count(term)), "\(term)")
      #expect(row.won == (try count("\(term) is:won")), "\(term)")
    }
  }

  @Test(arguments: ["Say \"no\" to ramp-up", "50% off, today", "-x", "a:b", "\"", " "])
  func anAdIsFoundByItsWholeHeadline(_ headline: String) throws {
    var lead = Lead(id: "a", name: "Ana", stage: "new", createdAt: DemoLeads.now)
    lead.acquisition.creating = Arrival()
    lead.acquisition.creating?.ad = Ad(headline: headline)
    var longer = lead
    longer.id = "b"
    longer.acquisition.creating?.ad = Ad(headline: headline + "!")
    let page = ReportRequest.sources(by: .ad, measure: .won).page(
      [LeadSummary(lead), LeadSummary(longer)], matching: ReportFilter(), Self.reckoning)
    try DemoLeads.expectRowsToOpenWhatTheySay(page, of: [LeadSummary(lead), LeadSummary(longer)])
    #expect(page.targets.compactMap(\.query).count == 2)
  }

  @Test(arguments: [
    ReportRequest.stalled, .stalledParts(nil, by: .source), .roadblockRisks,
    .stalledParts("qualify", by: .owner), .stalledComparison("qualify", by: .owner),
    .stalledComparison("qualify", by: .company), .flow, .roadblocks(by: .kind),
    .flowPart(.stage("qualify")), .flowPart(.weeks), .roadblockPart(.all),
    .roadblockPart(.alike(by: .kind, "nothing")), .roadblocks(by: .owner), .silence,
    .sources(by: .ad, measure: .accepted),
  ])
  func everyPageIsSensibleWhateverTheBoard(_ request: ReportRequest) {
    for leads in [[], Array(Self.leads.prefix(1)), Self.leads] {
      let page = request.page(leads, matching: ReportFilter(), Self.reckoning)
      let lines = page.text(width: 80)
      #expect(lines.count > 2)
      #expect(lines.allSatisfy { $0.count <= 80 }, "\(lines)")
      #expect(!lines.joined().contains("nan"))
    }
  }
}
