internal import BatonModel

/// How work stands that is done elsewhere, one piece at a time: what is asked for while it runs is
/// done after it, once.
enum WorkProgress: Hashable, Sendable {
  /// Nothing is being made.
  case idle
  /// What is wanted is being made.
  case running
  /// Something is being made that is no longer what is wanted.
  case outdated

  /// Whether something is being made.
  var isRunning: Bool { self != .idle }

  /// Takes up that the work is wanted as things are now.
  ///
  /// - Returns: Whether to start it; it is not while an earlier piece runs.
  mutating func start() -> Bool {
    let wasIdle = self == .idle
    self = wasIdle ? .running : .outdated
    return wasIdle
  }

  /// Takes up that the piece is done.
  ///
  /// - Returns: Whether it is outdated, so that another one is to be asked for.
  mutating func finish() -> Bool {
    let wasOutdated = self == .outdated
    self = .idle
    return wasOutdated
  }
}

/// The index that is being made elsewhere, and what changed meanwhile.
struct Indexing: Sendable {
  /// How making it stands.
  var progress = WorkProgress.idle
  /// How many leads the latest index was asked for.
  var leadCount = 0
  /// The changes since it was asked for: they are done to it again when it comes.
  var changes: [(former: LeadSummary?, lead: LeadSummary?)] = []
}

/// The queue that is being made elsewhere, and what changed meanwhile.
struct Queueing: Sendable {
  /// How making it stands.
  var progress = WorkProgress.idle
  /// The leads that changed since it was asked for: their items are reckoned when it comes.
  var changed: Set<LeadID> = []
}

/// How far the names of all leads are at hand, which are made elsewhere too.
enum NameKeeping: Sendable {
  /// Nobody has asked for them since they were last wanted or last changed.
  case missing
  /// They were asked for.
  case asked
  /// They are at hand.
  case ready(NameIndex<Lead>)
}
