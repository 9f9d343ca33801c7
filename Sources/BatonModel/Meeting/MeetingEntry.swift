/// A change of a meeting's record: who meant what, when.
///
/// It keeps no text, so that what is struck out of a decision or a note stands nowhere else.
public struct MeetingEntry: Hashable, Sendable {
  /// The entry's name within its meeting.
  public var id: EntryID
  /// When the command was accepted.
  public var at: Instant
  /// Who gave it: a member's id or a system user.
  public var by: String
  /// The command's name: `decide`, `done`.
  public var command: String
  /// What it was about: a decision's id, a member's id, a subject of the agenda.
  public var subject: String?
  /// Keys of the file that this version does not know.
  public var unknown: JSONObject = [:]

  /// A change.
  public init(id: EntryID, at: Instant, by: String, command: String, subject: String? = nil) {
    self.id = id
    self.at = at
    self.by = by
    self.command = command
    self.subject = subject
  }
}
