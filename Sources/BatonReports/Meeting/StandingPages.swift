internal import BatonInsights
internal import BatonModel
internal import TerminalCanvas

/// Where leads stand still, stage by stage, for the meeting.
enum MeetingStalledPage {
  static func page(_ leads: [LeadSummary], _ reckoning: Reckoning) -> ReportPage {
    struct Stalled {
      var count = 0
      var money = MoneySum()
      var oldest = 0.0
    }
    let (board, currency) = (reckoning.board, reckoning.board.currency)
    var stages: [StageID: Stalled] = [:]
    var list = LeadList()
    for lead in leads {
      let standing = reckoning.standing(of: lead)
      guard standing.isStalled else { continue }
      var known = stages[lead.stage] ?? Stalled()
      known.count += 1
      known.oldest = max(known.oldest, standing.daysInStage)
      known.money.add(lead.amount, in: currency)
      stages[lead.stage] = known
      list.add(lead, since: lead.stageSince, board.stage(lead.stage)?.title ?? "")
    }
    let most = stages.values.map(\.count).max() ?? 0
    let money = stages.values.reduce(into: MoneySum()) { $0.add($1.money) }
    let clocks = board.stages.filter { $0.kind != .inventory }
    return ReportPage(
      title: MeetingPart.stalled.title,
      blocks: [
        .figures([
          .fault(stages.values.reduce(0) { $0 + $1.count }, "stalled"),
          ReportPage.Figure(ReportWords.figure(money, currency), "stand still"),
        ]),
        .table(
          ReportPage.Table(
            columns: [
              TextTable.Column(title: "STAGE", most: 24, least: 8), .figures("STALLED"),
              TextTable.Column(title: "", most: 16, least: 8, leavesAs: 2), .figures("OLDEST"),
              .figures("LIMIT"), .figures("MONEY", leavesAs: 1),
            ],
            rows: clocks.map { stage in
              let found = stages[stage.id]
              return ReportPage.Row(
                [
                  ReportPage.Cell(stage.title, .strong), .count(found?.count ?? 0, .bad),
                  .bar(found?.count ?? 0, of: most),
                  ReportPage.Cell(
                    found.map { Wording.span(days: $0.oldest) } ?? ReportWords.undefined),
                  ReportPage.Cell(ReportWords.days(reckoning.limits[stage.id]), .dim),
                  ReportPage.Cell(
                    found.map { ReportWords.money($0.money, currency) } ?? ""),
                ], leads: query(stage.id), opens: found?.count ?? 0)
            }, empty: "No stage of the board has a clock.")),
      ] + list.blocks("The oldest", "THERE FOR", "STAGE", reckoning),
      json: [
        "stages": .array(
          clocks.map { stage in
            .object([
              "stage": .string(stage.id.rawValue), "stalled": .whole(stages[stage.id]?.count ?? 0),
              "money": .sum(stages[stage.id]?.money ?? MoneySum()),
              "otherCurrencies": .whole(stages[stage.id]?.money.otherCurrencies ?? 0),
              "oldestDays": .double(stages[stage.id]?.oldest),
              "limitDays": .double(reckoning.limits[stage.id]), "query": .string(query(stage.id)),
            ])
          })
      ])
  }

  private static func query(_ stage: StageID) -> String {
    "\(Dimension.fieldTerm(.stage, stage.rawValue)) is:stalled"
  }
}

/// What stands in buyers' way now, for the meeting.
enum MeetingRoadblocksPage {
  private struct Kind {
    var leads = 0
    var overdue = 0
    var unowned = 0
    var ours = false
    var oldest: Instant
    var days = 0.0
  }

