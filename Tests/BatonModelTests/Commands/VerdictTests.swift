import BatonModel
import Testing

/// Accept, reject, disqualify, recycle, praise: what follows, what is refused.
@Suite struct VerdictTests {
  private func offered(by giver: String = "aylin", to taker: MemberID? = "maria") -> Lead {
    var lead = testLead(in: "new")
    lead.marketingOwner = "aylin"
    lead.handoffs = [
      Handoff(
        id: "h1", from: .generate, to: .qualify, offeredAt: at("2026-11-17T09:00:00Z"),
        offeredBy: giver, offeredTo: taker, due: at("2026-11-19T16:00:00Z"))
    ]
    return lead
  }

  private func contact(hoursAgo hours: Double, side: Side = .sales) -> Touch {
    Touch(
      id: "t1", at: now.adding(hours: -hours), side: side, direction: .outbound, channel: .call,
      by: "maria", outcome: .reached)
  }

  // MARK: - Accept

  @Test func acceptingTakesTheOfferTheStageAndTheLead() throws {
    var lead = offered()
    lead.owner = "jonas"
    try lead.apply(.verdict(.init(.accept, quality: 4, note: "at last")), in: context())
    #expect(lead.handoffs[0].state == .accepted)
    #expect(lead.handoffs[0].answeredBy == "maria")
    #expect(lead.handoffs[0].answeredAt == now)
    #expect(lead.handoffs[0].awaitsProof)
    #expect(lead.stage == "qualify")
    #expect(lead.visits.map(\.stage) == ["new", "qualify"])
    #expect(lead.owner == "maria")
    #expect(lead.marketingOwner == "aylin")
    #expect(
      lead.feedback == [
        Feedback(
          id: "e1", at: now, by: "maria", side: .sales, verdict: .accept, quality: 4,
          note: "at last")
      ])
    #expect(lead.history.map(\.command) == ["accept"])
    #expect(lead.history[0].from == "new")
    #expect(lead.history[0].to == "qualify")
  }

  @Test func acceptingWhatNobodyOfferedTakesItIntoQualification() throws {
    var lead = testLead(in: "new")
    try lead.apply(.verdict(.init(.accept)), in: context())
    #expect(lead.stage == "qualify")
    #expect(lead.owner == "maria")
    #expect(lead.handoffs.isEmpty)
    // A colleague's lead stays the colleague's.
    var held = testLead(in: "new")
    held.owner = "jonas"
    try held.apply(.verdict(.init(.accept)), in: context())
    #expect(held.owner == "jonas")
  }

  @Test func acceptingTwiceIsRefusedWithWhoAndWhen() throws {
    var lead = offered(to: nil)
    try lead.apply(.verdict(.init(.accept)), in: context(actor: "jonas"))
    let refused = try refusal(of: .verdict(.init(.accept)), on: lead)
    #expect(refused.cause == .nothingToDo)
    #expect(
      refused.description == "jonas accepted Ana Ruiz at 18 Nov 11:00 already. "
        + "Say what happens next instead.")
  }

  @Test func theGiverCannotAcceptTheirOwnOffer() throws {
    let refused = try refusal(
      of: .verdict(.init(.accept)), on: offered(), in: context(actor: "aylin"))
    #expect(
      refused.what == "aylin offered Ana Ruiz to qualify at 17 Nov 10:00 and cannot "
        + "accept it too.")
  }

  @Test func aGateStandsInTheWayOfAnAcceptanceToo() throws {
    var lead = testLead(in: "propose")
    lead.handoffs = [
      Handoff(id: "h1", from: .close, to: .deliver, offeredAt: now, offeredBy: "jonas")
    ]
    #expect(try refusal(of: .verdict(.init(.accept)), on: lead).cause == .gate([.amount]))
  }

  @Test func marketingTakesBackWhatSalesOffers() throws {
    var lead = testLead(in: "qualify")
    lead.owner = "maria"
    lead.handoffs = [
      Handoff(id: "h1", from: .qualify, to: .generate, offeredAt: now, offeredBy: "maria")
    ]
    try lead.apply(.verdict(.init(.accept)), in: context(actor: "aylin"))
    #expect(lead.stage == "nurture")
    #expect(lead.owner == "maria")
    #expect(lead.marketingOwner == "aylin")
    #expect(lead.feedback[0].side == .marketing)
  }

  // MARK: - Reject and disqualify

  @Test func rejectingGivesTheLeadBack() throws {
    var lead = offered()
    try lead.apply(.verdict(.init(.accept)), in: context(actor: "maria"))
    try lead.apply(.verdict(.init(.reject, reason: "bad-data")), in: context(actor: "maria"))
    #expect(lead.handoffs[0].state == .rejected)
    #expect(lead.handoffs[0].reason == "bad-data")
    #expect(lead.stage == "new")
    #expect(lead.visits.map(\.stage) == ["new", "qualify", "new"])
    #expect(lead.owner == nil)
    #expect(lead.feedback.map(\.verdict) == [.accept, .reject])
    #expect(lead.feedback[1].awaitsAnswer)
  }

  @Test func rejectsOnlyBeforeContactAndDisqualifiesOnlyAfter() throws {
    let early = try refusal(
      of: .verdict(.init(.disqualify, reason: "no-need")), on: testLead())
    #expect(early.cause == .notContacted)
    var lead = testLead()
    lead.touches = [contact(hoursAgo: 5)]
    let late = try refusal(of: .verdict(.init(.reject, reason: "bad-data")), on: lead)
    #expect(late.cause == .contacted)
    #expect(
      late.description == "maria had contact with Ana Ruiz by call at 18 Nov 06:00. "
        + "After contact, disqualify or recycle it.")
    try lead.apply(
      .verdict(.init(.disqualify, reason: "no-need", quality: 1)), in: context())
    #expect(
      lead.parked == Parking(kind: .disqualified, since: now, reason: "no-need", by: "maria"))
    #expect(lead.feedback[0].quality == 1)
  }

  /// A form, a mail of marketing's and a call that nobody took are no contact with sales.
  @Test func whatIsNoContact() {
    var lead = testLead()
    lead.touches = [
      Touch(id: "t1", at: now, side: .marketing, direction: .inbound, channel: .form),
      Touch(
        id: "t2", at: now, side: .sales, direction: .outbound, channel: .call, outcome: .noAnswer),
      contact(hoursAgo: 1),
    ]
    lead.touches[2].retracted = Retraction(at: now, by: "maria")
    #expect(lead.firstContact(since: nil) == nil)
    lead.touches[2].retracted = nil
    #expect(lead.firstContact(since: nil)?.id == "t1")
    #expect(lead.firstContact(since: now) == nil)
  }

  /// Delivery may reject what sales, who has talked to the buyer for weeks, offers.
  @Test func aLaterHandoffIsRejectedUntilItsTakerHasContact() throws {
    var lead = testLead(in: "decide")
    lead.touches = [contact(hoursAgo: 50)]
    lead.handoffs = [
      Handoff(
        id: "h1", from: .close, to: .deliver, offeredAt: now.adding(hours: -2), offeredBy: "maria")
    ]
    try lead.apply(.verdict(.init(.reject, reason: "bad-data")), in: context(actor: "jonas"))
    #expect(lead.handoffs[0].state == .rejected)
    #expect(lead.stage == "decide")
  }

  // MARK: - Recycle and praise

  @Test func recyclesToNurtureUntilADate() throws {
    var lead = offered()
    lead.handoffs[0].state = .accepted
    let until = now.adding(days: 60)
    try lead.apply(
      .verdict(.init(.recycle, reason: "bad-timing", until: until, note: "next budget")),
      in: context())
    #expect(
      lead.parked
        == Parking(
          kind: .nurture, since: now, until: until, reason: "bad-timing", note: "next budget",
          by: "maria"))
    // Nothing waits at the joint any more: the proof will not come.
    #expect(lead.handoffs[0].state == .rejected)
    #expect(lead.feedback[0].verdict == .recycle)
    #expect(lead.feedback[0].awaitsAnswer)
  }

  @Test(arguments: [nil, now, now.adding(days: -1)])
  func recyclesOnlyWithADateAhead(_ until: Instant?) throws {
    let refused = try refusal(
      of: .verdict(.init(.recycle, reason: "bad-timing", until: until)), on: testLead())
    #expect(refused.cause == .dateRequired)
  }

  @Test func praisesByReasonOrInWords() throws {
    var lead = testLead()
    lead.parked = Parking(kind: .won, since: now)
    try lead.apply(.verdict(.init(.praise, reason: "good-fit")), in: context())
    try lead.apply(.verdict(.init(.praise, note: "what a lead")), in: context())
    #expect(lead.feedback.map(\.note) == [nil, "what a lead"])
    #expect(lead.parked?.kind == .won)
    #expect(
      try refusal(of: .verdict(.init(.praise)), on: lead).cause
        == .reasonRequired(["good-fit", "well-prepared"]))
  }

  // MARK: - What every verdict needs

  @Test(arguments: [
    (Feedback.Verdict.reject, "wrong-owner, duplicate, bad-data, not-our-profile, below-threshold"),
    (.disqualify, "no-need, no-budget, no-authority, competitor, spam"),
    (.recycle, "bad-timing, unresponsive, budget-cycle"),
  ])
  func refusesWithoutAReasonOfItsKind(_ verdict: Feedback.Verdict, _ codes: String) throws {
    let ids = codes.split(separator: ", ").map { ReasonID(String($0)) }
    let missing = try refusal(
      of: .verdict(.init(verdict, until: now.adding(days: 1))), on: testLead())
    #expect(missing.cause == .reasonRequired(ids))
    #expect(missing.what == "To \(verdict.rawValue) Ana Ruiz needs a reason.")
    let wrong = try refusal(
      of: .verdict(.init(verdict, reason: "price", until: now.adding(days: 1))), on: testLead())
    #expect(wrong.cause == .reasonRequired(ids))
    #expect(wrong.remedy == "Give one of: \(codes).")
  }

  @Test func acceptTakesNoReason() throws {
    let refused = try refusal(of: .verdict(.init(.accept, reason: "good-fit")), on: testLead())
    #expect(refused.remedy == "Write it as a note.")
  }

  @Test(arguments: [0, 6, -1]) func refusesWhatIsNoQuality(_ quality: Int) throws {
    let verdict = LeadCommand.VerdictDraft(.accept, quality: quality)
    #expect(
      try refusal(of: .verdict(verdict), on: testLead(in: "new")).description
        == "\(quality) is no quality. Rate it from 1 to 5.")
    #expect(try refusal(of: .rate(.init(quality)), on: testLead()).cause == .invalid)
  }

  @Test func refusesToJudgeWhatHasEndedOrMoved() throws {
    var lead = testLead()
    lead.parked = Parking(kind: .lost, since: now, reason: "price", by: "jonas")
    for verdict in [Feedback.Verdict.accept, .reject, .disqualify, .recycle] {
      #expect(try refusal(of: .verdict(.init(verdict)), on: lead).cause == .closed)
    }
    var moved = testLead(in: "new")
    try moved.apply(.verdict(.init(.accept)), in: context(actor: "jonas"))
    let refused = try refusal(
      of: .verdict(.init(.reject, reason: "bad-data", from: "new")), on: moved)
    #expect(refused.cause == .changedMeanwhile)
    #expect(refused.what == "jonas moved Ana Ruiz to Qualify at 18 Nov 11:00.")
  }

  // MARK: - Taking back

  @Test(arguments: [
    LeadCommand.VerdictDraft(.accept, quality: 3), .init(.reject, reason: "duplicate"),
    .init(.recycle, reason: "bad-timing", until: now.adding(days: 3)),
  ])
  func takesVerdictsBackWhole(_ verdict: LeadCommand.VerdictDraft) throws {
    var before = offered()
    before.owner = "maria"
    var lead = before
    let given = context()
    try lead.apply(.verdict(verdict), in: given)
    try lead.undo("e1", in: given)
    #expect(lead.feedback.map(\.retracted) == [Retraction(at: now, by: "maria")])
    #expect(!lead.feedback[0].awaitsAnswer)
    #expect(lead.history.map(\.command).count == 2)
    lead.feedback = []
    lead.history = []
    lead.revision = before.revision
    #expect(lead == before)
  }

  @Test func aVerdictThatSomebodyAnsweredStands() throws {
    var lead = offered()
    let given = context()
    try lead.apply(.verdict(.init(.reject, reason: "bad-data")), in: given)
    var answered = context(actor: "aylin")
    answered.newEntryID = { "a1" }
    try lead.apply(.reply(.init("fixed the form")), in: answered)
    let kept = lead
    let refused = try #require(
      #expect(throws: Refusal.self) { try lead.undo("e1", in: given) })
    #expect(refused.what == "aylin built on it: “answer” at 18 Nov 11:00.")
    #expect(lead == kept)
    try lead.undo("a1", in: answered)
    #expect(lead.feedback[0].answer == nil)
    #expect(lead.feedback[0].awaitsAnswer)
    try lead.undo("e1", in: given)
    #expect(lead.handoffs[0].state == .offered)
  }
}

