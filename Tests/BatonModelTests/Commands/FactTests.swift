import BatonModel
import Testing

@Suite struct TouchTests {
  @Test func addsATouchUnderTheNameOfItsEntry() throws {
    var lead = testLead()
    let draft = LeadCommand.TouchDraft(
      side: .sales, direction: .outbound, channel: .call, summary: "asked for the budget",
      outcome: .reached)
    try lead.apply(.touch(draft), in: context())
    #expect(
      lead.touches == [
        Touch(
          id: "e1", at: now, side: .sales, direction: .outbound, channel: .call, by: "maria",
          summary: "asked for the budget", outcome: .reached)
      ])
    var entry = HistoryEntry(id: "e1", at: now, by: "maria", command: "touch")
    entry.subject = "e1"
    entry.to = "call outbound"
    entry.inverse = .retract("e1")
    #expect(lead.history == [entry])
    #expect(lead.revision == 2)
  }

  @Test func keepsTouchesInTheOrderOfTheirTimes() throws {
    var lead = testLead()
    let given = context()
    for (day, words) in [(-1.0, "second"), (-3.0, "first"), (-1.0, "third"), (0.0, "last")] {
      let draft = LeadCommand.TouchDraft(
        side: .sales, direction: .inbound, channel: .email, at: now.adding(days: day),
        summary: words)
      try lead.apply(.touch(draft), in: given)
    }
    #expect(lead.touches.map(\.summary) == ["first", "second", "third", "last"])
  }

  @Test(arguments: [
    (Channel.email, true, false), (.call, false, true), (.message, false, true),
    ("call", true, true),
  ])
  func refusesWhatTheBuyerForbids(_ channel: Channel, _ noEmail: Bool, _ noCall: Bool) throws {
    var lead = testLead()
    lead.consent.doNotEmail = noEmail
    lead.consent.doNotCall = noCall
    let draft = LeadCommand.TouchDraft(side: .sales, direction: .outbound, channel: channel)
    let refused = try refusal(of: .touch(draft), on: lead)
    #expect(refused.cause == .consent(channel))
    #expect(refused.what == "Ana Ruiz does not want to be contacted by \(channel.rawValue).")
    #expect(refused.remedy == "Use another channel, or wait until they come to you.")
  }

  @Test func takesWhatTheBuyerDoesAllTheSame() throws {
    var lead = testLead()
    lead.consent.doNotEmail = true
    lead.consent.doNotCall = true
    let given = context()
    for channel in Channel.known {
      try lead.apply(
        .touch(.init(side: .sales, direction: .inbound, channel: channel)), in: given)
    }
    try lead.apply(
      .touch(.init(side: .sales, direction: .outbound, channel: .meeting)), in: given)
    #expect(lead.touches.count == 12)
  }

  @Test func refusesATouchThatHasNotBeenYet() throws {
    let draft = LeadCommand.TouchDraft(
      side: .sales, direction: .outbound, channel: .call,
      at: Instant(microseconds: now.microseconds + 1))
    let refused = try refusal(of: .touch(draft), on: testLead())
    #expect(refused.cause == .invalid)
    #expect(
      refused.description
        == "A touch cannot lie in the future. Book it as the next step instead.")
  }

  @Test(arguments: [
    (Touch.Direction.inbound, Channel.email, nil, true), (.inbound, .web, nil, false),
    (.inbound, .download, nil, false), (.inbound, "fax", nil, true),
    (.outbound, .call, Touch.Outcome.reached, true), (.outbound, .call, .noAnswer, false),
    (.outbound, .call, .leftMessage, false), (.outbound, .email, .bounced, false),
    (.outbound, .email, nil, false),
  ])
  func knowsWhenBothPartiesTookPart(
    _ direction: Touch.Direction, _ channel: Channel, _ outcome: Touch.Outcome?, _ isTwoWay: Bool
  ) {
    let touch = Touch(
      id: "t", at: now, side: .sales, direction: direction, channel: channel, outcome: outcome)
    #expect(touch.isTwoWay == isTwoWay)
  }
}

@Suite struct NoteTests {
  @Test func addsANote() throws {
    var lead = testLead()
    try lead.apply(.note("Decides with\nher brother."), in: context())
    #expect(
      lead.notes == [Note(id: "e1", at: now, by: "maria", text: "Decides with\nher brother.")])
    var entry = HistoryEntry(id: "e1", at: now, by: "maria", command: "note")
    entry.subject = "e1"
    entry.inverse = .retract("e1")
    #expect(lead.history == [entry])
  }

  @Test(arguments: ["", " \n\t"]) func refusesAnEmptyNote(_ text: String) throws {
    let refused = try refusal(of: .note(text), on: testLead())
    #expect(refused.cause == .invalid)
    #expect(refused.description == "An empty note says nothing. Write what is to be known.")
  }

  @Test func takesATouchOrANoteBackAndKeepsIt() throws {
    var lead = testLead()
    lead.notes = [Note(id: "n1", at: now, by: "maria", text: "wrong person")]
    lead.touches = [
      Touch(id: "t1", at: now, side: .sales, direction: .inbound, channel: .call)
    ]
    let given = context(actor: "jonas")
    try lead.apply(.retract("n1"), in: given)
    try lead.apply(.retract("t1"), in: given)
    #expect(lead.notes.map(\.retracted) == [Retraction(at: now, by: "jonas")])
    #expect(lead.touches.map(\.retracted) == [Retraction(at: now, by: "jonas")])
    #expect(lead.history.map(\.subject) == ["n1", "t1"])
    #expect(lead.history.map(\.inverse) == [nil, nil])

    let refused = try refusal(of: .retract("n1"), on: lead)
    #expect(refused.cause == .unknownName)
    #expect(refused.what == "Ana Ruiz has no touch, note, feedback or offer “n1” to take back.")
    #expect(refused.remedy == "Look at it again: it may have been taken back already.")
  }
}

