public import BatonModel

/// The activities as one connected pipeline: what came how far, what waits between, how fast it
/// moves, who carries how much, and what follows if the next weeks look like the last.
public struct FlowReport: Sendable {
  /// The weeks that the report looks back on.
  public static let weeksBack = CloseForecast.usualWeeks

  /// A stage and the way on from it.
  public struct StageRow: Sendable {
    /// The stage.
    public let stage: Stage
    /// How many leads came here, went on, are still here, were lost here.
    public let step: StageFunnel.Step
    /// The stage that comes next; nil for the last.
    let next: StageID?
    /// The query that finds the open leads that came here and no further.
    public var query: String { "\(Dimension.fieldTerm("furthest", stage.id.rawValue)) is:open" }
  }

  /// What happened in a week.
  public struct Week: Sendable {
    /// Its Monday.
    public let monday: CivilDay
    /// The leads that came in.
    public internal(set) var arrivals = 0
    /// The leads that were won.
    public internal(set) var won = 0
    /// The leads that ended otherwise.
    public internal(set) var lost = 0
    /// The leads in progress when it ended.
    public internal(set) var inProgress = 0
  }

  /// The stages in the board's order; beyond the last stands won.
  public let stages: [StageRow]
  /// How many leads were won of all that came into the first stage.
  public let won: Int
  /// What waits and leaks between the activities.
  public let joints: [JointRow]
  /// The last complete weeks, oldest first.
  public let weeks: [Week]
  /// Work in progress, throughput and cycle time over these weeks; nil without a day.
  public let window: FlowWindow?
  /// How many leads had come at least to each stage by the end of each week.
  public let cumulative: CumulativeFlow
  /// Each owner's open leads against their closes over eight weeks.
  public let load: TeamLoad
  /// How many leads will be won; nil under eight weeks of history.
  public let forecast: CloseForecast?

  /// Makes the report of some leads.
  ///
  /// - Complexity: O(n log n).
  public init(_ leads: [LeadSummary], _ reckoning: Reckoning) {
    let (board, now) = (reckoning.board, reckoning.now)
    let ranks = board.ranks
    let count = board.stages.count
    let funnel = StageFunnel(
      stages: count + 1,
      leads: leads.lazy.compactMap { lead in
        let fate = lead.fate(asOf: now)
        guard let rank = fate == .won ? count : lead.highestRank(ranks, asOf: now) else {
          return nil
        }
        return StageFunnel.Lead(highestRank: rank, fate: fate)
      })
    let following = board.stages.dropFirst().map(\.id) + [nil]
    stages = zip(zip(board.stages, following), funnel.steps).map {
      StageRow(stage: $0.0, step: $1, next: $0.1)
    }
    won = funnel.reached.last ?? 0
    joints = JointRow.all(leads, reckoning)
    let calendar = WeekCalendar(board.calendar, now: now, weeks: Self.weeksBack)
    weeks = Self.weeks(leads, calendar, asOf: now)
    let items = leads.map { $0.flowItem(asOf: now) }
    window = FlowWindow(items, from: calendar.start.dayNumber, to: calendar.end.dayNumber)
    cumulative = CumulativeFlow(
      leads: leads.lazy.map { lead in Self.firstEntries(lead, ranks, count, asOf: now) },
      stages: count + 1, days: calendar.bounds.map(\.dayNumber))
    load = TeamLoad(of: leads, asOf: now)
    let first = leads.lazy.map(\.createdAt).min() ?? now
    forecast = CloseForecast(
      history: zip(calendar.bounds.dropFirst(), weeks).filter { $0.0 > first }.map { $0.1.won })
  }

  /// The day on which a lead first was at each rank, won last.
  private static func firstEntries(
    _ lead: LeadSummary, _ ranks: [StageID: Int], _ count: Int, asOf now: Instant
  ) -> [Double?] {
    var days = [Double?](repeating: nil, count: count + 1)
    for stay in lead.trail.stays where stay.entered <= now {
      guard let rank = ranks[stay.stage] else { continue }
      days[rank] = min(days[rank] ?? .infinity, stay.entered.dayNumber)
    }
    if lead.fate(asOf: now) == .won { days[count] = lead.parked?.since.dayNumber }
    return days
  }

  private static func weeks(
    _ leads: [LeadSummary], _ calendar: WeekCalendar, asOf now: Instant
  ) -> [Week] {
    var weeks = calendar.mondays.map { Week(monday: $0) }
    for lead in leads {
      if let week = calendar.week(of: lead.createdAt) { weeks[week].arrivals += 1 }
      let ended = lead.ended(asOf: now)
      if let week = ended.flatMap(calendar.week(of:)) {
        if lead.fate(asOf: now) == .won { weeks[week].won += 1 } else { weeks[week].lost += 1 }
      }
      for week in weeks.indices {
        let end = calendar.bounds[week + 1]
        if lead.createdAt < end, ended.map({ $0 >= end }) ?? true { weeks[week].inProgress += 1 }
      }
    }
    return weeks
  }
}

/// The last complete weeks on the board's calendar, Monday to Sunday.
struct WeekCalendar {
  /// The first day of each week, oldest first.
  let mondays: [CivilDay]
  /// The first instants of the weeks, and the end of the last.
  let bounds: [Instant]

  /// The weeks that were complete at a moment.
  init(_ calendar: BoardCalendar, now: Instant, weeks: Int) {
    let today = calendar.day(of: now)
    let monday = today.dayNumber - today.weekday
    mondays = (1...weeks).reversed().map { CivilDay(dayNumber: monday - 7 * $0) }
    bounds = (mondays + [CivilDay(dayNumber: monday)]).map { calendar.instant(of: $0) }
  }

  /// When the first week began.
  var start: Instant { bounds[0] }
  /// When the last week ended.
  var end: Instant { bounds[bounds.count - 1] }

  /// The number of the week that an instant lies in. Constant time but for the hour of a change
  /// of clocks.
  func week(of instant: Instant) -> Int? {
    guard instant >= start, instant < end else { return nil }
    var week = min(mondays.count - 1, Int(instant.days(since: start) / 7))
    while week > 0, instant < bounds[week] { week -= 1 }
    while instant >= bounds[week + 1] { week += 1 }
    return week
  }
}
