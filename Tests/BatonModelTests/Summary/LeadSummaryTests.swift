import BatonModel
import Testing

@Suite struct LeadSummaryTests {
  private func touch(
    _ id: EntryID, _ time: String, _ side: Side, _ direction: Touch.Direction, _ channel: Channel,
    _ outcome: Touch.Outcome? = nil
  ) -> Touch {
    Touch(
      id: id, at: at(time), side: side, direction: direction, channel: channel, outcome: outcome)
  }

  @Test func sumsUpALeadOfWhichLittleIsKnown() {
    let summary = LeadSummary(testLead())
    #expect(summary.id == "ana")
    #expect(summary.revision == 1)
    #expect(summary.name == "Ana Ruiz")
    #expect(summary.company == nil)
    #expect(summary.stage == "qualify")
    #expect(summary.stageSince == at("2026-11-02T09:00:00Z"))
    #expect(summary.createdAt == at("2026-11-02T09:00:00Z"))
    #expect(summary.origin == LeadSummary(testLead(in: "new")).origin)
    #expect(summary.lastTouch == nil)
    #expect(summary.lastTwoWay == nil)
    #expect(summary.quality == nil)
    #expect(summary.marks == [])
    #expect(summary.holds == [])
    #expect(summary.handoff == nil)
    #expect(summary.unanswered == nil)
  }

  @Test func tellsTheLatestTouchAndTheLatestOfBothParties() throws {
    var lead = testLead()
    lead.touches = [
      touch("t1", "2026-11-03T09:00:00Z", .marketing, .inbound, .form),
      touch("t2", "2026-11-09T09:00:00Z", .sales, .outbound, .call, .reached),
      touch("t3", "2026-11-10T09:00:00Z", .sales, .inbound, .email),
      touch("t4", "2026-11-05T09:00:00Z", .sales, .outbound, .call, .noAnswer),
      touch("t5", "2026-11-12T09:00:00Z", .marketing, .inbound, .web),
    ]
    lead.touches[2].retracted = Retraction(at: now, by: "maria")
    let summary = LeadSummary(lead)
    let last = try #require(summary.lastTouch)
    #expect(last.at == at("2026-11-12T09:00:00Z"))
    #expect(last.side == .marketing)
    #expect(last.direction == .inbound)
    #expect(last.channel == .web)
    #expect(summary.lastTwoWay == at("2026-11-09T09:00:00Z"))
  }

  @Test func countsTheStageFromItsLastVisit() {
    var lead = testLead(in: "new")
    lead.stage = "qualify"
    lead.visits += [
      StageVisit(stage: "propose", entered: at("2026-11-04T09:00:00Z")),
      StageVisit(stage: "qualify", entered: at("2026-11-06T09:00:00Z")),
    ]
    #expect(LeadSummary(lead).stageSince == at("2026-11-06T09:00:00Z"))
  }

  @Test func countsAStageSetByHandFromTheLastThingKnown() {
    var lead = testLead(in: "new")
    lead.stage = "decide"
    #expect(LeadSummary(lead).stageSince == at("2026-11-02T09:00:00Z"))
    let time = at("2026-11-07T09:00:00Z")
    lead.history = [HistoryEntry(id: "h", at: time, by: "outside", command: "edit")]
    #expect(LeadSummary(lead).stageSince == time)
    lead.visits = []
    lead.history = []
    #expect(LeadSummary(lead).stageSince == lead.createdAt)
  }

  @Test func tellsTheOriginOfTheContactThatCreatedTheLead() {
    var lead = testLead()
    lead.acquisition.last = Arrival()
    lead.acquisition.last?.source = "direct"
    #expect(LeadSummary(lead).origin.source == "direct")
    lead.acquisition.first = Arrival()
    lead.acquisition.first?.source = "google"
    #expect(LeadSummary(lead).origin.source == "google")
    lead.acquisition.creating = Arrival()
    lead.acquisition.creating?.source = "linkedin"
    lead.acquisition.creating?.medium = "paid-social"
    lead.acquisition.creating?.campaign = "ramp"
    lead.acquisition.creating?.ad = Ad(headline: "Cut ramp by 40%", promise: "In a week.")
    let origin = LeadSummary(lead).origin
    #expect(origin.source == "linkedin")
    #expect(origin.medium == "paid-social")
    #expect(origin.campaign == "ramp")
    #expect(origin.headline == "Cut ramp by 40%")
    #expect(origin.promise == "In a week.")
  }

