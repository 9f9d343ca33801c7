import BatonModel
import Testing

@Suite struct QueryParserTests {
  private func terms(_ text: String) throws -> [QueryTerm] { try Query(text).terms }

  @Test(arguments: ["", "   ", "\"\"", "\t\"\" \n"]) func matchesAllWithoutTerms(_ text: String)
    throws
  {
    #expect(try Query(text).isEmpty)
  }

  @Test func readsWordsAndPhrases() throws {
    let words = try terms(" Helix  \"helix LABS\" -Müller -\"a b\" ")
    #expect(
      words == [
        QueryTerm(.words(FoldedText("helix"))),
        QueryTerm(.words(FoldedText("helix labs"))),
        QueryTerm(.words(FoldedText("muller")), isNegated: true),
        QueryTerm(.words(FoldedText("a b")), isNegated: true),
      ])
  }

  @Test func takesMarksInQuotationMarksAsWords() throws {
    #expect(try terms("\"owner:maria\"") == [QueryTerm(.words(FoldedText("owner:maria")))])
    #expect(try terms("\"-helix\"") == [QueryTerm(.words(FoldedText("-helix")))])
    #expect(try terms("\"age>3\"") == [QueryTerm(.words(FoldedText("age>3")))])
    #expect(try terms("he\"lix la\"bs") == [QueryTerm(.words(FoldedText("helix labs")))])
    #expect(
      try terms(":helix >3") == [
        QueryTerm(.words(FoldedText(":helix"))), QueryTerm(.words(FoldedText(">3"))),
      ])
  }

  @Test(arguments: QueryField.allCases) func readsEveryField(_ field: QueryField) throws {
    let name = field.rawValue
    #expect(
      try terms("\(name):x -\(name.uppercased()):Y") == [
        QueryTerm(.field(field, [QueryValue("x")])),
        QueryTerm(.field(field, [QueryValue("y")]), isNegated: true),
      ])
  }

  @Test func readsAlternativesWholeValuesAndEmptyOnes() throws {
    #expect(
      try terms("tag:a,\"b,c d\",")
        == [QueryTerm(.field(.tag, [QueryValue("a"), QueryValue("b,c d"), QueryValue("")]))])
    #expect(
      try terms("source:=google,bing") == [
        QueryTerm(
          .field(
            .source, [QueryValue("google", isWhole: true), QueryValue("bing", isWhole: true)]))
      ])
    #expect(try terms("tag:\"=x\"") == [QueryTerm(.field(.tag, [QueryValue("=x")]))])
    #expect(try terms("owner:") == [QueryTerm(.field(.owner, [QueryValue("")]))])
    #expect(
      try terms("source:a:b") == [QueryTerm(.field(.source, [QueryValue("a:b")]))])
  }

  @Test(arguments: [
    ("2026-11-16", "2026-11-16", "2026-11-16"),
    ("2026-11-01..2026-11-16", "2026-11-01", "2026-11-16"), ("2026-11-16..", "2026-11-16", ""),
    ("..2026-11-16", "", "2026-11-16"), ("..", "", ""),
  ])
  func readsDays(_ text: String, _ first: String, _ last: String) throws {
    let days = QueryDays(from: CivilDay(first), through: CivilDay(last))
    for event in QueryEvent.allCases {
      #expect(try terms("\(event.rawValue):\(text)") == [QueryTerm(.event(event, days))])
    }
    #expect("\(days)" == text)
  }

  @Test(arguments: QueryState.allCases) func readsEveryState(_ state: QueryState) throws {
    let name = state.rawValue
    #expect(
      try terms("is:\(name) -IS:\(name.uppercased())")
        == [QueryTerm(.state(state)), QueryTerm(.state(state), isNegated: true)])
  }

  @Test(arguments: QueryMeasure.allCases) func readsEveryMeasure(_ measure: QueryMeasure) throws {
    let name = measure.rawValue
    for (sign, comparison) in [
      ("<", QueryComparison.less), ("<=", .atMost), (">", .more), (">=", .atLeast), ("=", .equal),
    ] {
      #expect(
        try terms("-\(name)\(sign)2.5")
          == [QueryTerm(.measure(measure, comparison, 2.5), isNegated: true)])
    }
  }

  @Test(arguments: [
    ("age>10d", 10.0), ("age>36h", 1.5), ("touched>2w", 14), ("created>3", 3), ("age>1.5D", 1.5),
  ])
  func readsSpans(_ text: String, _ days: Double) throws {
    guard case .measure(_, .more, let bound) = try terms(text).first?.condition else {
      Issue.record("no measure")
      return
    }
    #expect(bound == days)
  }

  @Test(arguments: [("50k", 50_000.0), ("1.5m", 1_500_000), ("1.5M", 1_500_000), ("0", 0)])
  func readsAmounts(_ text: String, _ units: Double) throws {
    #expect(
      try terms("amount>=\(text)") == [QueryTerm(.measure(.amount, .atLeast, units))])
  }

  @Test(arguments: [
    ("foo:bar", 0, 7, "Leads have no field “foo”."),
    ("helix -foo:bar", 7, 7, "Leads have no field “foo”."),
    ("is:tardy", 3, 5, "No lead can be “tardy”."),
    ("is:", 3, 1, "No lead can be “”."),
    ("a -is:Späť", 6, 4, "No lead can be “Späť”."),
    ("weight>3", 0, 8, "Leads have no figure “weight”."),
    ("age>", 4, 1, "A number is missing."),
    ("age>=x", 5, 1, "“x” is no number."),
    ("age>5k", 4, 2, "“5k” is no number."),
    ("amount<5d", 7, 2, "“5d” is no number."),
    ("quality=-1", 8, 2, "“-1” is no number."),
    ("amount>1,5", 7, 3, "“1,5” is no number."),
    ("amount>1e5", 7, 3, "“1e5” is no number."),
    ("amount>٣", 7, 1, "“٣” is no number."),
    ("age>>3", 4, 2, "“>3” is no number."),
    ("helix -", 6, 1, "“-” negates nothing."),
    ("-\"\"", 0, 3, "“-” negates nothing."),
    ("ok tag:\"a b", 3, 8, "A quotation mark is not closed."),
    ("\"", 0, 1, "A quotation mark is not closed."),
    ("\"a b\" \"é\" foo:x", 10, 5, "Leads have no field “foo”."),
    ("\"a\"b:c", 1, 5, "Leads have no field “ab”."),
    ("age\"x\">3", 0, 8, "Leads have no figure “agex”."),
    ("is:\"sta\"", 4, 4, "No lead can be “sta”."),
    ("a\"g\"e>y", 6, 1, "“y” is no number."),
    ("came:", 5, 1, "A day is missing."),
    ("is:won ended:2026-02-30", 13, 10, "“2026-02-30” is no day."),
    ("moved:x..", 6, 3, "“x..” is no day."),
    ("moved:2026-11-02..2026-11-01", 6, 22, "“2026-11-02..2026-11-01” is no day."),
  ])
  func saysWhereAMistakeStands(_ text: String, _ column: Int, _ length: Int, _ what: String) {
    let error = #expect(throws: QueryError.self) { try Query(text) }
    #expect(error?.column == column)
    #expect(error?.length == length)
    #expect(error?.what == what)
  }

  @Test(arguments: [
    (
      "foo:bar",
      "Fields are owner: marketing: stage: furthest: reached: activity: source: campaign: ad:"
        + " company: tag: id: roadblock: obstacle: blockedby: step: fixer: fix: fixdue: giver:"
        + " taker: gave: took: answer: answerer: reason: answered: said: is: came: moved: handed:"
        + " ended: stood:. Put words with a colon in quotation marks."
    ),
    (
      "weight>3",
      "Figures are age amount quality touched quiet created offered unanswered held ended."
        + " Put words with < > = in quotation marks."
    ),
    (
      "is:tardy",
      "After is: may stand stalled late stepless overdue today waiting nurture parked open closed"
        + " won lost disqualified silent unowned held blocked unapproved handoff offered lapsed"
        + " unproven belated unanswered vanished unexplained wordless dropped."
    ),
    ("ended:x", "Write 2026-11-16, 2026-11-01..2026-11-16, or 2026-11-16.. for since then."),
    ("age>x", "Write it as 10d, 36h or 2w."),
    ("amount>x", "Write it as 5, 50k or 1.5m."),
    ("-", "Write the term right behind it: -tag:partner."),
    ("\"", "Add \" at the end."),
  ])
  func saysWhatMayStandThere(_ text: String, _ remedy: String) {
    let error = #expect(throws: QueryError.self) { try Query(text) }
    #expect(error?.remedy == remedy)
  }

  @Test(arguments: [
    ("is:lost", true), ("is:closed", true), ("is:parked", true), ("helix is:won", true),
    ("-is:open", true), ("is:open", false), ("-is:lost", false), ("is:stalled", false),
    ("", false), ("owner:maria", false), ("ended<56d", true), ("-ended<56d", false),
    ("ended:2026-11-01..", true), ("-ended:2026-11-01..", false), ("came:2026-11-16", false),
    ("age>10d", false), ("reason:spam", true), ("-reason:spam", false), ("reason:", false),
  ])
  func knowsWhenLeadsThatHaveEndedAreAskedFor(_ text: String, _ asks: Bool) throws {
    #expect(try Query(text).asksForClosed == asks)
  }

  @Test(arguments: [
    ("age>10d", true), ("-touched<7d", true), ("ended<56d", true), ("is:late", true),
    ("is:vanished", true), ("is:wordless helix", true), ("amount>=10k", false),
    ("quality<3", false), ("is:stalled", false), ("came:2026-11-16", false), ("owner:lin", false),
    ("", false),
  ])
  func knowsWhenAgesAreAskedFor(_ text: String, _ asks: Bool) throws {
    #expect(try Query(text).asksForAges == asks)
  }
}
