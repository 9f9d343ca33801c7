import BatonModel
import Testing

@Suite struct UndoTests {
  /// Each command that can be taken back, on a lead that it suits.
  static let commands: [LeadCommand] = [
    .move(.init(to: "propose")),
    .park(.init(.lost, reason: "price")),
    .park(.init(.waiting, until: now.adding(days: 3), reason: "on-leave")),
    .assign(.init(.sales, to: "jonas")),
    .assign(.init(.marketing, to: nil)),
    .next(NextStep(kind: .meeting, due: now.adding(days: 2))),
    .next(nil),
    .amount(Money(minorUnits: 99, currency: "USD")),
    .amount(nil),
  ]

  private func fullLead() -> Lead {
    var lead = testLead()
    lead.owner = "maria"
    lead.marketingOwner = "aylin"
    lead.amount = Money(minorUnits: 1_000_000, currency: "EUR")
    lead.nextStep = NextStep(kind: .call, due: now.adding(days: 1))
    return lead
  }

  @Test(arguments: commands) func putsEverythingBack(_ command: LeadCommand) throws {
    let before = fullLead()
    var lead = before
    let given = context()
    try lead.apply(command, in: given)
    try lead.undo("e1", in: given)
    #expect(lead.revision == 3)
    #expect(lead.history.map(\.id) == ["e1", "e2"])
    #expect(lead.history[1].undoes == "e1")
    #expect(lead.history[1].inverse == nil)
    lead.revision = before.revision
    lead.history = []
    #expect(lead == before)
  }

  @Test func putsBackWhatWasClosedAndRevived() throws {
    var lead = testLead()
    let given = context()
    try lead.apply(.park(.init(.lost, reason: "price", note: "too dear")), in: given)
    let parked = lead.parked
    try lead.apply(.revive(.init(to: "propose")), in: given)
    try lead.undo("e2", in: given)
    #expect(lead.parked == parked)
    #expect(lead.stage == "qualify")
    #expect(lead.visits == testLead().visits)
    #expect(lead.history.last?.command == "restore")
    #expect(lead.history.last?.from == "propose")
    #expect(lead.history.last?.to == "lost")
  }

  @Test func takesBackATouchAndANote() throws {
    var lead = testLead()
    let given = context()
    try lead.apply(
      .touch(.init(side: .sales, direction: .inbound, channel: .call)), in: given)
    try lead.apply(.note("a note"), in: given)
    try lead.undo("e1", in: given)
    try lead.undo("e2", in: given)
    #expect(lead.touches.map(\.retracted) == [Retraction(at: now, by: "maria")])
    #expect(lead.notes.map(\.retracted) == [Retraction(at: now, by: "maria")])
    #expect(lead.history.map(\.undoes) == [nil, nil, "e1", "e2"])
  }

  @Test func refusesWhatSomebodyBuiltOn() throws {
    var lead = testLead(in: "new")
    let given = context()
    try lead.apply(.move(.init(to: "qualify")), in: given)
    try lead.apply(.move(.init(to: "propose")), in: context(actor: "jonas"))
    lead.history[1].id = "e2"
    let before = lead
    let refused = #expect(throws: Refusal.self) { try lead.undo("e1", in: context()) }
    #expect(lead == before)
    #expect(refused?.cause == .changedMeanwhile)
    #expect(refused?.what == "jonas built on it: “move” at 18 Nov 11:00.")
    #expect(refused?.remedy == "Take that back first, or change it by hand.")
  }

  @Test func takesBackOneAfterTheOtherFromTheEnd() throws {
    var lead = testLead(in: "new")
    let given = context()
    try lead.apply(.move(.init(to: "qualify")), in: given)
    try lead.apply(.park(.init(.lost, reason: "price")), in: given)
    try lead.undo("e2", in: given)
    #expect(lead.stage == "qualify")
    #expect(lead.parked == nil)
    try lead.undo("e1", in: given)
    #expect(lead.stage == "new")
    #expect(lead.visits == testLead(in: "new").visits)
  }

  @Test func aChangeAndItsEndTogetherAreNothingBuilt() throws {
    var lead = testLead(in: "new")
    let given = context()
    try lead.apply(.move(.init(to: "qualify")), in: given)
    try lead.apply(.move(.init(to: "propose")), in: context(actor: "jonas"))
    lead.history[1].id = "e2"
    try lead.apply(.park(.init(.lost, reason: "price")), in: context(actor: "aylin"))
    lead.history[2].id = "e3"
    try lead.undo("e3", in: context(actor: "aylin"))
    lead.history[3].id = "e4"
    let refused = #expect(throws: Refusal.self) { try lead.undo("e1", in: given) }
    #expect(refused?.what == "jonas built on it: “move” at 18 Nov 11:00.")
    try lead.undo("e2", in: context(actor: "jonas"))
    lead.history[4].id = "e5"
    try lead.undo("e1", in: given)
    #expect(lead.stage == "new")
    #expect(lead.history.map(\.undoes) == [nil, nil, nil, "e3", "e2", "e1"])
  }

