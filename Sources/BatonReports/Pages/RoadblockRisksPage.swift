internal import BatonInsights
internal import BatonModel
internal import TerminalCanvas

/// How kinds of roadblock go together with losses: the numbers behind the word on the register.
enum RoadblockRisksPage {
  static func page(_ leads: [LeadSummary], _ reckoning: Reckoning) -> ReportPage {
    let rows = RoadblockReport(leads, by: .kind, reckoning).rows
    return ReportPage(
      title: "What goes together with losses",
      blocks: [
        .table(
          ReportPage.Table(
            columns: [
              TextTable.Column(title: "KIND", most: 32, least: 12),
              .figures("LOST WITH IT"), .figures("LOST WITHOUT"), .figures("TIMES AS OFTEN"),
              .figures("P", leavesAs: 1), .figures("P OF ALL KINDS", leavesAs: 2),
              TextTable.Column(title: "", most: 18, least: 12),
            ], rows: rows.map(row), empty: "No roadblock was ever recorded.")),
        .note(
          "Of decided leads that came at least to the stage where the kind is met. Under five on a "
            + "side, or five losses, it is too few to say. P: Fisher's exact test, then corrected "
            + "for looking at all kinds at once (Holm). What goes together with losses need not "
            + "cause them."),
      ],
      json: [
        "asOf": .time(reckoning.now),
        "rows": .array(rows.map { .object(RoadblocksPage.json($0)) }),
      ])
  }

  private static func row(_ row: RoadblockReport.Row) -> ReportPage.Row {
    let isSaid = row.risk.map { $0.finding != .tooFewToSay } ?? false
    let risk = isSaid ? row.risk : nil
    let times = risk?.relativeRisk.map { times in
      let range = risk?.relativeRiskInterval.map {
        " (\(ReportWords.decimal($0.low))–\(ReportWords.decimal($0.high)))"
      }
      return ReportWords.decimal(times) + (range ?? "")
    }
    return ReportPage.Row([
      ReportPage.Cell(row.value ?? "none", .strong),
      ReportPage.Cell(counts(row.risk?.exposed)), ReportPage.Cell(counts(row.risk?.others)),
      ReportPage.Cell(times ?? ReportWords.undefined),
      ReportPage.Cell(ReportWords.chance(risk?.pValue)),
      ReportPage.Cell(ReportWords.chance(isSaid ? row.adjustedP : nil)),
      RoadblocksPage.finding(row.risk),
    ])
  }

  private static func counts(_ proportion: Proportion?) -> String {
    proportion.map { "\(Wording.count($0.count)) of \(Wording.count($0.total))" }
      ?? ReportWords.undefined
  }
}
