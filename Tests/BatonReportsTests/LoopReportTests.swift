import BatonInsights
import BatonModel
import BatonReports
import Testing

/// The reports about what the sides tell each other: feedback, surveys, holds.
@Suite struct LoopReportTests {
  private static let now = Instant(rfc3339: "2026-11-18T10:00:00Z") ?? .distantPast
  private static let board: Board = {
    var board = Board.standard(name: "Test")
    board.team = [
      Member(id: "maria", name: "Maria Costa", side: .sales),
      Member(id: "lin", name: "Lin Wei", side: .marketing),
    ]
    return board
  }()
  private static let reckoning = Reckoning(board: board, now: now)

  private static func ago(_ days: Double) -> Instant { now.adding(days: -days) }

  private static func lead(
    _ id: LeadID, from source: String? = nil, _ change: (inout Lead) -> Void = { _ in }
  ) -> LeadSummary {
    var lead = Lead(id: id, name: id.rawValue, stage: "qualify", createdAt: ago(90))
    lead.owner = "maria"
    if let source {
      var arrival = Arrival()
      arrival.source = source
      lead.acquisition.creating = arrival
    }
    change(&lead)
    return LeadSummary(lead)
  }

  private static func verdict(
    _ verdict: Feedback.Verdict, _ reason: ReasonID, days: Double, answered: Double? = nil
  ) -> Feedback {
    var feedback = Feedback(
      id: EntryID("f\(days)"), at: ago(days), by: "maria", side: .sales, verdict: verdict,
      reason: reason)
    feedback.answer = answered.map {
      FeedbackAnswer(at: ago($0), by: "lin", action: "fixed the form")
    }
    return feedback
  }

  // MARK: - Feedback

  @Test func whatEachSideOwesTheOldestFirst() {
    let leads = [
      Self.lead("a") { $0.feedback = [Self.verdict(.reject, "bad-data", days: 2)] },
      Self.lead("b") {
        $0.feedback = [Self.verdict(.disqualify, "spam", days: 9)]
        $0.parked = Parking(kind: .disqualified, since: Self.ago(9), reason: "spam", by: "maria")
      },
      Self.lead("c") {
        $0.feedback = [
          Feedback(id: "f", at: Self.ago(8), by: "maria", side: .sales, verdict: .accept)
        ]
      },
      Self.lead("d"),
    ]
    let report = FeedbackReport(leads, Self.reckoning)
    #expect(report.awaiting[.marketing]?.map(\.lead.id) == ["b", "a"])
    #expect(report.awaiting[.sales]?.map(\.lead.id) == ["c"])
    #expect(report.inTime.count == 0)
    #expect(report.inTime.total == 1)
    let page = ReportRequest.feedback.page(leads, matching: ReportFilter(), Self.reckoning)
    #expect(page.targets.prefix(3) == [.lead("b"), .lead("a"), .lead("c")])
    #expect(page.targets.suffix(1) == [.page(.sources(by: .ad, measure: .accepted))])
  }

  @Test func anAnswerIsComparedWithWhatCameSince() throws {
    let leads = [
      Self.lead("a", from: "google") {
        $0.feedback = [Self.verdict(.reject, "bad-data", days: 12, answered: 10)]
      },
      Self.lead("b", from: "google") {
        $0.feedback = [Self.verdict(.reject, "bad-data", days: 30)]
      },
      Self.lead("c", from: "google") {
        $0.feedback = [Self.verdict(.reject, "bad-data", days: 50)]
      },
      Self.lead("d", from: "google") { $0.feedback = [Self.verdict(.reject, "bad-data", days: 3)] },
      Self.lead("e", from: "bing") { $0.feedback = [Self.verdict(.reject, "bad-data", days: 3)] },
      Self.lead("f", from: "google") {
        $0.feedback = [Self.verdict(.reject, "duplicate", days: 3)]
      },
    ]
    let report = FeedbackReport(leads, Self.reckoning)
    let answered = try #require(report.answered.first)
    #expect(report.answered.count == 1)
    #expect(answered.lead.id == "a")
    #expect(answered.verdict.action == "fixed the form")
    #expect(answered.before == 2)
    #expect(answered.since == 1)
    // Of a, b and c; those of three days ago have their time yet.
    #expect(report.inTime.count == 1)
    #expect(report.inTime.total == 3)
  }

