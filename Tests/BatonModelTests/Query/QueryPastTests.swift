import BatonModel
import Testing

/// What a query asks of a lead's past, its handoff and its roadblocks.
@Suite struct QueryPastTests {
  private func matches(_ text: String, _ lead: Lead) throws -> Bool {
    let matcher = QueryMatcher(
      try Query(text), reckoning: Reckoning(board: testBoard(), now: now))
    return matcher.matches(LeadSummary(lead))
  }

  @Test func findsWhatHappenedOnDaysOfTheBoardsCalendar() throws {
    var lead = testLead(in: "propose")
    // In Berlin it is the eleventh already.
    lead.visits = [
      StageVisit(stage: "new", entered: lead.createdAt),
      StageVisit(stage: "qualify", entered: at("2026-11-10T23:30:00Z")),
      StageVisit(stage: "propose", entered: at("2026-11-16T09:00:00Z")),
    ]
    for text in [
      "came:2026-11-02", "came:2026-11-01..2026-11-02", "-came:2026-11-03..", "came:..2026-11-18",
      "moved:2026-11-11", "-moved:2026-11-10", "moved:2026-11-16..",
      "-moved:2026-11-12..2026-11-15",
      "-moved:2026-11-02", "-ended:..2026-11-18",
    ] {
      #expect(try matches(text, lead), "\(text)")
    }
    lead.parked = Parking(kind: .won, since: at("2026-11-17T12:00:00Z"))
    #expect(try matches("is:won ended:2026-11-17", lead))
    #expect(try !matches("ended:2026-11-18..", lead))
    // What happens at this very moment has happened; what is still to come has not, not even today.
    lead.parked?.since = now
    #expect(try matches("ended:2026-11-18..", lead))
    lead.parked?.since = now.adding(hours: 1)
    #expect(try !matches("ended:2026-11-18..", lead))
  }

  @Test func knowsNoAnswerBeforeItWasGiven() throws {
    var handoff = Handoff(
      id: "h", from: .generate, to: .qualify, offeredAt: now.adding(days: -3), offeredBy: "aylin")
    handoff.due = now.adding(days: 1)
    func answer(asOf moment: Instant) -> HandoffTrace.Answer? {
      var lead = testLead()
      lead.handoffs = [handoff]
      return LeadSummary(lead).handoffs.first?.answer(asOf: moment)
    }
    #expect(answer(asOf: now) == nil)
    handoff.answeredAt = now.adding(days: 2)
    for (state, late) in [
      (Handoff.State.accepted, HandoffTrace.Answer.accepted), (.rejected, .rejected),
      (.lapsed, .lapsed),
    ] {
      handoff.state = state
      #expect(answer(asOf: now) == nil)
      #expect(answer(asOf: now.adding(days: 1)) == .lapsed)
      #expect(answer(asOf: now.adding(days: 2)) == late)
    }
    // An answer of which nobody knows when it was given has been given.
    handoff.state = .accepted
    handoff.answeredAt = nil
    #expect(answer(asOf: now) == .accepted)
  }

  @Test func findsTheFurthestStageThatALeadCameTo() throws {
    var lead = testLead(in: "qualify")
    lead.visits = [
      StageVisit(stage: "new", entered: lead.createdAt),
      StageVisit(stage: "propose", entered: lead.createdAt.adding(days: 1)),
      StageVisit(stage: "qualify", entered: lead.createdAt.adding(days: 2)),
    ]
    #expect(try matches("furthest:propose stage:qualify", lead))
    #expect(try !matches("furthest:==qualify", lead))
  }

  @Test func tellsOffersInTimeLapsedAndTakenOnesApart() throws {
    var lead = testLead()
    var offer = Handoff(
      id: "h", from: .generate, to: .qualify, offeredAt: now.adding(days: -3), offeredBy: "aylin")
    offer.due = now.adding(days: 1)
    lead.handoffs = [offer]
    #expect(try matches("is:offered -is:lapsed -is:unproven offered>2d offered<4d", lead))
    #expect(try matches("giver:generate giver:==marketing taker:==qualify taker:sales", lead))
    #expect(try !matches("giver:sales", lead))
    lead.handoffs[0].due = now
    #expect(try matches("is:lapsed -is:offered -is:unproven", lead))
    lead.handoffs[0].state = .accepted
    lead.handoffs[0].answeredAt = now.adding(days: -1)
    #expect(try matches("is:unproven -is:offered -is:lapsed", lead))
    lead.parked = Parking(kind: .won, since: now)
    #expect(try !matches("is:handoff", lead))
    #expect(try !matches("giver:generate", lead))
    #expect(try !matches("giver: taker:", testLead()))
  }

