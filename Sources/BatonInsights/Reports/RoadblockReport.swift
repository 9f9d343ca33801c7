public import BatonModel

/// The register of roadblocks: what stands in buyers' way, what it costs, and what goes with it.
public struct RoadblockReport: Sendable {
  /// How far back blocked days are counted.
  public static let days = 90.0

  /// By what the register is broken down.
  public enum Grouping: String, CaseIterable, Sendable {
    /// The kind, as the board's register names it.
    case kind
    /// The journey step at which it stands.
    case step
    /// Who removes it.
    case owner
    /// Whether we put it there.
    case origin

    /// The field of a query that asks for it of the roadblocks that stand.
    var field: String {
      switch self {
      case .kind: QueryField.obstacle.rawValue
      case .step: QueryField.step.rawValue
      case .owner: QueryField.fixer.rawValue
      case .origin: QueryField.blockedby.rawValue
      }
    }

    /// The value that a roadblock has; nil for none.
    func value(of roadblock: RoadblockTrace) -> String? {
      switch self {
      case .kind: roadblock.kind
      case .step: roadblock.step?.rawValue
      case .owner: roadblock.owner?.rawValue
      case .origin: roadblock.origin.rawValue
      }
    }
  }

  /// Roadblocks that have something in common.
  public struct Row: Sendable {
    /// What they have in common; nil for none.
    public let value: String?
    /// The leads that ever met one.
    public let leads: Int
    /// The open leads that stand before one now.
    public let blockedNow: Int
    /// The days that leads stood before one within the last 90 days; a day of a lead counts once.
    public let blockedDays: Double
    /// How long they take to resolve, told from those resolved and those that stand.
    public let resolution: DwellCurve
    /// The standing ones that are past due.
    public let overdue: Int
    /// Whether leads that met one are lost more often; for kinds only.
    public fileprivate(set) var risk: RoadblockRisk?
    /// Fisher's p-value of the risk, adjusted for looking at all kinds at once (Holm).
    public fileprivate(set) var adjustedP: Double?
    /// The query that finds the leads that stand before one now; nil for all together.
    public let query: String?
  }

  /// The rows, the most blocked days first.
  public let rows: [Row]
  /// All roadblocks together.
  public let total: Row

  /// Makes the report of some leads.
  ///
  /// - Complexity: O(leads + roadblocks log roadblocks).
  public init(_ leads: [LeadSummary], by grouping: Grouping, _ reckoning: Reckoning) {
    var known: [String?: [Int: [Encounter]]] = [:]
    var all: [Int: [Encounter]] = [:]
    for (place, lead) in leads.enumerated() where !lead.roadblocks.isEmpty {
      let ended = lead.ended(asOf: reckoning.now)
      for roadblock in lead.roadblocks where roadblock.opened <= reckoning.now {
        let met = Encounter(roadblock: roadblock, ended: ended)
        known[grouping.value(of: roadblock), default: [:]][place, default: []].append(met)
        all[place, default: []].append(met)
      }
    }
    var rows = known.map { value, byLead in
      Row(value, byLead, reckoning.now, by: grouping)
    }
    rows.sort {
      $0.blockedDays != $1.blockedDays
        ? $0.blockedDays > $1.blockedDays : ($0.value ?? "") < ($1.value ?? "")
    }
    if grouping == .kind { Self.addRisks(to: &rows, leads, known, reckoning) }
    self.rows = rows
    total = Row(nil, all, reckoning.now, by: nil)
  }

  /// Over the decided leads that came at least to the stage where the kind was first met.
  private static func addRisks(
    to rows: inout [Row], _ leads: [LeadSummary],
    _ known: [String?: [Int: [Encounter]]], _ reckoning: Reckoning
  ) {
    let ranks = reckoning.board.ranks
    let decided = Decided(leads, ranks, asOf: reckoning.now)
    for index in rows.indices {
      let met = known[rows[index].value] ?? [:]
      let first = met.compactMap { place, roadblocks in
        roadblocks.compactMap { leads[place].rank(at: $0.roadblock.opened, ranks) }.min()
      }.min()
      let all = decided.tally(from: first ?? 0)
      let exposed = decided.tally(
        from: first ?? 0,
        of: met.lazy.filter { place, roadblocks in
          let end = leads[place].parked?.since ?? reckoning.now
          return roadblocks.contains { $0.roadblock.opened <= end }
        }.map(\.key))
      rows[index].risk = RoadblockRisk(
        exposed: Proportion(exposed.lost, of: exposed.leads),
        others: Proportion(all.lost - exposed.lost, of: all.leads - exposed.leads))
    }
    let tested = rows.indices.filter { rows[$0].risk?.pValue != nil }
    let adjusted = holmAdjusted(tested.compactMap { rows[$0].risk?.pValue })
    for (index, p) in zip(tested, adjusted) { rows[index].adjustedP = p }
  }
}

