import Testing

@testable import BatonModel

/// What one lead takes of another that is the same buyer.
@Suite struct AbsorbingTests {
  private let day = Instant(seconds: 1_800_000_000)
  private var context: CommandContext {
    CommandContext(board: Board(name: "Test"), actor: "maria", now: day.adding(days: 9)) { "m1" }
  }

  private func lead(_ id: String, _ change: (inout Lead) -> Void = { _ in }) -> Lead {
    var lead = Lead(id: LeadID(id), name: id, stage: "new", createdAt: day)
    change(&lead)
    return lead
  }

  private func entry(_ id: String, _ days: Double, inverse: LeadCommand? = nil) -> HistoryEntry {
    var entry = HistoryEntry(
      id: EntryID(id), at: day.adding(days: days), by: "tom", command: "move")
    entry.inverse = inverse
    return entry
  }

  @Test func keepsBothHistoriesInOrderOfTime() throws {
    var kept = lead("a") { $0.history = [entry("1", 0), entry("2", 4)] }
    let other = lead("b") {
      $0.history = [entry("2", 1), entry("3", 5, inverse: .note("x"))]
      $0.history[1].inverse = .retract("n1")
      $0.history[0].inverse = .move(.init(to: "new"))
      $0.notes = [Note(id: "n1", at: day, by: "tom", text: "hello")]
    }
    try kept.absorb(other, in: context)
    #expect(kept.history.map(\.id) == ["1", "b-2", "2", "3", "m1"])
    #expect(kept.history[1].inverse == nil)
    #expect(kept.history[3].inverse == .retract("n1"))
    #expect(kept.history.last?.subject == "b")
    #expect(kept.notes.map(\.text) == ["hello"])
    #expect(kept.revision == 2)
  }

