/// What a hold cost up to a moment, or up to its end: what the buyer did meanwhile.
public struct HoldCost: Hashable, Sendable {
  /// The days that it lasted, of 24 hours.
  public let days: Double
  /// The times that the buyer turned to us meanwhile.
  public private(set) var buyerTouches: Int
  /// Those of them after which nobody of ours turned to the buyer while it lasted.
  public private(set) var unanswered: Int

  /// The cost of a hold to one buyer.
  ///
  /// - Complexity: O(touches).
  public init(of hold: Hold, touches: [TouchSummary], asOf now: Instant) {
    let (start, end) = (hold.from, min(hold.end, now))
    var lastReply = Instant.distantPast
    var buyerTouches = 0
    for touch in touches where start <= touch.at && touch.at < end {
      switch touch.direction {
      case .outbound: lastReply = max(lastReply, touch.at)
      case .inbound: buyerTouches += 1
      }
    }
    days = max(0, end.days(since: start))
    self.buyerTouches = buyerTouches
    guard buyerTouches > 0 else {
      unanswered = 0
      return
    }
    unanswered = touches.count { touch in
      touch.direction == .inbound && max(start, lastReply) <= touch.at && touch.at < end
    }
  }

  /// Adds what the same hold cost with another buyer.
  public mutating func add(_ other: HoldCost) {
    buyerTouches += other.buyerTouches
    unanswered += other.unanswered
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
      of: hold, touches: touches.filter { $0.retracted == nil }.map(TouchSummary.init), asOf: now)
  }
}