  @Test func tellsWhoOwesAnAnswerAndForHowLong() throws {
    var lead = testLead()
    lead.feedback = [
      Feedback(id: "f", at: now.adding(days: -8), by: "maria", side: .sales, verdict: .reject)
    ]
    #expect(try matches("answerer:marketing unanswered>7d", lead))
    #expect(try !matches("answerer:sales", lead))
    #expect(try matches("answerer:", testLead()))
    #expect(try !matches("unanswered>0d", testLead()))
  }

  @Test func findsAnyRoadblockThatStands() throws {
    var lead = testLead()
    var resolved = Roadblock(id: "a", kind: "no price", origin: .theirs, opened: lead.createdAt)
    resolved.resolved = now.adding(days: -1)
    var stands = Roadblock(id: "b", kind: "slow reply", origin: .ours, opened: lead.createdAt)
    stands.owner = "maria"
    lead.roadblocks = [resolved, stands]
    #expect(try matches("obstacle:slow blockedby:ours fixer:maria step:", lead))
    stands.fix = "Answer within a day"
    lead.roadblocks = [resolved, stands]
    #expect(try matches("fix:\"within a day\"", lead))
    for text in ["obstacle:price", "blockedby:theirs", "fixer:", "step:order", "fix:"] {
      #expect(try !matches(text, lead), "\(text)")
      #expect(try !matches(text, testLead()), "\(text)")
    }
  }

  @Test func severalTermsAskForOneRoadblock() throws {
    var lead = testLead()
    var slow = Roadblock(id: "a", kind: "slow reply", origin: .ours, opened: lead.createdAt)
    slow.owner = "maria"
    slow.due = now.adding(days: -1)
    let price = Roadblock(id: "b", kind: "no price", origin: .ours, opened: lead.createdAt)
    lead.roadblocks = [slow, price]
    #expect(try matches("obstacle:slow fixdue:overdue", lead))
    #expect(try matches("fixdue:overdue fixdue:", lead) == false)
    #expect(try !matches("obstacle:price fixdue:overdue", lead))
    #expect(try matches("obstacle:slow fixer:maria", lead))
    #expect(try matches("obstacle:price fixer: -fixer:jonas", lead))
    #expect(try !matches("obstacle:price fixer:maria", lead))
    #expect(try !matches("obstacle:slow -fixer:maria", lead))
  }

  @Test func findsRoadblocksThatStoodOnceAndThoseWhoseFixIsPastDue() throws {
    var lead = testLead()
    var price = Roadblock(
      id: "a", kind: "no price", origin: .ours, opened: at("2026-11-04T09:00:00Z"))
    price.resolved = at("2026-11-06T09:00:00Z")
    var slow = Roadblock(
      id: "b", kind: "slow reply", origin: .ours, opened: at("2026-11-10T09:00:00Z"))
    slow.due = now.adding(hours: -1)
    lead.roadblocks = [price, slow]
    for text in [
      "obstacle:price stood:..", "obstacle:price stood:2026-11-06..", "-stood:..2026-11-03",
      "stood:2026-11-05 -stood:2026-11-08", "obstacle:slow stood:2026-11-18",
      "obstacle:slow fixdue:overdue", "fixdue:==overdue -fixdue:", "is:blocked",
    ] {
      #expect(try matches(text, lead), "\(text)")
    }
    for text in [
      "obstacle:price", "obstacle:price stood:2026-11-07..", "obstacle:slow stood:..2026-11-09",
      "fixdue:ahead", "obstacle:price fixdue:overdue", "-stood:2026-11-05", "-stood:..",
    ] {
      #expect(try !matches(text, lead), "\(text)")
    }
    #expect(try !matches("stood:..", testLead()))
    lead.roadblocks[1].due = now.adding(hours: 1)
    #expect(try matches("fixdue:ahead", lead))
    // Until the moment itself there is time.
    lead.roadblocks[1].due = now
    #expect(try matches("fixdue:ahead", lead))
    lead.roadblocks[1].due = nil
    #expect(try matches("fixdue:", lead))
    // Whoever has ended is blocked no longer, and what was resolved stands no more.
    lead.parked = Parking(kind: .lost, since: at("2026-11-12T09:00:00Z"))
    #expect(try matches("obstacle:slow stood:2026-11-12 -stood:2026-11-13..", lead))
    lead.parked = nil
    lead.roadblocks[1].resolved = now.adding(hours: -1)
    #expect(try !matches("is:blocked", lead))
  }

