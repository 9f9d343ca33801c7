import BatonModel
import Testing

/// Who may take a lead that is offered, and whose it is afterwards.
@Suite struct TakerTests {
  private let accept = LeadCommand.verdict(.init(.accept))

  /// Offered by Marius to qualification, to one of sales or to whoever takes it.
  private func offered(to taker: MemberID?) throws -> Lead {
    var lead = testLead(in: "new")
    try lead.apply(.offer(.init(to: .qualify, member: taker)), in: context(actor: "marius"))
    return lead
  }

  @Test func anotherSideCannotAccept() throws {
    let refused = try refusal(
      of: accept, on: try offered(to: nil), in: context(actor: "aylin"))
    #expect(refused.cause == .notTheTaker(["maria", "jonas"]))
    #expect(
      refused.description == "Ana Ruiz is offered to qualify, which sales does, and aylin is of "
        + "marketing. One of these accepts it: maria, jonas.")
  }

  @Test func aColleagueCannotAcceptWhatIsOfferedToSomebody() throws {
    let refused = try refusal(
      of: accept, on: try offered(to: "maria"), in: context(actor: "jonas"))
    #expect(refused.cause == .notTheTaker(["maria"]))
    #expect(
      refused.description == "marius offered Ana Ruiz to maria, not to jonas. "
        + "maria accepts it, or marius takes the offer back and offers it anew.")
  }

  @Test func whoHasLeftHoldsNoOfferUp() throws {
    var lead = try offered(to: "maria")
    var board = testBoard()
    board.team[0].hasLeft = true
    try lead.apply(accept, in: context(board, actor: "jonas"))
    #expect(lead.owner == "jonas")
  }

  @Test(arguments: ["zoe", "otto"]) func whoIsNotOfTheTeamCannotAccept(_ actor: String) throws {
    for lead in [try offered(to: nil), testLead(in: "new")] {
      let refused = try refusal(of: accept, on: lead, in: context(actor: actor))
      #expect(refused.cause == .notTheTaker(["maria", "jonas"]))
      #expect(
        refused.description == "\(actor) is not of the team and cannot take Ana Ruiz. "
          + "One of these accepts it: maria, jonas.")
    }
  }

  @Test func whoeverTakesItOwnsIt() throws {
    var lead = try offered(to: nil)
    lead.owner = "maria"
    try lead.apply(accept, in: context(actor: "jonas"))
    #expect(lead.owner == "jonas")
    #expect(lead.marketingOwner == nil)
  }

  /// Where nobody of the taking side is on the team, whoever is there does its work.
  @Test func aTeamWithoutTheSideTakesItAllTheSame() throws {
    var lead = testLead(in: "decide")
    lead.owner = "maria"
    try lead.apply(.offer(.init(to: .deliver, member: "jonas")), in: context())
    try lead.apply(accept, in: context(actor: "jonas"))
    #expect(lead.owner == "jonas")
    #expect(lead.handoffs[0].state == .accepted)
  }

  @Test func aBoardWithoutATeamIsWorkedOnByAnybody() throws {
    var board = testBoard()
    board.team = []
    var lead = testLead(in: "new")
    try lead.apply(.offer(.init(to: .qualify)), in: context(board, actor: "root"))
    let before = lead
    var given = context(board, actor: "sam")
    given.newEntryID = { "s1" }
    try lead.apply(accept, in: given)
    #expect(lead.owner == "sam")
    #expect(lead.stage == "qualify")
    try lead.undo("s1", in: given)
    #expect(lead.owner == nil)
    #expect(lead.handoffs == before.handoffs)
  }

  @Test func isNotOfferedToSomebodyOfAnotherSide() throws {
    let refused = try refusal(
      of: .offer(.init(to: .qualify, member: "aylin")), on: testLead(in: "new"),
      in: context(actor: "marius"))
    #expect(refused.cause == .notTheTaker(["maria", "jonas"]))
    #expect(
      refused.description == "sales does qualify, and Aylin Demir is of marketing. "
        + "Offer it to one of these: maria, jonas.")
  }
}