/// Ratings and answers.
@Suite struct FeedbackTests {
  private func rejected() -> Lead {
    var lead = testLead()
    lead.feedback = [
      Feedback(
        id: "f1", at: at("2026-11-10T09:00:00Z"), by: "maria", side: .sales, verdict: .reject,
        reason: "bad-data"),
      Feedback(
        id: "f2", at: at("2026-11-11T09:00:00Z"), by: "jonas", side: .sales, verdict: .recycle,
        reason: "bad-timing"),
    ]
    return lead
  }

  @Test func ratesAndTakesItBack() throws {
    var lead = testLead()
    let given = context()
    try lead.apply(.rate(.init(4, note: "knows what they want")), in: given)
    #expect(lead.quality == 4)
    #expect(lead.feedback[0].verdict == nil)
    try lead.apply(.rate(.init(2)), in: given)
    #expect(lead.quality == 2)
    #expect(lead.history[1].from == "4 of 5")
    try lead.undo("e2", in: given)
    #expect(lead.quality == 4)
  }

  @Test func marketingAnswersTheOldestFirst() throws {
    var lead = rejected()
    try lead.apply(.reply(.init("fixed the form", note: "two fields")), in: context(actor: "aylin"))
    #expect(
      lead.feedback[0].answer
        == FeedbackAnswer(at: now, by: "aylin", action: "fixed the form", note: "two fields"))
    try lead.apply(.reply(.init("will nurture", to: "f2")), in: context(actor: "marius"))
    #expect(lead.feedback.map { $0.answer?.by } == ["aylin", "marius"])
  }

  @Test func refusesAnAnswerOfTheSideThatGaveTheVerdict() throws {
    let refused = try refusal(of: .reply(.init("never mind")), on: rejected())
    #expect(
      refused.description == "maria of sales gave this verdict at 10 Nov 10:00, and maria "
        + "is of sales too. The other side answers it.")
  }

  @Test func refusesASecondAnswerWithWhoWhatAndWhen() throws {
    var lead = rejected()
    try lead.apply(.reply(.init("stopped the ad", to: "f1")), in: context(actor: "aylin"))
    let refused = try refusal(
      of: .reply(.init("will nurture", to: "f1")), on: lead, in: context(actor: "marius"))
    #expect(refused.cause == .changedMeanwhile)
    #expect(
      refused.what == "aylin answered that already at 18 Nov 11:00: stopped the ad.")
  }

  @Test func refusesEmptyAnswersAndUnknownFeedback() throws {
    let aylin = context(actor: "aylin")
    #expect(try refusal(of: .reply(.init(" ")), on: rejected(), in: aylin).cause == .invalid)
    #expect(
      try refusal(of: .reply(.init("x", to: "f9")), on: rejected(), in: aylin).cause
        == .unknownName)
    #expect(try refusal(of: .reply(.init("x")), on: testLead(), in: aylin).cause == .nothingToDo)
  }
}
