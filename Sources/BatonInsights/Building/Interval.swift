/// The bounds between which a figure lies, at the confidence its maker states.
public struct Interval: Hashable, Sendable {
  /// The lower bound.
  public let low: Double
  /// The upper bound, never below `low`.
  public let high: Double

  /// Makes an interval from its bounds.
  public init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }
}
