import BatonModel
import Testing

/// Two people on one lead: different fields both win, on the same one the second is asked.
@Suite struct LeadSightTests {
  private let euros = Money(minorUnits: 1_000_000, currency: "EUR")
  private let more = Money(minorUnits: 1_500_050, currency: "EUR")

  /// What is refused to Maria, who has seen a lead before Jonas changed it.
  private func refused(
    _ command: LeadCommand, after theirs: LeadCommand, seen: (Lead) -> LeadSight
  ) throws -> Refusal? {
    var lead = testLead()
    let seen = seen(lead)
    var given = context(actor: "jonas")
    try lead.apply(theirs, in: given)
    given.actor = "maria"
    given.seen = seen
    do throws(Refusal) {
      try lead.apply(command, in: given)
      return nil
    } catch {
      given.seen = nil
      try lead.apply(command, in: given)
      return error
    }
  }

  @Test(arguments: [Int.min, -1, 0])
  func aRevisionThatNeverWasIsBeforeAll(revision: Int) throws {
    let refusal = try refused(.amount(more), after: .amount(euros)) { _ in
      LeadSight(revision: revision)
    }
    #expect(refusal?.isOvertaken == true)
  }

  /// On each field, what one and the other put there.
  static let onOneField: [(LeadCommand, LeadCommand)] = [
    (
      .amount(Money(minorUnits: 1, currency: "EUR")), .amount(Money(minorUnits: 2, currency: "EUR"))
    ),
    (.assign(.init(.sales, to: "jonas")), .assign(.init(.sales, to: "maria"))),
    (.assign(.init(.marketing, to: "aylin")), .assign(.init(.marketing, to: "marius"))),
    (
      .next(NextStep(kind: .call, due: now.adding(days: 1))),
      .next(NextStep(kind: .meeting, due: now.adding(days: 1)))
    ),
    (
      .next(NextStep(kind: .call, due: now.adding(days: 1), note: "a")),
      .next(NextStep(kind: .call, due: now.adding(days: 1)))
    ),
    (.move(.init(to: "propose")), .move(.init(to: "new"))),
    (.move(.init(to: "propose")), .park(.init(.lost, reason: "price"))),
    (.park(.init(.waiting, until: now.adding(days: 3), reason: "on-leave")), .revive(.init())),
  ]

  @Test(arguments: onOneField.indices)
  func theSecondOnAFieldIsRefusedAndMayInsist(index: Int) throws {
    let (theirs, mine) = Self.onOneField[index]
    for seen in [LeadSight.init(_:) as (Lead) -> LeadSight, { LeadSight(LeadSummary($0)) }] {
      let refusal = try refused(mine, after: theirs, seen: seen)
      #expect(refusal?.isOvertaken == true)
    }
    let refusal = try refused(mine, after: theirs) { LeadSight(revision: $0.revision) }
    guard case .overtaken(let entry?) = refusal?.cause else {
      Issue.record("\(String(describing: refusal)) does not say who was first")
      return
    }
    #expect(entry.by == "jonas")
    #expect(entry.command == theirs.name)
  }

  @Test func theRefusalSaysWhoDidWhatAndWhen() throws {
    let refusal = try refused(.amount(euros), after: .amount(more)) { LeadSight($0) }
    #expect(
      refusal?.description == "jonas changed Ana Ruiz meanwhile, at 18 Nov 11:00: "
        + "amount 15 000.50 EUR. Look at it again: leave it so, or do it anyway.")
  }

  @Test func differentFieldsBothWin() throws {
    let fields: [LeadCommand] = [
      .amount(euros), .assign(.init(.sales, to: "jonas")), .assign(.init(.marketing, to: "aylin")),
      .next(NextStep(kind: .call, due: now.adding(days: 1))), .move(.init(to: "propose")),
      .note("called"),
      .touch(.init(side: .sales, direction: .inbound, channel: .call)),
    ]
    for theirs in fields {
      for mine in fields where mine != theirs || mine.name == "note" || mine.name == "touch" {
        #expect(try refused(mine, after: theirs) { LeadSight($0) } == nil, "\(theirs) \(mine)")
      }
    }
  }

  @Test func onesOwnChangesAreKnownToOneself() throws {
    var lead = testLead()
    var given = context()
    given.seen = LeadSight(lead)
    try lead.apply(.amount(euros), in: given)
    try lead.apply(.amount(more), in: given)
    #expect(lead.amount == more)
  }

  @Test func whatWasChangedOutsideIsNoticedByItsValue() throws {
    var lead = testLead()
    var given = context()
    given.seen = LeadSight(lead)
    lead.amount = more
    let refusal = try refusal(of: .amount(euros), on: lead, in: given)
    #expect(refusal.cause == .overtaken(by: nil))
    #expect(
      refusal.what == "Ana Ruiz was changed outside Baton meanwhile, in the same place.")
    try lead.apply(.assign(.init(.sales, to: "maria")), in: given)
  }

  @Test func aRewriteWithoutAHistoryIsNoChangeOfAField() throws {
    var lead = testLead()
    let seen = LeadSight(revision: lead.revision)
    lead.revision += 3
    lead.tags = ["imported"]
    var given = context()
    given.seen = seen
    try lead.apply(.amount(euros), in: given)
  }

  @Test func undoIsNotHeldUpByWhatWasSeen() throws {
    var lead = testLead()
    var given = context(actor: "jonas")
    given.seen = LeadSight(lead)
    try lead.apply(.amount(euros), in: given)
    given.actor = "maria"
    try lead.undo("e1", in: given)
    #expect(lead.amount == nil)
  }
}
