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
    public var query: String { "\(Dimension.fieldTerm(.furthest, stage.id.rawValue)) is:open" }
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

    fileprivate mutating func add(_ later: Week) {
      arrivals += later.arrivals
      won += later.won
      lost += later.lost
    }
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
    let calendar = WeekCalendar(board.calendar, now: now, weeks: Self.weeksBack)
    let tally = FlowTally(reckoning, calendar).counting(leads)
    let funnel = StageFunnel(stages: board.stages.count + 1, leads: tally.funnel)
    let following = board.stages.dropFirst().map(\.id) + [nil]
    stages = zip(zip(board.stages, following), funnel.steps).map {
      StageRow(stage: $0.0, step: $1, next: $0.1)
    }
    won = funnel.reached.last ?? 0
    joints = tally.joints.rows
    let weeks = tally.weeks
    self.weeks = weeks
    window = FlowWindow(tally.items, from: calendar.start.dayNumber, to: calendar.end.dayNumber)
    cumulative = tally.cumulative.flow
    load = TeamLoad(tally.load)
    let first = tally.first ?? now
    forecast = CloseForecast(
      history: zip(calendar.bounds.dropFirst(), weeks).filter { $0.0 > first }.map { $0.1.won })
  }
}

/// What the report needs of every lead, gathered in one pass: on a large board it takes longer to
/// come to a lead than to look at it.
private struct FlowTally: Tally {
  private let now: Instant
  private let calendar: WeekCalendar
  private let ranks: StageTable<Int>
  /// The rank of won, behind all stages.
  private let wonRank: Int
  /// The leads that came into a stage of the board.
  private(set) var funnel: [StageFunnel.Lead] = []
  /// All leads.
  private(set) var items: [FlowItem] = []
  private(set) var cumulative: CumulativeFlow.Tally
  /// What waits and leaks between the activities.
  private(set) var joints: JointTally
  /// The owners' open leads and closes.
  private(set) var load: LoadTally
  /// When the first of them came in.
  private(set) var first: Instant?
  private var counts: [FlowReport.Week]
  /// By how many more leads were in progress at the end of each week than at the end of the week
  /// before; behind the last week what has not come yet.
  private var growth: [Int]
  /// The day on which a lead first was at each rank; kept, so as not to be made for every lead.
  private var entries: [Double?] = []

  init(_ reckoning: Reckoning, _ calendar: WeekCalendar) {
    let board = reckoning.board
    now = reckoning.now
    self.calendar = calendar
    ranks = board.ranks
    wonRank = board.stages.count
    joints = JointTally(reckoning)
    load = LoadTally(asOf: now.dayNumber)
    cumulative = CumulativeFlow.Tally(
      stages: wonRank + 1, days: calendar.bounds.map(\.dayNumber))
    counts = calendar.mondays.map { FlowReport.Week(monday: $0) }
    growth = [Int](repeating: 0, count: counts.count + 1)
  }

  mutating func count(_ lead: LeadSummary) {
    let fate = lead.fate(asOf: now)
    let ended = fate == .open ? nil : lead.parked?.since
    items.append(
      FlowItem(arrived: lead.createdAt.dayNumber, departed: ended?.dayNumber))
    first = min(first ?? lead.createdAt, lead.createdAt)
    if let rank = fate == .won ? wonRank : lead.highestRank(ranks, asOf: now) {
      funnel.append(StageFunnel.Lead(highestRank: rank, fate: fate))
    }
    if let week = calendar.week(of: lead.createdAt) { counts[week].arrivals += 1 }
    if let week = ended.flatMap(calendar.week(of:)) {
      if fate == .won { counts[week].won += 1 } else { counts[week].lost += 1 }
    }
    let (came, went) = (
      calendar.weeks(endedBy: lead.createdAt), ended.map(calendar.weeks(endedBy:))
    )
    if came < went ?? .max {
      growth[came] += 1
      if let went { growth[went] -= 1 }
    }
    countEntries(lead, won: fate == .won ? ended : nil)
    joints.count(lead)
    load.count(lead)
  }

  mutating func add(_ later: FlowTally) {
    funnel += later.funnel
    items += later.items
    first = [first, later.first].compactMap(\.self).min()
    cumulative.add(later.cumulative)
    joints.add(later.joints)
    load.add(later.load)
    for week in counts.indices { counts[week].add(later.counts[week]) }
    for week in growth.indices { growth[week] += later.growth[week] }
  }

  private mutating func countEntries(_ lead: LeadSummary, won: Instant?) {
    entries.removeAll(keepingCapacity: true)
    for _ in 0...wonRank { entries.append(nil) }
    for stay in lead.stays where stay.entered <= now {
      guard let rank = ranks[stay.stage] else { continue }
      entries[rank] = min(entries[rank] ?? .infinity, stay.entered.dayNumber)
    }
    entries[wonRank] = won?.dayNumber
    cumulative.count(entries)
  }

  /// The weeks with their counts.
  var weeks: [FlowReport.Week] {
    var inProgress = 0
    return zip(counts, growth).map { week, growth in
      var week = week
      inProgress += growth
      week.inProgress = inProgress
      return week
    }
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

  /// How many of the weeks had ended by an instant.
  func weeks(endedBy instant: Instant) -> Int {
    instant < start ? 0 : week(of: instant) ?? mondays.count
  }
}
