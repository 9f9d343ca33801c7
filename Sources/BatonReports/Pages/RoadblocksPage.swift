internal import BatonInsights
internal import BatonModel
internal import TerminalCanvas

/// What stands in buyers' way.
enum RoadblocksPage {
  /// The most entries of the register that the page lists.
  private static let shown = 20

  static func page(
    _ leads: [LeadSummary], by grouping: RoadblockReport.Grouping, _ reckoning: Reckoning
  ) -> ReportPage {
    let report = RoadblockReport(leads, by: grouping, reckoning)
    let kinds = grouping == .kind ? report : RoadblockReport(leads, by: .kind, reckoning)
    let findings = Dictionary(
      kinds.rows.compactMap { row in row.value.flatMap { kind in row.risk.map { (kind, $0) } } },
      uniquingKeysWith: { one, _ in one })
    let register = RoadblockRegister(leads, reckoning)
    return ReportPage(
      title: "What stands in the buyers' way",
      blocks: [.figures(figures(report.total)), .table(table(report, grouping, reckoning))]
        + RoadblockRegisterTable.blocks(
          register, most: shown, findings: grouping == .kind ? nil : findings, reckoning)
        + [
          .table(
            .deeper(
              "How kinds go together with losses", inShell: "baton report roadblocks --risks",
              to: .roadblockRisks)),
          .note(
            "A day of a lead counts once, however many roadblocks stand before it, and none after "
              + "it has ended. What goes together with losses need not cause them."),
        ],
      json: [
        "asOf": .time(reckoning.now), "by": .string(grouping.rawValue),
        "rows": .array(report.rows.map { .object(json($0)) }), "total": .object(json(report.total)),
        "register": RoadblockRegisterTable.json(register, findings: findings, reckoning),
      ])
  }

  private static func figures(_ total: RoadblockReport.Row) -> [ReportPage.Figure] {
    [
      .fault(total.blockedNow, "leads blocked now"),
      ReportPage.Figure(
        Wording.count(Int(total.blockedDays.rounded())), "lead-days in 90 days"),
      .fault(total.overdue, "fixes past due"),
    ]
  }

  private static func table(
    _ report: RoadblockReport, _ grouping: RoadblockReport.Grouping, _ reckoning: Reckoning
  ) -> ReportPage.Table {
    var columns = [
      TextTable.Column(title: grouping.rawValue.uppercased(), most: 28, least: 10),
      .figures("BLOCKED NOW"), .figures("LEAD-DAYS"), .figures("LEADS EVER"),
      .figures("RESOLVED IN"),
      .figures("OVERDUE", leavesAs: 1),
    ]
    if grouping == .kind {
      columns.append(
        TextTable.Column(title: "GOES TOGETHER WITH", most: 30, least: 12, leavesAs: 2))
    }
    return ReportPage.Table(
      columns: columns, rows: report.rows.map { row(of: $0, grouping, reckoning) },
      empty: "No roadblock was ever recorded.")
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
      ReportPage.Cell(ReportWords.count(row.overdue), row.overdue > 0 ? .bad : .dim),
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
    case .step: return board.title(ofStep: StepID(value))
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
