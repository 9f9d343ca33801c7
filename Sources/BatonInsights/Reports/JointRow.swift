public import BatonModel

/// The joint between two activities: what waits there, how long, and what leaks.
public struct JointRow: Sendable {
  /// The activity that gives.
  public let from: Activity
  /// The activity that takes.
  public let to: Activity
  /// The day from which on handoffs are counted: twelve weeks ago.
  public let since: CivilDay
  /// The handoffs that wait for an answer or for their proof.
  public private(set) var waiting = 0
  /// Those of them whose clock ran out: nobody took them in time, or whoever did booked nothing.
  public private(set) var overdue = 0
  /// When the oldest of them was offered.
  public private(set) var oldest: Instant?
  /// The handoffs of the last twelve weeks.
  public private(set) var handoffs = Outcomes()
  /// The leads of these handoffs; one that was handed over twice is one.
  public private(set) var leads = Outcomes()
  /// How long these handoffs wait for their answer, told from those answered and those that still
  /// wait.
  public fileprivate(set) var answers = DwellCurve([])

  /// How many handoffs there were, or leads that were handed over, and what became of them.
  public struct Outcomes: Hashable, Sendable {
    /// All of them.
    public fileprivate(set) var offered = 0
    /// Those that were accepted.
    public fileprivate(set) var accepted = 0
    /// Those that were rejected.
    public fileprivate(set) var rejected = 0
    /// Those that lapsed: nobody answered in time.
    public fileprivate(set) var lapsed = 0

    fileprivate mutating func count(_ answer: HandoffTrace.Answer?) {
      switch answer {
      case .accepted: accepted += 1
      case .rejected: rejected += 1
      case .lapsed: lapsed += 1
      case nil: break
      }
    }

    fileprivate mutating func add(_ later: Outcomes) {
      offered += later.offered
      accepted += later.accepted
      rejected += later.rejected
      lapsed += later.lapsed
    }
  }

  /// The query that finds the leads that wait.
  public var query: String { JointRow.query(from: from, to: to) }

  /// The query that finds the leads that wait between two activities.
  public static func query(from: Activity, to: Activity) -> String {
    "giver:==\(from.rawValue) taker:==\(to.rawValue)"
  }

  /// Whether anything was ever handed over here.
  fileprivate var isKnown = false

  fileprivate init(from: Activity, to: Activity, since: CivilDay) {
    self.from = from
    self.to = to
    self.since = since
  }

  fileprivate mutating func wait(_ handoff: HandoffSummary, _ reckoning: Reckoning) {
    isKnown = true
    waiting += 1
    if reckoning.isBelated(handoff) { overdue += 1 }
    oldest = min(oldest ?? handoff.offeredAt, handoff.offeredAt)
  }

  /// - Parameter earlier: The same lead's handoffs at this joint that were counted before.
  fileprivate mutating func count(
    _ handoff: HandoffTrace, after earlier: [HandoffTrace], now: Instant
  ) {
    let answer = handoff.answer(asOf: now)
    handoffs.offered += 1
    handoffs.count(answer)
    if earlier.isEmpty { leads.offered += 1 }
    if !earlier.contains(where: { $0.answer(asOf: now) == answer }) { leads.count(answer) }
  }

  fileprivate mutating func add(_ later: JointRow) {
    isKnown = isKnown || later.isKnown
    waiting += later.waiting
    overdue += later.overdue
    oldest = [oldest, later.oldest].compactMap(\.self).min()
    handoffs.add(later.handoffs)
    leads.add(later.leads)
  }
}

/// What waits and leaks between the activities, counted lead by lead.
struct JointTally: Tally {
  /// By the place of the giver and of the taker, rather than in a dictionary: a handoff is looked
  /// up faster than it is hashed.
  private var all: [JointRow]
  private var waits: [[Stay]]
  private let reckoning: Reckoning
  private let now: Instant
  private let start: Instant

  init(_ reckoning: Reckoning) {
    self.reckoning = reckoning
    now = reckoning.now
    let calendar = reckoning.board.calendar
    let since = CivilDay(dayNumber: calendar.day(of: now).dayNumber - 7 * FlowReport.weeksBack)
    start = calendar.instant(of: since)
    let activities = Activity.allCases
    all = activities.flatMap { from in
      activities.map { JointRow(from: from, to: $0, since: since) }
    }
    waits = all.map { _ in [] }
  }

  mutating func count(_ lead: LeadSummary) {
    // What waits is what the board shows to wait: the lead's latest handoff, lapsed or not.
    if let waiting = lead.handoff, waiting.offeredAt <= now {
      all[place(from: waiting.from, to: waiting.to)].wait(waiting, reckoning)
    }
    let handoffs = lead.handoffs
    for (number, handoff) in handoffs.enumerated() where handoff.offeredAt <= now {
      let place = place(from: handoff.from, to: handoff.to)
      all[place].isKnown = true
      guard handoff.offeredAt >= start else { continue }
      let earlier = handoffs[..<number].filter {
        $0.from == handoff.from && $0.to == handoff.to && $0.offeredAt >= start
      }
      all[place].count(handoff, after: earlier, now: now)
      let answered = handoff.state == .lapsed ? nil : handoff.answeredAt
      let wait = Stay(
        entered: handoff.offeredAt.dayNumber, left: answered?.dayNumber, asOf: now.dayNumber)
      if let wait { waits[place].append(wait) }
    }
  }

  mutating func add(_ later: JointTally) {
    for place in all.indices {
      all[place].add(later.all[place])
      waits[place] += later.waits[place]
    }
  }

  private func place(from: Activity, to: Activity) -> Int {
    from.rank * Activity.allCases.count + to.rank
  }

  /// Every joint at which something was handed over, in the order of the activities; those back
  /// follow those forwards.
  var rows: [JointRow] {
    let rows = zip(all, waits).compactMap { row, waits -> JointRow? in
      guard row.isKnown else { return nil }
      var row = row
      row.answers = DwellCurve(waits)
      return row
    }
    return rows.sorted {
      ($0.to < $0.from ? 1 : 0, $0.from.rank, $0.to.rank)
        < ($1.to < $1.from ? 1 : 0, $1.from.rank, $1.to.rank)
    }
  }
}
