import BatonModel
import Testing

@Suite("A decision typed in one line")
struct DecisionLineTests {
  /// Wednesday.
  private let today = CivilDay(dayNumber: 20_775)

  private func line(_ text: String) -> DecisionLine {
    let names = ["3f-ana": "Ana Ruiz", "4a-bo": "Bo Lind", "4a-bea": "Bea Wolf"]
    return DecisionLine(
      text, today: today,
      names: .init(team: testBoard().team) { typed in
        NameMatch.ids(for: typed, among: names.map { (LeadID($0.key), $0.value) }).sorted()
      })
  }

  @Test func todayIsWednesday() { #expect("\(today)" == "2026-11-18") }

  @Test(arguments: [
    "Fix the form's phone field @maria fri #3f-ana",
    "@maria Fix the form's phone field #3f-ana by fri",
    "Fix the #3f-ana form's phone field due:fri @maria",
    "Fix the form's phone field on 2026-11-20 @Maria, #ana.",
    "  Fix the form's  phone field\t@mariA until +2d #3f ",
    "Fix the form's phone field @maria #3f-ana 20 nov",
    "Fix the form's phone field by fri, 20 Nov 2026 @maria #3f-ana",
    "Fix the form's phone field @maria #3f-ana due:\"20 nov\"",
  ])
  func readsTheSameDecisionHoweverItIsTyped(_ text: String) throws {
    #expect(
      try line(text).decision()
        == .init(
          "Fix the form's phone field", owner: "maria", due: CivilDay("2026-11-20"),
          leads: ["3f-ana"]))
  }

  @Test func takesTheTextAloneForADecision() throws {
    #expect(try line("Ask legal").decision() == .init("Ask legal"))
    // A day alone is what is to be done.
    #expect(try line("@maria fri").decision() == .init("fri", owner: "maria"))
    #expect(try line("Meet by fri the day after").decision() == .init("Meet by fri the day after"))
    #expect(
      try line("Mail # and @ to a@b.example").decision() == .init("Mail # and @ to a@b.example"))
    #expect(try line("Sell ten due:tomorrow mon").decision().text == "Sell ten mon")
  }

  @Test func readsRoadblocksAndSeveralLeads() throws {
    let decision = try line("Show a price roadblock:\"no price shown\" #ana #4a-bo #3f").decision()
    #expect(
      decision == .init("Show a price", leads: ["3f-ana", "4a-bo"], roadblock: "no price shown"))
    #expect(try line("Show a price roadblock:price").decision().roadblock == "price")
  }

  @Test(arguments: [
    ("", "Nothing is decided yet."),
    ("x @zoe", "Nobody on this board is called “zoe”."),
    ("x @mari", "“mari” may be one of several."),
    ("x @otto", "Nobody on this board is called “otto”."),
    ("x @", "Nobody is named."),
    ("x @maria @jonas", "A decision has one owner."),
    ("x #zz", "No lead of this board is “zz”."),
    ("x #4a", "“4a” may be one of several leads."),
    ("x #", "No lead is named."),
    ("x 2026-11-17", "2026-11-17 is in the past."),
    ("x due:soon", "“soon” is no day."),
    ("x thu 20 nov", "20 Nov 2026 is a Friday, not a Thursday."),
    ("x fri 14:00", "A decision is due on a day, not at a time."),
    ("x due:fri due:mon", "A decision has one due day."),
    ("x roadblock:", "No kind of roadblock is named."),
    ("x roadblock:\"slow", "The quotation mark is not closed."),
    ("x roadblock:a roadblock:b", "A decision is about one kind of roadblock."),
  ])
  func saysWhatIsWrong(_ text: String, _ what: String) throws {
    let mistake = try #require(line(text).mistake)
    #expect(mistake.what == what)
    #expect(!mistake.remedy.isEmpty)
  }

  @Test func namesTheCandidates() {
    #expect(line("x @mari").mistake?.remedy == "Type more of it: maria, marius.")
    #expect(line("x @zoe").mistake?.remedy == "The team is: maria, jonas, aylin, marius.")
    #expect(line("x #4a").mistake?.remedy == "Type more of it: 4a-bea, 4a-bo.")
  }

  @Test func understandsWhatItCanInSpiteOfAMistake() {
    let line = line("Ask legal @zoe #ana fri")
    #expect(line.draft == .init("Ask legal", due: CivilDay("2026-11-20"), leads: ["3f-ana"]))
  }

  @Test func knowsWherePartsStand() {
    let tokens = DecisionToken.tokens(of: "a @b roadblock:\"c d\" ")
    #expect(tokens.map(\.kind) == [.word, .owner, .roadblock])
    #expect(tokens.map(\.range) == [0..<1, 2..<4, 5..<20])
    #expect(tokens.map(\.text) == ["a", "b", "c d"])
  }
}
