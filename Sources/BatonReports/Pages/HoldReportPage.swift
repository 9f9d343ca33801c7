internal import BatonInsights
internal import BatonModel
internal import TerminalCanvas

/// The holds on contact, with what they cost.
enum HoldReportPage {
  static func page(_ leads: [LeadSummary], _ reckoning: Reckoning) -> ReportPage {
    let report = HoldReport(leads, reckoning)
    let window = reckoning.board.windows.holdDays
    let unanswered = report.lasting.reduce(0) { $0 + $1.cost.unanswered }
    return ReportPage(
      title: "Holds on contact",
      blocks: [
        .figures([
          ReportPage.Figure(Wording.count(report.lasting.count), "lasting"),
          ReportPage.Figure(
            Wording.count(report.old.count), "longer than \(window) days",
            report.old.isEmpty ? .good : .bad),
          ReportPage.Figure(
            Wording.count(unanswered), "left unanswered meanwhile",
            unanswered > 0 ? .bad : .good),
        ]),
        .table(table("Lasting, the oldest first", report.lasting, reckoning, empty: "None lasts.")),
        .table(
          table(
            "Over in the last \(Int(HoldReport.endedDays)) days, and what they cost", report.ended,
            reckoning, empty: "None ended.")),
        .note(
          "A hold warns whoever turns to the buyer; one on a company covers every lead of it. "
            + "held>\(window)d finds the leads behind the old ones."),
      ],
      makingJSON: {
        [
          "asOf": .time(reckoning.now), "window": .whole(window),
          "lasting": .array(report.lasting.map { json($0, reckoning) }),
          "ended": .array(report.ended.map { json($0, reckoning) }),
        ]
      })
  }

  private static func table(
    _ title: String, _ rows: [HoldReport.Row], _ reckoning: Reckoning, empty: String
  ) -> ReportPage.Table {
    ReportPage.Table(
      title,
      columns: [
        TextTable.Column(title: "LEAD", most: 40, least: 20),
        .figures("DAYS"), TextTable.Column(title: "UNTIL", most: 12, least: 9, leavesAs: 1),
        TextTable.Column(title: "WHY", most: 56, least: 22),
        TextTable.Column(title: "BY", most: 16, least: 8, leavesAs: 2),
        TextTable.Column(title: "COVERS", most: 24, least: 10, leavesAs: 3),
        .figures("BUYER CAME"), .figures("IN PLAY", leavesAs: 4),
      ],
      rows: rows.map { row in
        ReportPage.Row(
          [
            ReportPage.Cell(row.lead.title, .strong),
            ReportPage.Cell(ReportWords.age(row.cost.days), row.isOld ? .bad : .plain),
            ReportPage.Cell(Wording.day(row.hold.end, reckoning)),
            ReportPage.Cell(row.lead.isMasked ? "" : row.hold.reason),
            ReportPage.Cell(reckoning.board.name(of: row.hold.by), .dim),
            ReportPage.Cell(covers(row), .dim),
            came(row.cost),
            ReportPage.Cell(
              ReportWords.money(
                row.inPlay, reckoning.board.currency, none: ReportWords.undefined)),
          ], to: .lead(row.lead.id))
      }, empty: empty)
  }

  /// How often the buyer turned to us, and how often nobody turned back.
  private static func came(_ cost: HoldCost) -> ReportPage.Cell {
    let count = ReportWords.count(cost.buyerTouches)
    return cost.unanswered == 0
      ? ReportPage.Cell(count)
      : ReportPage.Cell("\(count), \(Wording.count(cost.unanswered)) unanswered", .bad)
  }

  private static func covers(_ row: HoldReport.Row) -> String {
    let leads = row.hold.scope == .company ? Wording.count(row.covered.count, "lead", "leads") : ""
    let parts =
      [leads]
      + [row.hold.sides.map(\.rawValue), row.hold.channels.map(\.rawValue)].map {
        $0.joined(separator: "+")
      }
    return parts.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private static func json(_ row: HoldReport.Row, _ reckoning: Reckoning) -> JSONValue {
    .object([
      "lead": .string(row.lead.shownID), "hold": .string(row.hold.id.rawValue),
      "scope": .string(row.hold.scope.rawValue), "reason": .string(row.hold.reason),
      "by": .string(row.hold.by),
      "from": .time(row.hold.from), "end": .time(row.hold.end),
      "sides": .array(row.hold.sides.map { .string($0.rawValue) }),
      "channels": .array(row.hold.channels.map { .string($0.rawValue) }),
      "covered": .array(row.covered.map { .string($0.shownID) }),
      "days": .double(row.cost.days), "buyerTouches": .whole(row.cost.buyerTouches),
      "unanswered": .whole(row.cost.unanswered), "old": .bool(row.isOld),
      "inPlay": .sum(row.inPlay),
      "otherCurrencies": .whole(row.inPlay.otherCurrencies),
      "currency": .string(reckoning.board.currency),
    ])
  }
}
