/// What a side says of a lead, and what the other side answers.
public struct Feedback: Hashable, Sendable {
  /// What is said of a lead.
  public enum Verdict: String, CaseIterable, Hashable, Sendable {
    case accept, reject, disqualify, recycle, praise

    /// What a reason for this verdict must be good for; nil where none is asked for.
    public var reasonUse: Reason.Use? {
      switch self {
      case .accept: nil
      case .reject: .reject
      case .disqualify: .disqualify
      case .recycle: .recycle
      case .praise: .praise
      }
    }

    /// Whether the other side owes an answer: what was refused wants a remedy.
    public var wantsAnswer: Bool { self == .reject || self == .disqualify || self == .recycle }
  }

  /// How good a lead can be.
  public static let qualities = 1...5

  /// The feedback's name within its lead.
  public var id: EntryID
  /// When it was given.
  public var at: Instant
  /// Who gave it.
  public var by: String
  /// The side that gave it.
  public var side: Side
  /// What is said; nil where only a quality or a note was given.
  public var verdict: Verdict?
  /// Why: a reason code of the board.
  public var reason: ReasonID?
  /// How good the lead was, 1 to 5.
  public var quality: Int?
  /// In words.
  public var note: String?
  /// What the other side did about it.
  public var answer: FeedbackAnswer?
  /// Set when the feedback was taken back.
  public var retracted: Retraction?
  /// Keys of the file that this version does not know.
  public var unknown: JSONObject = [:]

  /// Feedback without an answer yet.
  public init(
    id: EntryID, at: Instant, by: String, side: Side, verdict: Verdict? = nil,
    reason: ReasonID? = nil, quality: Int? = nil, note: String? = nil
  ) {
    self.id = id
    self.at = at
    self.by = by
    self.side = side
    self.verdict = verdict
    self.reason = reason
    self.quality = quality
    self.note = note
  }

  /// Whether the other side still owes an answer.
  public var awaitsAnswer: Bool {
    answer == nil && retracted == nil && (verdict?.wantsAnswer ?? false)
  }
}

/// What the other side did about a verdict.
public struct FeedbackAnswer: Hashable, Sendable {
  /// When it was answered.
  public var at: Instant
  /// Who answered.
  public var by: String
  /// What was done: `fixed the form`, `stopped the ad`, `will nurture`.
  public var action: String
  /// In words.
  public var note: String?
  /// Keys of the file that this version does not know.
  public var unknown: JSONObject = [:]

  /// What is done about a verdict most often, to be chosen with a key.
  public static let usualActions = [
    "fixed the form", "stopped the ad", "corrected the data", "changed the targeting",
    "will nurture", "talked to the buyer", "nothing to be done",
  ]

  /// An answer.
  public init(at: Instant, by: String, action: String, note: String? = nil) {
    self.at = at
    self.by = by
    self.action = action
    self.note = note
  }
}
