import BatonModel
import Testing

/// Offers, their proof and their end by the clock.
@Suite struct HandoffTests {
  private let maria = context()

  /// Offered by Aylin and accepted by Maria.
  private func accepted() throws -> Lead {
    var lead = testLead(in: "new")
    try lead.apply(.offer(.init(to: .qualify, member: "maria")), in: context(actor: "aylin"))
    try lead.apply(.verdict(.init(.accept)), in: context(actor: "maria"))
    return lead
  }

  @Test func offersWithAPacketOnTheBoardsClock() throws {
    var lead = testLead(in: "qualify")
    lead.people = [Person(id: "p1", name: "Ana Ruiz")]
    var packet = Packet()
    packet.promises = ["pilot in May"]
    packet.risks = ["holiday"]
    packet.people = ["p1"]
    packet.asks = ["a reference"]
    try lead.apply(.offer(.init(to: .close, member: "jonas", packet: packet)), in: maria)
    var expected = Handoff(
      id: "e1", from: .qualify, to: .close, offeredAt: now, offeredBy: "maria",
      offeredTo: "jonas", due: at("2026-11-23T08:30:00Z"))
    expected.packet = packet
    #expect(lead.handoffs == [expected])
    #expect(lead.history[0].from == "qualify")
    #expect(lead.history[0].to == "close")
  }