  @Test func isNotHinderedByChangesOfOtherThings() throws {
    var lead = testLead(in: "new")
    let given = context()
    try lead.apply(.assign(.init(.sales, to: "maria")), in: given)
    try lead.apply(.move(.init(to: "qualify")), in: given)
    try lead.apply(.assign(.init(.marketing, to: "aylin")), in: given)
    try lead.apply(.note("a note"), in: given)
    try lead.undo("e1", in: given)
    try lead.undo("e2", in: given)
    #expect(lead.owner == nil)
    #expect(lead.marketingOwner == "aylin")
    #expect(lead.stage == "new")
  }

  @Test func refusesToTakeBackTwice() throws {
    var lead = testLead()
    let given = context()
    try lead.apply(.amount(Money(minorUnits: 5, currency: "EUR")), in: given)
    try lead.undo("e1", in: context(actor: "jonas"))
    let refused = #expect(throws: Refusal.self) { try lead.undo("e1", in: context()) }
    #expect(refused?.cause == .nothingToDo)
    #expect(
      refused?.description
        == "jonas took that back already, at 18 Nov 11:00. There is nothing to do.")
  }

  @Test func refusesWhatCannotBeTakenBackOrIsNotThere() throws {
    var lead = testLead()
    lead.history = [HistoryEntry(id: "h1", at: now, by: "import", command: "import")]
    let final = #expect(throws: Refusal.self) { try lead.undo("h1", in: context()) }
    #expect(final?.cause == .invalid)
    #expect(final?.description == "“import” cannot be taken back. Change it by hand.")
    let absent = #expect(throws: Refusal.self) { try lead.undo("h2", in: context()) }
    #expect(absent?.cause == .unknownName)
    #expect(
      absent?.description == "Ana Ruiz has no change “h2”. Its history lists what it has.")
  }

  @Test func givesALeadBackToAnOwnerWhoHasLeftSince() throws {
    var lead = testLead()
    lead.owner = "jonas"
    try lead.apply(.assign(.init(.sales, to: "maria")), in: context())
    var board = testBoard()
    board.team[1].hasLeft = true
    try lead.undo("e1", in: context(board))
    #expect(lead.owner == "jonas")
    let given = try refusal(
      of: .assign(.init(.marketing, to: "jonas")), on: lead, in: context(board))
    #expect(given.what == "Jonas Müller has left the team.")
  }

  /// What was written by hand is out of all bounds.
  @Test func survivesAnAbsurdPlaceAndRevision() throws {
    var lead = testLead()
    lead.revision = .largestCount
    try lead.apply(.restorePlace(.init(stage: "new", parked: nil, visits: -5)), in: context())
    #expect(lead.stage == "new")
    #expect(lead.revision == .largestCount)
  }

  @Test func refusesToReturnToAStageThatIsGone() throws {
    var lead = testLead(in: "new")
    try lead.apply(.move(.init(to: "qualify")), in: context())
    var board = testBoard()
    board.stages.removeFirst()
    let before = lead
    let refused = #expect(throws: Refusal.self) { try lead.undo("e1", in: context(board)) }
    #expect(refused?.cause == .unknownName)
    #expect(lead == before)
  }

  /// Commands that add to a list, each with the list's key in the file.
  static let additions: [(LeadCommand, key: String)] = [
    (.survey(.init("budget", answer: "none yet")), "answers"),
    (.hold(.init(reason: "last round", until: now.adding(days: 9))), "holds"),
    (.block(.init("slow reply")), "roadblocks"),
    (.touch(.init(side: .sales, direction: .inbound, channel: .call)), "touches"),
    (.note("a note"), "notes"),
    (.rate(.init(4)), "feedback"),
    (.offer(.init(to: .close)), "handoffs"),
  ]

  @Test(arguments: additions)
  func refusesWhereTheListWasEditedByHand(_ command: LeadCommand, key: String) throws {
    var lead = fullLead()
    try lead.apply(command, in: context())
    let others = UndoTests.additions.map(\.key).filter { $0 != key }
    lead.history += LeadSummary(lead).outsideEdits(of: others, at: now)
    var unhindered = lead
    try unhindered.undo("e1", in: context())
    lead.history += LeadSummary(lead).outsideEdits(of: [key], at: now)
    let refused = #expect(throws: Refusal.self) { try lead.undo("e1", in: context()) }
    #expect(refused?.what == "outside built on it: “edit” at 18 Nov 11:00.")
  }
}
