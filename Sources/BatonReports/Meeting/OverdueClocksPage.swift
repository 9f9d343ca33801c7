internal import BatonInsights
internal import BatonModel
internal import TerminalCanvas

/// Each side's overdue clocks: what should have happened by now, and who should have done it.
enum OverdueClocksPage {
  static func page(_ leads: [LeadSummary], _ reckoning: Reckoning) -> ReportPage {
    let clocks = OverdueClocks(leads, reckoning)
    let most = clocks.counts.values.map(\.count).max() ?? 0
    let rows = OverdueClocks.sides.flatMap { side in
      OverdueClock.allCases.compactMap { clock -> ReportPage.Row? in
        guard let found = clocks.counts[OverdueClocks.Key(side: side, clock: clock)] else {
          return nil
        }
        return ReportPage.Row(
          [
            ReportPage.Cell(side.rawValue, .strong),
            ReportPage.Cell(clock.title(reckoning.board)), .count(found.count, .bad),
            ReportPage.Cell(ReportWords.span(since: found.oldest, reckoning.now)),
            .bar(found.count, of: most),
          ], leads: clock.query(side, reckoning.board), opens: found.count)
      }
    }
    return ReportPage(
      title: MeetingPart.clocks.title,
      blocks: [
        .figures(
          OverdueClocks.sides.map { .fault(clocks.total(of: $0), $0.rawValue) }),
        .table(
          ReportPage.Table(
            columns: [
              TextTable.Column(title: "SIDE", most: 12, least: 9),
              TextTable.Column(title: "CLOCK", most: 36, least: 16), .figures("LEADS"),
              .figures("OLDEST"), TextTable.Column(title: "", most: 16, least: 8, leavesAs: 1),
            ], rows: rows, empty: "Every clock runs in time.")),
      ], json: json(clocks, reckoning.board))
  }

  private static func json(_ clocks: OverdueClocks, _ board: Board) -> JSONObject {
    [
      "sides": .object(
        JSONObject(
          OverdueClocks.sides.map { side in
            (
              side.rawValue,
              .object(
                JSONObject(
                  OverdueClock.allCases.map { clock in
                    let found = clocks.counts[OverdueClocks.Key(side: side, clock: clock)]
                    return (
                      clock.rawValue,
                      .object([
                        "count": .whole(found?.count ?? 0), "oldest": .time(found?.oldest),
                        "query": .string(clock.query(side, board)),
                      ])
                    )
                  }))
            )
          }))
    ]
  }
}

/// A clock that has run out.
private enum OverdueClock: String, CaseIterable {
  case nextStep, lapsedOffer, missingProof, verdict

  func title(_ board: Board) -> String {
    switch self {
    case .nextStep: "next step past due"
    case .lapsedOffer: "offer that nobody took"
    case .missingProof: "taken, nothing booked in time"
    case .verdict: "verdict unanswered for \(board.windows.answerDays)d"
    }
  }

  /// The query that finds the leads on which a side's clock has run out.
  func query(_ side: Side, _ board: Board) -> String {
    switch self {
    case .nextStep:
      let own = Activity.allCases.filter { $0.side == side }.map(\.rawValue)
      return "is:overdue activity:==\(own.joined(separator: ","))"
    case .lapsedOffer: return "is:lapsed giver:==\(side.rawValue)"
    case .missingProof: return "is:unproven is:belated taker:==\(side.rawValue)"
    case .verdict:
      return "answerer:==\(side.rawValue) unanswered>\(board.windows.answerDays)d"
    }
  }
}

/// How many leads each side keeps waiting beyond their clocks.
private struct OverdueClocks {
  struct Key: Hashable {
    let side: Side
    let clock: OverdueClock
  }

  static let sides: [Side] = [.marketing, .sales, .delivery]

  private(set) var counts: [Key: (count: Int, oldest: Instant)] = [:]

  init(_ leads: [LeadSummary], _ reckoning: Reckoning) {
    let now = reckoning.now
    let sides = Dictionary(
      reckoning.board.stages.map { ($0.id, $0.activity.side) }, uniquingKeysWith: { one, _ in one })
    for lead in leads {
      if let due = lead.nextStep?.due, due < now, reckoning.parking(of: lead) == nil,
        let side = sides[lead.stage]
      {
        count(.nextStep, side, due)
      }
      if let handoff = lead.handoff {
        if handoff.hasLapsed(asOf: now) {
          count(.lapsedOffer, handoff.from.side, handoff.due ?? handoff.offeredAt)
        } else if handoff.isAccepted, reckoning.isBelated(handoff) {
          count(.missingProof, handoff.to.side, reckoning.clockEnd(of: handoff))
        }
      }
      if let verdict = lead.unanswered,
        now.days(since: verdict.at) > Double(reckoning.board.windows.answerDays)
      {
        count(.verdict, verdict.answerer, verdict.at)
      }
    }
  }

  private mutating func count(_ clock: OverdueClock, _ side: Side, _ since: Instant) {
    let key = Key(side: side, clock: clock)
    let known = counts[key] ?? (0, since)
    counts[key] = (known.count + 1, min(known.oldest, since))
  }

  func total(of side: Side) -> Int {
    OverdueClock.allCases.reduce(0) { $0 + (counts[Key(side: side, clock: $1)]?.count ?? 0) }
  }
}
