import BatonModel
import Testing

/// The clocks of handoffs: to the answer, and from the acceptance on to the proof.
@Suite struct HandoffClockTests {
  /// Monday, 9:00 in Berlin, where the team works from nine to half past five.
  private let offered = at("2026-11-16T08:00:00Z")
  /// Tuesday, 10:00.
  private let accepted = at("2026-11-17T09:00:00Z")

  private func lead(_ state: Handoff.State, due: Instant? = nil) -> LeadSummary {
    var lead = testLead()
    var handoff = Handoff(
      id: "h", from: .generate, to: .qualify, offeredAt: offered, offeredBy: "aylin", due: due,
      state: state)
    if state == .accepted {
      handoff.answeredAt = accepted
      handoff.answeredBy = "maria"
    }
    lead.handoffs = [handoff]
    return LeadSummary(lead)
  }

  /// Within 12 working hours: a board's day has eight and a half.
  private func rules(at moment: Instant) -> Reckoning {
    var board = testBoard()
    board.windows.handoffHours = 12
    return Reckoning(board: board, now: moment)
  }

  @Test func theProofsClockRunsInWorkingHoursFromTheAcceptance() throws {
    let lead = lead(.accepted, due: at("2026-11-17T15:00:00Z"))
    let handoff = try #require(lead.handoff)
    // Seven and a half hours are left of Tuesday, and four and a half go on Wednesday.
    let end = at("2026-11-18T12:30:00Z")
    #expect(rules(at: accepted).clockEnd(of: handoff) == end)
    for (moment, isLate) in [(accepted, false), (end, false), (end.adding(hours: 1), true)] {
      let rules = rules(at: moment)
      #expect(rules.isBelated(handoff) == isLate)
      let owed = try #require(Awaited(lead, rules))
      #expect(owed.kind == .proof)
      #expect(owed.since == accepted)
      #expect(owed.dueBy(rules) == end)
      #expect(owed.isLate(rules) == isLate)
      let matcher = QueryMatcher(try Query("is:belated is:unproven"), reckoning: rules)
      #expect(matcher.matches(lead) == isLate)
    }
  }

  @Test func anOffersOwnClockCounts() throws {
    let due = at("2026-11-16T12:00:00Z")
    let lead = lead(.offered, due: due)
    let handoff = try #require(lead.handoff)
    #expect(rules(at: offered).clockEnd(of: handoff) == due)
    #expect(!rules(at: due.adding(hours: -1)).isBelated(handoff))
    #expect(rules(at: due).isBelated(handoff))
    #expect(try #require(Awaited(lead, rules(at: due))).kind == .lapsed)
  }

  @Test func anOfferWithoutOneWaitsForTheBoardsWorkingHours() throws {
    let lead = lead(.offered)
    let end = at("2026-11-17T11:30:00Z")
    let owed = try #require(Awaited(lead, rules(at: offered)))
    #expect(owed.dueBy(rules(at: offered)) == end)
    #expect(!owed.isLate(rules(at: end)))
    #expect(owed.isLate(rules(at: end.adding(hours: 1))))
  }

  @Test func nobodyWaitsForALeadThatHasEnded() {
    for state in Handoff.State.allCases {
      var lead = testLead()
      lead.handoffs = [
        Handoff(
          id: "h", from: .generate, to: .qualify, offeredAt: offered, offeredBy: "aylin",
          state: state)
      ]
      lead.parked = Parking(kind: .lost, since: accepted, reason: "price")
      #expect(LeadSummary(lead).handoff == nil)
      #expect(Awaited(LeadSummary(lead), rules(at: now)) == nil)
    }
  }
}
