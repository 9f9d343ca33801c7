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
  /// What the buyer answered to questions, in the order of the file.
  public let answers: [SurveyTrace]

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
    answers = lead.answers.map(SurveyTrace.init)
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

  /// Whether it handed a lead of marketing to sales.
  public var isFromMarketingToSales: Bool { from.side == .marketing && to.side == .sales }

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
  /// Who said it.
  public internal(set) var by: String
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
  /// Who answered.
  public internal(set) var answeredBy: String?
  /// What was done about it.
  public internal(set) var action: String?

  /// Whether the other side still owes an answer.
  public var awaitsAnswer: Bool { answeredAt == nil && (verdict?.wantsAnswer ?? false) }

  init(_ feedback: borrowing Feedback) {
    at = feedback.at
    by = feedback.by
    side = feedback.side
    verdict = feedback.verdict
    reason = feedback.reason
    quality = feedback.quality
    answeredAt = feedback.answer?.at
    answeredBy = feedback.answer?.by
    action = feedback.answer?.action
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
  public internal(set) var owner: MemberID?
  /// Since when.
  public let opened: Instant
  /// Until when; nil while it stands.
  public let resolved: Instant?
  /// By when it is to be removed.
  public let due: Instant?
  /// What removes it.
  public internal(set) var fix: String?

  init(_ roadblock: Roadblock) {
    kind = roadblock.kind
    origin = roadblock.origin
    step = roadblock.step
    owner = roadblock.owner
    opened = roadblock.opened
    resolved = roadblock.resolved
    due = roadblock.due
    fix = roadblock.fix
  }
}

/// What a buyer answered to a question.
public struct SurveyTrace: Hashable, Sendable {
  /// The question on the board.
  public let question: QuestionID
  /// The question as asked, where the board does not know it.
  public internal(set) var asked: String?
  /// The answer.
  public internal(set) var answer: String
  /// When it was given, where that is known.
  public let at: Instant?

  init(_ answer: SurveyAnswer) {
    question = answer.question
    asked = answer.asked
    self.answer = answer.answer
    at = answer.at
  }
}
