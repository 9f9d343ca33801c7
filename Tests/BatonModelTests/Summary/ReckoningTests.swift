import BatonModel
import Testing

@Suite struct ReckoningTests {
  /// Qualify allows seven days; this lead came into it on 2 November, 9:00: sixteen days ago.
  private let late = testLead()
  /// 9 November, 9:00: when the seven days are over.
  private let limit = at("2026-11-09T09:00:00Z")

  private func standing(_ lead: Lead, at time: Instant = now) -> Standing {
    Reckoning(board: testBoard(), now: time).standing(of: LeadSummary(lead))
  }

  private func held(_ lead: Lead, at time: Instant = now) -> HeldSpan? {
    Reckoning(board: testBoard(), now: time).held(LeadSummary(lead))
  }

  @Test func countsDaysOf24HoursInTheStage() {
    #expect(standing(late, at: at("2026-11-02T09:00:00Z")).daysInStage == 0)
    #expect(standing(late, at: at("2026-11-05T21:00:00Z")).daysInStage == 3.5)
    #expect(standing(late).limitDays == 7)
    #expect(standing(late, at: at("2026-11-01T09:00:00Z")).daysInStage == 0)
  }

  @Test func stallsOnlyBeyondTheLimit() {
    #expect(!standing(late, at: limit).isStalled)
    #expect(standing(late, at: Instant(microseconds: limit.microseconds + 1)).isStalled)
    #expect(standing(late).isStalled)
  }

  @Test func countsFromTheLastVisit() {
    var lead = late
    lead.visits.append(StageVisit(stage: "qualify", entered: at("2026-11-11T10:00:00Z")))
    #expect(!standing(lead).isStalled)
    #expect(standing(lead, at: at("2026-11-18T10:00:01Z")).isStalled)
  }

  @Test(arguments: [StageID("nurture"), "account"])
  func neverStallsInAnInventory(_ stage: StageID) {
    let standing = standing(testLead(in: stage), at: at("2030-01-01T00:00:00Z"))
    #expect(!standing.isStalled)
    #expect(standing.limitDays == nil)
  }

  @Test func keepsAGateLikeAClock() {
    let lead = testLead(in: "propose")
    #expect(standing(lead).limitDays == 14)
    #expect(standing(lead, at: at("2026-11-16T09:00:01Z")).isStalled)
  }

  @Test func takesTheTeamsOwnHistoryWhereTheBoardSetsNoTarget() {
    var board = testBoard()
    board.stages[2].targetDays = nil
    let summary = LeadSummary(late)
    #expect(Reckoning(board: board, now: now).standing(of: summary).limitDays == nil)
    #expect(!Reckoning(board: board, now: now).standing(of: summary).isStalled)
    let proposed: [StageID: Double] = ["qualify": 15.5, "nurture": 1, "new": 9]
    let reckoning = Reckoning(board: board, now: now, proposedLimits: proposed)
    #expect(reckoning.standing(of: summary).limitDays == 15.5)
    #expect(reckoning.standing(of: summary).isStalled)
    // A target that the board sets counts, and an inventory has none all the same.
    #expect(reckoning.limits["new"] == 2)
    #expect(reckoning.limits["nurture"] == nil)
  }

  @Test func isProtectedByAStepAheadButNotByOneThatIsPast() {
    var lead = late
    lead.nextStep = NextStep(kind: .call, due: now.adding(days: 1))
    #expect(!standing(lead).isStalled)
    #expect(!standing(lead).isOverdue)
    lead.nextStep?.due = now
    #expect(!standing(lead).isStalled)
    #expect(!standing(lead).isOverdue)
    lead.nextStep?.due = Instant(microseconds: now.microseconds - 1)
    #expect(standing(lead).isStalled)
    #expect(standing(lead).isOverdue)
  }

  @Test func isOverdueWithoutBeingStalled() {
    var lead = late
    lead.nextStep = NextStep(kind: .call, due: at("2026-11-04T09:00:00Z"))
    let standing = standing(lead, at: at("2026-11-05T09:00:00Z"))
    #expect(standing.isOverdue)
    #expect(!standing.isStalled)
  }

  @Test(arguments: [Parking.Kind.waiting, .nurture])
  func doesNotLookNeglectedWhileItRests(_ kind: Parking.Kind) {
    var lead = late
    lead.nextStep = NextStep(kind: .call, due: now.adding(days: -2))
    lead.parked = Parking(
      kind: kind, since: at("2026-11-03T09:00:00Z"), until: now.adding(days: 3))
    let standing = standing(lead)
    #expect(standing.parking?.kind == kind)
    #expect(standing.isOpen)
    #expect(standing.isWaiting == (kind == .waiting))
    #expect(!standing.isStalled)
    #expect(!standing.isOverdue)
    #expect(standing.light == .resting)
    #expect(standing.daysInStage > 16)
  }

