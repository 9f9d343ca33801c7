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
    var field: QueryField {
      switch self {
      case .kind: .obstacle
      case .step: .step
      case .owner: .fixer
      case .origin: .blockedby
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
    /// The leads that stand before one whose fix is past due.
    public let overdue: Int
    /// The leads that stood before one within the last 90 days, the first of which counts in full.
    public let blockedOfLate: Int
    /// Whether leads that met one are lost more often; for kinds only.
    public fileprivate(set) var risk: RoadblockRisk?
    /// Fisher's p-value of the risk, adjusted for looking at all kinds at once (Holm).
    public fileprivate(set) var adjustedP: Double?
    /// The term that asks for what they have in common; nil for all together.
    fileprivate let term: String?
    /// The first day on which leads count as blocked of late.
    fileprivate let start: CivilDay

    /// The numbers of the row, each with the query that finds its leads.
    public var counts: [LeadCount] {
      let leads = { (terms: String) in [term, terms].compactMap(\.self).joined(separator: " ") }
      let stood = { (first: CivilDay?) in
        leads("\(QueryEvent.stood.rawValue):\(QueryDays(from: first, through: nil))")
      }
      return [
        LeadCount(
          subject: .blockedNow, leads: blockedNow,
          query: term.map { "\($0) is:open" } ?? "is:blocked is:open"),
        LeadCount(
          subject: .pastDue, leads: overdue,
          query: leads("\(QueryField.fixdue.rawValue):==overdue is:open")),
        LeadCount(subject: .blockedOfLate, leads: blockedOfLate, query: stood(start)),
        LeadCount(subject: .everMet, leads: self.leads, query: stood(nil)),
      ]
    }
  }

  /// The rows, the most blocked days first.
  public let rows: [Row]
  /// All roadblocks together.
  public let total: Row
  /// Whether leads that met roadblocks of a kind are lost more often, by kind.
  public let risks: [String: RoadblockRisk]

  /// Makes the report of some leads.
  ///
  /// - Complexity: O(leads + roadblocks log roadblocks), in one pass over the leads.
  public init(_ leads: [LeadSummary], by grouping: Grouping, _ reckoning: Reckoning) {
    let tally = RoadblockTally(reckoning, by: grouping).counting(leads)
    var rows = tally.groups.map { value, group in
      Row(value, group, term: Dimension.fieldTerm(grouping.field, value), since: tally.start)
    }
    rows.sort {
      $0.blockedDays != $1.blockedDays
        ? $0.blockedDays > $1.blockedDays : ($0.value ?? "") < ($1.value ?? "")
    }
    risks = Self.risks(tally)
    if grouping == .kind { Self.add(risks, to: &rows) }
    self.rows = rows
    total = Row(nil, tally.all, term: nil, since: tally.start)
  }

  /// Over the decided leads that came at least to the stage where the kind was first met.
  private static func risks(_ tally: RoadblockTally) -> [String: RoadblockRisk] {
    tally.exposures.mapValues { exposure in
      let first = exposure.firstRank ?? 0
      let all = tally.decided.from(first)
      let exposed = exposure.decided.from(first)
      return RoadblockRisk(
        exposed: Proportion(exposed.lost, of: exposed.leads),
        others: Proportion(all.lost - exposed.lost, of: all.leads - exposed.leads))
    }
  }

  private static func add(_ risks: [String: RoadblockRisk], to rows: inout [Row]) {
    for index in rows.indices { rows[index].risk = rows[index].value.flatMap { risks[$0] } }
    let tested = rows.indices.filter { rows[$0].risk?.pValue != nil }
    let adjusted = holmAdjusted(tested.compactMap { rows[$0].risk?.pValue })
    for (index, p) in zip(tested, adjusted) { rows[index].adjustedP = p }
  }
}

extension RoadblockReport.Row {
  fileprivate init(
    _ value: String?, _ group: RoadblockTally.Group, term: String?, since start: CivilDay
  ) {
    self.value = value
    leads = group.leads
    blockedNow = group.blockedNow
    // The order of the leads must not show in the last digit of a sum.
    blockedDays = group.blockedDays.sorted().reduce(0, +)
    resolution = DwellCurve(group.stays)
    overdue = group.overdue
    blockedOfLate = group.blockedOfLate
    self.term = term
    self.start = start
  }
}
