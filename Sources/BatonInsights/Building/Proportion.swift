/// A share counted: `count` of `total`, never shown without its interval.
///
/// Two of two is not "100 %": its interval starts at 34 %.
public struct Proportion: Hashable, Sendable {
  /// How many have the property.
  public let count: Int
  /// How many were looked at.
  public let total: Int

  /// Makes the share of `count` in `total`; 0 <= `count` <= `total`.
  public init(_ count: Int, of total: Int) {
    self.count = count
    self.total = total
  }

  /// The plain share, or nil where nothing was looked at.
  public var share: Double? {
    total > 0 ? Double(count) / Double(total) : nil
  }

  /// The Wilson score interval at 95 % confidence, or nil where nothing was looked at.
  public var interval: Interval? {
    wilson(z: NormalDistribution.z95)
  }

  /// The Wilson score interval (Wilson 1927), or nil where nothing was looked at.
  ///
  /// - Parameter confidence: Between 0 and 1, both excluded.
  public func interval(confidence: Double) -> Interval? {
    NormalDistribution.twoSided(confidence).flatMap(wilson(z:))
  }

  private func wilson(z: Double) -> Interval? {
    guard let share else { return nil }
    let n = Double(total)
    let shrink = 1 + z * z / n
    let centre = (share + z * z / (2 * n)) / shrink
    let reach = z / shrink * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    // At the ends the bound is the end itself; rounding must not leave a speck beside it.
    return Interval(
      low: count == 0 ? 0 : max(0, centre - reach),
      high: count == total ? 1 : min(1, centre + reach))
  }
}

/// The difference of two shares with its interval.
public struct ProportionDifference: Hashable, Sendable {
  /// The first share minus the second.
  public let difference: Double
  /// Newcombe's hybrid score interval at 95 % confidence.
  public let interval: Interval

  /// Compares two shares, or gives nil where either has nothing to be a share of.
  ///
  /// Newcombe 1998, Statistics in Medicine 17:873-890, method 10.
  public init?(_ first: Proportion, minus second: Proportion) {
    guard
      let p1 = first.share, let interval1 = first.interval,
      let p2 = second.share, let interval2 = second.interval
    else { return nil }
    func root(_ x: Double, _ y: Double) -> Double { (x * x + y * y).squareRoot() }
    difference = p1 - p2
    interval = Interval(
      low: difference - root(p1 - interval1.low, interval2.high - p2),
      high: difference + root(interval1.high - p1, p2 - interval2.low))
  }
}