  @Test func returnsByItselfOnItsDate() {
    var lead = late
    lead.parked = Parking(kind: .nurture, since: late.createdAt, until: now)
    let returned = standing(lead)
    #expect(returned.parking == nil)
    #expect(returned.light == .missing)
    #expect(!returned.isStalled)
    let after = standing(lead, at: Instant(microseconds: now.microseconds + 1))
    #expect(after.isStalled)
    let before = standing(lead, at: Instant(microseconds: now.microseconds - 1))
    #expect(before.parking?.kind == .nurture)
  }

  @Test(arguments: [Parking.Kind.won, .lost, .disqualified, .silent])
  func standsStillOnceItHasEnded(_ kind: Parking.Kind) {
    var lead = late
    lead.nextStep = NextStep(kind: .call, due: at("2026-11-05T09:00:00Z"))
    lead.parked = Parking(kind: kind, since: at("2026-11-12T09:00:00Z"))
    let standing = standing(lead)
    #expect(standing.daysInStage == 10)
    #expect(!standing.isOpen)
    #expect(!standing.isStalled)
    #expect(!standing.isOverdue)
    #expect(standing.light == .resting)
    let reckoning = Reckoning(board: testBoard(), now: now)
    #expect(reckoning.stallsAt(LeadSummary(lead)) == nil)
    #expect(reckoning.actBy(LeadSummary(lead)) == .distantFuture)
  }

  @Test func ofAPastMomentALeadIsOpenUntilItEnds() throws {
    var lead = late
    lead.parked = Parking(kind: .lost, since: now)
    let before = Instant(microseconds: now.microseconds - 1)
    func past(_ moment: Instant) -> Reckoning {
      Reckoning(board: testBoard(), now: moment, isPast: true)
    }
    let then = past(before).standing(of: LeadSummary(lead))
    #expect(then.isOpen)
    #expect(then.parking == nil)
    #expect(then.isStalled)
    #expect(then.daysInStage > 16)
    #expect(!past(now).standing(of: LeadSummary(lead)).isOpen)
    let matcher = QueryMatcher(try Query("is:open"), reckoning: past(before))
    #expect(matcher.matches(LeadSummary(lead)))
    // The rules of the present may be made before somebody ends a lead: what has happened has.
    #expect(!standing(lead, at: before).isOpen)
  }

  // Today in Berlin ends at 23:00 in UTC.
  @Test(arguments: [
    ("2026-11-18T09:59:59Z", Standing.Light.overdue), ("2026-11-18T10:00:00Z", .today),
    ("2026-11-18T22:59:59Z", .today), ("2026-11-18T23:00:00Z", .later),
    ("2026-11-17T12:00:00Z", .overdue),
  ])
  func showsTheNextStepAsALight(_ due: String, _ light: Standing.Light) {
    var lead = testLead()
    lead.nextStep = NextStep(kind: .call, due: at(due))
    #expect(standing(lead).light == light)
    #expect(standing(testLead()).light == .missing)
  }

  @Test func isHeldUntilTheHoldEnds() {
    var lead = testLead()
    let start = at("2026-11-10T09:00:00Z")
    lead.holds = [Hold(id: "d", reason: "tender", from: start, until: now, by: "maria")]
    #expect(held(lead) == nil)
    #expect(held(lead, at: Instant(microseconds: now.microseconds - 1))?.until == now)
  }

  @Test func knowsTheEdgesOfTodayWhereTheTeamWorks() {
    let reckoning = Reckoning(board: testBoard(), now: now)
    #expect(reckoning.startOfToday == at("2026-11-17T23:00:00Z"))
    #expect(reckoning.endOfToday == at("2026-11-18T23:00:00Z"))
    // The day on which the clocks go back has 25 hours.
    let long = Reckoning(board: testBoard(), now: at("2026-10-25T12:00:00Z"))
    #expect(long.startOfToday == at("2026-10-24T22:00:00Z"))
    #expect(long.endOfToday == at("2026-10-25T23:00:00Z"))
  }

  @Test func ordersByTheMomentByWhichSomebodyMustAct() {
    let reckoning = Reckoning(board: testBoard(), now: now)
    var lead = late
    #expect(reckoning.actBy(LeadSummary(lead)) == limit)
    #expect(reckoning.stallsAt(LeadSummary(lead)) == limit)
    lead.nextStep = NextStep(kind: .call, due: at("2026-11-04T09:00:00Z"))
    #expect(reckoning.actBy(LeadSummary(lead)) == at("2026-11-04T09:00:00Z"))
    #expect(reckoning.stallsAt(LeadSummary(lead)) == limit)
    lead.parked = Parking(kind: .waiting, since: now, until: at("2026-12-01T09:00:00Z"))
    #expect(reckoning.actBy(LeadSummary(lead)) == at("2026-12-01T09:00:00Z"))
    #expect(reckoning.stallsAt(LeadSummary(lead)) == at("2026-12-01T09:00:00Z"))
    #expect(reckoning.actBy(LeadSummary(testLead(in: "account"))) == .distantFuture)
    #expect(reckoning.stallsAt(LeadSummary(testLead(in: "account"))) == nil)
  }

  @Test func copesWithALeadInAStageThatTheBoardLacks() {
    let standing = standing(testLead(in: "gone"))
    #expect(standing.limitDays == nil)
    #expect(!standing.isStalled)
  }
}