  static func page(_ leads: [LeadSummary], _ reckoning: Reckoning) -> ReportPage {
    let now = reckoning.now
    var kinds: [String: Kind] = [:]
    var (blocked, ours, overdue, unowned) = (0, 0, 0, 0)
    for lead in leads where !lead.roadblocks.isEmpty {
      guard reckoning.parking(of: lead)?.kind.isClosed != true else { continue }
      let standing = lead.roadblocks.filter { $0.stands(at: now) }
      if !standing.isEmpty { blocked += 1 }
      if standing.contains(where: { $0.origin == .ours }) { ours += 1 }
      if standing.contains(where: { $0.isOverdue(at: now) }) { overdue += 1 }
      if standing.contains(where: { $0.owner == nil }) { unowned += 1 }
      for (place, kind) in standing.map(\.kind).enumerated()
      where !standing[..<place].contains(where: { $0.kind == kind }) {
        count(standing.filter { $0.kind == kind }, of: kind, in: &kinds, now)
      }
    }
    let sorted = kinds.sorted {
      $0.value.leads != $1.value.leads ? $0.value.leads > $1.value.leads : $0.key < $1.key
    }
    let register = RoadblockRegister(leads, reckoning)
    return ReportPage(
      title: MeetingPart.roadblocks.title,
      blocks: [
        .figures([
          .fault(blocked, "leads blocked"), .fault(ours, "by us"),
          .fault(overdue, "past due"), .fault(unowned, "nobody's", .warning),
        ]),
        .table(table(sorted, now)),
      ] + RoadblockRegisterTable.blocks(register, most: LeadList.shown, reckoning),
      json: [
        "register": RoadblockRegisterTable.json(register, findings: nil, reckoning),
        "blocked": .whole(blocked), "ours": .whole(ours),
        "kinds": .array(
          sorted.map { kind, found in
            .object([
              "kind": .string(kind), "leads": .whole(found.leads), "days": .double(found.days),
              "overdue": .whole(found.overdue), "unowned": .whole(found.unowned),
              "oldest": .time(found.oldest), "query": .string(query(kind)),
            ])
          }),
      ])
  }

  private static func table(_ kinds: [(key: String, value: Kind)], _ now: Instant)
    -> ReportPage.Table
  {
    ReportPage.Table(
      columns: [
        TextTable.Column(title: "KIND", most: 32, least: 12), .figures("LEADS"),
        TextTable.Column(title: "", most: 16, least: 8, leavesAs: 3), .figures("LEAD-DAYS"),
        .figures("OLDEST"), TextTable.Column(title: "WHOSE", most: 8, least: 6, leavesAs: 2),
        .figures("PAST DUE", leavesAs: 1),
      ],
      rows: kinds.map { kind, found in
        ReportPage.Row(
          [
            ReportPage.Cell(kind, .strong), .count(found.leads, .bad),
            .bar(found.leads, of: kinds.first?.value.leads ?? 0),
            ReportPage.Cell(ReportWords.count(Int(found.days))),
            ReportPage.Cell(ReportWords.span(since: found.oldest, now)),
            ReportPage.Cell(found.ours ? "ours" : "theirs", found.ours ? .warning : .dim),
            .count(found.overdue, .bad),
          ], to: .page(.roadblockPart(.alike(by: .kind, kind))))
      }, empty: "Nothing stands in anybody's way.")
  }

  /// Counts a lead that stands before roadblocks of a kind.
  private static func count(
    _ roadblocks: [RoadblockTrace], of kind: String, in kinds: inout [String: Kind], _ now: Instant
  ) {
    let since = roadblocks.map(\.opened).min() ?? now
    var known = kinds[kind] ?? Kind(oldest: since)
    known.leads += 1
    known.days += now.days(since: since)
    known.oldest = min(known.oldest, since)
    if roadblocks.contains(where: { $0.origin == .ours }) { known.ours = true }
    if roadblocks.contains(where: { $0.owner == nil }) { known.unowned += 1 }
    if roadblocks.contains(where: { $0.isOverdue(at: now) }) { known.overdue += 1 }
    kinds[kind] = known
  }

  /// The query that finds the open leads before a roadblock of a kind.
  static func query(_ kind: String) -> String {
    "\(Dimension.fieldTerm(.obstacle, kind)) is:open"
  }
}
