import BatonModel
import Testing

@Suite struct TriageQueueTests {
  private func queue(_ whose: TriageQueue.Whose = .member("maria")) -> TriageQueue {
    var ramp = Campaign(id: "ramp", title: "Ramp")
    ramp.end = now.adding(days: 10)
    var old = Campaign(id: "old", title: "Old")
    old.end = now.adding(days: -1)
    return TriageQueue(
      whose, reckoning: Reckoning(board: testBoard(), now: now), campaigns: [ramp, old])
  }

  private func lead(
    _ id: LeadID = "ana", in stage: StageID = "qualify", days: Double = 1,
    owner: MemberID? = "maria", _ change: (inout Lead) -> Void = { _ in }
  ) -> LeadSummary {
    var lead = Lead(id: id, name: "Ana Ruiz", stage: stage, createdAt: now.adding(days: -days))
    lead.owner = owner
    change(&lead)
    return LeadSummary(lead)
  }

  private func reasons(_ lead: LeadSummary) -> [TriageReason]? {
    reasons(.member("maria"), lead)
  }

  private func reasons(_ whose: TriageQueue.Whose, _ lead: LeadSummary) -> [TriageReason]? {
    queue(whose).item(lead)?.reasons
  }

  private func handoff(
    to taker: MemberID? = "maria", hours: Double = 5, state: Handoff.State = .offered
  ) -> Handoff {
    var handoff = Handoff(
      id: "h1", from: .generate, to: .qualify, offeredAt: now.adding(hours: -30),
      offeredBy: "aylin", offeredTo: taker, due: now.adding(hours: hours), state: state)
    if state == .accepted {
      handoff.answeredAt = now.adding(hours: -3)
      handoff.answeredBy = "maria"
    }
    return handoff
  }

  private func inbound(hours: Double, _ channel: Channel = .email) -> Touch {
    Touch(
      id: "t1", at: now.adding(hours: -hours), side: .sales, direction: .inbound,
      channel: channel)
  }

  // MARK: - One lead

  @Test func aBuyerWhoWroteWaitsForAnAnswer() {
    let wrote = lead { $0.touches = [inbound(hours: 1)] }
    #expect(reasons(wrote) == [.replied(.email, now.adding(hours: -1)), .noNextStep])
    let answered = lead {
      $0.touches = [inbound(hours: 2)]
      $0.touches.append(
        Touch(
          id: "o", at: now.adding(hours: -1), side: .sales, direction: .outbound, channel: .email))
    }
    #expect(reasons(answered) == [.noNextStep])
    // Looking at a page is no word.
    #expect(reasons(lead { $0.touches = [inbound(hours: 1, .web)] }) == [.noNextStep])
  }

  @Test func anOfferIsItsTakersUntilItLapses() {
    let offered = lead(in: "new", owner: nil) { $0.handoffs = [handoff()] }
    #expect(reasons(offered) == [.offered(until: now.adding(hours: 5))])
    #expect(reasons(.member("jonas"), offered) == nil)
    #expect(reasons(.member("aylin"), offered) == nil)
    let toAll = lead(in: "new", owner: nil) { $0.handoffs = [handoff(to: nil)] }
    #expect(reasons(.member("jonas"), toAll) == [.offered(until: now.adding(hours: 5))])
    #expect(reasons(.member("marius"), toAll) == nil)

    let late = lead(in: "new", owner: nil) { $0.handoffs = [handoff(hours: -2)] }
    #expect(reasons(late) == nil)
    #expect(reasons(.member("aylin"), late) == [.lapsed(now.adding(hours: -2))])
    let written = lead(in: "new", days: 9, owner: nil) {
      $0.handoffs = [handoff(hours: -2, state: .lapsed)]
    }
    #expect(reasons(.member("aylin"), written) == [.lapsed(now.adding(hours: -2))])
  }

  @Test func anAcceptedHandoffWantsItsProof() {
    let accepted = lead { $0.handoffs = [handoff(state: .accepted)] }
    #expect(reasons(accepted) == [.proofMissing(now.adding(hours: -3)), .noNextStep])
  }

  @Test func stepsByTheirTime() {
    func step(_ hours: Double) -> LeadSummary {
      lead { $0.nextStep = NextStep(kind: .call, due: now.adding(hours: hours)) }
    }
    #expect(reasons(step(-50)) == [.overdue(.call, now.adding(hours: -50))])
    #expect(reasons(step(3)) == [.dueToday(.call, now.adding(hours: 3))])
    #expect(reasons(step(30)) == nil)
  }

  @Test func whatRestsIsLeftAloneAndWhatReturnedIsNot() {
    let rests = lead {
      $0.parked = Parking(kind: .nurture, since: $0.createdAt, until: now.adding(days: 3))
    }
    #expect(reasons(rests) == nil)
    let back = lead(days: 3) {
      $0.parked = Parking(
        kind: .nurture, since: $0.createdAt, until: now.adding(hours: -4), reason: "bad-timing")
    }
    #expect(reasons(back) == [.returned(.nurture, now.adding(hours: -4)), .noNextStep])
  }

