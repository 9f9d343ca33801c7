/// What lasts from one moment to another: a hold, by itself or with the lead whose file has it.
public protocol Lasting {
  /// Since when it lasts.
  var from: Instant { get }
  /// When it ends: at this moment it is over.
  var end: Instant { get }
}

extension Lasting {
  /// Whether it lasts at a moment.
  public func lasts(at moment: Instant) -> Bool { from <= moment && moment < end }
}

extension Hold: Lasting {}
extension StandingHold: Lasting {}