  @Test func listsWhatMarketingDroppedAndWhatTheQueryFinds() throws {
    let given: (inout Lead) -> Void = { lead in
      lead.handoffs = [
        Handoff(
          id: "h1", from: .generate, to: .qualify, offeredAt: Self.ago(20), offeredBy: "lin",
          state: .rejected)
      ]
    }
    let leads = [
      Self.lead("a", from: nil, given),
      Self.lead("b") { lead in
        given(&lead)
        lead.touches = [
          Touch(
            id: "t", at: Self.ago(3), side: .marketing, direction: .outbound, channel: .email)
        ]
      },
      Self.lead("c"),
    ]
    let report = FeedbackReport(leads, Self.reckoning)
    #expect(report.dropped.map(\.id) == ["a"])
    #expect(SilenceReport(leads, Self.reckoning).summary.droppedByMarketing == 1)
    let matcher = QueryMatcher(try Query("is:dropped"), reckoning: Self.reckoning)
    #expect(leads.filter(matcher.matches).map(\.id) == ["a"])
  }

  // MARK: - Surveys

  private static func answering(
    _ id: LeadID, _ answers: [(QuestionID, String)], days: Double = 5, _ end: Parking.Kind? = nil
  ) -> LeadSummary {
    lead(id) { lead in
      lead.answers = answers.map { SurveyAnswer(question: $0.0, answer: $0.1, at: ago(days)) }
      lead.parked = end.map { Parking(kind: $0, since: ago(1), by: "maria") }
    }
  }

  @Test func namesWhatNobodyAsksAndWhatNoQuestionCovers() throws {
    var board = Self.board
    board.questions.removeAll { $0.qualifies == .fit }
    let leads = [
      Self.answering("a", [("problem", "slow")]), Self.answering("b", [("problem", "Slow")]),
      Self.answering("c", [("budget", "yes")], days: 120), Self.answering("d", [("colour", "red")]),
    ]
    let report = SurveyReport(leads, Reckoning(board: board, now: Self.now))
    #expect(report.uncovered == [.fit])
    #expect(report.unasked.map(\.id) == ["budget", "decides", "when"])
    #expect(report.rows.map(\.id) == ["problem", "budget", "decides", "when", "heard", "colour"])
    #expect(report.rows[0].answered.leads == 2)
    #expect(report.rows[0].silent.leads == 2)
    #expect(report.rows[0].answers.map(\.answer) == ["slow"])
    let query = try Query(report.rows[0].query(answering: "slow"))
    let matcher = QueryMatcher(query, reckoning: Self.reckoning)
    #expect(leads.filter(matcher.matches).map(\.id) == ["a", "b"])
    #expect(report.fields.map(\.answered.leads) == [2, 1, 0, 0, 0])
  }

