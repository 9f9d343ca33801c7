import BatonModel
import Testing

@Suite struct NewLeadTests {
  @Test func makesALeadOfAName() throws {
    let lead = try NewLead(name: "Ana Ruiz").make(id: "ana", in: context())
    var expected = Lead(id: "ana", name: "Ana Ruiz", stage: "new", createdAt: now)
    var entry = HistoryEntry(id: "e1", at: now, by: "maria", command: "add")
    entry.to = "new"
    expected.history = [entry]
    #expect(lead == expected)
    #expect(lead.visits == [StageVisit(stage: "new", entered: now)])
    #expect(lead.revision == 1)
  }

  @Test func putsEverythingWhereItBelongs() throws {
    var new = NewLead(name: "Ana Ruiz")
    new.company = "Helix Labs"
    new.email = "ana@helix.example"
    new.phone = "+34 600 000 000"
    new.stage = "qualify"
    new.owner = "maria"
    new.marketingOwner = "aylin"
    new.source = "linkedin"
    new.campaign = "ramp"
    new.amount = Money(minorUnits: 1_200_000, currency: "EUR")
    new.tags = ["fair"]
    new.note = "met at the fair"
    let lead = try new.make(id: "ana", in: context())

    var expected = Lead(id: "ana", name: "Ana Ruiz", stage: "qualify", createdAt: now)
    expected.company = Company(name: "Helix Labs")
    var person = Person(id: "p1", name: "Ana Ruiz")
    person.email = "ana@helix.example"
    person.phone = "+34 600 000 000"
    expected.people = [person]
    expected.owner = "maria"
    expected.marketingOwner = "aylin"
    var arrival = Arrival()
    arrival.at = now
    arrival.source = "linkedin"
    arrival.campaign = "ramp"
    arrival.provenance = .declared
    expected.acquisition.creating = arrival
    expected.amount = Money(minorUnits: 1_200_000, currency: "EUR")
    expected.tags = ["fair"]
    expected.notes = [Note(id: "e1", at: now, by: "maria", text: "met at the fair")]
    var entry = HistoryEntry(id: "e2", at: now, by: "maria", command: "add")
    entry.to = "qualify"
    expected.history = [entry]
    #expect(lead == expected)
  }

  @Test(arguments: ["", " \u{A0}\n"]) func refusesANamelessLead(_ name: String) throws {
    let refused = #expect(throws: Refusal.self) {
      try NewLead(name: name).make(id: "x", in: context())
    }
    #expect(refused?.cause == .invalid)
    #expect(refused?.description == "A lead needs a name. Say who it is.")
  }

  @Test func refusesStagesAndMembersThatTheBoardLacks() throws {
    var new = NewLead(name: "Ana Ruiz")
    new.stage = "sold"
    let stage = #expect(throws: Refusal.self) { try new.make(id: "x", in: context()) }
    #expect(stage?.cause == .unknownName)
    #expect(
      stage?.description == "This board has no stage “sold”. "
        + "Its stages are: new, nurture, qualify, propose, decide, deliver, account.")

    new.stage = nil
    new.marketingOwner = "zoe"
    let member = #expect(throws: Refusal.self) { try new.make(id: "x", in: context()) }
    #expect(member?.cause == .unknownName)
    #expect(
      member?.description
        == "Nobody on this board is called “zoe”. The team is: maria, jonas, aylin, marius, otto.")
  }

  @Test func refusesWhatTheCommandsRefuse() throws {
    var new = NewLead(name: "Ana Ruiz")
    new.owner = "otto"
    let left = #expect(throws: Refusal.self) { try new.make(id: "x", in: context()) }
    #expect(left?.description == "Otto Lang has left the team. Choose somebody else.")

    new.owner = nil
    new.amount = Money(minorUnits: -1, currency: "EUR")
    let negative = #expect(throws: Refusal.self) { try new.make(id: "x", in: context()) }
    #expect(
      negative?.description == "An amount is not negative. Say what the deal is worth.")
  }

  @Test func refusesABoardWithoutStages() throws {
    let refused = #expect(throws: Refusal.self) {
      try NewLead(name: "Ana").make(id: "x", in: context(Board(name: "Empty")))
    }
    #expect(refused?.description == "This board has no stages. Add one to board.json.")
  }
}
