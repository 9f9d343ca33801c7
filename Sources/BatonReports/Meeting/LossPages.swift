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
    var (vanished, money, unexplained) = (0, 0, 0)
    var list = LeadList()
    for lead in leads {
      if let parked = reckoning.parking(of: lead), parked.kind.isClosed {
        let isUnexplained = parked.kind != .won && parked.reason == nil
        if isUnexplained, parked.since >= since, parked.since <= now { unexplained += 1 }
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
          ReportPage.Figure(Wording.money(money, board.currency), "at stake"),
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
        "money": .whole(money), "since": .string("\(start)"),
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

/// Holds that outlive their reason, for the meeting.
enum HoldsPage {
  static func page(_ leads: [LeadSummary], _ reckoning: Reckoning) -> ReportPage {
    let (now, days) = (reckoning.now, reckoning.board.windows.holdDays)
    var (held, old, replied) = (0, 0, 0)
    var list = LeadList()
    for lead in leads {
      guard let since = reckoning.held(lead)?.since else { continue }
      held += 1
      guard now.days(since: since) > Double(days) else { continue }
      old += 1
      let turned = lead.lastTouch.map { $0.direction == .inbound && $0.at > since } ?? false
      if turned { replied += 1 }
      list.add(lead, since: since, words(of: reckoning.holds(on: lead), turned, reckoning))
    }
    return ReportPage(
      title: MeetingPart.holds.title,
      blocks: [
        .figures([
          .fault(old, "older than \(days) days", .warning),
          .fault(replied, "where the buyer turned to us since"),
          ReportPage.Figure(Wording.count(held), "held in all", .dim),
        ]),
        .table(
          ReportPage.Table(
            columns: [
              TextTable.Column(title: "HOLDS", most: 28, least: 12), .figures("LEADS"),
              TextTable.Column(title: "", most: 16, least: 8, leavesAs: 1),
            ],
            rows: [
              ReportPage.Row(
                [
                  ReportPage.Cell("older than \(days) days", .strong), .count(old, .warning),
                  .bar(old, of: held),
                ], leads: "held>\(days)d", opens: old),
              ReportPage.Row(
                [
                  ReportPage.Cell("younger", .strong), .count(held - old),
                  .bar(held - old, of: held),
                ], leads: "held<=\(days)d", opens: held - old),
            ])),
      ] + list.blocks("The oldest", "HELD FOR", "UNTIL, AND WHY", reckoning),
      json: [
        "windowDays": .whole(days), "held": .whole(held), "old": .whole(old),
        "buyerTurnedToUs": .whole(replied), "query": .string("held>\(days)d"),
      ])
  }

  /// Until when contact is held, and why.
  private static func words(
    of lasting: [StandingHold], _ turned: Bool, _ reckoning: Reckoning
  ) -> String {
    let until = lasting.map(\.hold.end).max().map { Wording.day($0, reckoning) }
    return [
      "until \(until ?? ReportWords.undefined)", turned ? "the buyer turned to us" : "",
      lasting.first?.hold.reason ?? "",
    ]
    .filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
