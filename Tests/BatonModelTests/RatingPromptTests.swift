import BatonModel
import Testing

/// Sales is asked how a lead turned out that they accepted.
@Suite struct RatingPromptTests {
  private static let accepted = now.adding(days: -30)

  private func lead(_ change: (inout Lead) -> Void = { _ in }) -> Lead {
    var lead = testLead()
    lead.owner = "maria"
    lead.marketingOwner = "aylin"
    lead.nextStep = NextStep(kind: .call, due: now.adding(days: 90))
    lead.feedback = [
      Feedback(id: "f1", at: Self.accepted, by: "maria", side: .sales, verdict: .accept)
    ]
    change(&lead)
    return lead
  }

  private func moment(_ days: Double, _ lead: Lead) -> RatingPrompt.Moment? {
    LeadSummary(lead).ratingPrompt(reckoning(Self.accepted.adding(days: days)))?.moment
  }

  private func reckoning(_ now: Instant) -> Reckoning { Reckoning(board: testBoard(), now: now) }

  private func rate(_ lead: inout Lead, afterDays days: Double, side: Side = .sales) {
    lead.feedback.append(
      Feedback(
        id: EntryID("r\(days)"), at: Self.accepted.adding(days: days), by: "maria", side: side,
        quality: 4))
  }

  @Test(arguments: [
    (-1.0, nil), (0, RatingPrompt.Moment.acceptance), (6.9, .acceptance), (7, .week),
    (27.9, .week), (28, .fourWeeks), (55.9, .fourWeeks), (56, nil),
  ])
  func isAskedAtOnceAfterAWeekAndAfterFour(_ days: Double, _ expected: RatingPrompt.Moment?) {
    #expect(moment(days, lead()) == expected)
  }

  @Test func isAnsweredByARatingOfSalesUntilItIsAskedAnew() {
    let atOnce = lead { rate(&$0, afterDays: 0) }
    #expect(moment(0, atOnce) == nil)
    #expect(moment(8, atOnce) == .week)
    let late = lead { rate(&$0, afterDays: 6) }
    #expect(moment(8, late) == nil)
    #expect(moment(28, late) == .fourWeeks)
    let byMarketing = lead { rate(&$0, afterDays: 6, side: .marketing) }
    #expect(moment(8, byMarketing) == .week)
    let takenBack = lead {
      rate(&$0, afterDays: 6)
      $0.feedback[1].retracted = Retraction(at: now, by: "maria")
    }
    #expect(moment(8, takenBack) == .week)
  }

  @Test func isNotAskedOfALeadThatWasGivenUpOrHasEnded() {
    for kind in Parking.Kind.allCases where kind != .waiting {
      let parked = lead { $0.parked = Parking(kind: kind, since: Self.accepted, by: "maria") }
      #expect(moment(8, parked) == nil, "\(kind)")
    }
    let recycled = lead {
      $0.feedback.append(
        Feedback(
          id: "f2", at: Self.accepted.adding(days: 2), by: "maria", side: .sales,
          verdict: .recycle, reason: "bad-timing"))
    }
    #expect(moment(8, recycled) == nil)
  }

  @Test func isNotAskedOfALeadThatWentBackToAStageOfMarketings() throws {
    var lead = lead()
    let context = CommandContext(
      board: testBoard(), actor: "maria", now: Self.accepted.adding(days: 3)
    ) { "e" }
    try lead.apply(.move(.init(to: "nurture")), in: context)
    #expect(lead.parked == nil)
    for days in [4.0, 8, 28] { #expect(moment(days, lead) == nil) }
    #expect(Awaited(LeadSummary(lead), reckoning(now)) == nil)
    // Where it waits for sales in a stage of marketing's, it was accepted there.
    let early = self.lead {
      $0.stage = "new"
      $0.visits = [StageVisit(stage: "new", entered: Self.accepted.adding(days: -1))]
    }
    #expect(moment(8, early) == .week)
    try lead.apply(.move(.init(to: "qualify")), in: context)
    #expect(moment(8, lead) == .week)
  }

  @Test func aHandoffThatWasAcceptedIsAnAcceptanceToo() {
    let handed = lead {
      $0.feedback = []
      $0.handoffs = [
        Handoff(
          id: "h1", from: .generate, to: .qualify, offeredAt: Self.accepted, offeredBy: "aylin",
          state: .accepted)
      ]
      $0.handoffs[0].answeredAt = Self.accepted
      $0.handoffs[0].proof = Proof(
        kind: .call, at: now, bookedAt: Self.accepted, by: "maria")
    }
    #expect(moment(8, handed) == .week)
  }

  @Test func salesOwesItOnAClockAndFindsItInItsQueue() throws {
    let summary = LeadSummary(lead())
    #expect(Awaited(summary, reckoning(Self.accepted.adding(days: 1))) == nil)
    let owed = try #require(Awaited(summary, reckoning(now)))
    #expect(owed.side == .sales)
    #expect(owed.kind == .rating(.fourWeeks))
    #expect(owed.since == Self.accepted.adding(days: 28))
    #expect(owed.giver == "aylin")
    #expect(owed.words(on: testBoard()) == "rate it, four weeks on")
    #expect(!owed.isLate(Reckoning(board: testBoard(), now: now)))
    #expect(owed.isLate(Reckoning(board: testBoard(), now: now.adding(days: 6))))

    let queue = TriageQueue(.member("maria"), reckoning: Reckoning(board: testBoard(), now: now))
    #expect(
      queue.item(summary)?.reasons == [.unrated(.fourWeeks, Self.accepted.adding(days: 28))])
    let other = TriageQueue(.member("jonas"), reckoning: Reckoning(board: testBoard(), now: now))
    #expect(other.item(summary) == nil)
  }

  @Test func aVerdictOnALeadThatHasEndedIsStillToBeAnswered() throws {
    let ended = lead {
      $0.parked = Parking(kind: .disqualified, since: now, reason: "spam", by: "maria")
      $0.feedback.append(
        Feedback(
          id: "f2", at: now, by: "maria", side: .sales, verdict: .disqualify, reason: "spam"))
      $0.handoffs = [
        Handoff(id: "h1", from: .generate, to: .qualify, offeredAt: now, offeredBy: "aylin")
      ]
    }
    let owed = try #require(Awaited(LeadSummary(ended), reckoning(now)))
    #expect(owed.side == .marketing)
    #expect(owed.kind == .answerToVerdict(.disqualify, "spam"))
  }
}
