internal import BatonModel
internal import TerminalCanvas

/// What changed since the last meeting, against the four weeks before it.
enum ChangesPage {
  /// The weeks before the last meeting that tell what is usual.
  private static let weeksBefore = 4

  static func page(_ leads: [LeadSummary], _ view: MeetingView, _ reckoning: Reckoning)
    -> ReportPage
  {
    let counts = ChangeCounts(leads, since: view.start(reckoning), reckoning)
    let start = counts.start
    let since = "since \(ReportWords.day(start))"
    let rows = Change.allCases.map { change in
      let tally = counts[change]
      return ReportPage.Row(
        [
          ReportPage.Cell(change.title, .strong),
          ReportPage.Cell(ReportWords.count(tally.now), tally.now > 0 ? change.tone : .dim),
          ReportPage.Cell(ReportWords.decimal(counts.usual(change)), .dim),
          .bar(tally.now, of: counts.most),
          ReportPage.Cell(
            ReportWords.money(tally.money, reckoning.board.currency)),
        ], leads: change.query(from: start, through: nil), opens: tally.now)
    }
    let before = Change.allCases.map { change in
      let tally = counts[change]
      return ReportPage.Row(
        [
          ReportPage.Cell(change.title, .strong), .count(tally.before),
          ReportPage.Cell(
            ReportWords.decimal(
              counts.isKnownBefore ? Double(tally.before) / Double(weeksBefore) : nil)),
          .course(tally.weeks),
        ],
        leads: change.query(
          from: counts.firstBefore, through: CivilDay(dayNumber: start.dayNumber - 1)),
        opens: tally.before)
    }
    return ReportPage(
      title: MeetingPart.changes.title, subtitle: since,
      blocks: [
        .figures(
          Change.allCases.map { change in
            let now = counts[change].now
            return ReportPage.Figure(
              Wording.count(now), change.title.lowercased(), now > 0 ? change.tone : .dim)
          }),
        .table(
          ReportPage.Table(
            columns: [
              TextTable.Column(title: "WHAT", most: 16, least: 8), .figures("LEADS"),
              .figures("USUAL"), TextTable.Column(title: "", most: 16, least: 8, leavesAs: 2),
              .figures("MONEY", leavesAs: 1),
            ], rows: rows)),
        .table(
          ReportPage.Table(
            "The four weeks before",
            columns: [
              TextTable.Column(title: "WHAT", most: 16, least: 8), .figures("LEADS"),
              .figures("A WEEK"),
              TextTable.Column(title: "BY WEEK", most: 12, least: 7, leavesAs: 1),
            ], rows: before)),
        .note(
          counts.isKnownBefore
            ? "Usual: as many as the four weeks before had in \(counts.days) days. A lead counts "
              + "in every line that fits it."
            : "The board is younger than four weeks before: nothing is usual yet."),
      ], json: json(counts))
  }

  private static func json(_ counts: ChangeCounts) -> JSONObject {
    [
      "since": .string("\(counts.start)"),
      "changes": .object(
        JSONObject(
          Change.allCases.map { change in
            let tally = counts[change]
            return (
              change.rawValue,
              .object([
                "count": .whole(tally.now), "usual": .double(counts.usual(change)),
                "before": .whole(tally.before),
                "weeksBefore": .array(tally.weeks.map { .whole($0) }),
                "money": .sum(tally.money),
                "otherCurrencies": .whole(tally.money.otherCurrencies),
                "query": .string(change.query(from: counts.start, through: nil)),
              ])
            )
          })),
    ]
  }
}

/// What can become of a lead between two meetings.
private enum Change: String, CaseIterable {
  case new, moved, won, lost

  var title: String {
    switch self {
    case .new: "New"
    case .moved: "Moved"
    case .won: "Won"
    case .lost: "Lost"
    }
  }

  var tone: ReportPage.Tone {
    switch self {
    case .new, .moved: .strong
    case .won: .good
    case .lost: .warning
    }
  }

  /// The query that finds the leads of which it became so within some days.
  func query(from first: CivilDay, through last: CivilDay?) -> String {
    let days = QueryDays(from: first, through: last)
    switch self {
    case .new: return "came:\(days)"
    case .moved: return "moved:\(days)"
    case .won: return "is:won ended:\(days)"
    case .lost: return "-is:won ended:\(days)"
    }
  }
}

/// How many leads changed how, in each of four weeks and since them.
private struct ChangeCounts {
  struct Tally {
    /// The leads of each week before, oldest first.
    var weeks = [0, 0, 0, 0]
    /// The leads of these weeks together; one that moved in two of them is one.
    var before = 0
    /// The leads since then.
    var now = 0
    /// What those are worth, in the board's currency.
    var money = MoneySum()
  }

  /// The day of the last meeting.
  let start: CivilDay
  /// The days since then, today among them.
  let days: Int
  /// Whether there were leads before the first of the weeks.
  private(set) var isKnownBefore = false
  private var tallies: [Tally]
  /// The first instants of the weeks and of the time since, and the end of it all.
  private let bounds: [Instant]

  init(_ leads: [LeadSummary], since start: CivilDay, _ reckoning: Reckoning) {
    self.start = start
    let calendar = reckoning.board.calendar
    days = calendar.day(of: reckoning.now).dayNumber - start.dayNumber + 1
    bounds =
      (0...4).map { calendar.instant(of: CivilDay(dayNumber: start.dayNumber - 28 + 7 * $0)) }
      + [Instant(microseconds: reckoning.now.microseconds + 1)]
    tallies = Change.allCases.map { _ in Tally() }
    let first = bounds[0]
    for lead in leads {
      if lead.createdAt < first { isKnownBefore = true }
      count(.new, spans: span(of: lead.createdAt), lead, reckoning)
      let moves = lead.stays.dropFirst().reduce(0) { $0 | span(of: $1.entered) }
      count(.moved, spans: moves, lead, reckoning)
      if let parked = lead.parked, parked.kind.isClosed {
        // Where a lead's parking stands in the future it has not ended.
        count(parked.kind == .won ? .won : .lost, spans: span(of: parked.since), lead, reckoning)
      }
    }
  }

  subscript(change: Change) -> Tally { tallies[Change.allCases.firstIndex(of: change) ?? 0] }

  /// The first day of the weeks before.
  var firstBefore: CivilDay { CivilDay(dayNumber: start.dayNumber - 28) }

  /// The most leads that changed in one way.
  var most: Int { tallies.map(\.now).max() ?? 0 }

  /// How many leads the weeks before had in as many days; nil where they are not known.
  func usual(_ change: Change) -> Double? {
    isKnownBefore ? Double(self[change].before) * Double(days) / 28 : nil
  }

  /// The bit of the week that an instant lies in, the fifth for the time since; 0 for none.
  private func span(of instant: Instant) -> Int {
    guard instant >= bounds[0], instant < bounds[5] else { return 0 }
    var span = 0
    while span < 4, instant >= bounds[span + 1] { span += 1 }
    return 1 << span
  }

  private mutating func count(
    _ change: Change, spans: Int, _ lead: LeadSummary, _ reckoning: Reckoning
  ) {
    guard spans != 0, let place = Change.allCases.firstIndex(of: change) else { return }
    for week in 0..<4 where spans & 1 << week != 0 { tallies[place].weeks[week] += 1 }
    if spans & 0b1111 != 0 { tallies[place].before += 1 }
    guard spans & 0b10000 != 0 else { return }
    tallies[place].now += 1
    tallies[place].money.add(lead.amount, in: reckoning.board.currency)
  }
}
