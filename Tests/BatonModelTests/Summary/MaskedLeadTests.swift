import BatonModel
import Testing

/// A lead for guests: nothing of what was written about it is left.
@Suite struct MaskedLeadTests {
  /// A lead that has the word “secret” wherever somebody can write one.
  private func secretive() -> Lead {
    var lead = testLead(in: "qualify")
    lead.name = "Secret Name"
    lead.company = Company(name: "Secret Labs")
    lead.company?.domain = "secret.example"
    lead.company?.city = "Secretville"
    lead.company?.parent = "Secret Holding"
    lead.tags = ["secret"]
    lead.externalIDs = ["crm": "secret"]
    lead.imported = ["file": ["Note": .string("secret")]]
    var person = Person(id: "secret-person", name: "Secret Person")
    person.title = "Chief of Secrets"
    person.email = "secret@example.org"
    person.phone = "+49 secret"
    person.approvals = [Approval(subject: "secret approval", state: .asked)]
    person.approvals[0].note = "secret"
    lead.people = [person]
    lead.parked = Parking(
      kind: .waiting, since: now, until: now.adding(days: 3), reason: "on-leave", note: "secret",
      by: "secret")
    var arrival = Arrival()
    arrival.source = "google"
    arrival.term = "secret"
    arrival.content = "secret"
    arrival.clickIDs = ["gclid": "secret"]
    arrival.referrer = "https://secret.example"
    arrival.landingPage = "https://acme.example/?email=secret"
    arrival.form = "secret"
    lead.acquisition.creating = arrival
    lead.owner = "secret"
    lead.marketingOwner = "secret"
    lead.answers = [SurveyAnswer(question: "budget", answer: "secret")]
    lead.answers[0].asked = "secret?"
    addHistory(to: &lead)
    return lead
  }

  private func addHistory(to lead: inout Lead) {
    lead.touches = [
      Touch(
        id: "t", at: now, side: .sales, direction: .inbound, channel: .call, by: "secret",
        summary: "secret")
    ]
    lead.touches[0].person = "secret-person"
    lead.touches[0].retracted = Retraction(at: now, by: "secret")
    lead.notes = [Note(id: "n", at: now, by: "maria", text: "secret")]
    lead.nextStep = NextStep(kind: .call, due: now.adding(days: 1))
    lead.nextStep?.note = "secret"
    lead.nextStep?.owner = "secret"
    var handoff = Handoff(
      id: "h", from: .generate, to: .qualify, offeredAt: now, offeredBy: "secret")
    handoff.offeredTo = "secret"
    handoff.answeredBy = "secret"
    handoff.proof = Proof(kind: .call, at: now, bookedAt: now, by: "secret")
    handoff.packet = Packet()
    handoff.packet?.promises = ["secret"]
    handoff.packet?.people = ["secret-person"]
    handoff.packet?.note = "secret"
    lead.handoffs = [handoff]
    var feedback = Feedback(id: "f", at: now, by: "secret", side: .sales, verdict: .reject)
    feedback.note = "secret"
    feedback.answer = FeedbackAnswer(at: now, by: "secret", action: "secret", note: "secret")
    let unanswered = Feedback(id: "g", at: now, by: "secret", side: .sales, verdict: .reject)
    lead.feedback = [feedback, unanswered]
    var roadblock = Roadblock(id: "r", kind: "slow reply", origin: .ours, opened: now)
    roadblock.words = "secret"
    roadblock.fix = "secret"
    roadblock.owner = "secret"
    lead.roadblocks = [roadblock]
    lead.objections = [Objection(id: "o", code: "price", at: now, words: "secret")]
    lead.objections[0].by = "secret"
    lead.asks = [Ask(id: "a", at: now, words: "secret")]
    lead.holds = [Hold(id: "d", reason: "secret", from: now, until: now, by: "secret")]
    lead.consent.note = "secret"
    for command in ["name", "note", "move"] {
      var entry = HistoryEntry(
        id: EntryID("e-\(command)"), at: now, by: "secret", command: command)
      entry.note = "secret"
      if command != "move" {
        entry.subject = "secret"
        entry.from = "secret"
        entry.to = "secret"
      }
      lead.history.append(entry)
    }
  }

  @Test func nothingThatSomebodyWroteIsLeft() throws {
    let lead = secretive()
    let summary = LeadSummary(lead)
    let alias = BuyerAlias(of: summary, among: [summary])
    let masked = lead.masked(as: alias, on: testBoard())
    var text = ""
    dump(masked, to: &text)
    #expect(!text.lowercased().contains("secret"))
    #expect(masked.name == "Buyer 1")
    #expect(masked.company?.name == "Company 1")
    #expect(masked.people.map(\.name) == ["Person 1"])
    #expect(masked.notes.map(\.text) == [Lead.withheld])
    #expect(masked.notes.map(\.by) == ["maria"])
    #expect(masked.touches.map(\.person) == ["p1"])
    #expect(masked.acquisition.creating?.source == "google")
    #expect(masked.parked?.reason == "on-leave")
    #expect(masked.stays == lead.stays)
  }

