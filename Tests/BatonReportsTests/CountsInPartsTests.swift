import BatonInsights
import BatonModel
import BatonReports
import Testing

/// Counts of many leads, made in parts on several cores, are those of the leads one after another.
@Suite struct CountsInPartsTests {
  private static let times = 45
  private static let few = DemoLeads.leads
  private static let many = [[LeadSummary]](repeating: few, count: times).flatMap(\.self)
  private static let reckoning = DemoLeads.reckoning

  @Test func ofSurveys() {
    let one = SurveyReport(Self.few, Self.reckoning)
    let all = SurveyReport(Self.many, Self.reckoning)
    #expect(all.leads == 9000)
    #expect(all.rows.map(\.id) == one.rows.map(\.id))
    for (one, all) in zip(one.rows, all.rows) {
      #expect(all.answered.leads == one.answered.leads * Self.times)
      #expect(all.silent.won == one.silent.won * Self.times)
      #expect(all.latest == one.latest)
      #expect(all.answers.map(\.answer) == one.answers.map(\.answer))
      #expect(all.answers.map(\.outcome.lost) == one.answers.map { $0.outcome.lost * Self.times })
    }
    for (one, all) in zip(one.fields, all.fields) {
      #expect(all.answered.leads == one.answered.leads * Self.times)
      #expect(all.silent.leads == one.silent.leads * Self.times)
    }
  }

  @Test func ofRoadblocks() {
    let one = RoadblockReport(Self.few, by: .kind, Self.reckoning)
    let all = RoadblockReport(Self.many, by: .kind, Self.reckoning)
    #expect(all.rows.map(\.value) == one.rows.map(\.value))
    for (one, all) in zip(one.rows + [one.total], all.rows + [all.total]) {
      #expect(all.counts.map(\.leads) == one.counts.map { $0.leads * Self.times })
      #expect(abs(all.blockedDays - one.blockedDays * Double(Self.times)) < 1e-6)
      #expect(all.resolution.stays == one.resolution.stays * Self.times)
      #expect(all.risk?.exposed.total == one.risk.map { $0.exposed.total * Self.times })
      #expect(all.risk?.others.count == one.risk.map { $0.others.count * Self.times })
    }
  }

  @Test func ofWhatIsOwedAndHeld() {
    let one = FeedbackReport(Self.few, Self.reckoning)
    let all = FeedbackReport(Self.many, Self.reckoning)
    #expect(one.awaiting.count > 1)
    #expect(all.awaiting.mapValues(\.count) == one.awaiting.mapValues { $0.count * Self.times })
    #expect(all.dropped.count == one.dropped.count * Self.times)
    let held = HoldReport(Self.few, Self.reckoning).lasting.count
    #expect(held > 0)
    #expect(HoldReport(Self.many, Self.reckoning).lasting.count == held * Self.times)
  }
}
