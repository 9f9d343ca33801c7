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
  /// Those of them that nobody took before the clock ran out.
  public private(set) var overdue = 0
  /// When the oldest of them was offered.
  public private(set) var oldest: Instant?
  /// The handoffs of the last twelve weeks.
  public private(set) var offered = 0
  /// Those of them that were accepted.
  public private(set) var accepted = 0
  /// Those of them that were rejected.
  public private(set) var rejected = 0
  /// Those of them that lapsed: nobody answered in time.
  public private(set) var lapsed = 0
  /// The leads of these handoffs; one that was handed over twice is one.
  public private(set) var leads = Outcomes()
  /// How long handoffs wait for their answer, told from those answered and those that still wait.
  public private(set) var answers = DwellCurve([])

  /// How many leads were handed over, and what became of it.
  public struct Outcomes: Hashable, Sendable {
    /// Those that were offered.
    public fileprivate(set) var offered = 0
    /// Those of which a handoff was accepted.
    public fileprivate(set) var accepted = 0
    /// Those of which a handoff was rejected.
    public fileprivate(set) var rejected = 0
    /// Those of which a handoff lapsed.
    public fileprivate(set) var lapsed = 0
  }

  /// The query that finds the leads that wait.
  public var query: String { JointRow.query(from: from, to: to) }

  /// The query that finds the leads that wait between two activities.
  public static func query(from: Activity, to: Activity) -> String {
    "giver:==\(from.rawValue) taker:==\(to.rawValue)"
  }

  /// Every joint at which something was handed over, in the order of the activities; those back
  /// follow those forwards.
  static func all(_ leads: [LeadSummary], _ reckoning: Reckoning) -> [JointRow] {
    struct Key: Hashable {
      let from: Activity
      let to: Activity
    }
    var rows: [Key: JointRow] = [:]
    var waits: [Key: [Stay]] = [:]
    let now = reckoning.now
    let calendar = reckoning.board.calendar
    let since = CivilDay(
      dayNumber: calendar.day(of: now).dayNumber - 7 * FlowReport.weeksBack)
    let start = calendar.instant(of: since)
    func change(_ key: Key, _ change: (inout JointRow) -> Void) {
      change(&rows[key, default: JointRow(from: key.from, to: key.to, since: since)])
    }
    for lead in leads {
      // What waits is what the board shows to wait: the lead's latest handoff, lapsed or not.
      if let waiting = lead.handoff, waiting.offeredAt <= now {
        change(Key(from: waiting.from, to: waiting.to)) { $0.wait(waiting, now: now) }
      }
      let handoffs = lead.trail.handoffs
      for (place, handoff) in handoffs.enumerated() where handoff.offeredAt <= now {
        let key = Key(from: handoff.from, to: handoff.to)
        let earlier = handoffs[..<place].filter {
          $0.from == key.from && $0.to == key.to && $0.offeredAt >= start
        }
        change(key) { joint in
          if handoff.offeredAt >= start { joint.count(handoff, after: earlier, now: now) }
        }
        let answered = handoff.state == .lapsed ? nil : handoff.answeredAt
        let wait = Stay(
          entered: handoff.offeredAt.dayNumber, left: answered?.dayNumber, asOf: now.dayNumber)
        if let wait { waits[key, default: []].append(wait) }
      }
    }
    for (key, stays) in waits { rows[key]?.answers = DwellCurve(stays) }
    return rows.values.sorted {
      ($0.to < $0.from ? 1 : 0, $0.from.rank, $0.to.rank)
        < ($1.to < $1.from ? 1 : 0, $1.from.rank, $1.to.rank)
    }
  }

  private init(from: Activity, to: Activity, since: CivilDay) {
    self.from = from
    self.to = to
    self.since = since
  }

  private mutating func wait(_ handoff: HandoffSummary, now: Instant) {
    waiting += 1
    if handoff.hasLapsed(asOf: now) { overdue += 1 }
    oldest = min(oldest ?? handoff.offeredAt, handoff.offeredAt)
  }

  /// - Parameter earlier: The same lead's handoffs at this joint that were counted before.
  private mutating func count(
    _ handoff: HandoffTrace, after earlier: [HandoffTrace], now: Instant
  ) {
    let answer = handoff.answer(asOf: now)
    offered += 1
    if earlier.isEmpty { leads.offered += 1 }
    let isFirst = !earlier.contains { $0.answer(asOf: now) == answer }
    switch answer {
    case .accepted:
      accepted += 1
      if isFirst { leads.accepted += 1 }
    case .rejected:
      rejected += 1
      if isFirst { leads.rejected += 1 }
    case .lapsed:
      lapsed += 1
      if isFirst { leads.lapsed += 1 }
    case nil: break
    }
  }
}
