internal import BatonInsights
internal import BatonModel
internal import TerminalCanvas

/// What buyers are asked, what nobody asks them, and how answers go with outcomes.
enum SurveysPage {
  /// The most answers to a question that are listed; the rest are free words.
  private static let answersShown = 8

  static func page(_ leads: [LeadSummary], _ reckoning: Reckoning) -> ReportPage {
    let report = SurveyReport(leads, reckoning)
    let qualifying = report.rows.count { $0.qualifies != nil }
    var blocks: [ReportPage.Block] = [
      .figures([
        ReportPage.Figure(Wording.count(report.rows.count), "questions"),
        ReportPage.Figure(Wording.count(qualifying), "of them qualify"),
        ReportPage.Figure(
          Wording.count(report.unasked.count), "of those nobody asks",
          report.unasked.isEmpty ? .good : .bad),
        ReportPage.Figure(
          report.uncovered.isEmpty ? "0" : report.uncovered.map(\.rawValue).joined(separator: ", "),
          "covered by no question", report.uncovered.isEmpty ? .good : .bad),
      ]),
      .table(fields(report)), .table(questions(report, reckoning)),
    ]
    // What buyers said may say who they are.
    if !leads.contains(where: \.isMasked) {
      blocks += report.rows.filter { $0.answered.leads > 0 }.map { .table(answers(to: $0)) }
    }
    blocks.append(
      .note(
        "Won is a share of all leads, those undecided too, with the interval in which it may lie; "
          + "under \(SurveyReport.least) leads nothing is said. It goes together with an answer, "
          + "and is not caused by it."))
    return ReportPage(title: "What buyers are asked", blocks: blocks, json: json(report, reckoning))
  }

  private static func fields(_ report: SurveyReport) -> ReportPage.Table {
    ReportPage.Table(
      "What qualifies a buyer",
      columns: [
        TextTable.Column(title: "FIELD", most: 16, least: 9), .figures("QUESTIONS"),
        .figures("ANSWERED"), .figures("WON, ANSWERED"), .figures("WON, OTHERS"),
      ],
      rows: report.fields.map { field in
        ReportPage.Row(
          [
            ReportPage.Cell(field.field.rawValue, .strong),
            ReportPage.Cell(
              field.questions.isEmpty ? "none" : Wording.count(field.questions.count),
              field.questions.isEmpty ? .bad : .plain),
            ReportPage.Cell(
              ReportWords.share(Proportion(field.answered.leads, of: report.leads)),
              field.answered.leads == 0 ? .bad : .plain),
            won(field.answered), won(field.silent),
          ], leads: field.query, opens: field.answered.leads)
      })
  }

  private static func questions(
    _ report: SurveyReport, _ reckoning: Reckoning
  ) -> ReportPage.Table {
    ReportPage.Table(
      "Questions",
      columns: [
        TextTable.Column(title: "QUESTION", most: 44, least: 16),
        TextTable.Column(title: "QUALIFIES", most: 12, least: 9), .figures("ANSWERED"),
        TextTable.Column(title: "LAST", most: 14, least: 8, leavesAs: 2),
        .figures("WON, ANSWERED"), .figures("WON, OTHERS", leavesAs: 1),
      ],
      rows: report.rows.map { row in
        let isUnasked = report.unasked.contains { $0.id == row.id }
        return ReportPage.Row(
          [
            ReportPage.Cell(row.text, .strong),
            ReportPage.Cell(row.qualifies?.rawValue ?? "", .dim),
            ReportPage.Cell(
              row.answered.leads == 0
                ? "nobody asks"
                : ReportWords.share(Proportion(row.answered.leads, of: report.leads)),
              isUnasked ? .bad : .plain),
            ReportPage.Cell(
              row.latest.map { Wording.day($0, reckoning) } ?? "", isUnasked ? .bad : .dim),
            won(row.answered), won(row.silent),
          ], leads: row.query, opens: row.answered.leads)
      }, empty: "The board has no questions.")
  }

  private static func answers(to row: SurveyReport.Row) -> ReportPage.Table {
    let rest = row.answers.count - answersShown
    let more = rest > 0 ? ": the \(answersShown) most frequent of \(row.answers.count) answers" : ""
    return ReportPage.Table(
      "“\(row.text)”\(more)",
      columns: [
        TextTable.Column(title: "ANSWER", most: 44, least: 16), .figures("LEADS"),
        .figures("WON"), .figures("OF DECIDED", leavesAs: 1),
      ],
      rows: row.answers.prefix(answersShown).map { answer in
        ReportPage.Row(
          [
            ReportPage.Cell(answer.answer), ReportPage.Cell(Wording.count(answer.outcome.leads)),
            won(answer.outcome),
            ReportPage.Cell(
              answer.outcome.decidedShare.map { ReportWords.share($0) } ?? ReportWords.undefined,
              .dim),
          ], leads: row.query(answering: answer.answer), opens: answer.outcome.leads)
      })
  }

  private static func won(_ outcome: SurveyReport.Outcome) -> ReportPage.Cell {
    guard let share = outcome.share else { return ReportPage.Cell(ReportWords.undefined, .dim) }
    return ReportPage.Cell(ReportWords.share(share))
  }

  // MARK: - For scripts

  private static func json(_ report: SurveyReport, _ reckoning: Reckoning) -> JSONObject {
    [
      "asOf": .time(reckoning.now), "leads": .whole(report.leads),
      "unasked": .array(report.unasked.map { .string($0.id.rawValue) }),
      "uncovered": .array(report.uncovered.map { .string($0.rawValue) }),
      "fields": .array(
        report.fields.map { field in
          .object([
            "field": .string(field.field.rawValue),
            "questions": .array(field.questions.map { .string($0.rawValue) }),
            "answered": json(field.answered), "notAnswered": json(field.silent),
          ])
        }),
      "questions": .array(report.rows.map(json)),
    ]
  }

  private static func json(_ row: SurveyReport.Row) -> JSONValue {
    .object([
      "id": .string(row.id.rawValue), "text": .string(row.text),
      "qualifies": .text(row.qualifies?.rawValue), "answered": json(row.answered),
      "notAnswered": json(row.silent), "last": row.latest.map { .time($0) } ?? .null,
      "difference": .double(row.difference?.difference),
      "low": .double(row.difference?.interval.low), "high": .double(row.difference?.interval.high),
      "answers": .array(
        row.answers.map { answer in
          .object([
            "answer": .string(answer.answer), "outcome": json(answer.outcome),
            "query": .string(row.query(answering: answer.answer)),
          ])
        }),
    ])
  }

  private static func json(_ outcome: SurveyReport.Outcome) -> JSONValue {
    .object([
      "leads": .whole(outcome.leads), "won": .whole(outcome.won), "lost": .whole(outcome.lost),
      "share": outcome.share.map { .proportion($0) } ?? .null,
      "decidedShare": outcome.decidedShare.map { .proportion($0) } ?? .null,
    ])
  }
}
