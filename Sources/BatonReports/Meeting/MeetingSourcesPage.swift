internal import BatonInsights
internal import BatonModel
internal import TerminalCanvas

/// What became of the leads of each source, for the meeting.
enum MeetingSourcesPage {
  /// So many sources are read from across a room.
  private static let shown = 10

  static func page(_ leads: [LeadSummary], _ reckoning: Reckoning) -> ReportPage {
    let report = SourceReport(leads, by: .source, measure: .accepted, reckoning)
    let rows = report.rows.prefix(shown)
    let verdicts = report.rows.compactMap { $0.entry?.comparison }
    return ReportPage(
      title: MeetingPart.sources.title,
      blocks: [
        .figures([
          ReportPage.Figure(ReportWords.share(report.mean), "accepted of those answered"),
          ReportPage.Figure(
            Wording.count(verdicts.count { $0 == .better }), "better than the mean", .good),
          .fault(verdicts.count { $0 == .worse }, "worse"),
        ]),
        .table(
          ReportPage.Table(
            columns: [
              TextTable.Column(title: "SOURCE", most: 28, least: 10), .figures("LEADS"),
              .figures("ACCEPTED"), .figures("QUALITY", leavesAs: 1),
              TextTable.Column(title: "", most: 16, least: 8, leavesAs: 2),
              TextTable.Column(title: "VERDICT", most: 16, least: 11),
            ],
            rows: rows.map { row in
              let share = row.share(.accepted)
              return ReportPage.Row(
                [
                  ReportPage.Cell(row.value ?? "none", .strong), .count(row.leads),
                  ReportPage.Cell(ReportWords.share(share)),
                  ReportPage.Cell(ReportWords.decimal(row.quality)),
                  .bar(share.count, of: share.total), comparison(row.entry),
                ], leads: SourceReport.Grouping.source.term(for: row.value), opens: row.leads)
            }, empty: "No lead says where it came from.")),
        .note(
          (report.rows.count > shown
            ? "\(report.rows.count - shown) more: baton report sources. " : "")
            + "Better or worse only where nine of ten chances say so."),
      ],
      json: [
        "mean": .double(report.mean),
        "sources": .array(
          report.rows.map { row in
            .object([
              "source": .text(row.value), "leads": .whole(row.leads),
              "accepted": .proportion(row.share(.accepted)), "quality": .double(row.quality),
              "score": .double(row.entry?.score),
              "query": .string(SourceReport.Grouping.source.term(for: row.value)),
            ])
          }),
      ])
  }

  private static func comparison(_ entry: SourceRanking.Entry?) -> ReportPage.Cell {
    switch entry?.comparison {
    case .better: ReportPage.Cell("better", .good)
    case .worse: ReportPage.Cell("worse", .bad)
    case .cannotTell: ReportPage.Cell("cannot tell", .dim)
    case nil: ReportPage.Cell(ReportWords.undefined, .dim)
    }
  }
}
