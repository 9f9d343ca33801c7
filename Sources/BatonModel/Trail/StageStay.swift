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
  /// A stay lasts until the next one, or until the lead has ended: won, lost, disqualified or
  /// silent. Who is brought back from there begins a new stay, and was nowhere in between. While it
  /// rests in nurture or waits it is still there. Where the stage was changed by hand and left no
  /// visit, the stay counts from ``stageSince``.
  ///
  /// - Complexity: O(visits), and O(history) where there are several.
  public var stays: [StageStay] {
    var starts = visits.map { (stage: $0.stage, entered: $0.entered) }
    if starts.last?.stage != stage { starts.append((stage, stageSince)) }
    let ended = parked.flatMap { $0.kind.isClosed ? $0.since : nil }
    let earlierEnds = starts.count > 1 ? endsBeforeComingBack : []
    return starts.indices.map { index in
      let (stage, entered) = starts[index]
      guard index + 1 < starts.count else {
        return StageStay(stage: stage, entered: entered, left: ended)
      }
      let next = starts[index + 1].entered
      let end = earlierEnds.first { entered <= $0 && $0 <= next }
      return StageStay(stage: stage, entered: entered, left: end ?? next)
    }
  }

  /// When the lead had ended before somebody brought it back, as the way back from that knows it.
  private var endsBeforeComingBack: [Instant] {
    // By place rather than by element: an entry is a large value to copy, and few are such.
    let found = history.indices.compactMap { place -> (id: EntryID, end: Instant)? in
      guard let parked = history[place].inverse?.formerPlace?.parked, parked.kind.isClosed else {
        return nil
      }
      return (history[place].id, parked.since)
    }
    guard !found.isEmpty else { return [] }
    let undone = Set(history.indices.compactMap { history[$0].undoes })
    return found.filter { !undone.contains($0.id) }.map(\.end)
  }
}

extension LeadCommand {
  /// Where a lead was before the change that this command takes back; nil where it stayed there.
  var formerPlace: Place? {
    switch self {
    case .restorePlace(let place): place
    case .all(let commands): commands.lazy.compactMap(\.formerPlace).first
    default: nil
    }
  }
}
