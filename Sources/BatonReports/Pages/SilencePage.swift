internal import BatonInsights
internal import BatonModel
internal import TerminalCanvas

/// Leads that went without a word: the sales prevention department.
enum SilencePage {
  /// The most leads that the page lists; the query finds the others.
  private static let shown = 20

  static func page(_ leads: [LeadSummary], _ reckoning: Reckoning) -> ReportPage {
    let report = SilenceReport(leads, reckoning)
    let board = reckoning.board
    let summary = report.summary
    return ReportPage(
      title: "Silent losses",
      blocks: [
        .figures([
          ReportPage.Figure(
            Wording.count(summary.vanished), "quiet beyond \(board.windows.silenceDays) days",
            summary.vanished > 0 ? .bad : .good),
          ReportPage.Figure(
            Wording.count(summary.lostSilently), "lost without a reason",
            summary.lostSilently > 0 ? .warning : .good),
          ReportPage.Figure(
            ReportWords.share(summary.salesPrevention.share),
            "of all losses \(ReportWords.range(summary.salesPrevention.interval))"),
          ReportPage.Figure(
            Wording.count(summary.droppedByMarketing), "dropped by marketing",
            summary.droppedByMarketing > 0 ? .warning : .good),
        ]),
        .table(
          table(
            "By stage", report.rows { $0.stage.rawValue },
            name: { board.stage(StageID($0))?.title ?? $0 }, field: .stage)),
        .table(
          table(
            "By owner", report.rows { $0.owner?.rawValue },
            name: { board.member(MemberID($0))?.name ?? $0 }, field: .owner)),
        .table(table("By source", report.rows { $0.origin.source }, name: { $0 }, field: .source)),
        .table(losses(report, reckoning)),
        .note(
          "Close each with a reason, or revive it; in a shell: baton move <id> lost --reason "
            + "<code>, baton move <id> <stage>, baton next <id> call tue. "
            + "\(Wording.count(summary.collisions)) collisions on "
            + "\(Wording.count(summary.collidingLeads)) leads: two sides wrote within "
            + "\(board.windows.collisionHours) hours."),
      ], makingJSON: { json(report, reckoning) })
  }

  private static func table(
    _ title: String, _ rows: [SilenceReport.Row], name: (String) -> String, field: QueryField
  ) -> ReportPage.Table {
    ReportPage.Table(
      title,
      columns: [
        TextTable.Column(title: field.rawValue.uppercased(), most: 28, least: 10),
        .figures("SILENT"),
        .figures("QUIET"), .figures("LOST WITHOUT A REASON"),
      ],
      rows: rows.prefix(8).map { row in
        ReportPage.Row(
          [
            ReportPage.Cell(row.value.map(name) ?? "none", .strong),
            ReportPage.Cell(ReportWords.count(row.count)),
            ReportPage.Cell(ReportWords.count(row.vanished), row.vanished > 0 ? .bad : .dim),
            ReportPage.Cell(ReportWords.count(row.lostSilently)),
          ], leads: "is:wordless \(Dimension.fieldTerm(field, row.value))", opens: row.count)
      }, empty: "None.")
  }

  private static func losses(_ report: SilenceReport, _ reckoning: Reckoning) -> ReportPage.Table {
    ReportPage.Table(
      report.losses.count > shown ? "The quietest \(shown)" : "The leads",
      columns: [
        TextTable.Column(title: "LEAD", most: 40, least: 16), .figures("QUIET FOR"),
        TextTable.Column(title: "STAGE", most: 20, least: 8),
        TextTable.Column(title: "LAST", most: 30, least: 23),
        TextTable.Column(title: "NEXT", most: 22, least: 12, leavesAs: 1),
      ],
      rows: report.losses.prefix(shown).map { loss in
        return ReportPage.Row(
          [
            ReportPage.Cell(loss.lead.title, .strong),
            ReportPage.Cell(ReportWords.age(loss.quietDays), .bad),
            ReportPage.Cell(
              loss.isClosed
                ? loss.lead.parked?.kind.rawValue ?? ""
                : reckoning.board.stage(loss.lead.stage)?.title ?? loss.lead.stage.rawValue),
            ReportPage.Cell(LeadsPage.last(loss.lead, reckoning), .dim),
            loss.isClosed
              ? "" : LeadsPage.next(loss.lead, reckoning.standing(of: loss.lead), reckoning),
          ], to: .lead(loss.lead.id))
      }, empty: "Nobody went without a word.")
  }

  private static func json(_ report: SilenceReport, _ reckoning: Reckoning) -> JSONObject {
    let summary = report.summary
    return [
      "asOf": .time(reckoning.now), "vanished": .whole(summary.vanished),
      "lostWithoutReason": .whole(summary.lostSilently),
      "salesPrevention": .proportion(summary.salesPrevention),
      "droppedByMarketing": .whole(summary.droppedByMarketing),
      "neverTouched": .whole(summary.openNeverTouched), "collisions": .whole(summary.collisions),
      "collidingLeads": .whole(summary.collidingLeads),
      "quietBands": .array(summary.openByQuietBand.map { .whole($0) }),
      "leads": .array(
        report.losses.map { loss in
          .object([
            "id": .string(loss.lead.shownID), "quietDays": .double(loss.quietDays),
            "closed": .bool(loss.isClosed),
          ])
        }),
    ]
  }
}
