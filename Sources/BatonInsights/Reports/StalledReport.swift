public import BatonModel

/// Where leads stand still: each stage with a clock, its limit, its dwell and who is beyond.
///
/// A stage's limit is the board's target, else the whole team's 80 % point, whoever is looked at.
/// Leads that wait visibly are counted apart.
public struct StalledReport: Sendable {
  /// One stage, or one part of the leads in it.
  public struct Row: Sendable {
    /// The leads in play.
    public fileprivate(set) var inPlay = 0
    /// The leads that rest until a date.
    public fileprivate(set) var waiting = 0
    /// Those in play for longer than the limit.
    public fileprivate(set) var late = 0
    /// Those of them with no next step ahead.
    public fileprivate(set) var stalled = 0
    /// The amounts of the stalled, in minor units of the board's currency.
    public fileprivate(set) var stalledMoney = 0
    /// The days that each lead in play has been there, ascending.
    public fileprivate(set) var ages: [Double] = []
    /// How long leads stay, told from those that left and those still there.
    public fileprivate(set) var curve = DwellCurve([])

    /// No leads.
    init() {}

    fileprivate mutating func count(
      _ lead: LeadSummary, _ standing: Standing, currency: String
    ) {
      if standing.parking != nil {
        waiting += 1
        return
      }
      inPlay += 1
      ages.append(standing.daysInStage)
      if standing.isLate { late += 1 }
      guard standing.isStalled else { return }
      stalled += 1
      if let amount = lead.amount, amount.currency == currency {
        stalledMoney = stalledMoney.addingReportingOverflow(amount.minorUnits).partialValue
      }
    }

    /// Puts the ages in order, and adds how long leads stay.
    fileprivate mutating func finish(_ stays: [Stay]) {
      ages.sort()
      curve = DwellCurve(stays)
    }

    /// The age below which half of the leads in play are; nil where there are none.
    public var medianAge: Double? { SortedSample(sorted: ages).median }
  }

  /// A stage with its leads.
  public struct StageRow: Sendable {
    /// The stage.
    public let stage: Stage
    /// The age beyond which a lead is late; nil where neither a target nor history sets one.
    public let limit: StallLimit?
    /// Its leads.
    public let row: Row
    /// The query that finds the leads in the stage that have not ended.
    public var query: String { "\(Dimension.fieldTerm("stage", stage.id.rawValue)) is:open" }
  }

  /// A part of a stage's leads, or of all.
  public struct Part: Sendable {
    /// What the leads have in common; nil for none.
    public let value: String?
    /// The leads.
    public let row: Row
    /// The query that finds them, within the report's own.
    public let query: String
  }

  /// The stages with a clock, in the board's order.
  public let stages: [StageRow]
  /// All of them together; without a curve, since stages differ.
  public let total: Row

  /// Makes the report of some leads.
  ///
  /// - Parameter leads: The leads that are looked at, ended ones among them, whose stays count.
  /// - Complexity: O(n log n).
  public init(_ leads: [LeadSummary], _ reckoning: Reckoning) {
    let clocks = reckoning.board.stages.filter { $0.kind != .inventory }
    let places = StageTable(clocks.enumerated().map { ($1.id, $0) })
    var rows = clocks.map { _ in Row() }
    var stays = clocks.map { _ in [Stay]() }
    var total = Row()
    let currency = reckoning.board.currency
    for lead in leads {
      for stay in lead.trail.stays {
        guard let place = places[stay.stage], let stay = Stay(stay, asOf: reckoning.now) else {
          continue
        }
        stays[place].append(stay)
      }
      let standing = reckoning.standing(of: lead)
      guard standing.isOpen, let place = places[lead.stage] else { continue }
      rows[place].count(lead, standing, currency: currency)
      total.count(lead, standing, currency: currency)
    }
    total.ages.sort()
    self.total = total
    stages = clocks.indices.map { place in
      rows[place].finish(stays[place])
      return StageRow(
        stage: clocks[place], limit: StallLimit(of: clocks[place], by: reckoning),
        row: rows[place])
    }
  }

  /// The leads of one stage, or of all with a clock, by what they have in common; the most stalled
  /// part first. The parts add up to the whole.
  ///
  /// - Complexity: O(n log n).
  public static func parts(
    _ leads: [LeadSummary], by dimension: Dimension, in stage: StageID?, _ reckoning: Reckoning
  ) -> [Part] {
    let currency = reckoning.board.currency
    let clocks = StageTable(
      reckoning.board.stages.lazy.filter { $0.kind != .inventory && stage ?? $0.id == $0.id }
        .map { ($0.id, true) })
    var groups: [String?: (row: Row, stays: [Stay])] = [:]
    for lead in leads {
      let standing = reckoning.standing(of: lead)
      let isThere = standing.isOpen && clocks[lead.stage] != nil
      let stays = stage.map { lead.stays(in: $0, asOf: reckoning.now) } ?? []
      // Who has no lead there any more still has a history there.
      guard isThere || !stays.isEmpty else { continue }
      let value = dimension.value(of: lead, standing)
      groups[value, default: (Row(), [])].stays += stays
      if isThere { groups[value]?.row.count(lead, standing, currency: currency) }
    }
    let place = stage.map { Dimension.fieldTerm("stage", $0.rawValue) + " " } ?? ""
    return groups.map { value, group in
      var row = group.row
      row.finish(group.stays)
      return Part(value: value, row: row, query: "\(place)is:open \(dimension.term(for: value))")
    }
    .sorted(by: Self.comesFirst)
  }

  /// The stays of leads that have something in common.
  public struct Stays: Sendable {
    /// What they have in common; empty for none.
    public let name: String
    /// How long they stayed, those still there among them.
    public let stays: [Stay]
  }

  /// The stays in a stage by what their leads have in common, in no promised order.
  ///
  /// - Complexity: O(stays).
  public static func stays(
    _ leads: [LeadSummary], by dimension: Dimension, in stage: StageID, _ reckoning: Reckoning
  ) -> [Stays] {
    var groups: [String?: [Stay]] = [:]
    for lead in leads {
      let stays = lead.stays(in: stage, asOf: reckoning.now)
      guard !stays.isEmpty else { continue }
      let value = dimension.value(of: lead, reckoning.standing(of: lead))
      groups[value, default: []] += stays
    }
    return groups.map { Stays(name: $0.key ?? "", stays: $0.value) }
  }

  private static func comesFirst(_ one: Part, _ other: Part) -> Bool {
    if one.row.stalled != other.row.stalled { return one.row.stalled > other.row.stalled }
    if one.row.late != other.row.late { return one.row.late > other.row.late }
    if one.row.inPlay != other.row.inPlay { return one.row.inPlay > other.row.inPlay }
    return (one.value ?? "") < (other.value ?? "")
  }
}
