internal import BatonInsights
internal import BatonModel
internal import TerminalCanvas

/// What stands in buyers' way.
enum RoadblocksPage {
  static func page(
    _ leads: [LeadSummary], by grouping: RoadblockReport.Grouping, _ reckoning: Reckoning
  ) -> ReportPage {
    let report = RoadblockReport(leads, by: grouping, reckoning)
    let isKind = grouping == .kind
    var columns = [
      TextTable.Column(title: grouping.rawValue.uppercased(), most: 28, least: 10),
      .figures("BLOCKED NOW"), .figures("LEAD-DAYS"), .figures("LEADS EVER"),
      .figures("RESOLVED IN"),
      .figures("OVERDUE", leavesAs: 1),
    ]
    if isKind {
      columns.append(
        TextTable.Column(title: "GOES TOGETHER WITH", most: 30, least: 12, leavesAs: 2))
    }
    return ReportPage(
      title: "What stands in the buyers' way",
      blocks: [
        .figures([
          ReportPage.Figure(
            Wording.count(report.total.blockedNow), "leads blocked now",
            report.total.blockedNow > 0 ? .bad : .good),
          ReportPage.Figure(
            Wording.count(Int(report.total.blockedDays.rounded())), "lead-days in 90 days"),
          ReportPage.Figure(
            Wording.count(report.total.overdue), "fixes past due",
            report.total.overdue > 0 ? .warning : .good),
        ]),
        .table(
          ReportPage.Table(
            columns: columns,
            rows: report.rows.map { row(of: $0, grouping, reckoning) },
            empty: "No roadblock was ever recorded.")),
        .table(
          .deeper(
            "How kinds go together with losses", inShell: "baton report roadblocks --risks",
            to: .roadblockRisks)),
        .note(
          "A day of a lead counts once, however many roadblocks stand before it. What goes together "
            + "with losses need not cause them."),
      ],
      json: [
        "asOf": .time(reckoning.now), "by": .string(grouping.rawValue),
        "rows": .array(report.rows.map { .object(json($0)) }), "total": .object(json(report.total)),
      ])
  }

  private static func row(
    of row: RoadblockReport.Row, _ grouping: RoadblockReport.Grouping, _ reckoning: Reckoning
  ) -> ReportPage.Row {
    var cells = [
      ReportPage.Cell(name(row.value, grouping, reckoning.board), .strong),
      ReportPage.Cell(ReportWords.count(row.blockedNow), row.blockedNow > 0 ? .bad : .dim),
      ReportPage.Cell(ReportWords.count(Int(row.blockedDays.rounded()))),
      ReportPage.Cell(ReportWords.count(row.leads)),
      ReportPage.Cell(ReportWords.days(row.resolution.dwell(0.5))),
      ReportPage.Cell(ReportWords.count(row.overdue), row.overdue > 0 ? .warning : .dim),
    ]
    if grouping == .kind { cells.append(finding(row.risk)) }
    return ReportPage.Row(cells, leads: row.query ?? "is:blocked", opens: row.blockedNow)
  }

  /// What the counts allow to say of a kind.
  static func finding(_ risk: RoadblockRisk?) -> ReportPage.Cell {
    switch risk?.finding {
    case .moreOftenLost: ReportPage.Cell("more often lost", .bad)
    case .lessOftenLost: ReportPage.Cell("less often lost", .good)
    case .cannotTell: ReportPage.Cell("cannot tell", .dim)
    case .tooFewToSay, nil: ReportPage.Cell("too few to say", .dim)
    }
  }

  private static func name(
    _ value: String?, _ grouping: RoadblockReport.Grouping, _ board: Board
  ) -> String {
    guard let value else { return grouping == .owner ? "nobody" : "none" }
    switch grouping {
    case .owner: return board.member(MemberID(value))?.name ?? value
    case .step: return board.journey.first { $0.id.rawValue == value }?.title ?? value
    case .kind, .origin: return value
    }
  }

  /// A row for scripts.
  static func json(_ row: RoadblockReport.Row) -> JSONObject {
    [
      "value": .text(row.value), "leads": .whole(row.leads), "blockedNow": .whole(row.blockedNow),
      "blockedDays": .double(row.blockedDays), "overdue": .whole(row.overdue),
      "resolutionMedianDays": .double(row.resolution.dwell(0.5)),
      "query": .text(row.query),
      "risk": row.risk.map { risk in
        .object([
          "exposed": .proportion(risk.exposed), "others": .proportion(risk.others),
          "relativeRisk": .double(risk.relativeRisk), "p": .double(risk.pValue),
          "adjustedP": .double(row.adjustedP), "finding": .string(finding(risk).text),
        ])
      } ?? .null,
    ]
  }
}
