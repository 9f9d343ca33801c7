/// The touches of closed leads that took the same path, and how they ended.
///
/// Touch kinds are numbers from 0, which the caller gives.
public struct TouchJourney: Hashable, Sendable {
  /// The kinds of the touches, in time order.
  public let path: [Int]
  /// How many of the leads were won.
  public let wins: Int
  /// How many were lost.
  public let losses: Int

  /// The leads that took `path`.
  public init(path: [Int], wins: Int, losses: Int) {
    self.path = path
    self.wins = wins
    self.losses = losses
  }
}

/// A won lead's touches with their distance from the win.
public struct TimedJourney: Hashable, Sendable {
  /// A touch before the win.
  public struct Touch: Hashable, Sendable {
    /// The number of its kind, from 0.
    public let kind: Int
    /// The hours from the touch to the win.
    public let hoursBeforeWin: Double

    /// A touch of a kind, some hours before the win.
    public init(kind: Int, hoursBeforeWin: Double) {
      self.kind = kind
      self.hoursBeforeWin = hoursBeforeWin
    }
  }

  /// The touches, in time order.
  public let touches: [Touch]

  /// A won lead with these touches.
  public init(touches: [Touch]) {
    self.touches = touches
  }
}