  @Test func nothingOfItIsLeftInASummary() throws {
    let summary = LeadSummary(secretive())
    let alias = BuyerAlias(of: summary, among: [summary])
    let shown = summary.masked(as: alias, on: testBoard())
    #expect(shown.answers.map(\.answer) == [Lead.withheld])
    #expect(shown.answers.map(\.asked) == [Lead.withheld])
    #expect(shown.verdicts.map(\.action) == [Lead.withheld, nil])
    #expect(shown.roadblocks.map(\.fix) == [Lead.withheld])
    #expect(shown.shownID == "Buyer 1")
    #expect(shown.title == "Buyer 1 · Company 1")
    let facts: [Any] = [
      shown.name, shown.company as Any, shown.title, shown.shownID, shown.tags, shown.answers,
      shown.verdicts, shown.roadblocks, shown.holds, shown.handoff as Any,
      shown.unanswered as Any, shown.nextStep as Any, shown.owner as Any,
      shown.marketingOwner as Any, shown.origin, shown.parked as Any, shown.handoffs,
      String(decoding: shown.text.bytes, as: UTF8.self),
    ]
    for fact in facts {
      var text = ""
      dump(fact, to: &text)
      #expect(!text.lowercased().contains("secret"), "\(text)")
    }
    for by in [shown.owner, shown.marketingOwner, shown.nextStep?.owner, shown.handoff?.offeredTo] {
      #expect(by == "somebody")
    }
    #expect(shown.unanswered?.by == "somebody")
    #expect(shown.handoff?.offeredBy == "somebody")
    #expect(shown.verdicts.map(\.by) == ["somebody", "somebody"])
    #expect(shown.roadblocks.map(\.owner) == ["somebody"])
    // The team sees all of it.
    #expect(summary.owner == "secret" && summary.title == "Secret Name · Secret Labs")
  }

  @Test func membersKeepTheirNames() throws {
    var lead = secretive()
    lead.owner = "maria"
    lead.marketingOwner = "aylin"
    lead.nextStep?.owner = "jonas"
    lead.handoffs[0].offeredTo = "jonas"
    lead.roadblocks[0].owner = "marius"
    let alias = BuyerAlias(of: LeadSummary(lead), among: [LeadSummary(lead)])
    for masked in [
      LeadSummary(lead).masked(as: alias, on: testBoard()),
      LeadSummary(lead.masked(as: alias, on: testBoard())),
      try #require(LeadSummary.masked([LeadSummary(lead)], on: testBoard()).first),
    ] {
      #expect(masked.owner == "maria")
      #expect(masked.marketingOwner == "aylin")
      #expect(masked.nextStep?.owner == "jonas")
      #expect(masked.handoff?.offeredTo == "jonas")
      #expect(masked.roadblocks.map(\.owner) == ["marius"])
    }
  }

  @Test func noHoldSaysWhyItStandsNorWhichStrangerPutIt() throws {
    var lead = testLead()
    lead.company = Company(name: "Secret Labs")
    for (number, by) in ["secret", "maria"].enumerated() {
      var hold = Hold(
        id: EntryID("d\(number)"), reason: "secret", from: now.adding(days: Double(number - 2)),
        until: now.adding(days: 1), by: by)
      hold.scope = .company
      lead.holds.append(hold)
    }
    var colleague = testLead()
    colleague.id = "bo"
    colleague.company = lead.company
    let leads = LeadSummary.masked(
      [LeadSummary(lead), LeadSummary(colleague)], on: testBoard())
    let reckoning = Reckoning(
      board: testBoard(), now: now, companyHolds: CompanyHolds([LeadSummary(lead)])
    ).masked
    for masked in leads {
      let holds = reckoning.holds(on: masked)
      #expect(holds.map(\.hold.by) == ["somebody", "maria"])
      #expect(holds.map(\.hold.reason) == [Lead.withheld, Lead.withheld])
      // Whoever's they are, it is told of their own page alone.
      let name = masked.id == lead.id ? masked.name : "another lead"
      #expect(holds.map(\.name) == [name, name])
    }
  }

  @Test func aLeadHasTheSameAliasEverywhere() {
    let leads = (0..<40).map { number in
      var lead = Lead(
        id: LeadID("l\(number * 7 % 40)"), name: "N", stage: "new",
        createdAt: now.adding(days: -Double(number * 13 % 17)))
      if number % 3 > 0 {
        lead.company = Company(name: "\(number % 2 > 0 ? "É" : "e")\(number % 7)")
      }
      return LeadSummary(lead)
    }
    let masked = LeadSummary.masked(leads, on: testBoard())
    for (lead, masked) in zip(leads, masked) {
      let alias = BuyerAlias(of: lead, among: leads)
      #expect(alias.buyer == masked.name)
      #expect(alias.company == masked.company)
    }
    #expect(Set(masked.map(\.name)).count == 40)
    // Of two that came at once the lesser id is the earlier one.
    let first = leads.min { ($0.createdAt, $0.id) < ($1.createdAt, $1.id) }
    #expect(zip(leads, masked).first { $1.name == "Buyer 1" }?.0.id == first?.id)
    #expect(zip(leads, masked).filter { $0.0.company == nil }.allSatisfy { $1.company == nil })
    // Capitals and accents aside they are seven, as for the holds on them.
    #expect(Set(masked.compactMap(\.company)) == Set((1...7).map { "Company \($0)" }))
  }
}
