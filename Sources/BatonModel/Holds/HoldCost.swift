/// What a hold cost up to a moment, or up to its end: what the buyer did meanwhile.
public struct HoldCost: Hashable, Sendable {
  /// The days that it lasted, of 24 hours.
  public let days: Double
  /// The times that the buyer turned to us meanwhile.
  public let buyerTouches: Int
  /// Those of them after which nobody of ours turned to the buyer while it lasted.
  public let unanswered: Int

  /// The cost of a hold to one buyer.
  ///
  /// - Complexity: O(touches).
  public init(of hold: Hold, touches: some Sequence<TouchSummary>, asOf now: Instant) {
    let end = min(hold.end, now)
    let meanwhile = touches.filter { hold.from <= $0.at && $0.at < end }
    let lastReply = meanwhile.lazy.filter { $0.direction == .outbound }.map(\.at).max()
    let inbound = meanwhile.filter { $0.direction == .inbound }
    days = max(0, end.days(since: hold.from))
    buyerTouches = inbound.count
    unanswered = inbound.count { $0.at >= lastReply ?? .distantPast }
  }

  /// What several buyers' costs of one hold are together.
  public init(days: Double, _ parts: some Sequence<HoldCost>) {
    self.days = days
    buyerTouches = parts.reduce(0) { $0 + $1.buyerTouches }
    unanswered = parts.reduce(0) { $0 + $1.unanswered }
  }

  /// The cost in words: `12 days, the buyer turned to us 3 times, 2 unanswered`.
  public var words: String {
    let whole = Int(min(days, 1e6))
    var words = whole == 1 ? "1 day" : "\(whole) days"
    if buyerTouches > 0 {
      words += ", the buyer turned to us \(buyerTouches == 1 ? "once" : "\(buyerTouches) times")"
      if unanswered > 0 { words += ", \(unanswered) unanswered" }
    }
    return words
  }
}

extension Lead {
  /// What a hold cost with this buyer up to a moment.
  public func cost(of hold: Hold, asOf now: Instant) -> HoldCost {
    HoldCost(
      of: hold, touches: touches.lazy.filter { $0.retracted == nil }.map(TouchSummary.init),
      asOf: now)
  }
}
