internal import BatonModel

/// What the register of roadblocks needs of every lead, gathered in one pass.
struct RoadblockTally: Tally {
  /// Roadblocks that have something in common, with the leads that met them.
  struct Group {
    /// The leads that ever met one.
    private(set) var leads = 0
    /// The open leads that stand before one.
    private(set) var blockedNow = 0
    /// The blocked days of each lead within the report's days.
    private(set) var blockedDays: [Double] = []
    /// How long each took to resolve, or how long at least.
    private(set) var stays: [Stay] = []
    /// The leads that stand before one whose fix is past due.
    private(set) var overdue = 0
    /// The leads that stood before one since the first of the report's days.
    private(set) var blockedOfLate = 0

    /// Counts a lead that met these roadblocks, at least one.
    fileprivate mutating func count(_ met: [Encounter], since start: Instant, asOf now: Instant) {
      let asOf = now.dayNumber
      let blockages = met.map(\.blockage)
      leads += 1
      blockedDays.append(
        RoadblockCost.union(of: blockages, from: asOf - RoadblockReport.days, to: asOf))
      if RoadblockCost.isBlocked(by: blockages, asOf: asOf) { blockedNow += 1 }
      if met.contains(where: { $0.stands(at: now) && $0.due.map { $0 < now } ?? false }) {
        overdue += 1
      }
      if met.contains(where: { $0.stands(at: start) }) { blockedOfLate += 1 }
      stays += met.compactMap { $0.stay(asOf: now) }
    }

    fileprivate mutating func add(_ later: Group) {
      leads += later.leads
      blockedNow += later.blockedNow
      blockedDays += later.blockedDays
      stays += later.stays
      overdue += later.overdue
      blockedOfLate += later.blockedOfLate
    }
  }

  /// What became of the leads that met roadblocks of a kind.
  struct Exposure {
    /// The rank of the earliest stage in which a lead met one.
    private(set) var firstRank: Int?
    /// The decided leads that met one before they were decided.
    private(set) var decided: Decided

    fileprivate init(stages: Int) { decided = Decided(stages: stages) }

    /// Notes the earliest stage in which a lead met one, and what became of the lead after it.
    fileprivate mutating func note(firstRank rank: Int?, decided: Int?, isLost: Bool) {
      firstRank = [firstRank, rank].compactMap(\.self).min()
      if let decided { self.decided.count(rank: decided, isLost: isLost) }
    }

    fileprivate mutating func add(_ later: Exposure) {
      firstRank = [firstRank, later.firstRank].compactMap(\.self).min()
      decided.add(later.decided)
    }
  }

  /// The leads that were won or lost, by the highest rank they came to; won is past all stages.
  struct Decided {
    private var leads: [Int]
    private var lost: [Int]

    fileprivate init(stages: Int) {
      leads = [Int](repeating: 0, count: stages + 1)
      lost = leads
    }

    fileprivate mutating func count(rank: Int, isLost: Bool) {
      leads[rank] += 1
      if isLost { lost[rank] += 1 }
    }

    fileprivate mutating func add(_ later: Decided) {
      for rank in leads.indices {
        leads[rank] += later.leads[rank]
        lost[rank] += later.lost[rank]
      }
    }

    /// Those that came at least so far.
    func from(_ rank: Int) -> (leads: Int, lost: Int) {
      (leads[rank...].reduce(0, +), lost[rank...].reduce(0, +))
    }
  }

  /// The roadblocks by what they have in common; nil for none.
  private(set) var groups: [String?: Group] = [:]
  /// All of them.
  private(set) var all = Group()
  /// What became of the leads that met them, by kind.
  private(set) var exposures: [String: Exposure] = [:]
  /// All decided leads.
  private(set) var decided: Decided
  /// The first day on which leads count as blocked of late.
  let start: CivilDay
  private let startOfDays: Instant
  private let now: Instant
  private let grouping: RoadblockReport.Grouping
  private let ranks: StageTable<Int>
  private let stages: Int

