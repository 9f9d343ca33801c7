import BatonModel
import Testing

/// A lead as it stood at an earlier moment: what came later does not exist yet.
@Suite struct LeadAsOfTests {
  private let moment = at("2026-11-10T12:00:00Z")
  private var before: Instant { moment.adding(days: -1) }
  private var after: Instant { moment.adding(days: 1) }

  @Test func didNotExistBeforeItCameIn() {
    let lead = testLead()
    #expect(lead.asOf(lead.createdAt.adding(hours: -1)) == nil)
    #expect(lead.asOf(lead.createdAt) == lead)
    #expect(LeadSummary(lead, asOf: lead.createdAt.adding(hours: -1)) == nil)
    #expect(LeadSummary(lead, asOf: nil)?.id == "ana")
  }

  /// What was changed later would stand behind a change that knows nothing of it.
  @Test func isNotChangedThenWhereItHasChangedSince() throws {
    var then = context(now: moment)
    then.isPast = true
    var lead = testLead()
    try lead.apply(.note("before"), in: context(now: before))
    try lead.apply(.note("then"), in: then)
    try lead.apply(.note("then too"), in: then)
    try lead.apply(.note("after"), in: context(now: after))
    let whole = lead
    let refusal = #expect(throws: Refusal.self) {
      try lead.apply(.move(.init(to: "new")), in: then)
    }
    #expect(refusal?.cause == .changedMeanwhile)
    #expect(
      refusal?.what.hasPrefix("maria changed Ana Ruiz at 11 Nov") == true, "\(refusal as Any)")
    var other = Lead(id: "bo", name: "Bo Ek", stage: "new", createdAt: before)
    #expect(throws: Refusal.self) { try other.absorb(lead, in: then) }
    #expect(throws: Refusal.self) { try lead.absorb(other, in: then) }
    #expect(lead == whole)
    var unborn = Lead(id: "cy", name: "Cy", stage: "new", createdAt: after)
    #expect(throws: Refusal.self) { try unborn.apply(.note("too early"), in: then) }
    // The present may be a little behind the clock of whoever changed it last.
    try lead.apply(.note("late clock"), in: context(now: moment))
  }

  @Test func wasWhereItsVisitsTell() throws {
    var lead = testLead(in: "propose")
    lead.visits = [
      StageVisit(stage: "new", entered: lead.createdAt),
      StageVisit(stage: "qualify", entered: moment),
      StageVisit(stage: "propose", entered: after),
    ]
    lead.parked = Parking(kind: .won, since: after)
    let former = try #require(LeadSummary(lead, asOf: moment))
    #expect(former.stage == "qualify")
    #expect(former.stageSince == moment)
    #expect(former.parked == nil)
    #expect(former.stays.map(\.left) == [moment, nil])
    #expect(lead.asOf(before)?.stage == "new")
    #expect(lead.asOf(after) == lead)
  }

  @Test func hadEndedBeforeItCameBack() throws {
    var lead = testLead()
    try lead.apply(.park(.init(.lost, reason: "price")), in: context(now: before))
    try lead.apply(.revive(.init()), in: context(now: after))
    let former = try #require(LeadSummary(lead, asOf: moment))
    #expect(former.parked?.kind == .lost)
    #expect(former.parked?.since == before)
    #expect(former.stays == [StageStay(stage: "qualify", entered: lead.createdAt, left: before)])
    #expect(lead.asOf(before.adding(hours: -1))?.parked == nil)
    #expect(lead.asOf(after)?.parked == nil)
  }

  @Test func restedUntilItWasMovedOn() throws {
    var lead = testLead()
    try lead.apply(
      .park(.init(.nurture, until: after.adding(days: 30), reason: "bad-timing")),
      in: context(now: before))
    try lead.apply(.move(.init(to: "new")), in: context(now: after))
    let former = try #require(lead.asOf(moment))
    #expect(former.stage == "qualify")
    #expect(former.parked?.kind == .nurture)
  }

  @Test func nothingWasSaidOrDoneYet() throws {
    var lead = testLead()
    lead.touches = [before, after].map {
      Touch(id: EntryID("\($0)"), at: $0, side: .sales, direction: .outbound, channel: .email)
    }
    lead.touches[0].retracted = Retraction(at: after, by: "maria")
    lead.answers = [before, after].map { SurveyAnswer(question: "need", answer: "yes", at: $0) }
    lead.feedback = [
      Feedback(id: "f", at: before, by: "maria", side: .sales, verdict: .reject)
    ]
    lead.feedback[0].answer = FeedbackAnswer(at: after, by: "aylin", action: "will nurture")
    lead.roadblocks = [Roadblock(id: "r", kind: "no price", origin: .ours, opened: before)]
    lead.roadblocks[0].resolved = after
    lead.holds = [
      Hold(id: "h", reason: "tender", from: before, until: after.adding(days: 9), by: "maria")
    ]
    lead.holds[0].lifted = after
    let former = try #require(lead.asOf(moment))
    #expect(former.touches.map(\.at) == [before])
    #expect(former.touches[0].retracted == nil)
    #expect(former.answers.map(\.at) == [before])
    #expect(former.feedback[0].awaitsAnswer)
    #expect(former.roadblocks[0].resolved == nil)
    #expect(former.holds[0].lifted == nil)
    #expect(lead.asOf(after) == lead)
  }

  @Test func aHandoffStillWaited() throws {
    var lead = testLead()
    var handoff = Handoff(
      id: "h", from: .generate, to: .qualify, offeredAt: before, offeredBy: "aylin",
      due: after.adding(days: 1), state: .accepted)
    handoff.answeredAt = after
    handoff.answeredBy = "maria"
    handoff.proof = Proof(kind: .call, at: after, bookedAt: after, by: "maria")
    lead.handoffs = [handoff]
    #expect(lead.asOf(after) == lead)
    let former = try #require(lead.asOf(moment)?.handoffs.first)
    #expect(former.isOffered)
    #expect(former.answeredAt == nil)
    #expect(former.answeredBy == nil)
    #expect(former.proof == nil)
    #expect(lead.asOf(before.adding(hours: -1))?.handoffs == [])
  }
}
