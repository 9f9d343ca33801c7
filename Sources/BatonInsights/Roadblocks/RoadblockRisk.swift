import Foundation

/// Whether leads that met a roadblock are lost more often than those that did not.
///
/// Over decided leads that reached the stage where the roadblock occurs. It says what goes
/// together, never what causes what.
public struct RoadblockRisk: Hashable, Sendable {
  /// What the counts allow to say.
  public enum Finding: Hashable, Sendable {
    /// Under five leads with or without the roadblock, or under five losses.
    case tooFewToSay
    /// The difference lies above zero.
    case moreOftenLost
    /// The difference lies below zero.
    case lessOftenLost
    /// The difference may be either.
    case cannotTell
  }

  /// The fewest leads on each side, and losses in all, from which anything is said.
  public static let fewest = 5

  /// The lost among the leads that met the roadblock.
  public let exposed: Proportion
  /// The lost among the leads that did not.
  public let others: Proportion

  /// Compares leads that met a roadblock with those that did not.
  public init(exposed: Proportion, others: Proportion) {
    self.exposed = exposed
    self.others = others
  }

  /// How many times as often the exposed are lost; nil where a side is empty or no other is lost.
  public var relativeRisk: Double? {
    guard let risk = exposed.share, let base = others.share, base > 0 else { return nil }
    return risk / base
  }

  /// Katz's 95 % interval of the relative risk (1978), or nil where either side has no loss.
  public var relativeRiskInterval: Interval? {
    guard let relativeRisk, exposed.count > 0 else { return nil }
    let variance =
      1 / Double(exposed.count) - 1 / Double(exposed.total) + 1 / Double(others.count)
      - 1 / Double(others.total)
    let reach = NormalDistribution.z95 * max(0, variance).squareRoot()
    return Interval(low: relativeRisk * exp(-reach), high: relativeRisk * exp(reach))
  }

  /// The difference of the two shares with Newcombe's interval, or nil where a side is empty.
  public var difference: ProportionDifference? {
    ProportionDifference(exposed, minus: others)
  }

  /// Fisher's exact two-sided p-value, or nil where a side is empty.
  public var pValue: Double? {
    exposed.total > 0 && others.total > 0 ? fisherExact(exposed, others) : nil
  }

  /// What the counts allow to say.
  public var finding: Finding {
    guard
      let difference, exposed.total >= Self.fewest, others.total >= Self.fewest,
      exposed.count + others.count >= Self.fewest
    else { return .tooFewToSay }
    if difference.interval.low > 0 { return .moreOftenLost }
    if difference.interval.high < 0 { return .lessOftenLost }
    return .cannotTell
  }
}
