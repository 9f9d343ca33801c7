/// Something that one side owes the other.
public struct Awaited: Sendable {
  /// What is owed.
  public enum Kind: Hashable, Sendable {
    /// An answer to an offered handoff.
    case answerToHandoff
    /// A booked next step for an accepted handoff.
    case proof
    /// What becomes of a lead that nobody took in time: it is with its giver again.
    case lapsed
    /// An answer to a verdict.
    case answerToVerdict(Feedback.Verdict, ReasonID?)
    /// A word on how a lead turned out that was accepted.
    case rating(RatingPrompt.Moment)
  }

  /// The lead.
  public let lead: LeadSummary
  /// The side that owes it.
  public let side: Side
  /// What is owed.
  public let kind: Kind
  /// Since when.
  public let since: Instant
}

extension Awaited {
  /// What is owed on a lead at a moment; nil where nothing is. A waiting handoff comes before a
  /// verdict, and a verdict before a rating. Of a lead that has ended only a verdict is answered.
  public init?(_ lead: LeadSummary, _ reckoning: Reckoning) {
    // Most leads owe nothing, and are told by what lies together.
    let facts = lead.facts
    guard facts.handoff != nil || facts.unanswered != nil || facts.acceptedBySales != nil else {
      return nil
    }
    let now = reckoning.now
    let handoff = lead.handoff
    if let handoff, handoff.hasLapsed(asOf: now) {
      self.init(
        lead: lead, side: handoff.from.side, kind: .lapsed,
        since: handoff.due ?? handoff.offeredAt)
    } else if let handoff {
      self.init(
        lead: lead, side: handoff.to.side, kind: handoff.isAccepted ? .proof : .answerToHandoff,
        since: handoff.isAccepted ? handoff.answeredAt ?? handoff.offeredAt : handoff.offeredAt)
    } else if let verdict = lead.unanswered {
      self.init(
        lead: lead, side: verdict.side == .marketing ? .sales : .marketing,
        kind: .answerToVerdict(verdict.verdict, verdict.reason), since: verdict.at)
    } else if let prompt = lead.ratingPrompt(reckoning), prompt.isOwed {
      self.init(lead: lead, side: .sales, kind: .rating(prompt.moment), since: prompt.since)
    } else {
      return nil
    }
  }

  /// Whether this comes before another: what has been owed for longer, and ratings behind all for
  /// which somebody waits.
  public func precedes(_ other: Awaited) -> Bool {
    if isRating != other.isRating { return other.isRating }
    return since != other.since ? since < other.since : lead.id < other.lead.id
  }

  /// Whether it has been owed for longer than the board allows.
  public func isLate(_ reckoning: Reckoning) -> Bool {
    kind == .lapsed || dueBy(reckoning).map { reckoning.now > $0 } ?? false
  }

  /// The moment up to which the board allows that it is owed; nil where a clock of its own runs, or
  /// has run out.
  public func dueBy(_ reckoning: Reckoning) -> Instant? {
    let windows = reckoning.board.windows
    switch kind {
    case .lapsed: return nil
    case .answerToHandoff where lead.handoff?.due != nil: return nil
    case .answerToHandoff, .proof: return lead.handoff.map(reckoning.clockEnd)
    case .answerToVerdict, .rating: return since.adding(days: Double(windows.answerDays))
    }
  }

  /// Whether a word on how a lead turned out is owed.
  public var isRating: Bool {
    if case .rating = kind { true } else { false }
  }

  /// Who said or gave what is to be answered.
  public var giver: String? {
    switch kind {
    case .answerToHandoff, .proof, .lapsed: lead.handoff?.offeredBy
    case .answerToVerdict: lead.unanswered?.by
    case .rating: lead.marketingOwner?.rawValue
    }
  }

  /// What is owed, in words.
  public func words(on board: Board) -> String {
    kind == .lapsed ? "\(briefWords(on: board)): offer it again" : briefWords(on: board)
  }

  /// What is owed, in as few words as tell it.
  public func briefWords(on board: Board) -> String {
    switch kind {
    case .answerToHandoff: return "accept or reject"
    case .proof: return "book the next step"
    case .lapsed: return "nobody took it"
    case .answerToVerdict(let verdict, let reason):
      let why = reason.map { board.reason($0)?.title ?? $0.rawValue }
      return why.map { "\(verdict.past): \($0)" } ?? verdict.past
    case .rating(let moment): return "rate it, \(moment.words)"
    }
  }

  /// What is owed in a word or two, where there is room for no more: of a verdict its reason.
  public func leastWords(on board: Board) -> String {
    switch kind {
    case .answerToHandoff: "answer"
    case .proof: "proof"
    case .lapsed: "lapsed"
    case .answerToVerdict(let verdict, let reason):
      reason.map { board.reason($0)?.title ?? $0.rawValue } ?? verdict.past
    case .rating: "rate it"
    }
  }
}
