internal import BatonInsights
internal import BatonModel
internal import TerminalCanvas

/// What each side owes the other, what was answered, and whether it helped.
enum FeedbackPage {
  /// The most leads that a table lists.
  private static let shown = 200

  static func page(_ leads: [LeadSummary], _ reckoning: Reckoning) -> ReportPage {
    let report = FeedbackReport(leads, reckoning)
    let late = report.awaiting.values.joined().count { $0.isLate(reckoning) }
    let sides: [Side] = [.sales, .marketing, .delivery].filter {
      $0 != .delivery || report.awaiting[$0] != nil
    }
    let days = reckoning.board.windows.answerDays
    var blocks: [ReportPage.Block] = [
      .figures(
        sides.map { side in
          ReportPage.Figure(
            Wording.count(report.awaiting[side]?.count ?? 0), "await \(side.rawValue)")
        } + [
          ReportPage.Figure(Wording.count(late), "late", late > 0 ? .bad : .good),
          ReportPage.Figure(ReportWords.share(report.inTime), "answered within \(days) days"),
          ReportPage.Figure(
            Wording.count(report.dropped.count), "dropped by marketing",
            report.dropped.isEmpty ? .good : .warning),
        ])
    ]
    blocks += sides.map { side in
      let items = (report.awaiting[side] ?? []).filter { !$0.isRating }
      return .table(awaiting(items, "Awaits \(side.rawValue), the oldest first", reckoning))
    }
    let ratings = report.awaiting.values.joined().filter(\.isRating).sorted { $0.precedes($1) }
    if !ratings.isEmpty {
      blocks.append(
        .table(awaiting(ratings, "Sales is asked how these turned out: s rates", reckoning)))
    }
    blocks.append(.table(answered(report, reckoning)))
    blocks.append(.table(dropped(report, reckoning)))
    if !report.invited.isEmpty { blocks.append(.table(invited(report, reckoning))) }
    blocks.append(.table(origins()))
    blocks.append(
      .note(
        "Sales is asked how a lead turned out when it accepts it, after one week and after four; s "
          + "rates it. What helped: how often the same reason came from the same source in the "
          + "\(Int(FeedbackReport.days)) days before the answer, and since."))
    return ReportPage(
      title: "Feedback, both ways", blocks: blocks,
      makingJSON: { json(report, sides, reckoning) })
  }

  private static func awaiting(
    _ items: [Awaited], _ title: String, _ reckoning: Reckoning
  ) -> ReportPage.Table {
    ReportPage.Table(
      title,
      columns: [
        .figures("FOR"), TextTable.Column(title: "LEAD", most: 40, least: 22),
        TextTable.Column(title: "WHAT", most: 48, least: 32),
        TextTable.Column(title: "GIVEN BY", most: 18, least: 12, leavesAs: 1),
        TextTable.Column(title: "SOURCE", most: 18, least: 10, leavesAs: 2),
        TextTable.Column(title: "NOW", most: 24, least: 10, leavesAs: 3),
      ],
      rows: items.prefix(shown).map { item in
        ReportPage.Row(
          [
            ReportPage.Cell(
              Wording.span(since: item.since, now: reckoning.now),
              item.isLate(reckoning) ? .bad : .plain),
            ReportPage.Cell(item.lead.title, .strong),
            ReportPage.Cell(item.words(on: reckoning.board)),
            ReportPage.Cell(name(item.giver, reckoning), .dim),
            ReportPage.Cell(item.lead.origin.source ?? "", .dim),
            ReportPage.Cell(place(of: item.lead, reckoning), .dim),
          ], to: .lead(item.lead.id))
      }, empty: "Nothing.")
  }

  private static func answered(
    _ report: FeedbackReport, _ reckoning: Reckoning
  ) -> ReportPage.Table {
    ReportPage.Table(
      "Answered within \(Int(FeedbackReport.days)) days",
      columns: [
        TextTable.Column(title: "LEAD", most: 36, least: 14),
        TextTable.Column(title: "SAID", most: 32, least: 26),
        TextTable.Column(title: "ANSWER", most: 32, least: 12),
        TextTable.Column(title: "BY", most: 18, least: 8, leavesAs: 2),
        .figures("AFTER", leavesAs: 1),
        .figures("BEFORE → SINCE"),
        TextTable.Column(title: "NOW", most: 20, least: 8, leavesAs: 3),
      ],
      rows: report.answered.prefix(shown).map { row in
        let what = row.verdict.verdict?.past ?? ""
        let why = row.verdict.reason.map { ": \(title($0, reckoning))" } ?? ""
        return ReportPage.Row(
          [
            ReportPage.Cell(row.lead.title, .strong), ReportPage.Cell(what + why),
            ReportPage.Cell(row.verdict.action ?? ""),
            ReportPage.Cell(name(row.verdict.answeredBy, reckoning), .dim),
            ReportPage.Cell(ReportWords.age(row.answeredAt.days(since: row.verdict.at))),
            ReportPage.Cell(
              row.verdict.reason == nil
                ? ReportWords.undefined : "\(row.before) → \(row.since)",
              row.since == 0 ? .good : row.since >= row.before ? .warning : .plain),
            ReportPage.Cell(place(of: row.lead, reckoning), .dim),
          ], to: .lead(row.lead.id))
      }, empty: "Nothing was answered.")
  }