/// The leads that were won or lost, by how far they came: counted once, so that each kind of roadblock
/// costs no more than the leads that met it.
private struct Decided {
  typealias Tally = (leads: Int, lost: Int)

  private struct Lead {
    let rank: Int
    let isLost: Bool
  }

  /// By the lead's place; nil where nothing is decided.
  private let leads: [Lead?]
  private let byRank: [Int: Tally]

  init(_ all: [LeadSummary], _ ranks: StageTable<Int>, asOf now: Instant) {
    leads = all.map { lead in
      switch lead.fate(asOf: now) {
      case .open: nil
      case .won: Lead(rank: .max, isLost: false)
      case .lost: Lead(rank: lead.highestRank(ranks, asOf: now) ?? 0, isLost: true)
      }
    }
    byRank = leads.reduce(into: [:]) { byRank, lead in
      guard let lead else { return }
      byRank[lead.rank, default: (0, 0)].leads += 1
      if lead.isLost { byRank[lead.rank, default: (0, 0)].lost += 1 }
    }
  }

  /// Those that came at least so far.
  func tally(from rank: Int) -> Tally {
    byRank.reduce(into: (0, 0)) { sum, entry in
      guard entry.key >= rank else { return }
      sum.leads += entry.value.leads
      sum.lost += entry.value.lost
    }
  }

  /// Those at some places that came at least so far.
  func tally(from rank: Int, of places: some Sequence<Int>) -> Tally {
    places.reduce(into: (0, 0)) { sum, place in
      guard let lead = leads[place], lead.rank >= rank else { return }
      sum.leads += 1
      if lead.isLost { sum.lost += 1 }
    }
  }
}

/// A roadblock of a lead. Whoever has ended is blocked no longer: it stands until the lead's end,
/// and whether it would have been resolved is not known.
private struct Encounter {
  let roadblock: RoadblockTrace
  /// When the lead ended; nil where it has not.
  let ended: Instant?

  /// Until when it stood in the way; nil while it does.
  private var left: Instant? {
    guard let ended else { return roadblock.resolved }
    return min(ended, roadblock.resolved ?? ended)
  }

  var blockage: RoadblockCost.Blockage {
    RoadblockCost.Blockage(opened: roadblock.opened.dayNumber, resolved: left?.dayNumber)
  }

  func stands(at now: Instant) -> Bool { left.map { $0 > now } ?? true }

  /// How long it took to resolve, or how long at least.
  func stay(asOf now: Instant) -> Stay? {
    let isResolved = roadblock.resolved.map { $0 <= ended ?? $0 } ?? false
    return Stay(
      entered: roadblock.opened.dayNumber,
      left: isResolved ? roadblock.resolved?.dayNumber : nil, asOf: (ended ?? now).dayNumber)
  }
}

extension RoadblockReport.Row {
  fileprivate init(
    _ value: String?, _ byLead: [Int: [Encounter]], _ now: Instant,
    by grouping: RoadblockReport.Grouping?
  ) {
    self.value = value
    leads = byLead.count
    let cost = RoadblockCost(
      byLead.values.map { $0.map(\.blockage) },
      from: now.dayNumber - RoadblockReport.days, asOf: now.dayNumber)
    blockedNow = cost.blockedNow
    // Hash order must not show in the last digit of a sum.
    blockedDays = cost.daysByLead.sorted().reduce(0, +)
    let roadblocks = byLead.values.joined()
    resolution = DwellCurve(roadblocks.compactMap { $0.stay(asOf: now) })
    overdue = roadblocks.count { $0.stands(at: now) && $0.roadblock.due.map { $0 < now } ?? false }
    query = grouping.map { Dimension.fieldTerm($0.field, value) + " is:open" }
  }
}

extension LeadSummary {
  /// The rank of the stage that the lead was in at a moment.
  fileprivate func rank(at moment: Instant, _ ranks: StageTable<Int>) -> Int? {
    stays.last { $0.entered <= moment }.flatMap { ranks[$0.stage] } ?? ranks[stage]
  }
}
