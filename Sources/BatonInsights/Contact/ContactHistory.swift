/// One lead's touches by all teams, and what else tells whether it is being looked after.
///
/// Times are day numbers. Teams are numbers from 0, which the caller gives.
public struct ContactHistory: Hashable, Sendable {
  /// One dated touch.
  public struct Touch: Hashable, Sendable {
    /// When.
    public let day: Double
    /// The number of the team on our side.
    public let team: Int
    /// Whether we reached out, rather than the buyer.
    public let isOutbound: Bool

    /// A touch between the buyer and a team.
    public init(day: Double, team: Int, isOutbound: Bool) {
      self.day = day
      self.team = team
      self.isOutbound = isOutbound
    }
  }

  /// When the lead was created.
  public let created: Double
  /// Whether the lead is open, won or lost at the time of the figure.
  public let fate: Fate
  /// Whether a reason is recorded for a loss.
  public let hasReason: Bool
  /// When marketing handed the lead over, if it did.
  public let handedAt: Double?
  /// When sales accepted it, if it did.
  public let acceptedAt: Double?
  /// The touches, in any order; of touches at the same time the one given first came first.
  public let touches: [Touch]

  /// One lead's history.
  public init(
    created: Double, fate: Fate, hasReason: Bool = false, handedAt: Double? = nil,
    acceptedAt: Double? = nil, touches: [Touch]
  ) {
    self.created = created
    self.fate = fate
    self.hasReason = hasReason
    self.handedAt = handedAt
    self.acceptedAt = acceptedAt
    self.touches = touches
  }
}