  /// What a form sends is free text: commas, quotation marks, signs of the query language, letters
  /// with marks of their own, or nothing.
  @Test func everyAnswerOpensTheLeadsThatGaveItWhateverItsWords() throws {
    let given = [
      "Yes", "YES", "yes, but", "\"no\"", "a \"b\" c", "=", "==yes", "<5", "-no", "x..y", "#1",
      "Zo\u{E9}", "Zoe\u{301}", "zoe", "a:b", "is:won", "*", "\\", "two\nlines", "yes ", " yes", "",
      " ",
    ]
    let leads = given.enumerated().map { place, answer in
      Self.answering(
        LeadID("l\(place)"), [("budget", "at first"), ("problem", "yes"), ("budget", answer)])
    }
    let report = SurveyReport(leads, Self.reckoning)
    let budget = try #require(report.rows.first { $0.id == "budget" })
    #expect(budget.answered.leads == given.count)
    #expect(!budget.answers.contains { $0.answer == "at first" })
    for answer in budget.answers {
      let query = try Query(budget.query(answering: answer.answer))
      let matcher = QueryMatcher(query, reckoning: Self.reckoning)
      #expect(
        leads.count { matcher.matches($0) } == answer.outcome.leads, "“\(answer.answer)”")
    }
    #expect(budget.answers.first { $0.answer == "Zo\u{E9}" }?.outcome.leads == 3)
    #expect(budget.answers.first { $0.answer == "Yes" }?.outcome.leads == 2)
  }

  @Test func saysOfOutcomesOnlyWhatEnoughDecidedLeadsTell() throws {
    let wons: [LeadSummary] = (0..<4).map {
      Self.answering(LeadID("w\($0)"), [("budget", "yes")], .won)
    }
    let lost = [Self.answering("l0", [("budget", "no")], .lost)]
    let silent: [LeadSummary] = (0..<6).map {
      Self.answering(LeadID("s\($0)"), [], $0 == 0 ? .won : .lost)
    }
    let few = SurveyReport(Array(wons) + silent, Self.reckoning)
    let budget = try #require(few.rows.first { $0.id == "budget" })
    #expect(budget.answered.share == nil)
    #expect(budget.difference == nil)
    #expect(budget.silent.share == Proportion(1, of: 6))
    let enough = SurveyReport(wons + lost + silent, Self.reckoning)
    let row = try #require(enough.rows.first { $0.id == "budget" })
    #expect(row.answered.share == Proportion(4, of: 5))
    let interval = try #require(row.answered.share?.interval)
    #expect(abs(interval.low - 0.3755) < 0.0001)
    #expect(row.difference.map { abs($0.difference - (0.8 - 1.0 / 6)) < 1e-12 } == true)
    #expect(row.answers.map(\.answer) == ["yes", "no"])
    #expect(row.answers.map(\.outcome.share) == [nil, nil])
    let open = SurveyReport(
      (0..<6).map { Self.answering(LeadID("o\($0)"), [("budget", "yes")]) }, Self.reckoning)
    let undecided = try #require(open.rows.first { $0.id == "budget" })
    #expect(undecided.answered.share == Proportion(0, of: 6))
    #expect(undecided.answered.decidedShare == nil)
    let text = ReportRequest.surveys.page(wons, matching: ReportFilter(), Self.reckoning)
      .text(width: 100)
    #expect(text.contains { $0.contains("nobody asks") })
  }

  @Test func emptyBoardsAreSensible() {
    for request in [ReportRequest.feedback, .surveys, .holds] {
      let page = request.page([], matching: ReportFilter(), Self.reckoning)
      #expect(page.text(width: 80).allSatisfy { $0.count <= 80 }, "\(request)")
      let one = request.page([Self.lead("a")], matching: ReportFilter(), Self.reckoning)
      #expect(!one.text(width: 80).isEmpty)
    }
  }

  // MARK: - Holds

  @Test func listsHoldsWithWhatTheyCost() throws {
    func hold(_ id: EntryID, from: Double, until: Double, _ scope: Hold.Scope = .lead) -> Hold {
      var hold = Hold(
        id: id, reason: "tender", from: Self.ago(from), until: Self.ago(until), by: "maria")
      hold.scope = scope
      return hold
    }
    func touch(_ days: Double) -> Touch {
      Touch(
        id: EntryID("t\(days)"), at: Self.ago(days), side: .sales, direction: .inbound,
        channel: .email)
    }
    let leads = [
      Self.lead("a") {
        $0.company = Company(name: "Helix")
        $0.amount = Money(minorUnits: 100, currency: "EUR")
        $0.holds = [hold("h1", from: 20, until: -5, .company)]
        $0.touches = [touch(2)]
      },
      Self.lead("b") {
        $0.company = Company(name: "helix")
        $0.amount = Money(minorUnits: 20, currency: "EUR")
        $0.touches = [touch(3), touch(30)]
      },
      Self.lead("c") {
        $0.holds = [hold("h2", from: 10, until: 4), hold("h3", from: 90, until: 60)]
      },
      Self.lead("d") { $0.holds = [hold("h4", from: 3, until: -1)] },
    ]
    let reckoning = Self.reckoning.heeding(CompanyHolds(leads))
    let report = HoldReport(leads, reckoning)
    #expect(report.lasting.map(\.hold.id) == ["h1", "h4"])
    #expect(report.old.map(\.hold.id) == ["h1"])
    #expect(report.ended.map(\.hold.id) == ["h2"])
    let wide = report.lasting[0]
    #expect(wide.covered.map(\.id) == ["a", "b"])
    #expect(wide.cost.days == 20)
    #expect(wide.cost.unanswered == 2)
    #expect(wide.inPlay.minorUnits == 120)
    #expect(wide.inPlay.otherCurrencies == 0)
    #expect(report.ended[0].cost.days == 6)
    let lasting = LastingHolds(leads, reckoning)
    #expect(lasting.rows.map(\.hold.id) == ["h1", "h4"])
    #expect(lasting.rows.map(\.covered.count) == report.lasting.map(\.covered.count))
    #expect(lasting.leadsOfOld == 2)
    #expect(lasting.leadsOfYoung == 1)
    // A hold in the file of somebody who is filtered away covers still, and is no row.
    let part = LastingHolds([leads[1], leads[3]], reckoning)
    #expect(part.rows.map(\.hold.id) == ["h4"])
    #expect(part.leadsOfOld == 1)
  }
}
