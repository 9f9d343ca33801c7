internal import BatonInsights
internal import BatonModel
internal import TerminalCanvas

/// Handed-over leads without an answer.
enum WaitingHandoffsPage {
  static func page(_ leads: [LeadSummary], _ reckoning: Reckoning) -> ReportPage {
    let now = reckoning.now
    var joints: [Joint: Waiting] = [:]
    var total = Waiting()
    var list = LeadList()
    for lead in leads {
      guard let handoff = lead.handoff else { continue }
      joints[Joint(from: handoff.from, to: handoff.to), default: Waiting()].count(handoff, now)
      total.count(handoff, now)
      list.add(lead, since: handoff.offeredAt, standing(of: handoff, reckoning))
    }
    let rows = joints.sorted { $0.key.order < $1.key.order }.map { joint, waiting in
      ReportPage.Row(
        [
          ReportPage.Cell("\(joint.from.rawValue) → \(joint.to.rawValue)", .strong),
          .count(waiting.count), .count(waiting.lapsed, .bad), .count(waiting.unproven, .warning),
          ReportPage.Cell(ReportWords.span(since: waiting.oldest, now)),
          .bar(waiting.count, of: total.count),
        ], leads: joint.query, opens: waiting.count)
    }
    return ReportPage(
      title: MeetingPart.handoffs.title,
      blocks: [
        .figures([
          .fault(total.count, "wait", .warning), .fault(total.lapsed, "lapsed"),
          .fault(total.unproven, "taken, nothing booked", .warning),
          ReportPage.Figure(
            ReportWords.span(since: total.oldest, now), "the oldest"),
        ]),
        .table(
          ReportPage.Table(
            columns: [
              TextTable.Column(title: "FROM → TO", most: 24, least: 18), .figures("WAIT"),
              .figures("LAPSED"), .figures("NOTHING BOOKED", leavesAs: 1), .figures("OLDEST"),
              TextTable.Column(title: "", most: 16, least: 8, leavesAs: 2),
            ], rows: rows, empty: "Everything that was handed over has its answer.")),
      ] + list.blocks("The oldest", "WAITS", "WHO MUST ACT", reckoning),
      json: [
        "waiting": .whole(total.count), "lapsed": .whole(total.lapsed),
        "unproven": .whole(total.unproven), "oldest": .time(total.oldest),
        "joints": .array(
          joints.sorted { $0.key.order < $1.key.order }.map { joint, waiting in
            .object([
              "from": .string(joint.from.rawValue), "to": .string(joint.to.rawValue),
              "waiting": .whole(waiting.count), "lapsed": .whole(waiting.lapsed),
              "unproven": .whole(waiting.unproven), "oldest": .time(waiting.oldest),
              "query": .string(joint.query),
            ])
          }),
      ])
  }

  private static func standing(of handoff: HandoffSummary, _ reckoning: Reckoning) -> String {
    let board = reckoning.board
    if handoff.hasLapsed(asOf: reckoning.now) {
      return "\(board.name(of: handoff.offeredBy)): nobody took it"
    }
    let taker = handoff.offeredTo.map { board.name(of: $0) } ?? handoff.to.rawValue
    guard handoff.isAccepted else { return "\(taker) to answer" }
    return "\(handoff.answeredBy.map { board.name(of: $0) } ?? taker) to book a step"
  }

  private struct Joint: Hashable {
    let from: Activity
    let to: Activity

    var order: (Int, Int) { (from.rank, to.rank) }
    var query: String { JointRow.query(from: from, to: to) }
  }

  private struct Waiting {
    var count = 0
    var lapsed = 0
    var unproven = 0
    var oldest: Instant?

    mutating func count(_ handoff: HandoffSummary, _ now: Instant) {
      count += 1
      if handoff.hasLapsed(asOf: now) {
        lapsed += 1
      } else if handoff.isAccepted {
        unproven += 1
      }
      oldest = min(oldest ?? handoff.offeredAt, handoff.offeredAt)
    }
  }
}

/// Verdicts that nobody answered.
enum UnansweredPage {
  static func page(_ leads: [LeadSummary], _ reckoning: Reckoning) -> ReportPage {
    let now = reckoning.now
    let window = reckoning.board.windows.answerDays
    var bySide: [Side: (count: Int, overdue: Int, oldest: Instant)] = [:]
    var list = LeadList()
    for lead in leads {
      guard let verdict = lead.unanswered else { continue }
      let known = bySide[verdict.answerer] ?? (0, 0, verdict.at)
      let isOverdue = now.days(since: verdict.at) > Double(window)
      bySide[verdict.answerer] = (
        known.count + 1, known.overdue + (isOverdue ? 1 : 0), min(known.oldest, verdict.at)
      )
      list.add(lead, since: verdict.at, words(of: verdict, on: lead, reckoning.board))
    }
    let sides = [Side.marketing, .sales].compactMap { side in bySide[side].map { (side, $0) } }
    let count = sides.reduce(0) { $0 + $1.1.count }
    return ReportPage(
      title: MeetingPart.feedback.title,
      blocks: [
        .figures([
          .fault(count, "await an answer", .warning),
          .fault(sides.reduce(0) { $0 + $1.1.overdue }, "for more than \(window) days"),
        ]),
        .table(
          ReportPage.Table(
            columns: [
              TextTable.Column(title: "WHO OWES THE ANSWER", most: 24, least: 10),
              .figures("VERDICTS"), .figures("OVER \(window)D"), .figures("OLDEST"),
              TextTable.Column(title: "", most: 16, least: 8, leavesAs: 1),
            ],
            rows: sides.map { side, owed in
              ReportPage.Row(
                [
                  ReportPage.Cell(side.rawValue, .strong), .count(owed.count),
                  .count(owed.overdue, .bad),
                  ReportPage.Cell(ReportWords.span(since: owed.oldest, now)),
                  .bar(owed.count, of: count),
                ], leads: "answerer:==\(side.rawValue)", opens: owed.count)
            }, empty: "Every verdict has its answer.")),
      ] + list.blocks("The oldest", "WAITS", "VERDICT", reckoning),
      json: [
        "windowDays": .whole(window), "count": .whole(count),
        "sides": .array(
          sides.map { side, owed in
            .object([
              "side": .string(side.rawValue), "count": .whole(owed.count),
              "overdue": .whole(owed.overdue), "oldest": .time(owed.oldest),
              "query": .string("answerer:==\(side.rawValue)"),
            ])
          }),
      ])
  }

  /// What there is to answer, and who said so unless it is the owner, who stands beside it.
  private static func words(
    of verdict: UnansweredSummary, on lead: LeadSummary, _ board: Board
  ) -> String {
    let past = verdict.verdict.past
    let said = verdict.reason.map { "\(past): \(board.reason($0)?.title ?? $0.rawValue)" } ?? past
    if verdict.by == lead.owner?.rawValue { return said }
    return "\(said)\(verdict.reason == nil ? "" : ",") by \(board.name(of: verdict.by))"
  }
}
