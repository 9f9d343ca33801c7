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
    let register = RoadblockRegister(leads, reckoning)
    return ReportPage(
      title: "What stands in the buyers' way",
      blocks: [.figures(figures(report.total)), .table(table(report, grouping, reckoning))]
        + RoadblockRegisterTable.blocks(
          register, most: shown, findings: grouping == .kind ? nil : report.risks, reckoning)
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
        "register": RoadblockRegisterTable.json(register, findings: report.risks, reckoning),
      ])
  }

  private static func figures(_ total: RoadblockReport.Row) -> [ReportPage.Figure] {
    [
      .fault(total.blockedNow, "leads blocked now"),
      ReportPage.Figure(
        Wording.count(Int(total.blockedDays)), "lead-days in 90 days"),
      .fault(total.overdue, "past due"),
    ]
  }

  private static func table(
    _ report: RoadblockReport, _ grouping: RoadblockReport.Grouping, _ reckoning: Reckoning
  ) -> ReportPage.Table {
    var columns = [
      TextTable.Column(title: grouping.rawValue.uppercased(), most: 28, least: 10),
      .figures("BLOCKED NOW"), .figures("PAST DUE", leavesAs: 1), .figures("LEAD-DAYS"),
      .figures("LEADS EVER"), .figures("RESOLVED IN"),
    ]
    if grouping == .kind {
      columns.append(
        TextTable.Column(title: "GOES TOGETHER WITH", most: 30, least: 12, leavesAs: 2))
    }
    var rows = report.rows.map { row in
      self.row(
        [ReportPage.Cell(name(row.value, grouping, reckoning.board), .strong)] + numbers(of: row)
          + (grouping == .kind ? [finding(row.risk)] : []),
        to: .alike(by: grouping, row.value))
    }
    if !rows.isEmpty {
      rows.append(row([ReportPage.Cell("all", .dim)] + numbers(of: report.total), to: .all))
    }
    return ReportPage.Table(
      columns: columns, rows: rows, empty: "No roadblock was ever recorded.")
  }

  private static func row(_ cells: [ReportPage.Cell], to part: RoadblockPart) -> ReportPage.Row {
    ReportPage.Row(cells, to: .page(.roadblockPart(part)))
  }

  private static func numbers(of row: RoadblockReport.Row) -> [ReportPage.Cell] {
    [
      ReportPage.Cell(ReportWords.count(row.blockedNow), row.blockedNow > 0 ? .bad : .dim),
      ReportPage.Cell(ReportWords.count(row.overdue), row.overdue > 0 ? .bad : .dim),
      ReportPage.Cell(ReportWords.count(Int(row.blockedDays))),
      ReportPage.Cell(ReportWords.count(row.leads)),
      ReportPage.Cell(ReportWords.days(row.resolution.dwell(0.5))),
    ]
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

  /// What a row is called.
  static func name(
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
      "query": .text(row.counts.first?.query), "counts": .counts(row.counts),
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
