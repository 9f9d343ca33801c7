/// What a person means to do to a lead.
///
/// A command is applied to the newest state of a lead, never written back as a whole record, so
/// that two people never lose each other's work. It is a value: the screen, the command line and
/// the history keep the same ones.
public enum LeadCommand: Hashable, Sendable {
  /// To another stage.
  case move(Move)
  /// To rest, or to its end.
  case park(Park)
  /// Back from rest or from its end.
  case revive(Revive)
  /// An interaction took place.
  case touch(TouchDraft)
  /// Something to remember.
  case note(String)
  /// To another owner, or to none.
  case assign(Assign)
  /// What happens next; nil where nothing does.
  case next(NextStep?)
  /// What the deal is worth; nil where that is not known.
  case amount(Money?)
  /// Takes back a touch, a note, feedback or an offer: it stays in the file and no longer counts.
  case retract(EntryID)
  /// Puts a lead back to where it was before a `move`, `park` or `revive`.
  case restorePlace(Place)
  /// A side says what it thinks of the lead: it accepts, rejects, disqualifies, recycles, praises.
  case verdict(VerdictDraft)
  /// How good the lead is.
  case rate(Rating)
  /// The other side answers a verdict.
  case reply(Reply)
  /// The lead is offered to another activity.
  case offer(Offer)
  /// The booked step that completes an accepted handoff.
  case prove(NextStep)
  /// The clock of an offer has run out.
  case lapse
  /// Nobody contacts the lead for a while.
  case hold(HoldDraft)
  /// A hold ends before its time; nil means the one that lasts longest.
  case release(EntryID?)
  /// The buyer said something about being contacted.
  case consent(ConsentChange)
  /// The buyer answered a question.
  case survey(AnswerDraft)
  /// Enters what stands in the buyer's way, or what is now known of it.
  case block(RoadblockDraft)
  /// Clears it out of the way: by id or kind; nil where there is only one.
  case unblock(String?)
  /// Puts a handoff back to how far it was.
  case restoreHandoff(HandoffStanding)
  /// Takes the answer to a verdict back.
  case withdrawReply(EntryID)
  /// A hold that was released holds again.
  case renewHold(EntryID)
  /// Puts consent back to how it was.
  case restoreConsent(Consent)
  /// Takes an answer of a survey back.
  case withdrawAnswer(AnswerPlace)
  /// Makes a roadblock what it was.
  indirect case restoreRoadblock(Roadblock)
  /// Takes a roadblock back that was entered.
  case withdrawRoadblock(EntryID)
  /// Several commands as one: all are carried out, or none.
  case all([LeadCommand])

  /// To another stage.
  public struct Move: Hashable, Sendable {
    /// The stage to go to.
    public var to: StageID
    /// The stage that whoever gave the command saw the lead in; nil moves it from anywhere.
    public var from: StageID?
    /// Why, in words.
    public var note: String?

    /// A move to a stage.
    public init(to: StageID, from: StageID? = nil, note: String? = nil) {
      self.to = to
      self.from = from
      self.note = note
    }
  }

  /// To rest, or to its end.
  public struct Park: Hashable, Sendable {
    /// How.
    public var kind: Parking.Kind
    /// When the lead returns.
    public var until: Instant?
    /// Why: a reason code of the board.
    public var reason: ReasonID?
    /// Why, in words.
    public var note: String?
    /// The stage that whoever gave the command saw the lead in; nil parks it from anywhere.
    public var from: StageID?

    /// To rest, or to its end.
    public init(
      _ kind: Parking.Kind, until: Instant? = nil, reason: ReasonID? = nil, note: String? = nil,
      from: StageID? = nil
    ) {
      self.kind = kind
      self.until = until
      self.reason = reason
      self.note = note
      self.from = from
    }
  }

  /// Back from rest or from its end.
  public struct Revive: Hashable, Sendable {
    /// The stage to return to; nil means the one that the lead was parked in.
    public var to: StageID?
    /// Why, in words.
    public var note: String?

    /// Back to a stage.
    public init(to: StageID? = nil, note: String? = nil) {
      self.to = to
      self.note = note
    }
  }

  /// A touch that has no name yet.
  public struct TouchDraft: Hashable, Sendable {
    /// When it was; now where nothing is said.
    public var at: Instant?
    /// The side of ours that took part.
    public var side: Side
    /// Who turned to whom.
    public var direction: Touch.Direction
    /// How.
    public var channel: Channel
    /// What it was about.
    public var summary: String?
    /// What came of it.
    public var outcome: Touch.Outcome?
    /// Who of ours, where it is not whoever gives the command: a member's id, or a system's name.
    public var by: String?
    /// Who of theirs.
    public var person: PersonID?
    /// The campaign that it belongs to.
    public var campaign: CampaignID?

    /// A touch that has no name yet.
    public init(
      side: Side, direction: Touch.Direction, channel: Channel, at: Instant? = nil,
      summary: String? = nil, outcome: Touch.Outcome? = nil
    ) {
      self.side = side
      self.direction = direction
      self.channel = channel
      self.at = at
      self.summary = summary
      self.outcome = outcome
    }
  }

  /// Whose lead it is.
  public enum Ownership: String, CaseIterable, Hashable, Sendable {
    case sales, marketing
  }

  /// To another owner, or to none.
  public struct Assign: Hashable, Sendable {
    /// Which ownership.
    public var ownership: Ownership
    /// The member; nil for nobody.
    public var to: MemberID?

    /// To another owner, or to none.
    public init(_ ownership: Ownership, to: MemberID?) {
      self.ownership = ownership
      self.to = to
    }
  }

  /// Where a lead was: its stage, how it was parked, and how many visits it had made.
  public struct Place: Hashable, Sendable {
    /// The stage.
    public var stage: StageID
    /// How it was parked.
    public var parked: Parking?
    /// The number of visits up to then.
    public var visits: Int
    /// The next step that ended there; nil where none did, which leaves the one that is set.
    public var endedStep: NextStep?

    /// Where a lead was.
    public init(stage: StageID, parked: Parking?, visits: Int, endedStep: NextStep? = nil) {
      self.stage = stage
      self.parked = parked
      self.visits = visits
      self.endedStep = endedStep
    }
  }

  /// The command's name on the command line and in the history.
  public var name: String {
    switch self {
    case .move: "move"
    case .park(let park): park.kind.rawValue
    case .revive: "revive"
    case .touch: "touch"
    case .note: "note"
    case .assign: "assign"
    case .next: "next"
    case .amount: "amount"
    case .retract: "retract"
    case .restorePlace: "restore"
    case .verdict(let draft): draft.verdict.rawValue
    case .rate: "rate"
    case .reply: "answer"
    case .offer: "offer"
    case .prove: "proof"
    case .lapse: "lapse"
    case .hold: "hold"
    case .release: "release"
    case .consent, .restoreConsent: "consent"
    case .survey: "survey"
    case .block: "roadblock"
    case .unblock: "unblock"
    case .restoreHandoff, .withdrawReply, .renewHold, .withdrawAnswer, .restoreRoadblock,
      .withdrawRoadblock:
      "withdraw"
    case .all: "undo"
    }
  }
}
