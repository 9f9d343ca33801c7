import BatonModel
import Testing

@Suite struct MoveTests {
  @Test func entersTheStageAndLeavesATrace() throws {
    var lead = testLead(in: "new")
    try lead.apply(.move(.init(to: "qualify", from: "new", note: "called back")), in: context())

    var expected = testLead(in: "new")
    expected.revision = 2
    expected.stage = "qualify"
    expected.visits = [
      StageVisit(stage: "new", entered: at("2026-11-02T09:00:00Z")),
      StageVisit(stage: "qualify", entered: now),
    ]
    var entry = HistoryEntry(id: "e1", at: now, by: "maria", command: "move")
    entry.from = "new"
    entry.to = "qualify"
    entry.note = "called back"
    entry.inverse = .restorePlace(.init(stage: "new", parked: nil, visits: 1))
    expected.history = [entry]
    #expect(lead == expected)
    #expect(lead.stageSince == now)
  }

  @Test func movesBackwardsToo() throws {
    var lead = testLead(in: "decide")
    try lead.apply(.move(.init(to: "qualify")), in: context())
    #expect(lead.visits.map(\.stage) == ["decide", "qualify"])
  }

  @Test func endsAWaitByMoving() throws {
    var lead = testLead(in: "qualify")
    let wait = Parking(kind: .waiting, since: now, until: now.adding(days: 9), reason: "on-leave")
    lead.parked = wait
    try lead.apply(.move(.init(to: "qualify")), in: context())
    #expect(lead.parked == nil)
    #expect(lead.visits.map(\.entered) == [at("2026-11-02T09:00:00Z"), now])
    #expect(
      lead.history.last?.inverse
        == .restorePlace(.init(stage: "qualify", parked: wait, visits: 1)))
  }

  @Test func refusesAStageThatTheBoardLacks() throws {
    let refused = try refusal(of: .move(.init(to: "sold")), on: testLead())
    #expect(refused.cause == .unknownName)
    #expect(refused.what == "This board has no stage “sold”.")
    #expect(
      refused.remedy
        == "Its stages are: new, nurture, qualify, propose, decide, deliver, account.")
  }

  @Test func refusesTheStageItIsIn() throws {
    let refused = try refusal(of: .move(.init(to: "qualify")), on: testLead())
    #expect(refused.cause == .nothingToDo)
    #expect(refused.description == "Ana Ruiz is in Qualify already. Choose another stage.")
  }

  @Test func refusesToMoveWhatHasEndedAndSaysWhoEndedIt() throws {
    var lead = testLead()
    try lead.apply(.park(.init(.lost, reason: "price")), in: context(actor: "jonas"))
    let refused = try refusal(of: .move(.init(to: "propose")), on: lead)
    #expect(refused.cause == .closed)
    #expect(
      refused.what
        == "Ana Ruiz is lost (jonas, 18 Nov 11:00) and cannot be moved.")
    #expect(refused.remedy == "Revive it first.")

    lead.parked?.by = nil
    let nameless = try refusal(of: .move(.init(to: "propose")), on: lead)
    #expect(nameless.what == "Ana Ruiz is lost (18 Nov 11:00) and cannot be moved.")
  }

  @Test func refusesToMoveWhatSomebodyMovedMeanwhile() throws {
    var lead = testLead(in: "new")
    try lead.apply(.move(.init(to: "qualify")), in: context(actor: "jonas"))
    let refused = try refusal(of: .move(.init(to: "propose", from: "new")), on: lead)
    #expect(refused.cause == .changedMeanwhile)
    #expect(refused.what == "jonas moved Ana Ruiz to Qualify at 18 Nov 11:00.")
    #expect(refused.remedy == "Look at it again, then decide.")
  }

  @Test func namesTheMoverAndNobodyWhoDidSomethingElse() throws {
    var lead = testLead(in: "new")
    try lead.apply(.move(.init(to: "nurture")), in: context(actor: "jonas"))
    let until = now.adding(days: 30)
    try lead.apply(
      .park(.init(.nurture, until: until, reason: "bad-timing")), in: context(actor: "aylin"))
    let refused = try refusal(of: .move(.init(to: "propose", from: "new")), on: lead)
    #expect(refused.what == "jonas moved Ana Ruiz to Nurture at 18 Nov 11:00.")
  }

  @Test func namesNobodyWhereTheFileWasChangedByHand() throws {
    var lead = testLead(in: "new")
    try lead.apply(.move(.init(to: "qualify")), in: context(actor: "jonas"))
    try lead.apply(.move(.init(to: "propose")), in: context(actor: "jonas"))
    lead.stage = "qualify"
    let refused = try refusal(of: .move(.init(to: "decide", from: "propose")), on: lead)
    #expect(refused.what == "Ana Ruiz is in Qualify by now.")
  }

  @Test func holdsALeadAtAGateUntilItHasWhatTheGateAsks() throws {
    var lead = testLead(in: "propose")
    let refused = try refusal(of: .move(.init(to: "decide")), on: lead)
    #expect(refused.cause == .gate([.amount]))
    #expect(refused.what == "Ana Ruiz cannot leave Propose without an amount.")
    #expect(refused.remedy == "Add what is missing, then move it.")

    lead.amount = Money(minorUnits: 1_000_000, currency: "EUR")
    try lead.apply(.move(.init(to: "decide")), in: context())
    #expect(lead.stage == "decide")
  }

  @Test func letsALeadLeaveAGateBackwards() throws {
    var lead = testLead(in: "propose")
    try lead.apply(.move(.init(to: "qualify")), in: context())
    #expect(lead.stage == "qualify")
  }

  @Test func asksForEverythingThatIsMissingAtOnce() throws {
    var board = testBoard()
    board.stages[3].requires = Stage.Requirement.allCases
    var lead = testLead(in: "propose")
    lead.people = [Person(id: "p1", name: "Ana Ruiz")]
    lead.people[0].approvals = [Approval(subject: "contract", state: .asked)]
    let refused = try refusal(of: .move(.init(to: "decide")), on: lead, in: context(board))
    #expect(refused.cause == .gate(Stage.Requirement.allCases))
    #expect(
      refused.what == "Ana Ruiz cannot leave Propose without a next step, an amount, an owner, "
        + "a person with an e-mail address or a telephone number, every approval given, "
        + "an answer about need, an answer about budget.")

    lead.nextStep = NextStep(kind: .call, due: now)
    lead.amount = Money(minorUnits: 1, currency: "EUR")
    lead.owner = "maria"
    lead.people[0].phone = "+34 600 000 000"
    lead.people[0].approvals[0].state = .given
    lead.answers = [
      SurveyAnswer(question: "problem", answer: "ramp-up"),
      SurveyAnswer(question: "budget", answer: "yes"),
    ]
    try lead.apply(.move(.init(to: "decide")), in: context(board))
    #expect(lead.stage == "decide")
  }
}