  @Test func ratesByTheLatestFeedbackThatStands() {
    var lead = testLead()
    lead.feedback = [
      Feedback(id: "f1", at: now, by: "maria", side: .sales, quality: 2),
      Feedback(id: "f2", at: now, by: "maria", side: .sales, quality: 5),
      Feedback(id: "f3", at: now, by: "maria", side: .sales, verdict: .accept),
      Feedback(id: "f4", at: now, by: "maria", side: .sales, quality: 1),
    ]
    lead.feedback[3].retracted = Retraction(at: now, by: "maria")
    #expect(LeadSummary(lead).quality == 5)
  }

  @Test func marksWhatStandsInTheWay() {
    var lead = testLead()
    lead.consent.doNotEmail = true
    #expect(LeadSummary(lead).marks == [.doNotEmail])
    lead.consent.doNotCall = true
    lead.roadblocks = [
      Roadblock(id: "r1", kind: "slow reply", origin: .ours, opened: at("2026-11-09T09:00:00Z")),
      Roadblock(
        id: "r2", kind: "no price shown", origin: .ours, opened: at("2026-11-05T09:00:00Z")),
      Roadblock(id: "r3", kind: "form too long", origin: .ours, opened: at("2026-11-03T09:00:00Z")),
    ]
    lead.roadblocks[2].resolved = now
    lead.people = [Person(id: "p1", name: "Ana")]
    lead.people[0].approvals = [Approval(subject: "budget", state: .refused)]
    let summary = LeadSummary(lead)
    #expect(summary.marks == [.doNotEmail, .doNotCall, .roadblock, .approvalMissing])
    #expect(summary.roadblock == "no price shown")

    lead.roadblocks[0].resolved = now
    lead.roadblocks[1].resolved = now
    lead.people[0].approvals[0].state = .given
    #expect(LeadSummary(lead).marks == [.doNotEmail, .doNotCall])
    #expect(LeadSummary(lead).roadblock == nil)
  }

  @Test func tellsWhenEachHoldLastsWithItsLifting() {
    var lead = testLead()
    let start = at("2026-11-10T09:00:00Z")
    lead.holds = [
      Hold(id: "d1", reason: "renewal", from: start, until: start.adding(days: 20), by: "maria")
    ]
    #expect(LeadSummary(lead).holds.map(\.from) == [start])
    #expect(LeadSummary(lead).holds.map(\.end) == [at("2026-11-30T09:00:00Z")])
    lead.holds[0].lifted = start.adding(days: 2)
    #expect(LeadSummary(lead).holds.map(\.end) == [at("2026-11-12T09:00:00Z")])
  }

  @Test func tellsTheHandoffThatWaits() throws {
    var lead = testLead()
    let offered = at("2026-11-16T09:00:00Z")
    var handoff = Handoff(
      id: "h1", from: .generate, to: .qualify, offeredAt: offered, offeredBy: "aylin",
      offeredTo: "maria", due: offered.adding(days: 1))
    lead.handoffs = [handoff]
    let waiting = try #require(LeadSummary(lead).handoff)
    #expect(waiting.from == .generate)
    #expect(waiting.to == .qualify)
    #expect(waiting.offeredAt == offered)
    #expect(waiting.offeredTo == "maria")
    #expect(waiting.due == at("2026-11-17T09:00:00Z"))
    #expect(!waiting.isAccepted)

    handoff.state = .accepted
    lead.handoffs = [handoff]
    #expect(LeadSummary(lead).handoff?.isAccepted == true)
    lead.handoffs[0].proof = Proof(kind: .call, at: now, bookedAt: now, by: "maria")
    #expect(LeadSummary(lead).handoff == nil)
    handoff.state = .rejected
    lead.handoffs = [handoff]
    #expect(LeadSummary(lead).handoff == nil)
    // One that lapsed is its giver's business, until the lead goes on.
    handoff.state = .lapsed
    lead.handoffs = [handoff]
    #expect(LeadSummary(lead).handoff?.hasLapsed(asOf: now) == true)
    lead.visits.append(StageVisit(stage: lead.stage, entered: offered.adding(days: 2)))
    #expect(LeadSummary(lead).handoff == nil)
  }