  init(_ reckoning: Reckoning, by grouping: RoadblockReport.Grouping) {
    now = reckoning.now
    let calendar = reckoning.board.calendar
    start = calendar.day(of: now.adding(days: -RoadblockReport.days))
    startOfDays = calendar.instant(of: start)
    self.grouping = grouping
    ranks = reckoning.board.ranks
    stages = reckoning.board.stages.count
    decided = Decided(stages: stages)
  }

  mutating func count(_ lead: LeadSummary) {
    let fate = lead.fate(asOf: now)
    let rank = fate == .won ? stages : fate == .lost ? lead.highestRank(ranks, asOf: now) ?? 0 : nil
    if let rank { decided.count(rank: rank, isLost: fate == .lost) }
    let roadblocks = lead.roadblocks
    guard !roadblocks.isEmpty else { return }
    let ended = fate == .open ? nil : lead.parked?.since
    let places = roadblocks.indices.filter { roadblocks[$0].opened <= now }
    guard !places.isEmpty else { return }
    let met = places.map { Encounter(roadblocks[$0], ended: ended) }
    all.count(met, since: startOfDays, asOf: now)
    forEachPart(of: met, by: places.map { grouping.value(of: roadblocks[$0]) }) { value, alike in
      groups[value, default: Group()].count(alike, since: startOfDays, asOf: now)
    }
    forEachPart(of: met, by: places.map { roadblocks[$0].kind }) { kind, alike in
      let first = alike.compactMap { lead.rank(at: $0.opened, ranks) }.min()
      let isExposed = alike.contains { $0.opened <= $0.ended ?? now }
      exposures[kind, default: Exposure(stages: stages)].note(
        firstRank: first, decided: isExposed ? rank : nil, isLost: fate == .lost)
    }
  }

  mutating func add(_ later: RoadblockTally) {
    for (value, group) in later.groups {
      groups[value, default: Group()].add(group)
    }
    for (kind, exposure) in later.exposures {
      exposures[kind, default: Exposure(stages: stages)].add(exposure)
    }
    all.add(later.all)
    decided.add(later.decided)
  }
}

/// Takes what a lead met apart by a value of each, which are few.
private func forEachPart<Value: Equatable>(
  of met: [Encounter], by values: [Value], _ body: (Value, [Encounter]) -> Void
) {
  for (place, value) in values.enumerated() where !values[..<place].contains(value) {
    body(value, met.indices.filter { values[$0] == value }.map { met[$0] })
  }
}

/// A roadblock of a lead. Whoever has ended is blocked no longer: it stands until the lead's end,
/// and whether it would have been resolved is not known.
private struct Encounter {
  let opened: Instant
  let resolved: Instant?
  let due: Instant?
  /// When the lead ended; nil where it has not.
  let ended: Instant?

  init(_ roadblock: RoadblockTrace, ended: Instant?) {
    opened = roadblock.opened
    resolved = roadblock.resolved
    due = roadblock.due
    self.ended = ended
  }

  /// Until when it stood in the way; nil while it does.
  private var left: Instant? {
    guard let ended else { return resolved }
    return min(ended, resolved ?? ended)
  }

  var blockage: RoadblockCost.Blockage {
    RoadblockCost.Blockage(opened: opened.dayNumber, resolved: left?.dayNumber)
  }

  func stands(at now: Instant) -> Bool { left.map { $0 > now } ?? true }

  /// How long it took to resolve, or how long at least.
  func stay(asOf now: Instant) -> Stay? {
    let isResolved = resolved.map { $0 <= ended ?? $0 } ?? false
    return Stay(
      entered: opened.dayNumber, left: isResolved ? resolved?.dayNumber : nil,
      asOf: (ended ?? now).dayNumber)
  }
}

extension LeadSummary {
  /// The rank of the stage that the lead was in at a moment.
  fileprivate func rank(at moment: Instant, _ ranks: StageTable<Int>) -> Int? {
    stays.last { $0.entered <= moment }.flatMap { ranks[$0.stage] } ?? ranks[stage]
  }
}
