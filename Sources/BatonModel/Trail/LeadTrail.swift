/// What the reports need of a lead's past: its times, without its words.
///
/// Kept beside the card's facts, so that a report of a hundred thousand leads reads no file. What
/// was taken back is left out.
public struct LeadTrail: Hashable, Sendable {
  /// The stays in stages, oldest first.
  public let stays: [StageStay]
  /// The touches, in the order of the file.
  public let touches: [TouchSummary]
  /// The handoffs, oldest first.
  public let handoffs: [HandoffTrace]
  /// The verdicts and ratings, oldest first.
  public let verdicts: [VerdictTrace]
  /// The roadblocks, in the order of the file.
  public let roadblocks: [RoadblockTrace]

  /// The trail of a lead. By place rather than by element: entries are large values to copy.
  init(_ lead: borrowing Lead) {
    stays = lead.stays
    let (touches, handoffs, feedback) = (lead.touches, lead.handoffs, lead.feedback)
    self.touches = touches.indices.compactMap {
      touches[$0].retracted == nil ? TouchSummary(touches[$0]) : nil
    }
    self.handoffs = handoffs.indices.compactMap {
      handoffs[$0].retracted == nil ? HandoffTrace(handoffs[$0]) : nil
    }
    verdicts = feedback.indices.compactMap {
      feedback[$0].retracted == nil ? VerdictTrace(feedback[$0]) : nil
    }
    roadblocks = lead.roadblocks.map(RoadblockTrace.init)
  }
}

/// When a lead was handed over, and what became of it.
public struct HandoffTrace: Hashable, Sendable {
  /// The activity that gave.
  public let from: Activity
  /// The activity that was to take.
  public let to: Activity
  /// How far it came.
  public let state: Handoff.State
  /// When it was offered.
  public let offeredAt: Instant
  /// When the clock runs out.
  public let due: Instant?
  /// When it was accepted, rejected, or lapsed.
  public let answeredAt: Instant?
  /// When the step was booked that proves it.
  public let provenAt: Instant?

  init(_ handoff: borrowing Handoff) {
    from = handoff.from
    to = handoff.to
    state = handoff.state
    offeredAt = handoff.offeredAt
    due = handoff.due
    answeredAt = handoff.answeredAt
    provenAt = handoff.proof?.bookedAt
  }
}

/// What was said of a lead, and when it was answered.
public struct VerdictTrace: Hashable, Sendable {
  /// When.
  public let at: Instant
  /// The side that said it.
  public let side: Side
  /// What was said; nil where only a quality was given.
  public let verdict: Feedback.Verdict?
  /// Why.
  public let reason: ReasonID?
  /// How good the lead was, 1 to 5.
  public let quality: Int?
  /// When the other side answered.
  public let answeredAt: Instant?

  init(_ feedback: borrowing Feedback) {
    at = feedback.at
    side = feedback.side
    verdict = feedback.verdict
    reason = feedback.reason
    quality = feedback.quality
    answeredAt = feedback.answer?.at
  }
}

/// What stood in a buyer's way, from when to when.
public struct RoadblockTrace: Hashable, Sendable {
  /// The kind, as the board's register names it.
  public let kind: String
  /// Who put it there.
  public let origin: Roadblock.Origin
  /// The journey step at which it stands.
  public let step: StepID?
  /// Who removes it.
  public let owner: MemberID?
  /// Since when.
  public let opened: Instant
  /// Until when; nil while it stands.
  public let resolved: Instant?
  /// By when it is to be removed.
  public let due: Instant?

  init(_ roadblock: Roadblock) {
    kind = roadblock.kind
    origin = roadblock.origin
    step = roadblock.step
    owner = roadblock.owner
    opened = roadblock.opened
    resolved = roadblock.resolved
    due = roadblock.due
  }
}
