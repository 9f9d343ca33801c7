/// What ever happened to the leads that were handed over in a period.
public struct HandoffCohort: Hashable, Sendable {
  /// Handoffs by their answer.
  public struct Tally: Hashable, Sendable {
    /// How many were handed over.
    public fileprivate(set) var handed = 0
    /// How many of them were accepted.
    public fileprivate(set) var accepted = 0
    /// How many of them were rejected.
    public fileprivate(set) var rejected = 0

    /// How many have no answer.
    public var unanswered: Int { handed - accepted - rejected }
    /// The share that was answered at all.
    public var coverage: Proportion { Proportion(accepted + rejected, of: handed) }
    /// The share of the answered that was accepted.
    public var acceptance: Proportion { Proportion(accepted, of: accepted + rejected) }

    fileprivate mutating func add(_ answer: LeadHandoffs.Verdict?) {
      handed += 1
      guard let answer else { return }
      if answer.isAccepted { accepted += 1 } else { rejected += 1 }
    }
  }

  /// The whole cohort.
  public let total: Tally
  /// The cohort by the source of the lead.
  public let bySource: [String: Tally]
  /// How often each reason was given for a rejection.
  public let reasons: [String: Int]
  /// How many rejections gave no reason.
  public let rejectedWithoutReason: Int
  /// The share accepted in time among the handoffs old enough to tell.
  public let acceptedWithin: Proportion
  /// How many days the oldest unanswered handoff has waited, or nil if none waits.
  public let oldestUnansweredDays: Double?

  /// Counts the handoffs with `from` <= time < `to` as they stood at `asOf`, all in day numbers.
  ///
  /// - Parameters:
  ///   - leads: All handoffs and verdicts of each lead, also those outside the period: they decide
  ///     which verdict answers which handoff. What is later than `asOf` does not exist yet.
  ///   - days: How soon an acceptance counts for `acceptedWithin`; only handoffs at least this old
  ///     at `asOf` take part in it.
  /// - Complexity: O(events) where each lead's events are in order.
  public init(
    _ leads: some Sequence<LeadHandoffs>, from: Double, to: Double, asOf: Double,
    acceptedWithin days: Double
  ) {
    var total = Tally()
    var bySource: [String: Tally] = [:]
    var reasons: [String: Int] = [:]
    var rejectedWithoutReason = 0
    var ripe = 0
    var acceptedInTime = 0
    var oldestUnanswered: Double?
    for lead in leads {
      for (handoff, answer) in lead.answered(asOf: asOf)
      where handoff.at >= from && handoff.at < to {
        total.add(answer)
        bySource[handoff.source, default: Tally()].add(answer)
        if handoff.at + days <= asOf { ripe += 1 }
        guard let answer else {
          oldestUnanswered = min(handoff.at, oldestUnanswered ?? handoff.at)
          continue
        }
        if answer.isAccepted {
          let isInTime = handoff.at + days <= asOf && answer.at - handoff.at <= days
          if isInTime { acceptedInTime += 1 }
        } else if let reason = answer.reason {
          reasons[reason, default: 0] += 1
        } else {
          rejectedWithoutReason += 1
        }
      }
    }
    self.total = total
    self.bySource = bySource
    self.reasons = reasons
    self.rejectedWithoutReason = rejectedWithoutReason
    acceptedWithin = Proportion(acceptedInTime, of: ripe)
    oldestUnansweredDays = oldestUnanswered.map { asOf - $0 }
  }
}
