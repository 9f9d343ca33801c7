public import BatonModel

/// How long the whole team's leads stay in each stage, and the limits that follow.
public struct TeamDwell: Hashable, Sendable {
  /// The curve of each stage that a lead has been in.
  public let curves: [StageID: DwellCurve]

  /// Makes the curves from the stays of all leads as they were at `asOf`.
  ///
  /// - Complexity: O(n log n).
  public init(_ stays: some Sequence<StageStay>, asOf: Instant) {
    var known: [StageID: [Stay]] = [:]
    for stageStay in stays {
      guard let stay = Stay(stageStay, asOf: asOf) else { continue }
      known[stageStay.stage, default: []].append(stay)
    }
    curves = known.mapValues { DwellCurve($0) }
  }

  /// The age beyond which a lead in a stage is stalled; nil where it rests or too few have left.
  public func limit(of stage: Stage) -> StallLimit? {
    guard stage.kind != .inventory else { return nil }
    return StallLimit(
      target: stage.targetDays.map(Double.init), teamHistory: curves[stage.id] ?? DwellCurve([]))
  }

  /// The 80 % point of each stage that has one, in days.
  ///
  /// What ``BatonModel/Reckoning`` takes where the board sets no target.
  public var proposedLimits: [StageID: Double] {
    curves.compactMapValues { $0.dwell(StallLimit.historyShare) }
  }
}
