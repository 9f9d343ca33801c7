/// What a person means to do to a meeting's record.
///
/// As a lead's command it is applied to the newest state of the file and never written back as a
/// whole record, so that two people who decide at once both keep what they decided.
public enum MeetingCommand: Hashable, Sendable {
  /// Something is decided.
  case decide(DecisionDraft)
  /// A decision is done, now or at a moment.
  case settle(EntryID, at: Instant? = nil)
  /// A decision that was done or given up is to be done after all.
  case reopen(EntryID)
  /// A decision is given up.
  case drop(EntryID, at: Instant? = nil)
  /// Something was said about a subject of the agenda.
  case note(subject: String, String)
  /// Takes back what was said about a subject.
  case withdrawNote(subject: String, String)
  /// Somebody of the team is there, or is not after all.
  case attend(MemberID, isPresent: Bool)
  /// The agenda as it was shown; what was said about its subjects stays.
  case show([AgendaItem])

  /// A decision that has no name yet.
  public struct DecisionDraft: Hashable, Sendable {
    /// What will be done.
    public var text: String
    /// Who does it.
    public var owner: MemberID?
    /// Until when.
    public var due: CivilDay?
    /// The leads that it is about.
    public var leads: [LeadID]
    /// The roadblock kind that it is about.
    public var roadblock: String?

    /// A decision that has no name yet.
    public init(
      _ text: String, owner: MemberID? = nil, due: CivilDay? = nil, leads: [LeadID] = [],
      roadblock: String? = nil
    ) {
      self.text = text
      self.owner = owner
      self.due = due
      self.leads = leads
      self.roadblock = roadblock
    }
  }

  /// The command's name on the command line and in the meeting's history.
  public var name: String {
    switch self {
    case .decide: "decide"
    case .settle: "done"
    case .reopen: "reopen"
    case .drop: "drop"
    case .note: "note"
    case .withdrawNote: "withdraw"
    case .attend(_, let isPresent): isPresent ? "present" : "absent"
    case .show: "agenda"
    }
  }
}