  @Test func tellsTheOldestVerdictWithoutAnAnswer() {
    var lead = testLead()
    lead.feedback = [
      Feedback(id: "f1", at: now, by: "maria", side: .sales, verdict: .accept),
      Feedback(
        id: "f2", at: now, by: "maria", side: .sales, verdict: .reject, reason: "bad-data"),
      Feedback(
        id: "f3", at: now, by: "jonas", side: .sales, verdict: .recycle, reason: "bad-timing"),
    ]
    #expect(LeadSummary(lead).unanswered?.verdict == .reject)
    #expect(LeadSummary(lead).unanswered?.reason == "bad-data")
    lead.feedback[1].answer = FeedbackAnswer(at: now, by: "aylin", action: "fixed the form")
    #expect(LeadSummary(lead).unanswered?.by == "jonas")
    lead.feedback[2].retracted = Retraction(at: now, by: "jonas")
    #expect(LeadSummary(lead).unanswered == nil)
  }

  @Test(arguments: [
    (Feedback.Verdict.accept, false), (.praise, false), (.reject, true), (.disqualify, true),
    (.recycle, true),
  ])
  func owesAnAnswerToWhatWasRefused(_ verdict: Feedback.Verdict, _ isOwed: Bool) {
    let feedback = Feedback(id: "f", at: now, by: "maria", side: .sales, verdict: verdict)
    #expect(feedback.awaitsAnswer == isOwed)
    #expect(!Feedback(id: "f", at: now, by: "maria", side: .sales, quality: 1).awaitsAnswer)
  }

  @Test func findsEverythingThatStandsAndNothingThatWasTakenBack() {
    var lead = testLead()
    lead.company = Company(name: "Helix Labs")
    lead.company?.city = "Köln"
    lead.people = [Person(id: "p1", name: "Zoë")]
    lead.people[0].email = "zoe@helix.example"
    lead.tags = ["partner"]
    lead.externalIDs = ["hubspot": "HS-77"]
    lead.answers = [SurveyAnswer(question: "problem", answer: "Ramp-up")]
    lead.roadblocks = [Roadblock(id: "r", kind: "k", origin: .ours, opened: now)]
    lead.roadblocks[0].words = "no price anywhere"
    lead.objections = [Objection(id: "o", code: "price", at: now, words: "too dear")]
    lead.asks = [Ask(id: "a", at: now, words: "a sheet for my boss")]
    lead.notes = [
      Note(id: "n1", at: now, by: "maria", text: "likes tea"),
      Note(id: "n2", at: now, by: "maria", text: "gone one"),
    ]
    lead.notes[1].retracted = Retraction(at: now, by: "maria")
    lead.touches = [
      Touch(
        id: "t1", at: now, side: .sales, direction: .inbound, channel: .call, summary: "asked"),
      Touch(
        id: "t2", at: now, side: .sales, direction: .inbound, channel: .call, summary: "gone two"),
    ]
    lead.touches[1].retracted = Retraction(at: now, by: "maria")
    lead.feedback = [
      Feedback(id: "f1", at: now, by: "maria", side: .sales, note: "good one"),
      Feedback(id: "f2", at: now, by: "maria", side: .sales, note: "gone three"),
    ]
    lead.feedback[1].retracted = Retraction(at: now, by: "maria")
    let text = String(decoding: LeadSummary(lead).text.bytes, as: UTF8.self)
    #expect(
      text == """
        ana ruiz
        helix labs
        koln
        zoe
        zoe@helix.example
        partner
        hs-77
        ramp-up
        likes tea
        asked
        no price anywhere
        too dear
        a sheet for my boss
        good one

        """)
  }

  @Test func keepsOnlyTheFirstFourKilobytesForFinding() {
    var lead = testLead()
    lead.notes = [
      Note(id: "n1", at: now, by: "m", text: String(repeating: "é", count: 1_000_000)),
      Note(id: "n2", at: now, by: "m", text: "beyond"),
    ]
    let bytes = LeadSummary(lead).text.bytes
    #expect(bytes.count <= 4096)
    #expect(bytes.count > 2000)
    #expect(!LeadSummary(lead).text.contains(FoldedText("beyond")))
  }
}
