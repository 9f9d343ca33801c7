extension LeadCommand {
  /// What a side says of a lead, with what follows from it.
  public struct VerdictDraft: Hashable, Sendable {
    /// What is said.
    public var verdict: Feedback.Verdict
    /// Why: a reason code of the board.
    public var reason: ReasonID?
    /// When a lead that is recycled returns.
    public var until: Instant?
    /// How good the lead was, 1 to 5.
    public var quality: Int?
    /// In words.
    public var note: String?
    /// The stage that whoever gave the command saw the lead in; nil judges it anywhere.
    public var from: StageID?

    /// A verdict.
    public init(
      _ verdict: Feedback.Verdict, reason: ReasonID? = nil, until: Instant? = nil,
      quality: Int? = nil, note: String? = nil, from: StageID? = nil
    ) {
      self.verdict = verdict
      self.reason = reason
      self.until = until
      self.quality = quality
      self.note = note
      self.from = from
    }
  }

  /// How good a lead is, without a verdict.
  public struct Rating: Hashable, Sendable {
    /// How good, 1 to 5.
    public var quality: Int
    /// In words.
    public var note: String?

    /// A rating of 1 to 5.
    public init(_ quality: Int, note: String? = nil) {
      self.quality = quality
      self.note = note
    }
  }

  /// What the other side did about a verdict.
  public struct Reply: Hashable, Sendable {
    /// The feedback that is answered; nil means the oldest that awaits an answer.
    public var feedback: EntryID?
    /// What was done: `fixed the form`, `stopped the ad`, `will nurture`.
    public var action: String
    /// In words.
    public var note: String?

    /// An answer.
    public init(_ action: String, to feedback: EntryID? = nil, note: String? = nil) {
      self.feedback = feedback
      self.action = action
      self.note = note
    }
  }
}
