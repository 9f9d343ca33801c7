/// How often one lead bounced between teams, and how long it has been quiet.
public struct LeadContact: Hashable, Sendable {
  /// Touches by another team than the touch before.
  public private(set) var crossings = 0
  /// Crossings into a team that had touched the lead before.
  public private(set) var returns = 0
  /// Outbound touches by another team than the outbound touch before, within the window.
  public private(set) var collisions = 0
  /// Days since the last touch by any team in any direction, or since creation.
  public let quietDays: Double
  /// Whether there is no touch at all.
  public let isNeverTouched: Bool
  /// Whether the lead is open, was handed over, and marketing has not touched it since.
  public let isDroppedByMarketing: Bool
  /// Outbound marketing touches after sales accepted the lead.
  public let marketingTouchesAfterAcceptance: Int

  /// Reads a lead's history as it was at `asOf`; later touches do not exist yet.
  ///
  /// - Parameters:
  ///   - marketing: The number of the marketing team, or nil where there is none.
  ///   - window: Two teams' outbound touches at most this many days apart collide.
  /// - Complexity: O(touches) where they are in order.
  public init(
    _ history: ContactHistory, asOf: Double, marketing: Int?, collisionsWithin window: Double
  ) {
    let touches = history.touches.ascending { $0.day }.prefix { $0.day <= asOf }
    quietDays = asOf - (touches.last?.day ?? history.created)
    isNeverTouched = touches.isEmpty
    let lastByMarketing = touches.last { $0.team == marketing }?.day
    if history.fate == .open, let handedAt = history.handedAt, handedAt <= asOf {
      isDroppedByMarketing = lastByMarketing.map { $0 <= handedAt } ?? true
    } else {
      isDroppedByMarketing = false
    }
    if let acceptedAt = history.acceptedAt {
      marketingTouchesAfterAcceptance = touches.reduce(0) {
        $0 + ($1.isOutbound && $1.team == marketing && $1.day > acceptedAt ? 1 : 0)
      }
    } else {
      marketingTouchesAfterAcceptance = 0
    }
    count(touches, collisionsWithin: window)
  }

  private mutating func count(
    _ touches: some Sequence<ContactHistory.Touch>, collisionsWithin window: Double
  ) {
    // A lead knows few teams: looking through them is faster than hashing.
    var teams: [Int] = []
    var previous: ContactHistory.Touch?
    var previousOutbound: ContactHistory.Touch?
    for touch in touches {
      let isNewTeam = !teams.contains(touch.team)
      if isNewTeam { teams.append(touch.team) }
      if let previous, previous.team != touch.team {
        crossings += 1
        if !isNewTeam { returns += 1 }
      }
      previous = touch
      guard touch.isOutbound else { continue }
      if let earlier = previousOutbound, earlier.team != touch.team,
        touch.day - earlier.day <= window
      {
        collisions += 1
      }
      previousOutbound = touch
    }
  }
}
