public import BatonModel

/// The loop of feedback, both ways: what is owed to whom, what was answered, and whether it helped.
public struct FeedbackReport: Sendable {
  /// What was answered within so many days is listed; so many days before and after an answer are
  /// compared.
  public static let days = 28.0

  /// A verdict that was answered.
  public struct Answered: Sendable {
    /// The lead.
    public let lead: LeadSummary
    /// The verdict with its answer.
    public let verdict: VerdictTrace
    /// When it was answered.
    public let answeredAt: Instant
    /// How often the same reason was given for leads of the same source in the days before the
    /// answer, this verdict included.
    public fileprivate(set) var before = 0
    /// The same in the days since.
    public fileprivate(set) var since = 0
    /// The days since the answer that are counted, at most as many as before it.
    public let daysSince: Double
  }

  /// What each side owes, the oldest first.
  public let awaiting: [Side: [Awaited]]
  /// The leads that sales has just accepted and not rated, the latest first; nobody owes it.
  public let invited: [LeadSummary]
  /// What was answered of late, the latest first.
  public let answered: [Answered]
  /// Of the verdicts that want an answer, and whose clock has run out or that were answered, those
  /// answered in time.
  public let inTime: Proportion
  /// The leads that marketing has not touched since it handed them over, the longest ago first.
  public let dropped: [LeadSummary]

  /// Looks at leads as they stand at a moment.
  ///
  /// - Complexity: O(n log n + verdicts).
  public init(_ leads: [LeadSummary], _ reckoning: Reckoning) {
    let now = reckoning.now
    let present = leads.filter { $0.createdAt <= now }
    let open = present.filter { reckoning.parking(of: $0)?.kind.isClosed != true }
    let owed = present.compactMap { Awaited($0, reckoning) }
    awaiting = Dictionary(grouping: owed, by: \.side).mapValues { items in
      items.sorted { $0.precedes($1) }
    }
    invited = open.compactMap { lead in
      lead.ratingPrompt(reckoning).flatMap { $0.isOwed ? nil : (lead, $0.acceptedAt) }
    }.sorted { ($1.1, $0.0.id) < ($0.1, $1.0.id) }.map(\.0)
    dropped = open.filter { reckoning.isDropped($0) }.map { lead in
      (lead, lead.trail.handoffs.first(where: \.isFromMarketingToSales)?.offeredAt ?? now)
    }.sorted { ($0.1, $0.0.id) < ($1.1, $1.0.id) }.map(\.0)
    answered = FeedbackReport.answered(present, now)
    inTime = FeedbackReport.inTime(
      present, days: Double(reckoning.board.windows.answerDays), now)
  }

  private static func inTime(_ leads: [LeadSummary], days: Double, _ now: Instant) -> Proportion {
    var ripe = 0
    var kept = 0
    for lead in leads {
      for verdict in lead.trail.verdicts where verdict.at <= now {
        guard verdict.verdict?.wantsAnswer ?? false else { continue }
        let answer = verdict.answeredAt.flatMap { $0 <= now ? $0 : nil }
        guard answer != nil || now.days(since: verdict.at) > days else { continue }
        ripe += 1
        if let answer, answer.days(since: verdict.at) <= days { kept += 1 }
      }
    }
    return Proportion(kept, of: ripe)
  }

  /// What kind of complaint it is: a reason, for leads of a source.
  private struct Complaint: Hashable {
    var source: String?
    var reason: ReasonID
  }

  private static func answered(_ leads: [LeadSummary], _ now: Instant) -> [Answered] {
    var answered: [Answered] = []
    var times: [Complaint: [Instant]] = [:]
    for lead in leads {
      for verdict in lead.trail.verdicts where verdict.at <= now {
        guard verdict.verdict?.wantsAnswer ?? false else { continue }
        if let reason = verdict.reason {
          times[Complaint(source: lead.origin.source, reason: reason), default: []].append(
            verdict.at)
        }
        guard let at = verdict.answeredAt, at <= now, now.days(since: at) <= days else { continue }
        answered.append(
          Answered(
            lead: lead, verdict: verdict, answeredAt: at, daysSince: min(days, now.days(since: at)))
        )
      }
    }
    for place in answered.indices {
      let one = answered[place]
      guard let reason = one.verdict.reason else { continue }
      for at in times[Complaint(source: one.lead.origin.source, reason: reason)] ?? [] {
        let distance = at.days(since: one.answeredAt)
        if distance > 0 {
          if distance <= days { answered[place].since += 1 }
        } else if distance >= -days {
          answered[place].before += 1
        }
      }
    }
    return answered.sorted {
      ($1.answeredAt, $0.lead.id) < ($0.answeredAt, $1.lead.id)
    }
  }
}
