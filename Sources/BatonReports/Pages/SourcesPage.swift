internal import BatonInsights
internal import BatonModel
internal import TerminalCanvas

/// What became of the leads of each source.
enum SourcesPage {
  static func page(
    _ leads: [LeadSummary], by grouping: SourceReport.Grouping, measure: SourceReport.Measure,
    _ reckoning: Reckoning
  ) -> ReportPage {
    let report = SourceReport(leads, by: grouping, measure: measure, reckoning)
    let table = ReportPage.Table(
      columns: [
        TextTable.Column(title: grouping.rawValue.uppercased(), most: 32, least: 20),
        .figures("LEADS"), .figures("HANDED", leavesAs: 5), .figures("ACCEPTED", leavesAs: 1),
        .figures("REJECTED", leavesAs: 3), .figures("WON"), .figures("QUALITY", leavesAs: 4),
        .figures(measure == .accepted ? "OF ANSWERED" : "OF ALL", leavesAs: 2), .figures("SCORE"),
        TextTable.Column(title: "AGAINST THE MEAN", most: 24, least: 20),
      ],
      rows: report.rows.map { row(of: $0, grouping, measure, reckoning.board) },
      empty: "No lead says where it came from.")
    let reasons = ReportPage.Table(
      "Why leads were turned down",
      columns: [
        TextTable.Column(title: "REASON", most: 36, least: 12), .figures("TIMES"),
        .figures("SHARE"), .figures("LEADS"),
      ],
      rows: report.reasons.rows.enumerated().map { index, row in
        let leads = report.leadsByReason[row.reason] ?? 0
        return ReportPage.Row(
          [
            ReportPage.Cell(
              reckoning.board.reason(ReasonID(row.reason))?.title ?? row.reason,
              index < report.reasons.vital ? .strong : .plain),
            ReportPage.Cell(Wording.count(row.count)),
            ReportPage.Cell(ReportWords.share(row.share)), .count(leads),
          ], leads: Dimension.fieldTerm(.reason, row.reason), opens: leads)
      }, empty: "No reason was ever given.")
    return ReportPage(
      title: "What became of the leads, by \(grouping.rawValue)",
      blocks: [
        .table(table), .table(reasons),
        .note(
          "The score adds ten average leads to each \(grouping.rawValue), so that two out of two "
            + "do not outrank 140 of 142. Better or worse only where nine of ten chances say so"
            + (report.mean.map { "; the mean is \(ReportWords.share($0)). " } ?? ". ")
            + unexplained(report.reasons)
        ),
      ], json: json(report, grouping, measure, reckoning))
  }

  private static func row(
    of row: SourceReport.Row, _ grouping: SourceReport.Grouping, _ measure: SourceReport.Measure,
    _ board: Board
  ) -> ReportPage.Row {
    ReportPage.Row(
      [
        ReportPage.Cell(row.value ?? "none", .strong), ReportPage.Cell(Wording.count(row.leads)),
        count(row.handed), count(row.accepted), count(row.rejected),
        ReportPage.Cell(ReportWords.count(row.won)),
        ReportPage.Cell(ReportWords.decimal(row.quality)),
        ReportPage.Cell(ReportWords.share(row.share(measure))),
        ReportPage.Cell(row.entry.map { ReportWords.share($0.score) } ?? ReportWords.undefined),
        comparison(row.entry),
      ], leads: grouping.term(for: row.value), opens: row.leads)
  }

  /// Nothing for 0: a column without a figure is left out.
  private static func count(_ count: Int) -> ReportPage.Cell {
    ReportPage.Cell(count == 0 ? "" : Wording.count(count))
  }

  private static func unexplained(_ reasons: ReasonPareto) -> String {
    let none = reasons.withoutReason
    return none.count == 0
      ? "" : "\(ReportWords.share(none)) of those turned down have no reason."
  }

  private static func comparison(_ entry: SourceRanking.Entry?) -> ReportPage.Cell {
    guard let entry else { return ReportPage.Cell(ReportWords.undefined, .dim) }
    let band = ReportWords.range(entry.band)
    switch entry.comparison {
    case .better: return ReportPage.Cell("better \(band)", .good)
    case .worse: return ReportPage.Cell("worse \(band)", .bad)
    case .cannotTell: return ReportPage.Cell("cannot tell \(band)", .dim)
    }
  }

  private static func json(
    _ report: SourceReport, _ grouping: SourceReport.Grouping, _ measure: SourceReport.Measure,
    _ reckoning: Reckoning
  ) -> JSONObject {
    [
      "asOf": .time(reckoning.now), "by": .string(grouping.rawValue),
      "measure": .string(measure.rawValue), "mean": .double(report.mean),
      "rows": .array(
        report.rows.map { row in
          .object([
            "value": .text(row.value), "leads": .whole(row.leads), "handed": .whole(row.handed),
            "accepted": .whole(row.accepted), "rejected": .whole(row.rejected),
            "won": .whole(row.won),
            "lost": .whole(row.lost), "ratings": .array(row.ratings.map { .whole($0) }),
            "quality": .double(row.quality), "share": .proportion(row.share(measure)),
            "score": .double(row.entry?.score), "low": .double(row.entry?.band?.low),
            "high": .double(row.entry?.band?.high),
            "verdict": .text(row.entry.map { verdict($0.comparison) }),
          ])
        }),
      "reasons": .array(
        report.reasons.rows.map { row in
          .object([
            "reason": .string(row.reason), "count": .whole(row.count), "share": .double(row.share),
            "leads": .whole(report.leadsByReason[row.reason] ?? 0),
          ])
        }),
      "withoutReason": .whole(report.reasons.withoutReason.count),
    ]
  }

  private static func verdict(_ comparison: SourceRanking.Comparison) -> String {
    switch comparison {
    case .better: "better"
    case .worse: "worse"
    case .cannotTell: "cannot tell"
    }
  }
}
