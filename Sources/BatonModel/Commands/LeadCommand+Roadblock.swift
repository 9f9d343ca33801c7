extension LeadCommand {
  /// What stands in a buyer's way, or what is now known of it.
  public struct RoadblockDraft: Hashable, Sendable {
    /// Its kind on this board.
    public var kind: String
    /// Who put it there; ours where nothing is said and it is new.
    public var origin: Roadblock.Origin?
    /// The step of the journey at which it stands.
    public var step: StepID?
    /// The buyer's words.
    public var words: String?
    /// Who sees to it.
    public var owner: MemberID?
    /// What will be done.
    public var fix: String?
    /// Until when.
    public var due: Instant?

    /// A roadblock of a kind.
    public init(
      _ kind: String, origin: Roadblock.Origin? = nil, step: StepID? = nil, words: String? = nil,
      owner: MemberID? = nil, fix: String? = nil, due: Instant? = nil
    ) {
      self.kind = kind
      self.origin = origin
      self.step = step
      self.words = words
      self.owner = owner
      self.fix = fix
      self.due = due
    }
  }
}
