public import BatonModel

/// The age in a stage beyond which a lead counts as stalled, and where that age comes from.
public struct StallLimit: Hashable, Sendable {
  /// What sets a limit.
  public enum Origin: Hashable, Sendable {
    /// The board's target for the stage.
    case target
    /// The day by which 80 % of the whole team's leads have left the stage.
    case teamHistory
  }

  /// The share of leads that have left by a limit taken from history.
  public static let historyShare = 0.8

  /// The limit, in days.
  public let days: Double
  /// Where it comes from.
  public let origin: Origin

  /// The board's target for a stage, else the 80 % point of its history, else nil.
  ///
  /// - Parameter teamHistory: The stage's curve over the whole team, never one person's own: a
  ///   person's own 80 % point is undefined exactly where stale leads pile up. Under five exits
  ///   it sets no limit.
  public init?(target: Double?, teamHistory: DwellCurve) {
    if let target {
      days = target
      origin = .target
    } else if let days = teamHistory.dwell(Self.historyShare) {
      self.days = days
      origin = .teamHistory
    } else {
      return nil
    }
  }

  /// The limit that a board's rules keep for a stage, so that a report and the board agree.
  public init?(of stage: Stage, by reckoning: Reckoning) {
    guard let days = reckoning.limits[stage.id] else { return nil }
    self.days = days
    origin = stage.targetDays == nil ? .teamHistory : .target
  }

  /// Whether a lead `age` days in the stage is beyond the limit; at the limit it is not.
  public func isPassed(byAge age: Double) -> Bool {
    age > days
  }
}
