/// Where our sides crossed each other's way with a buyer, and where they collided.
///
/// Only touches that stand count. Those at the same time follow each other as in the file.
public struct TouchCrossings: Hashable, Sendable {
  /// How often a touch was by another side than the one before it, in whatever direction.
  public let crossings: Int
  /// The places of outbound touches so soon after another side's that they collide with it, each
  /// with the place of that one.
  public let collisions: [Int: Int]

  /// Looks at the touches of a lead.
  ///
  /// - Parameter hours: Two sides' outbound touches at most so many hours apart collide.
  /// - Complexity: O(n) where the touches are in order, else O(n log n).
  public init(_ lead: Lead, within hours: Int) {
    let touches = lead.touches
    var places = touches.indices.filter { touches[$0].retracted == nil }
    let isInOrder = zip(places, places.dropFirst()).allSatisfy { touches[$0].at <= touches[$1].at }
    if !isInOrder {
      places.sort { (touches[$0].at, $0) < (touches[$1].at, $1) }
    }
    var crossings = 0
    var collisions: [Int: Int] = [:]
    var former: Int?
    var formerOutbound: Int?
    for place in places {
      if let former, touches[former].side != touches[place].side { crossings += 1 }
      former = place
      guard touches[place].direction == .outbound else { continue }
      if let earlier = formerOutbound, touches[earlier].side != touches[place].side,
        touches[place].at.days(since: touches[earlier].at) * 24 <= Double(hours)
      {
        collisions[place] = earlier
      }
      formerOutbound = place
    }
    self.crossings = crossings
    self.collisions = collisions
  }
}