  @Test func theStagesClock() {
    #expect(
      reasons(lead(days: 9)) == [.stalled(now.adding(days: -2)), .noNextStep])
    #expect(
      reasons(lead(days: 6.5)) == [.runsOut(now.adding(days: 0.5)), .noNextStep])
    #expect(reasons(lead(in: "account", days: 90)) == nil)
  }

  @Test func aNewLeadCountsMoreWhereItsPromiseStillStands() {
    func new(_ campaign: CampaignID) -> LeadSummary {
      lead(in: "new", days: 0.5) {
        var arrival = Arrival()
        arrival.campaign = campaign
        arrival.ad = Ad(headline: "Cut ramp", promise: "six weeks")
        $0.acquisition.creating = arrival
      }
    }
    let came = now.adding(days: -0.5)
    #expect(reasons(new("ramp")) == [.promised("six weeks", came), .fresh(came)])
    #expect(reasons(new("old")) == [.fresh(came)])
  }

  @Test func theOtherSideAnswersAVerdict() {
    let rejected = lead(in: "new", owner: nil) {
      $0.marketingOwner = "aylin"
      $0.nextStep = NextStep(kind: .email, due: now.adding(days: 5))
      $0.feedback = [
        Feedback(
          id: "f1", at: now.adding(days: -2), by: "maria", side: .sales, verdict: .reject,
          reason: "bad-data")
      ]
    }
    #expect(
      reasons(.member("aylin"), rejected) == [.verdict(.reject, "bad-data", now.adding(days: -2))])
    #expect(reasons(.member("marius"), rejected) == nil)
    #expect(reasons(.member("maria"), rejected) == nil)
  }

  @Test func whoseLeadsAreInAQueue() {
    let jonas = lead(owner: "jonas")
    #expect(reasons(jonas) == nil)
    #expect(reasons(.everybody, jonas) == [.noNextStep])
    #expect(reasons(.nobody, jonas) == nil)
    #expect(reasons(.nobody, lead(owner: nil)) == [.noNextStep])
    #expect(TriageQueue.whose(actor: "maria", on: testBoard()) == .member("maria"))
    #expect(TriageQueue.whose(actor: "root", on: testBoard()) == .everybody)
    // What has ended wants nothing, however overdue its step is.
    let lost = lead {
      $0.parked = Parking(kind: .lost, since: now, reason: "price")
      $0.nextStep = NextStep(kind: .call, due: now.adding(days: -9))
    }
    #expect(reasons(.everybody, lost) == nil)
  }

  // MARK: - The order

  @Test func theMostUrgentFirst() {
    let leads = [
      lead("i-none", days: 1),
      lead("h-new", in: "new", days: 0.5),
      lead("g-stalled", days: 20),
      lead("f-back", days: 3) {
        $0.parked = Parking(kind: .waiting, since: $0.createdAt, until: now.adding(hours: -1))
      },
      lead("e-today") { $0.nextStep = NextStep(kind: .call, due: now.adding(hours: 1)) },
      lead("d-proof") { $0.handoffs = [handoff(state: .accepted)] },
      lead("c2-overdue") { $0.nextStep = NextStep(kind: .call, due: now.adding(days: -1)) },
      lead("c1-overdue") { $0.nextStep = NextStep(kind: .call, due: now.adding(days: -2)) },
      lead("b-offer", in: "new") { $0.handoffs = [handoff()] },
      lead("a2-wrote") { $0.touches = [inbound(hours: 5)] },
      lead("a1-wrote") { $0.touches = [inbound(hours: 1)] },
      lead("d2-wrote-long-ago") { $0.touches = [inbound(hours: 50)] },
    ]
    #expect(
      queue().items(of: leads).map(\.lead.id) == [
        "a1-wrote", "a2-wrote", "b-offer", "c1-overdue", "c2-overdue", "d-proof",
        "d2-wrote-long-ago", "e-today", "f-back", "g-stalled", "h-new", "i-none",
      ])
  }

  @Test func theLargerDealFirstWhereTheRestIsTheSame() {
    let leads = [
      lead("b"), lead("c") { $0.amount = Money(minorUnits: 5, currency: "EUR") }, lead("a"),
    ]
    #expect(queue().items(of: leads).map(\.lead.id) == ["c", "a", "b"])
  }

  // MARK: - Words

  @Test(arguments: [
    (TriageReason.replied(.email, now.adding(hours: -1)), "wrote 1h ago"),
    (.replied(.form, now.adding(hours: -2)), "sent a form 2h ago"),
    (.offered(until: now.adding(hours: 3)), "offered, until +3h"),
    (.offered(until: nil), "offered"),
    (.overdue(.call, now.adding(hours: -4)), "call 4h overdue"),
    (.lapsed(now.adding(hours: -2)), "nobody took it, lapsed 2h ago"),
    (.proofMissing(now.adding(hours: -3)), "accepted 3h ago, nothing booked"),
    (.dueToday(.meeting, now.adding(hours: 2)), "meeting +2h"),
    (.returned(.nurture, now.adding(hours: -1)), "back from nurture 1h ago"),
    (.verdict(.reject, "bad-data", now.adding(hours: -9)), "rejected, bad data, 9h unanswered"),
    (.verdict(.recycle, nil, now.adding(hours: -9)), "recycled, 9h unanswered"),
    (.stalled(now.adding(hours: -7)), "stalled 7h"),
    (.runsOut(now.adding(hours: 7)), "stage's time ends +7h"),
    (.promised("six weeks", now), "promised: six weeks"),
    (.fresh(now.adding(hours: -5)), "came in 5h ago"), (.noNextStep, "no next step"),
  ])
  func saysWhy(_ reason: TriageReason, _ words: String) {
    func hours(_ instant: Instant) -> Int { Int((instant.days(since: now) * 24).rounded()) }
    #expect(
      reason.words(on: testBoard(), ago: { "\(-hours($0))h" }, ahead: { "+\(hours($0))h" })
        == words)
  }
}
