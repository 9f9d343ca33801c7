public import BatonModel

/// The joint between two activities: what waits there, how long, and what leaks.
public struct JointRow: Sendable {
  /// The activity that gives.
  public let from: Activity
  /// The activity that takes.
  public let to: Activity
  /// The handoffs that wait for an answer or for their proof.
  public private(set) var waiting = 0
  /// Those of them whose clock has run out.
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
  /// How long handoffs wait for their answer, told from those answered and those that still wait.
  public private(set) var answers = DwellCurve([])

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
    let since = now.adding(days: -7 * Double(FlowReport.weeksBack))
    for lead in leads {
      // What waits is what the board shows to wait: the lead's latest handoff, lapsed or not.
      if let waiting = lead.handoff, waiting.offeredAt <= now {
        let key = Key(from: waiting.from, to: waiting.to)
        rows[key, default: JointRow(from: key.from, to: key.to)].wait(waiting, now: now)
      }
      for handoff in lead.trail.handoffs where handoff.offeredAt <= now {
        let key = Key(from: handoff.from, to: handoff.to)
        rows[key, default: JointRow(from: key.from, to: key.to)].count(
          handoff, isRecent: handoff.offeredAt > since, now: now)
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

  private init(from: Activity, to: Activity) {
    self.from = from
    self.to = to
  }

  private mutating func wait(_ handoff: HandoffSummary, now: Instant) {
    waiting += 1
    if !handoff.isAccepted, handoff.due.map({ $0 <= now }) ?? false { overdue += 1 }
    oldest = min(oldest ?? handoff.offeredAt, handoff.offeredAt)
  }

  private mutating func count(_ handoff: HandoffTrace, isRecent: Bool, now: Instant) {
    guard isRecent else { return }
    let hasLapsed =
      handoff.state == .lapsed
      || handoff.state == .offered && handoff.due.map { $0 <= now } ?? false
    offered += 1
    switch handoff.state {
    case .accepted: accepted += 1
    case .rejected: rejected += 1
    case .offered, .lapsed: if hasLapsed { lapsed += 1 }
    }
  }
}
