import BatonModel
import BatonStore

/// A lead as `watch` last saw it.
struct SeenLead: Sendable {
  let summary: LeadSummary
  /// Tells another state of the file from this one.
  let fingerprint: Int
  /// How many changes its history had.
  let changes: Int
  /// Whether an edit of its file was told of that its history did not tell.
  var isEditTold = false

  /// A lead as it is now.
  init(_ lead: Lead) {
    summary = LeadSummary(lead)
    fingerprint = lead.hashValue
    changes = lead.history.count
  }
}

/// Something that happened on a board, as `watch` tells it.
enum Happening {
  /// A lead came in.
  case added(LeadSummary, [HistoryEntry])
  /// A lead is another than it was; what its history does not tell was done outside of Baton.
  case changed(LeadSummary, [HistoryEntry], was: LeadSummary)
  /// A lead's file is gone.
  case removed(LeadSummary)
  /// A file cannot be read, or is not where it is looked for.
  case broken(FileFault)
  /// A file can be read again, and holds what it held before.
  case mended(LeadSummary)
}

/// What is known of a board's leads, so that a look at them tells what has happened meanwhile.
struct BoardFollower {
  private var seen: [LeadID: SeenLead]
  private var faults: [String: FileFault]
  private let matches: (LeadSummary) -> Bool

  /// Begins with a board as it was read.
  ///
  /// - Parameter matches: Whether a lead is to be told of.
  init(
    _ leads: [SeenLead], faults: [FileFault], matches: @escaping (LeadSummary) -> Bool
  ) {
    seen = Dictionary(leads.map { ($0.summary.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.faults = Dictionary(faults.map { ($0.file, $0) }, uniquingKeysWith: { first, _ in first })
    self.matches = matches
  }

  /// Takes up what a look at some leads found, and says what has happened, in the order of ids.
  ///
  /// - Parameters:
  ///   - leads: The leads that were read.
  ///   - gone: The leads whose files are not there.
  ///   - newFaults: What is wrong with the other files that were looked at.
  ///   - lookedAt: Those of the other files in which nothing may be wrong any more.
  mutating func take(
    _ leads: [Lead], gone: [LeadID] = [], faults newFaults: [FileFault] = [],
    lookedAt: [String] = []
  ) -> [Happening] {
    var happenings: [Happening] = []
    for lead in leads.sorted(by: { $0.id < $1.id }) {
      if let happening = take(lead) { happenings.append(happening) }
    }
    for id in gone.sorted() {
      if let file = BoardFolder.file(of: id) { faults[file] = nil }
      if let old = seen.removeValue(forKey: id), matches(old.summary) {
        happenings.append(.removed(old.summary))
      }
    }
    let broken = Set(newFaults.map(\.file))
    for file in lookedAt where !broken.contains(file) { faults[file] = nil }
    for fault in newFaults.sorted() where faults[fault.file] != fault {
      faults[fault.file] = fault
      happenings.append(.broken(fault))
    }
    return happenings
  }

  /// Takes up what a look at the whole board found.
  mutating func takeAll(_ leads: [Lead], faults newFaults: [FileFault]) -> [Happening] {
    let broken = Set(newFaults.map(\.file))
    let unread = UnreadPlaces(newFaults)
    let here = Set(leads.map(\.id))
    // A lead whose file is broken keeps its last good state.
    let gone = seen.keys.filter { !here.contains($0) && !unread.mayHold($0) }
    defer { faults = faults.filter { broken.contains($0.key) } }
    return take(leads, gone: Array(gone), faults: newFaults)
  }

  private mutating func take(_ lead: Lead) -> Happening? {
    var new = SeenLead(lead)
    let wasBroken = BoardFolder.file(of: lead.id).flatMap { faults.removeValue(forKey: $0) } != nil
    guard let old = seen[lead.id] else {
      seen[lead.id] = new
      return matches(new.summary) ? .added(new.summary, lead.history) : nil
    }
    let isSame = old.fingerprint == new.fingerprint
    new.isEditTold = new.changes == old.changes && (old.isEditTold || !isSame)
    seen[lead.id] = new
    guard matches(new.summary) || matches(old.summary) else { return nil }
    if isSame { return wasBroken ? .mended(new.summary) : nil }
    let added = lead.history.dropFirst(old.changes)
    return .changed(
      new.summary, added.filter { !(old.isEditTold && $0.isOutsideEdit) }, was: old.summary)
  }
}
