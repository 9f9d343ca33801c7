/// A person or buying group at a company, in one stage, with everything that is known of it.
///
/// One lead is one file. Touches, notes, handoffs, feedback, visits and history are append-only;
/// what is late, stalled or silent is derived from them, with the time passed in.
public struct Lead: Hashable, Sendable {
  /// The version of the file format.
  public var schema = Board.currentSchema
  /// Counts the rewrites of the file.
  public var revision = 1
  /// The lead's name in commands; also the name of its file.
  public var id: LeadID
  /// When the lead came in.
  public var createdAt: Instant
  /// The person or the buying group.
  public var name: String
  /// Where they work.
  public var company: Company?
  /// The people on the buyer's side.
  public var people: [Person] = []
  /// What the deal is worth.
  public var amount: Money?
  /// The stage that the lead is in.
  public var stage: StageID
  /// The stages that the lead has been in, oldest first; the last is the stage it is in.
  public var visits: [StageVisit] = []
  /// Set while the lead rests or after it has ended: nurture, waiting, won, lost …
  public var parked: Parking?
  /// The owner in sales, or in delivery once it is sold.
  public var owner: MemberID?
  /// The owner in marketing, who keeps it after the handoff.
  public var marketingOwner: MemberID?
  /// Where the lead came from.
  public var acquisition = Acquisition()
  /// What the buyer answered in surveys and forms.
  public var answers: [SurveyAnswer] = []
  /// The interactions of both teams and the buyer.
  public var touches: [Touch] = []
  /// What the team wrote down.
  public var notes: [Note] = []
  /// What happens next, booked or promised.
  public var nextStep: NextStep?
  /// From hand to hand.
  public var handoffs: [Handoff] = []
  /// Verdicts and their answers.
  public var feedback: [Feedback] = []
  /// The obstacles in the buyer's way.
  public var roadblocks: [Roadblock] = []
  /// What the buyer objects to.
  public var objections: [Objection] = []
  /// What the buyer requests.
  public var asks: [Ask] = []
  /// Who must not contact the lead for a while.
  public var holds: [Hold] = []
  /// What the buyer forbids.
  public var consent = Consent()
  /// The team's own labels.
  public var tags: [String] = []
  /// The lead's ids in other systems, by system: `hubspot`, `salesforce`.
  public var externalIDs: [String: String] = [:]
  /// Columns of imported files that Baton has no field for, by import source.
  public var imported: [String: JSONObject] = [:]
  /// Who changed what, when; oldest first.
  public var history: [HistoryEntry] = []
  /// By what an edit of the file outside of Baton is known.
  public var seal = LeadSeal()
  /// Keys of the file that this version does not know.
  public var unknown: JSONObject = [:]

  /// A lead that has just come in.
  public init(id: LeadID, name: String, stage: StageID, createdAt: Instant) {
    self.id = id
    self.name = name
    self.stage = stage
    self.createdAt = createdAt
    visits = [StageVisit(stage: stage, entered: createdAt)]
  }
}

/// A lead's stay in a stage: it lasts until the next visit, or until the lead is parked for good.
public struct StageVisit: Hashable, Sendable {
  /// The stage.
  public var stage: StageID
  /// When the lead came into it.
  public var entered: Instant
  /// Keys of the file that this version does not know.
  public var unknown: JSONObject = [:]

  /// A stay that begins.
  public init(stage: StageID, entered: Instant) {
    self.stage = stage
    self.entered = entered
  }
}

/// Something that somebody of the team wrote down.
public struct Note: Hashable, Sendable {
  /// The note's name within its lead.
  public var id: EntryID
  /// When it was written.
  public var at: Instant
  /// Who wrote it.
  public var by: String
  /// What it says.
  public var text: String
  /// Set when the note was taken back.
  public var retracted: Retraction?
  /// Keys of the file that this version does not know.
  public var unknown: JSONObject = [:]

  /// A note.
  public init(id: EntryID, at: Instant, by: String, text: String) {
    self.id = id
    self.at = at
    self.by = by
    self.text = text
  }
}

/// Says that an entry of an append-only list was taken back: the entry stays, and no longer counts.
public struct Retraction: Hashable, Sendable {
  /// When it was taken back.
  public var at: Instant
  /// Who took it back.
  public var by: String
  /// Keys of the file that this version does not know.
  public var unknown: JSONObject = [:]

  /// A retraction.
  public init(at: Instant, by: String) {
    self.at = at
    self.by = by
  }
}