  @Test func refusesWhatCannotBeOffered() throws {
    let qualify = testLead(in: "qualify")
    #expect(try refusal(of: .offer(.init(to: .qualify)), on: qualify).cause == .nothingToDo)
    #expect(
      try refusal(of: .offer(.init(to: .close, member: "zoe")), on: qualify).cause == .unknownName)
    #expect(
      try refusal(of: .offer(.init(to: .close, member: "otto")), on: qualify).what
        == "Otto Lang has left the team.")
    var packet = Packet()
    packet.people = ["p9"]
    #expect(
      try refusal(of: .offer(.init(to: .close, packet: packet)), on: qualify).what
        == "Ana Ruiz has no person “p9”.")
    var closed = qualify
    closed.parked = Parking(kind: .won, since: now, by: "jonas")
    #expect(try refusal(of: .offer(.init(to: .close)), on: closed).cause == .closed)
  }

  @Test func refusesASecondOfferWhileOneWaits() throws {
    var lead = testLead(in: "qualify")
    try lead.apply(.offer(.init(to: .close, member: "jonas")), in: maria)
    let refused = try refusal(of: .offer(.init(to: .generate)), on: lead)
    #expect(refused.cause == .handoffWaits)
    #expect(
      refused.what == "maria offered Ana Ruiz to jonas for close at 18 Nov 11:00, and it "
        + "waits for an answer.")
    let unproved = try refusal(of: .offer(.init(to: .close)), on: try accepted())
    #expect(
      unproved.what == "maria accepted Ana Ruiz for qualify at 18 Nov 11:00, and the "
        + "proof is missing.")
  }

  @Test func aProofTakenBackLeavesTheHandoffUnproven() throws {
    var lead = testLead(in: "new")
    let given = context()
    var call = NextStep(kind: .call, due: now.adding(days: 1))
    call.isBooked = true
    try lead.apply(.next(call), in: given)
    try lead.apply(
      .offer(.init(to: .qualify, member: "jonas")), in: context(actor: "aylin"))
    try lead.apply(.verdict(.init(.accept)), in: context(actor: "jonas"))
    var proving = given
    proving.newEntryID = { "proof" }
    try lead.apply(.prove(NextStep(kind: .meeting, due: now.adding(days: 2))), in: proving)
    try lead.undo("proof", in: given)
    #expect(lead.nextStep == call)
    #expect(lead.handoffs[0].proof == nil)
    #expect(lead.handoffs[0].awaitsProof)
  }

  @Test func aProofCompletesTheHandoffAndIsTheNextStep() throws {
    var lead = try accepted()
    let step = NextStep(kind: .meeting, due: now.adding(days: 2), note: "with finance")
    try lead.apply(.prove(step), in: maria)
    #expect(
      lead.handoffs[0].proof
        == Proof(kind: .meeting, at: now.adding(days: 2), bookedAt: now, by: "maria"))
    #expect(!lead.handoffs[0].isWaiting)
    #expect(lead.nextStep?.isBooked == true)
    #expect(lead.nextStep?.kind == .meeting)
    let again = try refusal(of: .prove(step), on: lead)
    #expect(
      again.what == "maria booked the meeting that proves it at 18 Nov 11:00.")
  }

  @Test(arguments: [NextStep.Kind.email, .task]) func isNoProof(_ kind: NextStep.Kind) throws {
    let step = NextStep(kind: kind, due: now.adding(days: 2), isBooked: true)
    #expect(
      try refusal(of: .prove(step), on: try accepted()).description
        == "A \(kind.rawValue) proves no handoff. Book a call, a meeting or a kickoff.")
  }

  @Test func refusesAProofThatIsPastOrWantedByNobody() throws {
    let past = NextStep(kind: .call, due: now)
    #expect(
      try refusal(of: .prove(past), on: try accepted()).description
        == "A booked call lies ahead. Say when it takes place.")
    let step = NextStep(kind: .call, due: now.adding(days: 1))
    #expect(
      try refusal(of: .prove(step), on: testLead()).what == "Ana Ruiz was not handed over.")
    var offered = testLead()
    try offered.apply(.offer(.init(to: .close)), in: maria)
    #expect(try refusal(of: .prove(step), on: offered).remedy == "Accept it first.")
  }

  /// A booked next step proves an accepted handoff by itself.
  @Test func aBookedNextStepIsAProof() throws {
    var lead = try accepted()
    let given = context()
    try lead.apply(.next(NextStep(kind: .call, due: now.adding(days: 1))), in: given)
    #expect(lead.handoffs[0].proof == nil)
    try lead.apply(
      .next(NextStep(kind: .call, due: now.adding(days: 1), isBooked: true)), in: given)
    #expect(lead.handoffs[0].proof?.kind == .call)
    try lead.undo("e2", in: given)
    #expect(lead.handoffs[0].proof == nil)
    #expect(lead.nextStep?.isBooked == false)
  }

  @Test func lapsesOnlyWhenItsClockHasRunOut() throws {
    var lead = testLead(in: "new")
    try lead.apply(.offer(.init(to: .qualify, member: "maria")), in: context(actor: "aylin"))
    let early = try refusal(of: .lapse, on: lead)
    #expect(early.cause == .handoffWaits)
    #expect(early.what == "The offer of Ana Ruiz by aylin runs until 23 Nov 09:30.")
    #expect(!lead.handoffs[0].hasLapsed(asOf: now))
    let later = now.adding(days: 6)
    #expect(lead.handoffs[0].hasLapsed(asOf: later))

    let clock = context(actor: "cron", now: later)
    try lead.apply(.lapse, in: clock)
    #expect(lead.handoffs[0].state == .lapsed)
    #expect(lead.handoffs[0].answeredAt == at("2026-11-23T08:30:00Z"))
    #expect(lead.handoffs[0].answeredBy == nil)
    #expect(try refusal(of: .lapse, on: lead, in: clock).cause == .nothingToDo)
    let proof = LeadCommand.prove(NextStep(kind: .call, due: later.adding(days: 1)))
    #expect(
      try refusal(of: proof, on: lead, in: clock).description
        == "The last handoff of Ana Ruiz was lapsed. Offer it again.")
  }

  /// Who offers again need not have the old offer written off first.
  @Test func offeringAgainLetsTheOldOfferLapse() throws {
    var lead = testLead(in: "new")
    try lead.apply(.offer(.init(to: .qualify)), in: context(actor: "aylin"))
    let before = lead
    let later = context(actor: "aylin", now: now.adding(days: 6))
    var again = later
    again.newEntryID = { "b1" }
    try lead.apply(.offer(.init(to: .qualify, member: "jonas")), in: again)
    #expect(lead.handoffs.map(\.state) == [.lapsed, .offered])
    again.newEntryID = { "b2" }
    try lead.undo("b1", in: again)
    #expect(lead.handoffs[0] == before.handoffs[0])
    #expect(lead.handoffs[1].retracted == Retraction(at: later.now, by: "aylin"))
    #expect(!lead.handoffs[1].isWaiting)
  }

  @Test func anOfferThatSomebodyAcceptedCannotBeTakenBack() throws {
    var lead = testLead(in: "new")
    let aylin = context(actor: "aylin")
    try lead.apply(.offer(.init(to: .qualify)), in: aylin)
    var maria = context()
    maria.newEntryID = { "m1" }
    try lead.apply(.verdict(.init(.accept)), in: maria)
    let refused = try #require(
      #expect(throws: Refusal.self) { try lead.undo("e1", in: aylin) })
    #expect(refused.what == "maria built on it: “accept” at 18 Nov 11:00.")
  }

  @Test func anOfferIsTakenBack() throws {
    var lead = testLead(in: "new")
    let aylin = context(actor: "aylin")
    try lead.apply(.offer(.init(to: .qualify)), in: aylin)
    try lead.undo("e1", in: aylin)
    #expect(!lead.handoffs[0].isWaiting)
    #expect(LeadSummary(lead).handoff == nil)
    try lead.apply(.offer(.init(to: .qualify, member: "jonas")), in: aylin)
    #expect(LeadSummary(lead).handoff?.offeredTo == "jonas")
  }
}
