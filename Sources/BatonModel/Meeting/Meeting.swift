/// One weekly alignment meeting, as it was.
public struct Meeting: Hashable, Sendable {
  /// The version of the file format.
  public var schema = Board.currentSchema
  /// Counts the rewrites of the file.
  public var revision = 1
  /// The day of the meeting, `2026-11-23`; also the name of its file.
  public var date: String
  /// Who was there.
  public var present: [MemberID] = []
  /// What stood on the agenda, as it was shown.
  public var agenda: [AgendaItem] = []
  /// What was decided.
  public var decisions: [Decision] = []
  /// Keys of the file that this version does not know.
  public var unknown: JSONObject = [:]

  /// A meeting on a day.
  public init(date: String) { self.date = date }
}

/// One subject of an agenda, with the figure as it was shown.
public struct AgendaItem: Hashable, Sendable {
  /// The subject.
  public var title: String
  /// The figure or sentence that was shown.
  public var figure: String?
  /// What was said.
  public var note: String?
  /// Keys of the file that this version does not know.
  public var unknown: JSONObject = [:]

  /// A subject.
  public init(title: String, figure: String? = nil, note: String? = nil) {
    self.title = title
    self.figure = figure
    self.note = note
  }
}

/// What a meeting decided: who does what until when.
public struct Decision: Hashable, Sendable {
  /// The decision's name within its meeting.
  public var id: EntryID
  /// What will be done.
  public var text: String
  /// Who does it.
  public var owner: MemberID?
  /// Until when: `2026-11-30`.
  public var due: String?
  /// The leads that it is about.
  public var leads: [LeadID] = []
  /// The roadblock kind that it is about.
  public var roadblock: String?
  /// When it was done; nil while it is open.
  public var done: Instant?
  /// Keys of the file that this version does not know.
  public var unknown: JSONObject = [:]

  /// A decision.
  public init(id: EntryID, text: String, owner: MemberID? = nil, due: String? = nil) {
    self.id = id
    self.text = text
    self.owner = owner
    self.due = due
  }
}
