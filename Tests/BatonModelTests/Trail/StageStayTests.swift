import BatonModel
import Testing

/// How long a lead was where: it is nowhere between its end and its coming back.
@Suite struct StageStayTests {
  private let lost = at("2026-11-04T09:00:00Z")
  private let back = at("2026-11-18T09:00:00Z")

  /// A context in which each moment's entry has a name of its own.
  private func context(now moment: Instant) -> CommandContext {
    CommandContext(board: testBoard(), actor: "maria", now: moment) { EntryID("\(moment)") }
  }

  private func revived(to stage: StageID? = nil) throws -> Lead {
    var lead = testLead()
    try lead.apply(
      .park(.init(.lost, reason: "price")), in: context(now: lost))
    try lead.apply(.revive(.init(to: stage)), in: context(now: back))
    return lead
  }

  @Test func aLeadThatCameBackBeginsANewStay() throws {
    let lead = try revived()
    #expect(
      lead.stays == [
        StageStay(stage: "qualify", entered: lead.createdAt, left: lost),
        StageStay(stage: "qualify", entered: back, left: nil),
      ])
    #expect(LeadSummary(lead).stageSince == back)
  }

  @Test func soDoesOneThatCameBackToAnotherStage() throws {
    let lead = try revived(to: "new")
    #expect(
      lead.stays == [
        StageStay(stage: "qualify", entered: lead.createdAt, left: lost),
        StageStay(stage: "new", entered: back, left: nil),
      ])
  }

  @Test func anEndThatWasTakenBackIsNone() throws {
    var lead = try revived()
    let revival = try #require(lead.history.last)
    let end = try #require(lead.history.first)
    try lead.undo(revival.id, in: context(now: back.adding(days: 1)))
    #expect(
      lead.stays == [StageStay(stage: "qualify", entered: lead.createdAt, left: lost)])
    try lead.undo(end.id, in: context(now: back.adding(days: 2)))
    let moved = back.adding(days: 3)
    try lead.apply(.move(.init(to: "new")), in: context(now: moved))
    #expect(
      lead.stays == [
        StageStay(stage: "qualify", entered: lead.createdAt, left: moved),
        StageStay(stage: "new", entered: moved, left: nil),
      ])
  }

  /// Who has ended is accepted by nobody before it is brought back; who rests has a stay that
  /// lasts.
  @Test func acceptingBringsNobodyBackFromTheEnd() throws {
    for kind in [Parking.Kind.lost, .disqualified, .silent] {
      var lead = testLead()
      lead.parked = Parking(kind: kind, since: lost)
      let refusal = #expect(throws: Refusal.self) {
        try lead.apply(.verdict(.init(.accept)), in: context(now: back))
      }
      #expect(refusal?.cause == .closed)
    }
    var lead = testLead(in: "new")
    lead.parked = Parking(kind: .nurture, since: lost, until: back.adding(days: 9))
    try lead.apply(.verdict(.init(.accept)), in: context(now: back))
    #expect(lead.stays.map(\.stage) == ["new", "qualify"])
    #expect(lead.stays.map(\.left) == [back, nil])
  }

  @Test func whoRestsIsStillThere() throws {
    var lead = testLead()
    try lead.apply(
      .park(.init(.waiting, until: back.adding(days: 9), reason: "budget-cycle")),
      in: context(now: lost))
    try lead.apply(.move(.init(to: "new")), in: context(now: back))
    #expect(lead.stays.first?.left == back)
  }
}
