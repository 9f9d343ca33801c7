/// One dated interaction, by one of our sides or by the buyer, on a channel.
public struct Touch: Hashable, Sendable {
  /// Who turned to whom.
  public enum Direction: String, CaseIterable, Hashable, Sendable {
    /// The buyer to us.
    case inbound
    /// We to the buyer.
    case outbound
  }

  /// What came of it.
  public enum Outcome: String, CaseIterable, Hashable, Sendable {
    /// We spoke with each other.
    case reached
    /// Nobody answered.
    case noAnswer
    /// A message was left.
    case leftMessage
    /// The message came back.
    case bounced

    /// The outcome that somebody means: `noAnswer` as files write it, or `no-answer`, `no answer`.
    public init?(named word: String) {
      let letters = word.lowercased().filter(\.isLetter)
      guard let known = Self.allCases.first(where: { $0.rawValue.lowercased() == letters }) else {
        return nil
      }
      self = known
    }

    /// What came of it, as it is said.
    public var words: String {
      switch self {
      case .reached: "reached"
      case .noAnswer: "no answer"
      case .leftMessage: "left a message"
      case .bounced: "bounced"
      }
    }
  }

  /// The touch's name within its lead.
  public var id: EntryID
  /// When it was.
  public var at: Instant
  /// The side of ours that took part: who wrote, or who was written to.
  public var side: Side
  /// Who turned to whom.
  public var direction: Direction
  /// How.
  public var channel: Channel
  /// Who of ours: a member's id, or a system's name.
  public var by: String?
  /// Who of theirs.
  public var person: PersonID?
  /// What it was about.
  public var summary: String?
  /// What came of it.
  public var outcome: Outcome?
  /// The campaign that it belongs to.
  public var campaign: CampaignID?
  /// The document that changed hands.
  public var collateral: CollateralID?
  /// The journey step that it was, where the channel does not tell.
  public var step: StepID?
  /// Set when the touch was taken back.
  public var retracted: Retraction?
  /// Keys of the file that this version does not know.
  public var unknown: JSONObject = [:]

  /// A touch.
  public init(
    id: EntryID, at: Instant, side: Side, direction: Direction, channel: Channel,
    by: String? = nil, summary: String? = nil, outcome: Outcome? = nil
  ) {
    self.id = id
    self.at = at
    self.side = side
    self.direction = direction
    self.channel = channel
    self.by = by
    self.summary = summary
    self.outcome = outcome
  }

  /// Whether both parties took part: the buyer turned to a person of ours, or was reached.
  ///
  /// A visit of a page or a download is the buyer's alone.
  public var isTwoWay: Bool {
    switch direction {
    case .inbound: channel != .web && channel != .download
    case .outbound: outcome == .reached
    }
  }
}

/// What happens next with a lead.
public struct NextStep: Hashable, Sendable {
  /// What kind of thing happens.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case call, meeting, kickoff, email, task

    /// Whether a booked step of this kind is the proof that a handoff needs.
    public var isProof: Bool { self == .call || self == .meeting || self == .kickoff }

    /// The channel on which we turn to the buyer by it; nil where both meet, or nobody is met.
    public var channel: Channel? {
      switch self {
      case .email: .email
      case .call: .call
      case .meeting, .kickoff, .task: nil
      }
    }
  }

  /// What kind of thing happens.
  public var kind: Kind
  /// When it is due.
  public var due: Instant
  /// Whether the buyer has agreed to the time.
  public var isBooked = false
  /// Who does it; the lead's owner where nobody is named.
  public var owner: MemberID?
  /// What is to be done.
  public var note: String?
  /// Keys of the file that this version does not know.
  public var unknown: JSONObject = [:]

  /// A next step.
  public init(
    kind: Kind, due: Instant, isBooked: Bool = false, owner: MemberID? = nil, note: String? = nil
  ) {
    self.kind = kind
    self.due = due
    self.isBooked = isBooked
    self.owner = owner
    self.note = note
  }
}
