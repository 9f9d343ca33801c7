/// A change of a lead: who meant what, when, and how to take it back.
public struct HistoryEntry: Hashable, Sendable {
  /// The entry's name within its lead.
  public var id: EntryID
  /// When the command was accepted.
  public var at: Instant
  /// Who gave it: a member's id, a system user, `import`, `outside`.
  public var by: String
  /// The command's name: `move`, `assign`.
  public var command: String
  /// What the command was about, where that is not plain: an entry's id, a field's name.
  public var subject: String?
  /// The value before, as people read it.
  public var from: String?
  /// The value after, as people read it.
  public var to: String?
  /// What was said with it.
  public var note: String?
  /// The command that takes it back; nil where it cannot be.
  public var inverse: LeadCommand?
  /// Set on an entry that takes another back: that entry's id.
  public var undoes: EntryID?
  /// Keys of the file that this version does not know.
  public var unknown: JSONObject = [:]

  /// A change.
  public init(id: EntryID, at: Instant, by: String, command: String) {
    self.id = id
    self.at = at
    self.by = by
    self.command = command
  }
}
