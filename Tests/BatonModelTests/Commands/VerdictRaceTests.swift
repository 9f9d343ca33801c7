import BatonModel
import Testing

/// Two people judge the same lead: the second is told of the first.
@Suite struct VerdictRaceTests {
  private let reject = LeadCommand.verdict(.init(.reject, reason: "bad-data"))

  private func given(_ actor: String, seen: Lead? = nil, called id: EntryID) -> CommandContext {
    var given = context(actor: actor)
    given.seen = seen.map { LeadSight($0) }
    given.newEntryID = { id }
    return given
  }

  @Test(arguments: [
    LeadCommand.verdict(.init(.accept)),
    .verdict(.init(.recycle, reason: "bad-timing", until: at("2027-01-11T08:00:00Z"))),
  ])
  func aVerdictThatSomebodyOvertookIsAskedAbout(_ mine: LeadCommand) throws {
    var lead = testLead()
    let seen = lead
    try lead.apply(reject, in: given("jonas", called: "j1"))
    let refused = try refusal(of: mine, on: lead, in: given("maria", seen: seen, called: "m1"))
    #expect(refused.cause == .overtaken(by: lead.history.last))
    try lead.apply(mine, in: given("maria", seen: lead, called: "m2"))
  }

  @Test func praiseIsNoRace() throws {
    var lead = testLead()
    let seen = lead
    try lead.apply(reject, in: given("jonas", called: "j1"))
    let praise = LeadCommand.verdict(.init(.praise, note: "well prepared"))
    try lead.apply(praise, in: given("maria", seen: seen, called: "m1"))
  }

  @Test func whatIsRejectedIsNotRejectedAgain() throws {
    var lead = testLead()
    try lead.apply(reject, in: given("jonas", called: "j1"))
    let refused = try refusal(of: reject, on: lead)
    #expect(refused.cause == .nothingToDo)
    #expect(refused.what.hasPrefix("jonas rejected Ana Ruiz first, at "))
    #expect(refused.what.hasSuffix(": bad-data."))
    #expect(refused.remedy == "The other side answers it; or offer it again.")
  }

  @Test func aNewOfferAnAnswerOrAnotherStageAsksAnew() throws {
    var rejected = testLead(in: "new")
    try rejected.apply(reject, in: given("jonas", called: "j1"))

    var offered = rejected
    try offered.apply(.offer(.init(to: .qualify)), in: given("aylin", called: "a1"))
    try offered.apply(reject, in: given("maria", called: "m1"))

    var answered = rejected
    try answered.apply(.reply(.init("corrected the data")), in: given("aylin", called: "a1"))
    try answered.apply(reject, in: given("maria", called: "m1"))

    var moved = rejected
    var later = given("aylin", called: "a1")
    later.now = now.adding(hours: 1)
    try moved.apply(.move(.init(to: "qualify")), in: later)
    later.actor = "maria"
    later.newEntryID = { "m1" }
    try moved.apply(reject, in: later)
  }
}
