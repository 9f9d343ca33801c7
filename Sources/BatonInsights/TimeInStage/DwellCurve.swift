import Foundation

/// How many leads are still in a stage after so many days, told from those that left and those
/// still there.
///
/// The product-limit estimate (Kaplan and Meier 1958). Averages over leads that left alone look
/// far too good wherever stale leads pile up.
public struct DwellCurve: Hashable, Sendable {
  /// A day on which at least one lead left.
  public struct Step: Hashable, Sendable {
    /// Days since the leads entered the stage.
    public let day: Double
    /// How many stays had lasted at least this long; one still open at exactly this day counts.
    public let atRisk: Int
    /// How many of them ended on this day.
    public let exits: Int
    /// The share still in the stage after this day.
    public let staying: Double
    /// Greenwood's sum of d / (n (n - d)) up to this day.
    let greenwood: Double

    /// The 95 % interval of `staying`, log-log Greenwood (Kalbfleisch and Prentice 1980).
    public var interval: Interval {
      guard staying > 0 else { return Interval(low: 0, high: 0) }
      guard staying < 1 else { return Interval(low: 1, high: 1) }
      let reach = NormalDistribution.z95 * greenwood.squareRoot() / log(staying)
      return Interval(low: pow(staying, exp(-reach)), high: pow(staying, exp(reach)))
    }
  }

  /// The fewest exits from which a dwell figure is shown.
  public static let fewestExits = 5

  /// The days on which leads left, ascending.
  public let steps: [Step]
  /// How many stays the curve is made of.
  public let stays: Int
  /// How many of them have ended.
  public let exits: Int

  /// Makes the curve from stays in any order.
  ///
  /// - Complexity: O(n log n), one sort.
  public init(_ stays: some Sequence<Stay>) {
    let sorted = DwellCurve.sorted(stays)
    var steps: [Step] = []
    var staying = 1.0
    var greenwood = 0.0
    var exits = 0
    sorted.forEachRun(by: \.days) { day in
      let atRisk = sorted.count - day.startIndex
      let leaving = day.reduce(0) { $0 + ($1.hasLeft ? 1 : 0) }
      guard leaving > 0 else { return }
      exits += leaving
      staying *= 1 - Double(leaving) / Double(atRisk)
      if leaving < atRisk {
        greenwood += Double(leaving) / (Double(atRisk) * Double(atRisk - leaving))
      }
      steps.append(
        Step(
          day: sorted[day.startIndex].days, atRisk: atRisk, exits: leaving, staying: staying,
          greenwood: greenwood))
    }
    self.steps = steps
    self.stays = sorted.count
    self.exits = exits
  }

  /// The stays by their days.
  ///
  /// A stay is sorted as one number, of which the lowest bit says whether it has ended: days are
  /// not negative, and so their bits are ordered as they are. That takes half as long as sorting
  /// stays by their days, and for a board's half a million stays it is what takes longest.
  private static func sorted(_ stays: some Sequence<Stay>) -> [Stay] {
    var keys = stays.map { $0.days.bitPattern << 1 | ($0.hasLeft ? 1 : 0) }
    keys.sort()
    return keys.map { Stay(days: Double(bitPattern: $0 >> 1), hasLeft: $0 & 1 == 1) }
  }

  /// How many stays have not ended yet.
  public var open: Int { stays - exits }

  /// The share of leads still in the stage `age` days after entering it.
  ///
  /// - Complexity: O(log n).
  public func staying(after age: Double) -> Double {
    let passed = steps.firstIndex(beyond: { $0.day > age })
    return passed == 0 ? 1 : steps[passed - 1].staying
  }

  /// The day by which a share `q` of the leads has left, or nil if the curve never gets there.
  ///
  /// A curve that touches the share exactly counts as there: its product of fractions is allowed
  /// a rounding error of 1e-9.
  ///
  /// - Complexity: O(log n).
  public func quantile(_ q: Double) -> Double? {
    let index = steps.firstIndex(beyond: { $0.staying <= 1 - q + 1e-9 })
    return index < steps.count ? steps[index].day : nil
  }

  /// The quantile that may be shown: nil under five exits, and where the curve never gets there.
  public func dwell(_ q: Double) -> Double? {
    exits >= Self.fewestExits ? quantile(q) : nil
  }

  /// The first days on which the lower and the upper bound of `staying` reach one half.
  ///
  /// Brookmeyer and Crowley's interval of the median; a bound is nil if never reached.
  ///
  /// - Complexity: O(n).
  public var medianBounds: (low: Double?, high: Double?) {
    guard let low = steps.firstIndex(where: { $0.interval.low <= 0.5 }) else { return (nil, nil) }
    // The upper bound is never below the lower one, nor below the curve.
    let high = steps[low...].first { $0.staying <= 0.5 && $0.interval.high <= 0.5 }
    return (steps[low].day, high?.day)
  }

  /// The chance that a lead now `age` days in the stage leaves within the next `days` days.
  ///
  /// Nil at an age by which every lead has left.
  ///
  /// - Complexity: O(log n).
  public func leaves(within days: Double, atAge age: Double) -> Double? {
    let now = staying(after: age)
    return now > 0 ? 1 - staying(after: age + days) / now : nil
  }
}