  private static func dropped(
    _ report: FeedbackReport, _ reckoning: Reckoning
  ) -> ReportPage.Table {
    ReportPage.Table(
      "Handed over, and not touched by marketing since: is:dropped",
      columns: [
        .figures("FOR"), TextTable.Column(title: "LEAD", most: 40, least: 16),
        TextTable.Column(title: "MARKETING", most: 20, least: 8),
        TextTable.Column(title: "SALES", most: 20, least: 8, leavesAs: 1),
        TextTable.Column(title: "NOW", most: 24, least: 8, leavesAs: 2),
      ],
      rows: report.dropped.prefix(shown).map { lead in
        ReportPage.Row(
          [
            ReportPage.Cell(ReportWords.span(since: lead.givenToSales, reckoning.now)),
            ReportPage.Cell(lead.title, .strong),
            ReportPage.Cell(
              lead.marketingOwner == nil
                ? "nobody" : name(lead.marketingOwner, reckoning),
              lead.marketingOwner == nil ? .warning : .plain),
            ReportPage.Cell(name(lead.owner, reckoning), .dim),
            ReportPage.Cell(place(of: lead, reckoning), .dim),
          ], to: .lead(lead.id))
      }, empty: "Marketing has kept in touch with every lead that it handed over.")
  }

  private static func invited(
    _ report: FeedbackReport, _ reckoning: Reckoning
  ) -> ReportPage.Table {
    ReportPage.Table(
      "Just accepted, and not rated",
      columns: [
        TextTable.Column(title: "LEAD", most: 40, least: 16),
        TextTable.Column(title: "ACCEPTED", most: 16, least: 8),
        TextTable.Column(title: "SALES", most: 20, least: 8),
      ],
      rows: report.invited.prefix(shown).map { lead in
        ReportPage.Row(
          [
            ReportPage.Cell(lead.title, .strong),
            ReportPage.Cell(lead.acceptedBySales.map { Wording.day($0, reckoning) } ?? ""),
            ReportPage.Cell(name(lead.owner, reckoning), .dim),
          ], to: .lead(lead.id))
      })
  }

  /// The ways to what became of the leads of each source.
  private static func origins() -> ReportPage.Table {
    ReportPage.Table(
      "Handed, answered, accepted, reasons and quality",
      columns: [TextTable.Column(title: "BY", most: 40, least: 10)],
      rows: SourceReport.Grouping.allCases.map { grouping in
        ReportPage.Row(
          [ReportPage.Cell("by \(grouping.rawValue)", .strong)],
          to: .page(.sources(by: grouping, measure: .accepted)))
      })
  }

  // MARK: - Words

  private static func name(_ member: MemberID?, _ reckoning: Reckoning) -> String {
    member.map { reckoning.board.name(of: $0) } ?? ""
  }

  private static func name(_ actor: String?, _ reckoning: Reckoning) -> String {
    name(actor.map { MemberID($0) }, reckoning)
  }

  private static func title(_ reason: ReasonID, _ reckoning: Reckoning) -> String {
    reckoning.board.reason(reason)?.title ?? reason.rawValue
  }

  /// What has become of a lead.
  private static func place(of lead: LeadSummary, _ reckoning: Reckoning) -> String {
    if let parking = reckoning.parking(of: lead) {
      let until = parking.until.map { " until \(Wording.day($0, reckoning))" } ?? ""
      return parking.kind.rawValue + until
    }
    return reckoning.board.stage(lead.stage)?.title ?? lead.stage.rawValue
  }
}

// MARK: - For scripts

extension FeedbackPage {
  private static func json(
    _ report: FeedbackReport, _ sides: [Side], _ reckoning: Reckoning
  ) -> JSONObject {
    var awaiting = JSONObject()
    for side in sides {
      awaiting[side.rawValue] = .array(
        (report.awaiting[side] ?? []).map { json($0, reckoning) })
    }
    return [
      "asOf": .time(reckoning.now), "awaiting": .object(awaiting),
      "answered": .array(report.answered.map { json($0, reckoning.board) }),
      "answeredInTime": .proportion(report.inTime),
      "dropped": .array(report.dropped.map { .string($0.shownID) }),
      "notRatedYet": .array(report.invited.map { .string($0.shownID) }),
    ]
  }

  private static func json(_ item: Awaited, _ reckoning: Reckoning) -> JSONValue {
    var json: JSONObject = [
      "lead": .string(item.lead.shownID), "name": .string(item.lead.name),
      "since": .time(item.since), "late": .bool(item.isLate(reckoning)),
      "by": .text(item.giver),
      "source": .text(item.lead.origin.source),
    ]
    switch item.kind {
    case .answerToHandoff: json["kind"] = "handoff"
    case .proof: json["kind"] = "proof"
    case .lapsed: json["kind"] = "lapsed"
    case .answerToVerdict(let verdict, let reason):
      json["kind"] = "verdict"
      json["verdict"] = .string(verdict.rawValue)
      json["reason"] = .text(reason?.rawValue)
    case .rating(let moment):
      json["kind"] = "rating"
      json["afterDays"] = .whole(moment.rawValue)
    }
    return .object(json)
  }

  private static func json(_ row: FeedbackReport.Answered, _ board: Board) -> JSONValue {
    .object([
      "lead": .string(row.lead.shownID), "verdict": .text(row.verdict.verdict?.rawValue),
      "reason": .text(row.verdict.reason?.rawValue),
      "by": .string(row.verdict.by),
      "at": .time(row.verdict.at), "answeredAt": .time(row.answeredAt),
      "answeredBy": .text(row.verdict.answeredBy),
      "action": .text(row.verdict.action),
      "before": .whole(row.before), "since": .whole(row.since),
      "daysSince": .double(row.daysSince),
    ])
  }
}
