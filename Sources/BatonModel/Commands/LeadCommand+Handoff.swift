extension LeadCommand {
  /// A handoff that has no name yet.
  public struct Offer: Hashable, Sendable {
    /// The activity that is to take the lead.
    public var to: Activity
    /// To whom; nil means whoever of that activity takes it first.
    public var member: MemberID?
    /// What the giver tells the taker.
    public var packet: Packet?

    /// An offer to an activity, and to one of its people where one is named.
    public init(to: Activity, member: MemberID? = nil, packet: Packet? = nil) {
      self.to = to
      self.member = member
      self.packet = packet
    }
  }

  /// How far a handoff was, for the way back.
  public struct HandoffStanding: Hashable, Sendable {
    /// The handoff.
    public var handoff: EntryID
    /// How far it was.
    public var state: Handoff.State
    /// When it was accepted, rejected, or lapsed.
    public var answeredAt: Instant?
    /// Who accepted or rejected.
    public var answeredBy: String?
    /// Why it was rejected.
    public var reason: ReasonID?
    /// The booked step that completed it.
    public var proof: Proof?

    /// How far a handoff is now.
    public init(_ handoff: Handoff) {
      self.handoff = handoff.id
      state = handoff.state
      answeredAt = handoff.answeredAt
      answeredBy = handoff.answeredBy
      reason = handoff.reason
      proof = handoff.proof
    }
  }
}
