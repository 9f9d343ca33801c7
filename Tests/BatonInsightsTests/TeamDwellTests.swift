import BatonModel
import Testing

@testable import BatonInsights

@Suite("The team's dwell") struct TeamDwellTests {
  private static func day(_ day: Double) -> Instant {
    Instant(seconds: 1_700_000_000).adding(days: day)
  }

  private static func lead(_ visits: [(StageID, Double)]) -> Lead {
    var lead = Lead(id: "1", name: "Ana", stage: visits[0].0, createdAt: day(visits[0].1))
    lead.visits = visits.map { StageVisit(stage: $0.0, entered: day($0.1)) }
    lead.stage = visits[visits.count - 1].0
    return lead
  }

  @Test("A stay lasts until the next, and the last is open")
  func stays() {
    let lead = Self.lead([("new", 0), ("meeting", 3), ("new", 4)])
    #expect(
      lead.stays == [
        StageStay(stage: "new", entered: Self.day(0), left: Self.day(3)),
        StageStay(stage: "meeting", entered: Self.day(3), left: Self.day(4)),
        StageStay(stage: "new", entered: Self.day(4), left: nil),
      ])
  }

  @Test("An end ends the stay; a rest does not")
  func parkedLeads() {
    var lead = Self.lead([("new", 0)])
    lead.parked = Parking(kind: .nurture, since: Self.day(2), until: Self.day(90))
    #expect(lead.stays.map(\.left) == [nil])
    lead.parked = Parking(kind: .lost, since: Self.day(2))
    #expect(lead.stays.map(\.left) == [Self.day(2)])
  }

  @Test("A stage changed by hand begins where the history ends")
  func stageByHand() {
    var lead = Self.lead([("new", 0)])
    lead.history = [HistoryEntry(id: "h1", at: Self.day(5), by: "ana", command: "move")]
    lead.stage = "meeting"
    #expect(
      lead.stays == [
        StageStay(stage: "new", entered: Self.day(0), left: Self.day(5)),
        StageStay(stage: "meeting", entered: Self.day(5), left: nil),
      ])
  }

  @Test("The board's target goes before the team's history, and inventory has no limit")
  func limits() throws {
    let stays = (1...5).map {
      StageStay(stage: "new", entered: Self.day(0), left: Self.day(Double($0)))
    }
    let late = StageStay(stage: "meeting", entered: Self.day(10), left: nil)
    let dwell = TeamDwell(stays + [late], asOf: Self.day(9))
    #expect(dwell.proposedLimits == ["new": 4])
    #expect(dwell.curves.count == 1)
    func limit(_ id: StageID, _ kind: Stage.Kind, _ target: Int?) -> StallLimit? {
      dwell.limit(
        of: Stage(
          id: id, title: "Stage", activity: .qualify, kind: kind, targetDays: target))
    }
    #expect(limit("new", .clock, nil)?.days == 4)
    #expect(limit("new", .gate, 2)?.days == 2)
    #expect(limit("new", .inventory, 2) == nil)
    #expect(limit("meeting", .clock, nil) == nil)
  }

  @Test("Earlier, the same stays were still open")
  func asOf() throws {
    let stays = (1...5).map {
      StageStay(stage: "new", entered: Self.day(0), left: Self.day(Double($0)))
    }
    let curve = try #require(TeamDwell(stays, asOf: Self.day(2)).curves["new"])
    #expect(curve.stays == 5)
    #expect(curve.exits == 2)
    #expect(curve.dwell(0.8) == nil)
  }
}
