import BatonModel
import Testing

@Suite struct ParkTests {
  @Test func restsUntilADate() throws {
    var lead = testLead()
    let until = at("2027-01-11T08:00:00Z")
    let park = LeadCommand.Park(
      .nurture, until: until, reason: "bad-timing", note: "next year", from: "qualify")
    try lead.apply(.park(park), in: context(actor: "aylin"))

    var expected = testLead()
    expected.revision = 2
    expected.parked = Parking(
      kind: .nurture, since: now, until: until, reason: "bad-timing", note: "next year",
      by: "aylin")
    var entry = HistoryEntry(id: "e1", at: now, by: "aylin", command: "nurture")
    entry.from = "qualify"
    entry.to = "nurture"
    entry.subject = "bad-timing"
    entry.note = "next year"
    entry.inverse = .restorePlace(.init(stage: "qualify", parked: nil, visits: 1))
    expected.history = [entry]
    #expect(lead == expected)
  }

  @Test(arguments: [
    (Parking.Kind.won, nil), (.silent, nil), (.lost, ReasonID("price")), (.disqualified, "spam"),
  ])
  func endsWithoutADate(_ kind: Parking.Kind, _ reason: ReasonID?) throws {
    var lead = testLead()
    lead.amount = Money(minorUnits: 1_200_000, currency: "EUR")
    let date = now.adding(days: 5)
    try lead.apply(.park(.init(kind, until: date, reason: reason)), in: context())
    #expect(lead.parked == Parking(kind: kind, since: now, reason: reason, by: "maria"))
  }

  @Test func saysAfterwardsWhyALeadEnded() throws {
    var lead = testLead()
    let ended = now.adding(days: -20)
    lead.parked = Parking(kind: .silent, since: ended, by: "import")
    let before = lead.parked
    #expect(throws: Refusal.self) { try lead.apply(.park(.init(.silent)), in: context()) }
    #expect(throws: Refusal.self) { try lead.apply(.park(.init(.lost)), in: context()) }
    #expect(throws: Refusal.self) { try lead.apply(.park(.init(.won)), in: context()) }
    #expect(lead.parked == before)
    try lead.apply(.park(.init(.lost, reason: "price")), in: context())
    #expect(lead.parked == Parking(kind: .lost, since: ended, reason: "price", by: "maria"))
    #expect(throws: Refusal.self) {
      try lead.apply(.park(.init(.lost, reason: "terms")), in: context())
    }
    let entry = try #require(lead.history.last)
    try lead.undo(entry.id, in: context())
    #expect(lead.parked == before)
  }

  @Test func changesOneRestForAnother() throws {
    var lead = testLead()
    let soon = now.adding(days: 3)
    let later = now.adding(days: 60)
    try lead.apply(.park(.init(.waiting, until: soon, reason: "on-leave")), in: context())
    try lead.apply(.park(.init(.nurture, until: later, reason: "bad-timing")), in: context())
    #expect(lead.parked?.kind == .nurture)
    #expect(lead.history.map(\.from) == ["qualify", "waiting"])
    try lead.apply(.park(.init(.lost, reason: "no-decision")), in: context())
    #expect(lead.parked?.kind == .lost)
    #expect(lead.parked?.until == nil)
  }

  @Test(arguments: [
    (
      Parking.Kind.lost,
      "no-need, no-budget, no-authority, competitor, price, terms, too-slow, "
        + "no-decision"
    ),
    (.disqualified, "no-need, no-budget, no-authority, competitor, spam"),
    (.nurture, "bad-timing, unresponsive, budget-cycle"),
    (.waiting, "bad-timing, budget-cycle, on-leave, approval"),
  ])
  func refusesWithoutAReason(_ kind: Parking.Kind, _ codes: String) throws {
    let park = LeadCommand.Park(kind, until: now.adding(days: 1))
    let refused = try refusal(of: .park(park), on: testLead())
    let ids = codes.split(separator: ", ").map { ReasonID(String($0)) }
    #expect(refused.cause == .reasonRequired(ids))
    #expect(refused.what == "Ana Ruiz cannot be set to \(kind.rawValue) without a reason.")
    #expect(refused.remedy == "Give one of: \(codes).")
  }

  @Test func refusesAReasonThatExplainsSomethingElse() throws {
    let refused = try refusal(of: .park(.init(.lost, reason: "spam")), on: testLead())
    #expect(refused.what == "“spam” is no reason for lost on this board.")
    #expect(
      refused.remedy
        == "Give one of: no-need, no-budget, no-authority, competitor, price, terms, too-slow, "
        + "no-decision.")
  }

  @Test(arguments: [nil, now, now.adding(days: -1)])
  func refusesToRestWithoutADateAhead(_ until: Instant?) throws {
    let park = LeadCommand.Park(.waiting, until: until, reason: "on-leave")
    let refused = try refusal(of: .park(park), on: testLead())
    #expect(refused.cause == .dateRequired)
    #expect(
      refused.description
        == "Ana Ruiz cannot be set to waiting without a date ahead. Say when it returns.")
  }

  @Test func refusesToEndWhatHasEnded() throws {
    var lead = testLead(in: "decide")
    try lead.apply(.park(.init(.won)), in: context(actor: "jonas"))
    let refused = try refusal(of: .park(.init(.lost, reason: "price")), on: lead)
    #expect(refused.cause == .closed)
    #expect(
      refused.description
        == "Ana Ruiz is won (jonas, 18 Nov 11:00) already. Revive it first.")
  }

  @Test func refusesToParkWhatSomebodyMovedMeanwhile() throws {
    var lead = testLead(in: "new")
    try lead.apply(.move(.init(to: "qualify")), in: context(actor: "jonas"))
    let refused = try refusal(
      of: .park(.init(.disqualified, reason: "spam", from: "new")), on: lead)
    #expect(refused.cause == .changedMeanwhile)
  }
}

