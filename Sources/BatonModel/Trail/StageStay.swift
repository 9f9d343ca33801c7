/// A lead's stay in a stage, from when to when: what the team's dwell is made of.
///
/// It holds times rather than ages, so that a list of stays once made serves at any moment.
public struct StageStay: Hashable, Sendable {
  /// The stage.
  public let stage: StageID
  /// When the lead came into it.
  public let entered: Instant
  /// When it left or ended there; nil while it is there.
  public let left: Instant?

  /// A stay that has ended, or not yet.
  public init(stage: StageID, entered: Instant, left: Instant?) {
    self.stage = stage
    self.entered = entered
    self.left = left
  }
}

extension Lead {
  /// The stays of the lead in its stages, oldest first.
  ///
  /// A stay lasts until the next one, the last one until the lead has ended: won, lost,
  /// disqualified or silent. While it rests in nurture or waits it is still there. Where the stage
  /// was changed by hand and left no visit, the stay counts from ``stageSince``.
  ///
  /// - Complexity: O(visits).
  public var stays: [StageStay] {
    var starts = visits.map { (stage: $0.stage, entered: $0.entered) }
    if starts.last?.stage != stage { starts.append((stage, stageSince)) }
    let ended = parked.flatMap { $0.kind.isClosed ? $0.since : nil }
    return starts.indices.map { index in
      let next = index + 1 < starts.count ? starts[index + 1].entered : ended
      return StageStay(stage: starts[index].stage, entered: starts[index].entered, left: next)
    }
  }
}