@Suite struct AssignTests {
  @Test func givesALeadToSomebodyAndToNobody() throws {
    var lead = testLead()
    let given = context()
    try lead.apply(.assign(.init(.sales, to: "jonas")), in: given)
    try lead.apply(.assign(.init(.marketing, to: "aylin")), in: given)
    #expect(lead.owner == "jonas")
    #expect(lead.marketingOwner == "aylin")
    try lead.apply(.assign(.init(.sales, to: nil)), in: given)
    #expect(lead.owner == nil)
    #expect(lead.marketingOwner == "aylin")
    #expect(lead.history.map(\.subject) == ["sales", "marketing", "sales"])
    #expect(lead.history.map(\.from) == [nil, nil, "jonas"])
    #expect(lead.history.map(\.to) == ["jonas", "aylin", nil])
    #expect(lead.history.last?.inverse == .assign(.init(.sales, to: "jonas")))
    #expect(lead.revision == 4)
  }

  @Test func refusesStrangers() throws {
    let refused = try refusal(of: .assign(.init(.sales, to: "zoe")), on: testLead())
    #expect(refused.cause == .unknownName)
    #expect(refused.what == "Nobody on this board is called “zoe”.")
    #expect(refused.remedy == "The team is: maria, jonas, aylin, marius, otto.")
  }

  @Test func refusesWhoHasLeft() throws {
    let refused = try refusal(of: .assign(.init(.sales, to: "otto")), on: testLead())
    #expect(refused.cause == .invalid)
    #expect(refused.description == "Otto Lang has left the team. Choose somebody else.")
  }

  @Test(arguments: [(nil, "nobody"), (MemberID("maria"), "maria")])
  func refusesWhoHasItAlready(_ owner: MemberID?, _ name: String) throws {
    var lead = testLead()
    lead.owner = owner
    let refused = try refusal(of: .assign(.init(.sales, to: owner)), on: lead)
    #expect(refused.cause == .nothingToDo)
    #expect(refused.description == "Ana Ruiz is with \(name) already. Choose somebody else.")
  }
}

@Suite struct NextStepAndAmountTests {
  let call = NextStep(kind: .call, due: at("2026-11-20T13:00:00Z"), isBooked: true)

  @Test func setsAndClearsTheNextStep() throws {
    var lead = testLead()
    let given = context()
    try lead.apply(.next(call), in: given)
    #expect(lead.nextStep == call)
    try lead.apply(.next(nil), in: given)
    #expect(lead.nextStep == nil)
    #expect(lead.history.map(\.from) == [nil, "call 2026-11-20T13:00:00Z"])
    #expect(lead.history.map(\.to) == ["call 2026-11-20T13:00:00Z", nil])
    #expect(lead.history.map(\.inverse) == [.next(nil), .next(call)])
  }

  @Test func refusesTheStepItHas() throws {
    var lead = testLead()
    lead.nextStep = call
    let refused = try refusal(of: .next(call), on: lead)
    #expect(refused.cause == .nothingToDo)
    #expect(
      refused.description == "Ana Ruiz has that next step already. Say another step or time.")
    #expect(try refusal(of: .next(nil), on: testLead()).cause == .nothingToDo)
  }

  @Test func refusesAStepAfterTheEnd() throws {
    var lead = testLead()
    lead.parked = Parking(kind: .lost, since: now, reason: "price")
    lead.parked?.by = "jonas"
    let refused = try refusal(of: .next(call), on: lead)
    #expect(refused.cause == .closed)
    #expect(
      refused.description
        == "Ana Ruiz is lost (jonas, 18 Nov 11:00); nothing comes next. Revive it first.")

    lead.nextStep = call
    try lead.apply(.next(nil), in: context())
    #expect(lead.nextStep == nil)
  }

  @Test func setsAndClearsTheAmount() throws {
    var lead = testLead()
    let given = context()
    let amount = Money(minorUnits: 1_250_000, currency: "EUR")
    try lead.apply(.amount(amount), in: given)
    #expect(lead.amount == amount)
    try lead.apply(.amount(nil), in: given)
    #expect(lead.amount == nil)
    #expect(lead.history.map(\.from) == [nil, "1250000 EUR"])
    #expect(lead.history.map(\.to) == ["1250000 EUR", nil])
    #expect(lead.history.map(\.inverse) == [.amount(nil), .amount(amount)])
  }

  @Test func refusesAnAmountThatItHasOrThatIsNegative() throws {
    var lead = testLead()
    let same = try refusal(of: .amount(nil), on: lead)
    #expect(same.cause == .nothingToDo)
    #expect(same.description == "Ana Ruiz has that amount already. Say another amount.")
    let negative = try refusal(of: .amount(Money(minorUnits: -1, currency: "EUR")), on: lead)
    #expect(negative.cause == .invalid)
    #expect(
      negative.description == "An amount is not negative. Say what the deal is worth.")
    try lead.apply(.amount(Money(minorUnits: 0, currency: "EUR")), in: context())
    #expect(lead.amount?.minorUnits == 0)
  }
}
