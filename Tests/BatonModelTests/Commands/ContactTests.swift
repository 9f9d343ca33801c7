import BatonModel
import Testing

/// Holds, consent and surveys.
@Suite struct ContactTests {
  private let until = now.adding(days: 10)

  // MARK: - Holds

  @Test func holdsWithAReasonUntilADate() throws {
    var lead = testLead()
    try lead.apply(
      .hold(
        .init(
          reason: "tender", until: until, scope: .company, sides: [.marketing], channels: [.email])
      ), in: context())
    var expected = Hold(id: "e1", reason: "tender", from: now, until: until, by: "maria")
    expected.scope = .company
    expected.sides = [.marketing]
    expected.channels = [.email]
    #expect(lead.holds == [expected])
    #expect(lead.holds(against: .marketing, on: .email, at: now).count == 1)
    #expect(lead.holds(against: .sales, on: .email, at: now).isEmpty)
    #expect(lead.holds(against: .marketing, on: .call, at: now).isEmpty)
    #expect(lead.holds(against: .marketing, on: .email, at: until).isEmpty)
    // It warns; what it covers may be logged all the same.
    try lead.apply(
      .touch(.init(side: .marketing, direction: .outbound, channel: .email)), in: context())
  }

  @Test func aHoldWithoutAReasonOrAnEndIsRefused() throws {
    let lead = testLead()
    #expect(
      try refusal(of: .hold(.init(reason: " ", until: until)), on: lead).cause == .invalid)
    for end in [nil, now] {
      #expect(
        try refusal(of: .hold(.init(reason: "tender", until: end)), on: lead).cause
          == .dateRequired)
    }
    #expect(
      try refusal(of: .hold(.init(reason: "x", until: until, sides: [.buyer])), on: lead).what
        == "A hold does not bind the buyer.")
  }

  @Test func releasesTheLongestHoldAndTakesThatBack() throws {
    var lead = testLead()
    let given = context()
    try lead.apply(.hold(.init(reason: "a", until: until)), in: given)
    try lead.apply(.hold(.init(reason: "b", until: until.adding(days: 5))), in: given)
    try lead.apply(.release(nil), in: given)
    #expect(lead.holds.map(\.lifted) == [nil, now])
    #expect(lead.holds[1].end == now)
    try lead.undo("e3", in: given)
    #expect(lead.holds[1].lifted == nil)
    try lead.apply(.release("e1"), in: given)
    #expect(lead.holds.map(\.lifted) == [now, nil])
    let over = try refusal(of: .release("e1"), on: lead)
    #expect(over.what == "The hold of maria on Ana Ruiz ended at 18 Nov 11:00.")
    #expect(try refusal(of: .release("x"), on: lead).cause == .unknownName)
    #expect(try refusal(of: .release(nil), on: testLead()).cause == .nothingToDo)
  }

  @Test func aHoldTakenBackHoldsNobody() throws {
    var lead = testLead()
    let given = context()
    try lead.apply(.hold(.init(reason: "tender", until: until)), in: given)
    try lead.undo("e1", in: given)
    #expect(lead.holds(against: .sales, on: .call, at: now).isEmpty)
  }

  // MARK: - Consent

  @Test func narrowsOnAnybodysWord() throws {
    var lead = testLead()
    try lead.apply(
      .consent(.init(doNotEmail: true, provenance: .imported)), in: context(actor: "form"))
    #expect(lead.consent.doNotEmail)
    #expect(!lead.consent.doNotCall)
    #expect(lead.consent.at == now)
    #expect(lead.consent.provenance == .imported)
    try lead.apply(.consent(.init(doNotCall: true, source: "told Jonas")), in: context())
    #expect(lead.consent.words == "no e-mail, no calls")
    #expect(lead.history.last?.to == "no e-mail, no calls")
    #expect(
      try refusal(of: .consent(.init(doNotCall: true)), on: lead).description
        == "That is known of Ana Ruiz already: no e-mail, no calls. There is nothing to do.")
  }

  @Test(arguments: [
    ("form", Provenance.declared, "a form", "“form” is nobody of the team."),
    ("maria", .imported, "list.csv", "to allow it again needs a source."),
    ("maria", .guessed, "I think", "to allow it again needs a source."),
    ("maria", .declared, "", "to allow it again needs a source."),
    ("maria", .declared, " ", "to allow it again needs a source."),
  ])
  func widensOnlyByAPersonWithASource(
    _ actor: String, _ provenance: Provenance, _ source: String, _ why: String
  ) throws {
    var lead = testLead()
    lead.consent.doNotEmail = true
    lead.consent.at = at("2026-01-05T00:00:00Z")
    let change = LeadCommand.ConsentChange(
      doNotEmail: false, provenance: provenance, source: source)
    let refused = try refusal(of: .consent(change), on: lead, in: context(actor: actor))
    #expect(refused.cause == .consentNarrowsOnly)
    #expect(
      refused.what == "Ana Ruiz has forbidden it since 5 Jan 01:00 (no e-mail); " + why)
  }

  @Test func widensByAPersonWithASource() throws {
    var lead = testLead()
    lead.consent.doNotEmail = true
    try lead.apply(
      .consent(.init(doNotEmail: false, source: "mail of 3 May")), in: context())
    #expect(lead.consent.allows(.email))
    #expect(lead.consent.note == "mail of 3 May")
  }

  @Test func onlyWhoNarrowedTakesItBackWithoutASource() throws {
    var lead = testLead()
    let given = context()
    try lead.apply(.consent(.init(doNotEmail: true)), in: given)
    let refused = try #require(
      #expect(throws: Refusal.self) { try lead.undo("e1", in: context(actor: "jonas")) })
    #expect(refused.cause == .consentNarrowsOnly)
    #expect(refused.what == "maria recorded at 18 Nov 11:00: no e-mail.")
    try lead.undo("e1", in: given)
    #expect(lead.consent == Consent())
  }

  @Test(arguments: [(Channel.email, true, false), (.call, false, true), (.message, false, true)])
  func refusesAnOutboundTouchOnAForbiddenChannel(
    _ channel: Channel, _ noEmail: Bool, _ noCall: Bool
  ) throws {
    var lead = testLead()
    try lead.apply(
      .consent(.init(doNotEmail: noEmail, doNotCall: noCall, source: "said so")), in: context())
    for side in [Side.marketing, .sales, .delivery] {
      let touch = LeadCommand.touch(.init(side: side, direction: .outbound, channel: channel))
      #expect(try refusal(of: touch, on: lead).cause == .consent(channel))
    }
    try lead.apply(
      .touch(.init(side: .sales, direction: .inbound, channel: channel)), in: context())
  }

  // MARK: - Surveys

  @Test func recordsAnswersAndTakesThemBack() throws {
    var lead = testLead()
    let given = context()
    try lead.apply(.survey(.init("budget", answer: "yes, 40k")), in: given)
    try lead.apply(.survey(.init("budget", answer: "no longer")), in: given)
    #expect(lead.answers.map(\.answer) == ["yes, 40k", "no longer"])
    #expect(lead.answers[0].provenance == .declared)
    #expect(lead.history[1].from == "yes, 40k")
    #expect(lead.history[1].subject == "budget")
    try lead.undo("e2", in: given)
    #expect(lead.answers.map(\.answer) == ["yes, 40k"])
    #expect(
      try refusal(of: .survey(.init("budget", answer: "yes, 40k")), on: lead).cause
        == .nothingToDo)
  }

  @Test func anAnswerDatedBackIsNotTheLatest() throws {
    var lead = testLead()
    let given = context()
    let before = now.adding(days: -30)
    try lead.apply(.survey(.init("budget", answer: "40k")), in: given)
    try lead.apply(.survey(.init("budget", answer: "none yet", at: before)), in: given)
    #expect(lead.answers.map(\.answer) == ["none yet", "40k"])
    #expect(lead.history[1].from == nil)
    #expect(
      try refusal(of: .survey(.init("budget", answer: "40k")), on: lead).cause == .nothingToDo)
    try lead.undo("e2", in: given)
    #expect(lead.answers.map(\.answer) == ["40k"])
  }

  @Test func refusesAnswersToNothingAndFromTheFuture() throws {
    let lead = testLead()
    #expect(try refusal(of: .survey(.init("budget", answer: "")), on: lead).cause == .invalid)
    #expect(
      try refusal(of: .survey(.init("colour", answer: "red")), on: lead).what
        == "This board has no question “colour”.")
    #expect(
      try refusal(
        of: .survey(.init("budget", answer: "yes", at: now.adding(days: 1))), on: lead
      ).cause == .invalid)
    var asked = lead
    try asked.apply(
      .survey(.init("colour", answer: "red", asked: "Which colour?")), in: context())
    #expect(asked.answers[0].asked == "Which colour?")
  }
}
