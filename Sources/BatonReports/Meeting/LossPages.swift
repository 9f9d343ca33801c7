internal import BatonInsights
internal import BatonModel
internal import TerminalCanvas

/// Leads that went without a word, for the meeting.
enum MeetingSilencePage {
  static func page(_ leads: [LeadSummary], _ view: MeetingView, _ reckoning: Reckoning)
    -> ReportPage
  {
    let (now, board) = (reckoning.now, reckoning.board)
    let window = Double(board.windows.silenceDays)
    let start = view.start(reckoning)
    let since = board.calendar.instant(of: start)
    var stages: [StageID: Int] = [:]
    var (vanished, unexplained) = (0, 0)
    var money = MoneySum()
    var list = LeadList()
    for lead in leads {
      if let parked = reckoning.parking(of: lead), parked.kind.isClosed {
        if parked.isUnexplained, parked.since >= since, parked.since <= now { unexplained += 1 }
        continue
      }
      let quiet = lead.quietSince(asOf: now)
      guard lead.createdAt <= now, now.days(since: quiet) > window else { continue }
      vanished += 1
      stages[lead.stage, default: 0] += 1
      money.add(lead.amount, in: board.currency)
      list.add(lead, since: quiet, last(of: lead))
    }
    return ReportPage(
      title: MeetingPart.silence.title,
      blocks: [
        .figures([
          .fault(vanished, "quiet beyond \(board.windows.silenceDays) days"),
          ReportPage.Figure(ReportWords.figure(money, board.currency), "at stake"),
          .fault(
            unexplained, "lost without a reason since \(ReportWords.day(start))", .warning),
        ]),
        .table(
          table(
            stages, unexplained, "is:unexplained ended:\(QueryDays(from: start, through: nil))",
            board)),
      ] + list.blocks("The quietest", "QUIET FOR", "LAST", reckoning),
      json: [
        "windowDays": .whole(board.windows.silenceDays), "vanished": .whole(vanished),
        "money": .sum(money), "otherCurrencies": .whole(money.otherCurrencies),
        "since": .string("\(start)"),
        "lostWithoutReason": .whole(unexplained),
        "stages": .object(JSONObject(stages.map { ($0.key.rawValue, .whole($0.value)) })),
      ])
  }

  private static func table(
    _ stages: [StageID: Int], _ unexplained: Int, _ query: String, _ board: Board
  ) -> ReportPage.Table {
    let ranks = board.ranks
    let sorted = stages.sorted {
      (ranks[$0.key] ?? .max, $0.key) < (ranks[$1.key] ?? .max, $1.key)
    }
    let most = max(stages.values.max() ?? 0, unexplained)
    let lost = ReportPage.Row(
      [
        ReportPage.Cell("lost without a reason", .strong), .count(unexplained, .warning),
        .bar(unexplained, of: most),
      ], leads: query, opens: unexplained)
    return ReportPage.Table(
      columns: [
        TextTable.Column(title: "WHERE", most: 28, least: 12), .figures("LEADS"),
        TextTable.Column(title: "", most: 16, least: 8, leavesAs: 1),
      ],
      rows: sorted.map { stage, count in
        ReportPage.Row(
          [
            ReportPage.Cell(board.stage(stage)?.title ?? stage.rawValue, .strong),
            .count(count, .bad), .bar(count, of: most),
          ], leads: "\(Dimension.fieldTerm(.stage, stage.rawValue)) is:vanished", opens: count)
      } + (unexplained > 0 ? [lost] : []), empty: "Nobody went without a word.")
  }

  private static func last(of lead: LeadSummary) -> String {
    lead.lastTouch.map { "\($0.channel.rawValue), \($0.side.rawValue)" } ?? "never touched"
  }
}

/// Holds that outlive their reason, for the meeting: as the report of holds counts them.
enum HoldsPage {
  static func page(_ leads: [LeadSummary], _ reckoning: Reckoning) -> ReportPage {
    let days = reckoning.board.windows.holdDays
    let lasting = LastingHolds(leads, reckoning)
    let (held, old) = (lasting.rows.count, lasting.old)
    let replied = old.count { $0.cost.buyerTouches > 0 }
    let row = { (title: String, holds: Int, leads: Int, tone: ReportPage.Tone, query: String) in
      ReportPage.Row(
        [
          ReportPage.Cell(title, .strong), .count(holds, tone), .bar(holds, of: held),
          .count(leads),
        ], leads: query, opens: leads)
    }
    var list = LeadList()
    for row in old { list.add(row.lead, since: row.hold.from, words(of: row, reckoning)) }
    return ReportPage(
      title: MeetingPart.holds.title,
      blocks: [
        .figures([
          .fault(old.count, "older than \(days) days", .warning),
          .fault(replied, "where the buyer turned to us since"),
          ReportPage.Figure(Wording.count(held), "held in all", .dim),
        ]),
        .table(
          ReportPage.Table(
            columns: [
              TextTable.Column(title: "LASTING", most: 28, least: 12), .figures("HOLDS"),
              TextTable.Column(title: "", most: 16, least: 8, leavesAs: 1), .figures("LEADS"),
            ],
            rows: [
              row(
                "older than \(days) days", old.count, lasting.leadsOfOld, .warning, query(">", days)
              ),
              row("younger", held - old.count, lasting.leadsOfYoung, .plain, query("<=", days)),
            ])),
      ] + list.blocks("The oldest", "HELD FOR", "UNTIL, AND WHY", reckoning),
      json: [
        "windowDays": .whole(days), "held": .whole(held), "old": .whole(old.count),
        "buyerTurnedToUs": .whole(replied),
        "leads": .whole(lasting.leadsOfOld + lasting.leadsOfYoung),
        "oldLeads": .whole(lasting.leadsOfOld), "query": .string(query(">", days)),
      ])
  }

  private static func query(_ comparison: String, _ days: Int) -> String {
    "held\(comparison)\(days)d is:open"
  }

  /// Until when contact is held, and why.
  private static func words(of row: HoldReport.Row, _ reckoning: Reckoning) -> String {
    [
      "until \(Wording.day(row.hold.end, reckoning))",
      row.cost.buyerTouches > 0 ? "the buyer turned to us" : "", row.hold.reason,
    ]
    .filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