  /// Two people take back a merge at once: the second is told that it is done.
  @Test func dividesOnlyWhatIsStillOne() throws {
    let was = MergedLeads(kept: lead("a"), other: lead("b"))
    var merged = was.kept
    try merged.absorb(was.other, in: context)
    let merge = try #require(merged.history.last?.id)
    #expect(throws: Refusal.self) { try was.divided(from: merged, merge: "x", in: context) }
    var later = context
    later.actor = "tom"
    var (kept, other) = try was.divided(from: merged, merge: merge, in: later)
    #expect(kept.history.map(\.command) == ["merge", "unmerge"])
    #expect(other.history.map(\.subject) == ["a"])
    let refusal = #expect(throws: Refusal.self) {
      try was.divided(from: kept, merge: merge, in: context)
    }
    #expect(refusal?.what.hasPrefix("tom took that back already") == true)
    (kept.history, other.history) = ([], [])
    #expect(kept == was.kept && other == was.other)
  }

  @Test func offersNoWayBackToAMergeOfTheOther() throws {
    var other = lead("b")
    try other.absorb(lead("c"), in: context)
    #expect(other.history.map(\.hasWayBack) == [true])
    var kept = lead("a")
    try kept.absorb(other, in: context)
    #expect(kept.history.map(\.hasWayBack) == [false, true])
    let words = kept.history.map { $0.words(money: { _ in "" }, time: \.rfc3339) }
    #expect(words == ["merge c into b: c", "merge b: b"])
  }

  private func touch(_ id: String, _ summary: String) -> Touch {
    Touch(
      id: EntryID(id), at: day, side: .sales, direction: .outbound, channel: .call,
      summary: summary)
  }

  @Test func takesBackTheTouchThatWasMeantThoughItHasAnotherNameNow() throws {
    var kept = lead("a") { $0.touches = [touch("t", "ours")] }
    let other = lead("b") {
      $0.touches = [touch("t", "theirs")]
      $0.history = [entry("t", 1, inverse: .retract("t"))]
      $0.history[0].subject = "t"
    }
    try kept.absorb(other, in: context)
    #expect(kept.history[0].inverse == .retract("b-t"))
    #expect(kept.history[0].subject == "b-t")
    try kept.undo("t", in: context)
    #expect(kept.touches.filter { $0.retracted != nil }.map(\.summary) == ["theirs"])
  }

  @Test func takesNothingBackThatCouldBeMistakenForAnother() throws {
    var kept = lead("a") { $0.touches = [touch("x", "ours")] }
    let other = lead("b") {
      $0.notes = [Note(id: "x", at: day, by: "tom", text: "theirs")]
      $0.history = [entry("h", 1, inverse: .retract("x"))]
    }
    try kept.absorb(other, in: context)
    #expect(kept.history[0].inverse == nil)
  }

  @Test func doesNotTakeTheEndOfTheirChangeForTheEndOfOurs() throws {
    var kept = lead("a") { $0.history = [entry("1", 0, inverse: .note("x"))] }
    let other = lead("b") {
      $0.history = [entry("1", 1), entry("2", 2)]
      $0.history[1].undoes = "1"
    }
    try kept.absorb(other, in: context)
    #expect(kept.history.map(\.id) == ["1", "b-1", "2", "m1"])
    #expect(kept.history.map(\.undoes) == [nil, nil, "b-1", nil])
  }

  @Test func namesTheSamePeopleInPackets() throws {
    var kept = lead("a") { $0.people = [Person(id: "p1", name: "Ana")] }
    let other = lead("b") {
      $0.people = [Person(id: "p1", name: "Bo"), Person(id: "p2", name: "Ana")]
      var handoff = Handoff(
        id: "o", from: .generate, to: .qualify, offeredAt: day, offeredBy: "tom")
      handoff.packet = Packet()
      handoff.packet?.people = ["p1", "p2"]
      $0.handoffs = [handoff]
    }
    try kept.absorb(other, in: context)
    let bo = try #require(kept.people.first { $0.name == "Bo" })
    #expect(kept.handoffs[0].packet?.people == [bo.id, "p1"])
  }

  @Test func putsAnswersInOrderOfTime() throws {
    func answer(_ text: String, _ days: Double) -> SurveyAnswer {
      SurveyAnswer(question: "budget", answer: text, at: day.adding(days: days))
    }
    var kept = lead("a") { $0.answers = [answer("40k", 5)] }
    try kept.absorb(lead("b") { $0.answers = [answer("none", 1), answer("60k", 6)] }, in: context)
    #expect(kept.answers.map(\.answer) == ["none", "40k", "60k"])
  }

  @Test func fillsWhatItDoesNotKnowAndKeepsWhatItSays() throws {
    var kept = lead("a") {
      $0.owner = "maria"
      $0.tags = ["x"]
      $0.unknown = ["k": 1]
      $0.company = Company(name: "Helix")
      $0.externalIDs = ["crm": "1"]
      $0.imported = ["crm": ["shoe": "38"]]
    }
    let other = lead("b") {
      $0.owner = "tom"
      $0.marketingOwner = "tom"
      $0.amount = Money(minorUnits: 5, currency: "EUR")
      $0.tags = ["x", "y"]
      $0.unknown = ["k": 2, "l": 3]
      $0.company = Company(name: "Helix Labs")
      $0.company?.city = "Lima"
      $0.consent.doNotCall = true
      $0.externalIDs = ["crm": "2", "form": "7"]
      $0.imported = ["crm": ["shoe": "40"], "form": ["a": "b"]]
      $0.acquisition.creating = Arrival()
      $0.acquisition.creating?.source = "fair"
    }
    try kept.absorb(other, in: context)
    #expect(kept.owner == "maria")
    #expect(kept.marketingOwner == "tom")
    #expect(kept.amount?.minorUnits == 5)
    #expect(kept.tags == ["x", "y"])
    #expect(kept.unknown == ["k": 1, "l": 3])
    #expect(kept.company?.name == "Helix")
    #expect(kept.company?.city == "Lima")
    #expect(kept.consent.doNotCall)
    #expect(kept.externalIDs == ["crm": "1", "form": "7"])
    #expect(
      kept.imported == [
        "crm": ["shoe": "38"], "crm/2": ["shoe": "40"], "form": ["a": "b"],
      ])
    #expect(kept.acquisition.creating?.source == "fair")
    #expect(kept.stage == "new")
    #expect(kept.visits.count == 1)
  }

  @Test func knowsAPersonWhoIsOnBoth() throws {
    func person(_ id: String, _ name: String, _ email: String?) -> Person {
      var person = Person(id: PersonID(id), name: name)
      person.email = email
      return person
    }
    var kept = lead("a") { $0.people = [person("p1", "Ana", "ana@x.example")] }
    let other = lead("b") {
      $0.people = [
        person("p1", "Bo", nil), person("p2", "Ana R", "ANA@x.example"),
        person("p3", "Ana", "else@x.example"),
      ]
      $0.touches = ["p1", "p2", "p3"].map { id in
        var touch = Touch(
          id: EntryID("t\(id)"), at: day, side: .sales, direction: .outbound, channel: .call)
        touch.person = PersonID(id)
        return touch
      }
    }
    try kept.absorb(other, in: context)
    #expect(kept.people.map(\.name) == ["Ana", "Bo", "Ana"])
    #expect(Set(kept.people.map(\.id)).count == 3)
    #expect(kept.touches.map(\.person) == [kept.people[1].id, "p1", kept.people[2].id])
    #expect(throws: Refusal.self) { try kept.absorb(kept, in: context) }
  }
}
