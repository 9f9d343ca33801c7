/// Why and until when a lead rests, or how it ended.
public struct ParkedSummary: Hashable, Sendable {
  /// How.
  public let kind: Parking.Kind
  /// Since when.
  public let since: Instant
  /// When it returns.
  public let until: Instant?
  /// Why.
  public let reason: ReasonID?

  /// Whether the lead has ended without being won, and nobody has said why.
  public var isUnexplained: Bool { kind.isUnexplained(by: reason) }

  init(_ parked: Parking) {
    kind = parked.kind
    since = parked.since
    until = parked.until
    reason = parked.reason
  }
}

/// Where a lead came from, as the card tells it.
public struct OriginSummary: Hashable, Sendable {
  /// Where the buyer was.
  public let source: String?
  /// By what kind of traffic.
  public let medium: String?
  /// The campaign on this board.
  public let campaign: CampaignID?
  /// The ad's headline.
  public let headline: String?
  /// What the ad promised.
  public let promise: String?

  init(_ arrival: Arrival?) {
    source = arrival?.source
    medium = arrival?.medium
    campaign = arrival?.campaign
    headline = arrival?.ad?.headline
    promise = arrival?.ad?.promise
  }
}

/// The latest touch of a lead.
public struct TouchSummary: Hashable, Sendable {
  /// When.
  public let at: Instant
  /// The side of ours that took part.
  public let side: Side
  /// Who turned to whom.
  public let direction: Touch.Direction
  /// How.
  public let channel: Channel

  /// Whether both parties took part.
  public let isTwoWay: Bool

  init(_ touch: borrowing Touch) {
    isTwoWay = touch.isTwoWay
    at = touch.at
    side = touch.side
    direction = touch.direction
    channel = touch.channel
  }
}

/// What happens next with a lead.
public struct NextStepSummary: Hashable, Sendable {
  /// What kind of thing.
  public let kind: NextStep.Kind
  /// When it is due.
  public let due: Instant
  /// Whether the buyer has agreed to the time.
  public let isBooked: Bool
  /// Who does it; the lead's owner where nobody is named.
  public internal(set) var owner: MemberID?

  init(_ step: NextStep) {
    kind = step.kind
    due = step.due
    isBooked = step.isBooked
    owner = step.owner
  }
}

/// A handoff that waits at a joint, or that nobody took in time.
public struct HandoffSummary: Hashable, Sendable {
  /// The activity that gives.
  public let from: Activity
  /// The activity that takes.
  public let to: Activity
  /// When it was offered.
  public let offeredAt: Instant
  /// To whom.
  public internal(set) var offeredTo: MemberID?
  /// When the clock runs out.
  public let due: Instant?
  /// Whether it was accepted and only the proof is missing.
  public let isAccepted: Bool
  /// Who gives.
  public internal(set) var offeredBy: String
  /// When it was accepted.
  public let answeredAt: Instant?
  /// Who accepted it.
  public internal(set) var answeredBy: String?
  private let isLapsed: Bool

  /// Whether nobody took it before the clock ran out: it is with its giver again.
  public func hasLapsed(asOf now: Instant) -> Bool {
    isLapsed || (!isAccepted && due.map { $0 <= now } ?? false)
  }

  init(_ handoff: Handoff) {
    from = handoff.from
    to = handoff.to
    offeredAt = handoff.offeredAt
    offeredTo = handoff.offeredTo
    due = handoff.due
    isAccepted = handoff.state == .accepted
    offeredBy = handoff.offeredBy
    answeredAt = handoff.answeredAt
    answeredBy = handoff.answeredBy
    isLapsed = handoff.state == .lapsed
  }
}

/// A verdict that awaits the other side's answer.
public struct UnansweredSummary: Hashable, Sendable {
  /// When it was given.
  public let at: Instant
  /// Who gave it.
  public internal(set) var by: String
  /// The side that gave it.
  public let side: Side
  /// What was said.
  public let verdict: Feedback.Verdict
  /// Why.
  public let reason: ReasonID?

  init(_ feedback: Feedback) {
    at = feedback.at
    by = feedback.by
    side = feedback.side
    verdict = feedback.verdict ?? .reject
    reason = feedback.reason
  }
}
