extension LeadCommand {
  /// A hold that has no name yet.
  public struct HoldDraft: Hashable, Sendable {
    /// What it covers.
    public var scope: Hold.Scope
    /// The sides that hold back; empty means all of ours.
    public var sides: [Side]
    /// The channels that are held; empty means all.
    public var channels: [Channel]
    /// Why.
    public var reason: String
    /// Until when: a hold always ends.
    public var until: Instant?

    /// A hold for a reason, which is refused without an end.
    public init(
      reason: String, until: Instant?, scope: Hold.Scope = .lead, sides: [Side] = [],
      channels: [Channel] = []
    ) {
      self.reason = reason
      self.until = until
      self.scope = scope
      self.sides = sides
      self.channels = channels
    }
  }

  /// What a buyer said about being contacted.
  public struct ConsentChange: Hashable, Sendable {
    /// Whether they want no e-mail; nil where nothing was said of it.
    public var doNotEmail: Bool?
    /// Whether they want no calls; nil where nothing was said of it.
    public var doNotCall: Bool?
    /// How we know.
    public var provenance: Provenance
    /// Where it was said: what allows a channel again needs it.
    public var source: String?

    /// What a buyer said.
    public init(
      doNotEmail: Bool? = nil, doNotCall: Bool? = nil, provenance: Provenance = .declared,
      source: String? = nil
    ) {
      self.doNotEmail = doNotEmail
      self.doNotCall = doNotCall
      self.provenance = provenance
      self.source = source
    }
  }

  /// An answer to a question of a survey.
  public struct AnswerDraft: Hashable, Sendable {
    /// The question on this board.
    public var question: QuestionID
    /// The question as asked, where the board does not know it.
    public var asked: String?
    /// The answer as given.
    public var answer: String
    /// When it was given; now where nothing is said.
    public var at: Instant?
    /// How we know it.
    public var provenance: Provenance

    /// An answer to a question.
    public init(
      _ question: QuestionID, answer: String, asked: String? = nil, at: Instant? = nil,
      provenance: Provenance = .declared
    ) {
      self.question = question
      self.answer = answer
      self.asked = asked
      self.at = at
      self.provenance = provenance
    }
  }

  /// Which answer is taken back.
  public struct AnswerPlace: Hashable, Sendable {
    /// The question.
    public var question: QuestionID
    /// When it was answered.
    public var at: Instant

    /// The answer to a question at a time.
    public init(question: QuestionID, at: Instant) {
      self.question = question
      self.at = at
    }
  }
}
