import BatonModel
import Testing

/// A lead that was handed over and is given up, by whatever way: the other side hears why.
@Suite struct GivenUpTests {
  /// A lead that marketing handed to sales, who took it and talked to the buyer.
  private func handedOver() -> Lead {
    var lead = Lead(
      id: "ana", name: "Ana Ruiz", stage: "new", createdAt: at("2026-11-02T09:00:00Z"))
    lead.handoffs = [
      Handoff(
        id: "h1", from: .generate, to: .qualify, offeredAt: at("2026-11-03T09:00:00Z"),
        offeredBy: "aylin", state: .accepted)
    ]
    lead.stage = "qualify"
    lead.visits.append(StageVisit(stage: "qualify", entered: at("2026-11-04T09:00:00Z")))
    lead.touches = [
      Touch(
        id: "t1", at: at("2026-11-05T09:00:00Z"), side: .sales, direction: .outbound,
        channel: .call, outcome: .reached)
    ]
    return lead
  }

  @Test(arguments: [
    (Parking.Kind.disqualified, ReasonID("no-budget"), Feedback.Verdict.disqualify),
    (.nurture, "bad-timing", .recycle),
  ])
  func owesMarketingAnAnswer(
    _ kind: Parking.Kind, _ reason: ReasonID, _ verdict: Feedback.Verdict
  ) throws {
    var lead = handedOver()
    let before = lead
    let park = LeadCommand.Park(kind, until: now.adding(days: 30), reason: reason, note: "in May")
    try lead.apply(.park(park), in: context())
    let told = Feedback(
      id: "e1", at: now, by: "maria", side: .sales, verdict: verdict, reason: reason,
      note: "in May")
    #expect(lead.feedback == [told])
    #expect(told.awaitsAnswer)
    // The handoff that still waited for its proof no longer does.
    #expect(lead.handoffs[0].state == .rejected)
    #expect(lead.handoffs[0].reason == reason)

    try lead.undo("e1", in: context())
    #expect(lead.feedback[0].retracted != nil)
    #expect(lead.handoffs == before.handoffs)
    #expect(lead.parked == nil)
  }

  @Test func tellsWhyADealWasLostWithoutAskingForAnAnswer() throws {
    var lead = handedOver()
    try lead.apply(.park(.init(.lost, reason: "price")), in: context())
    #expect(lead.feedback.map(\.reason) == ["price"])
    #expect(lead.feedback.map(\.verdict) == [nil])
    #expect(lead.feedback.map(\.awaitsAnswer) == [false])
  }

  @Test func needsContactToDisqualifyWhateverTheWay() throws {
    var lead = handedOver()
    lead.touches = []
    let command = LeadCommand.park(.init(.disqualified, reason: "spam"))
    #expect(try refusal(of: command, on: lead).cause == .notContacted)
    // What marketing throws away of its own is nobody else's business.
    var own = testLead(in: "new")
    try own.apply(command, in: context(actor: "aylin"))
    #expect(own.feedback == [])
  }

  @Test func tellsOfALeadThatWasMovedOnWithoutAnOffer() throws {
    var lead = handedOver()
    lead.handoffs = []
    try lead.apply(
      .park(.init(.nurture, until: now.adding(days: 9), reason: "bad-timing")), in: context())
    #expect(lead.feedback.map(\.verdict) == [.recycle])
  }

  @Test func waitingIsNoVerdict() throws {
    var lead = handedOver()
    try lead.apply(
      .park(.init(.waiting, until: now.adding(days: 9), reason: "on-leave")), in: context())
    #expect(lead.feedback == [])
    #expect(lead.handoffs[0].state == .accepted)
  }
}

/// Gates ask for what they ask, whichever way a lead would pass them.
@Suite struct GatePassingTests {
  @Test func aWonLeadHasWhatEveryGateAsked() throws {
    var lead = testLead(in: "propose")
    let refused = try refusal(of: .park(.init(.won)), on: lead)
    #expect(refused.cause == .gate([.amount]))
    #expect(
      refused.description
        == "Ana Ruiz cannot leave Propose without an amount. "
        + "Add what is missing, then close it as won.")
    lead.amount = Money(minorUnits: 1, currency: "EUR")
    try lead.apply(.park(.init(.won)), in: context())
    #expect(lead.parked?.kind == .won)
  }

  @Test func aGateIsNotLeftOut() throws {
    let refused = try refusal(of: .move(.init(to: "decide")), on: testLead(in: "qualify"))
    #expect(refused.cause == .gate([.amount]))
    #expect(refused.what == "Ana Ruiz cannot pass Propose without an amount.")
    #expect(try refusal(of: .park(.init(.won)), on: testLead()).cause == .gate([.amount]))
    var lost = testLead(in: "qualify")
    try lost.apply(.park(.init(.lost, reason: "price")), in: context())
    #expect(try refusal(of: .revive(.init(to: "decide")), on: lost).cause == .gate([.amount]))
  }

  @Test func whatComesBehindTheSaleIsNotAskedOfASale() throws {
    var board = testBoard()
    let place = try #require(board.rank(of: "deliver"))
    board.stages[place].kind = .gate
    board.stages[place].requires = [.approval, .owner]
    var lead = testLead(in: "decide")
    try lead.apply(.park(.init(.won)), in: context(board))
    #expect(lead.parked?.kind == .won)
    #expect(
      try refusal(of: .park(.init(.won)), on: testLead(in: "deliver"), in: context(board)).cause
        == .gate([.owner]))
  }
}

/// What comes next lies ahead.
@Suite struct PastStepTests {
  @Test(arguments: [now, now.adding(days: -1)])
  func isRefused(_ due: Instant) throws {
    for isBooked in [false, true] {
      let step = NextStep(kind: .call, due: due, isBooked: isBooked)
      let refused = try refusal(of: .next(step), on: testLead())
      #expect(refused.cause == .dateRequired)
      #expect(
        refused.remedy == "Say when the call is to be; log what has happened as a touch.")
    }
  }

  @Test func comesBackWhereAChangeIsTakenBack() throws {
    var lead = testLead()
    let former = NextStep(kind: .call, due: now.adding(days: -3))
    lead.nextStep = former
    try lead.apply(.next(NextStep(kind: .task, due: now.adding(days: 1))), in: context())
    try lead.undo("e1", in: context())
    #expect(lead.nextStep == former)
  }
}
