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
  /// Every change that Baton made, the oldest first.
  public var history: [MeetingEntry] = []
  /// Keys of the file that this version does not know.
  public var unknown: JSONObject = [:]

  /// A meeting on a day.
  public init(date: String) { self.date = date }

  /// The day of the meeting; nil where its date is none, which only a hand-made file has.
  public var day: CivilDay? { CivilDay(date) }

  /// Whether people met: a file that only keeps what was decided between two meetings has neither
  /// an agenda nor anybody present.
  public var wasHeld: Bool { !agenda.isEmpty || !present.isEmpty }
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