  @Test func findsWhatALeadAnsweredLast() throws {
    var lead = testLead()
    lead.answers = [
      SurveyAnswer(question: "budget", answer: "Not yet", at: now.adding(days: -9)),
      SurveyAnswer(question: "need", answer: "Yes", at: now.adding(days: -9)),
      SurveyAnswer(question: "budget", answer: "Zürich pays", at: now.adding(days: -2)),
    ]
    for text in [
      "answered:==budget said:=\"zurich PAYS\"", "said:yes answered:need", "-said:\"not yet\"",
      "answered:==budget -said:no",
    ] {
      #expect(try matches(text, lead), "\(text)")
    }
    for text in ["said:\"not yet\"", "answered:budget said:yes", "said:=zurich", "said:"] {
      #expect(try !matches(text, lead), "\(text)")
    }
    // What is said later is not known yet.
    lead.answers.append(SurveyAnswer(question: "budget", answer: "No", at: now.adding(days: 1)))
    #expect(try matches("answered:budget said:pays -said:no", lead))
    #expect(try !matches("said:no", lead))
    #expect(try !matches("said:yes", testLead()))
    #expect(try matches("answered: -said:yes", testLead()))
  }

  @Test func severalTermsAskForOneHandoff() throws {
    var lead = testLead(in: "qualify")
    func handoff(_ id: EntryID, _ day: String, _ state: Handoff.State) -> Handoff {
      Handoff(
        id: id, from: .generate, to: .qualify, offeredAt: at("\(day)T09:00:00Z"),
        offeredBy: "aylin", state: state)
    }
    lead.handoffs = [handoff("a", "2026-11-03", .rejected), handoff("b", "2026-11-12", .accepted)]
    for text in [
      "gave:marketing took:qualify answer:rejected handed:2026-11-03", "answer:accepted",
      "gave:generate handed:2026-11-12.. answer:==accepted", "-answer:lapsed",
      "handed:..2026-11-04",
      "-handed:2026-11-13..",
    ] {
      #expect(try matches(text, lead), "\(text)")
    }
    for text in [
      "answer:rejected handed:2026-11-12..", "gave:close", "answer:", "took:deliver",
      "answer:accepted -handed:2026-11-12",
    ] {
      #expect(try !matches(text, lead), "\(text)")
    }
    lead.handoffs[1].state = .offered
    #expect(try matches("answer: handed:2026-11-12", lead))
    lead.handoffs[1].due = now.adding(days: -1)
    #expect(try matches("answer:lapsed handed:2026-11-12", lead))
  }

  @Test func findsWhoCameToAStageOrPastIt() throws {
    var lead = testLead(in: "qualify")
    lead.visits = [
      StageVisit(stage: "new", entered: lead.createdAt),
      StageVisit(stage: "propose", entered: lead.createdAt.adding(days: 1)),
      StageVisit(stage: "qualify", entered: lead.createdAt.adding(days: 2)),
    ]
    #expect(try matches("reached:new reached:qualify reached:==propose -reached:decide", lead))
    #expect(try matches("reached:decide,propose", lead))
    #expect(try !matches("reached:nowhere", lead))
    lead.parked = Parking(kind: .lost, since: now.adding(days: -10), reason: "price")
    #expect(try matches("reached:propose -reached:decide ended>9d ended<11d", lead))
    lead.parked?.kind = .won
    #expect(try matches("reached:decide reached:account", lead))
    #expect(try !matches("ended>=0d", testLead()))
  }

  @Test func findsSilentLosses() throws {
    var lead = testLead()
    #expect(try !matches("is:vanished", lead))
    lead.createdAt = now.adding(days: -31)
    #expect(try matches("is:vanished is:wordless", lead))
    lead.touches = [
      Touch(
        id: "t", at: now.adding(days: -2), side: .sales, direction: .outbound, channel: .email)
    ]
    #expect(try !matches("is:vanished", lead))
    lead.parked = Parking(kind: .lost, since: now)
    #expect(try matches("is:unexplained is:wordless -is:vanished", lead))
    lead.parked?.reason = "price"
    #expect(try !matches("is:unexplained", lead))
    // What a file of another system did not say explains nothing.
    lead.parked?.reason = Reason.notRecordedID
    #expect(try matches("is:unexplained", lead))
    lead.parked = Parking(kind: .won, since: now)
    #expect(try !matches("is:unexplained", lead))
  }

  @Test func tellsForHowLongContactIsHeld() throws {
    var lead = testLead()
    lead.holds = [
      Hold(
        id: "a", reason: "r", from: now.adding(days: -15), until: now.adding(days: 1), by: "m"),
      Hold(
        id: "b", reason: "r", from: now.adding(days: -30), until: now.adding(days: -20), by: "m"),
    ]
    #expect(try matches("held>14d held<16d", lead))
    #expect(try !matches("held>0d", testLead()))
  }
}
