/// What stands in the place of a lead that was merged into another: where it is now.
public struct ForwardingNote: Hashable, Sendable {
  /// The version of the file format.
  public var schema = Board.currentSchema
  /// Counts the rewrites of the file.
  public var revision = 1
  /// The id under which the lead was known.
  public var id: LeadID
  /// The lead that it is part of now.
  public var forwardedTo: LeadID
  /// When it was merged.
  public var at: Instant
  /// Who merged it.
  public var by: String
  /// Both leads as they were, so that the merge can be taken back; nil where it cannot.
  public var before: MergedLeads?
  /// Keys of the file that this version does not know.
  public var unknown: JSONObject = [:]

  /// A note.
  public init(id: LeadID, forwardedTo: LeadID, at: Instant, by: String) {
    self.id = id
    self.forwardedTo = forwardedTo
    self.at = at
    self.by = by
  }
}