@Suite struct ReviveTests {
  @Test func returnsFromRestWithoutANewVisit() throws {
    var lead = testLead()
    lead.parked = Parking(kind: .waiting, since: now, until: now.adding(days: 3))
    try lead.apply(.revive(.init(note: "back early")), in: context())
    #expect(lead.parked == nil)
    #expect(lead.visits.count == 1)
    let entry = try #require(lead.history.last)
    #expect(entry.command == "revive")
    #expect(entry.from == "waiting")
    #expect(entry.to == "qualify")
    #expect(entry.note == "back early")
  }

  @Test func comesBackFromTheEndAsANewVisit() throws {
    var lead = testLead()
    let lost = Parking(kind: .lost, since: at("2026-11-10T09:00:00Z"), reason: "price")
    lead.parked = lost
    try lead.apply(.revive(.init()), in: context())
    #expect(lead.parked == nil)
    #expect(lead.visits.map(\.stage) == ["qualify", "qualify"])
    #expect(lead.stageSince == now)
    #expect(
      lead.history.last?.inverse
        == .restorePlace(.init(stage: "qualify", parked: lost, visits: 1)))
  }

  @Test func returnsToTheStageThatTheParkingNames() throws {
    var lead = testLead(in: "nurture")
    lead.parked = Parking(kind: .nurture, since: now, until: now.adding(days: 3))
    lead.parked?.returnsTo = "new"
    try lead.apply(.revive(.init()), in: context())
    #expect(lead.stage == "new")
    #expect(lead.visits.map(\.stage) == ["nurture", "new"])

    var other = testLead()
    other.parked = Parking(kind: .lost, since: now, reason: "price")
    try other.apply(.revive(.init(to: "propose")), in: context())
    #expect(other.stage == "propose")
  }

  @Test func refusesWhatIsInPlay() throws {
    let refused = try refusal(of: .revive(.init()), on: testLead())
    #expect(refused.cause == .nothingToDo)
    #expect(refused.description == "Ana Ruiz is neither resting nor closed. Move it instead.")
  }

  @Test func refusesAStageThatTheBoardLacks() throws {
    var lead = testLead()
    lead.parked = Parking(kind: .silent, since: now)
    let refused = try refusal(of: .revive(.init(to: "sold")), on: lead)
    #expect(refused.cause == .unknownName)
    #expect(refused.what == "This board has no stage “sold”.")
  }
}
