import BatonModel
import Testing

/// What was to come next does not outlive the verdict or the parking that ends it.
@Suite struct EndedStepTests {
  private let step = NextStep(
    kind: .call, due: at("2026-11-20T09:00:00Z"), isBooked: true, note: "ask for figures")

  /// Accepted, the proof missing, with a step that was booked before.
  private func withStep() -> Lead {
    var lead = testLead()
    lead.amount = Money(minorUnits: 1_200_000, currency: "EUR")
    lead.handoffs = [
      Handoff(
        id: "h1", from: .generate, to: .qualify, offeredAt: at("2026-11-17T09:00:00Z"),
        offeredBy: "aylin", state: .accepted)
    ]
    lead.nextStep = step
    return lead
  }

  static let ends: [LeadCommand] = [
    .verdict(.init(.reject, reason: "bad-data")),
    .verdict(.init(.recycle, reason: "bad-timing", until: now.adding(days: 30))),
    .park(.init(.nurture, until: now.adding(days: 30), reason: "bad-timing")),
    .park(.init(.lost, reason: "price")), .park(.init(.won)), .park(.init(.silent)),
  ]

  @Test(arguments: ends) func endsTheNextStepAndUndoBringsItBack(_ end: LeadCommand) throws {
    let before = withStep()
    var lead = before
    let given = context()
    try lead.apply(end, in: given)
    #expect(lead.nextStep == nil)
    try lead.undo("e1", in: given)
    #expect(lead.nextStep == step)
    #expect(lead.handoffs == before.handoffs)
    #expect(lead.parked == nil)
    #expect(lead.stage == "qualify")
  }

  @Test func whatWaitsKeepsItsStep() throws {
    var lead = withStep()
    let park = LeadCommand.park(
      .init(.waiting, until: now.adding(days: 3), reason: "on-leave"))
    try lead.apply(park, in: context())
    #expect(lead.nextStep == step)
  }

  @Test func aStepThatSomebodySetSinceIsNotTakenAway() throws {
    var lead = withStep()
    let given = context()
    let until = now.adding(days: 30)
    try lead.apply(.park(.init(.nurture, until: until, reason: "bad-timing")), in: given)
    var other = context(actor: "jonas")
    other.newEntryID = { "j1" }
    try lead.apply(.next(NextStep(kind: .email, due: now.adding(days: 2))), in: other)
    let refused = try #require(
      #expect(throws: Refusal.self) { try lead.undo("e1", in: given) })
    #expect(refused.cause == .changedMeanwhile)
  }
}
