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
    /// The amounts of the stalled, in the board's currency.
    public fileprivate(set) var stalledMoney = MoneySum()
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
      stalledMoney.add(lead.amount, in: currency)
    }

    fileprivate mutating func add(_ later: Row) {
      inPlay += later.inPlay
      waiting += later.waiting
      late += later.late
      stalled += later.stalled
      stalledMoney.add(later.stalledMoney)
      ages += later.ages
    }

    /// Puts the ages in order, and adds how long leads stay.
    fileprivate mutating func finish(_ stays: [Stay]) {
      ages.sort()
      curve = DwellCurve(stays)
    }

    fileprivate var withAgesInOrder: Row {
      var row = self
      row.ages.sort()
      return row
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
    public var query: String { "\(Dimension.fieldTerm(.stage, stage.id.rawValue)) is:open" }
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
    let tally = StageTally(reckoning).counting(leads)
    // A stage's stays are sorted, which for the largest takes as long as all else.
    let rows = concurrently(tally.clocks.count) { place in
      var row = tally.rows[place]
      row.finish(tally.stays[place])
      return row
    }
    total = rows.reduce(into: Row()) { $0.add($1) }.withAgesInOrder
    stages = zip(tally.clocks, rows).map { stage, row in
      StageRow(stage: stage, limit: StallLimit(of: stage, by: reckoning), row: row)
    }
  }

  /// The leads and the stays of each stage with a clock.
  private struct StageTally: Tally {
    let clocks: [Stage]
    var rows: [Row]
    var stays: [[Stay]]
    private let places: StageTable<Int>
    private let reckoning: Reckoning

    init(_ reckoning: Reckoning) {
      self.reckoning = reckoning
      clocks = reckoning.board.stages.filter { $0.kind != .inventory }
      places = StageTable(clocks.enumerated().map { ($1.id, $0) })
      rows = clocks.map { _ in Row() }
      stays = clocks.map { _ in [] }
    }

    mutating func count(_ lead: LeadSummary) {
      for stay in lead.stays {
        guard let place = places[stay.stage], let stay = Stay(stay, asOf: reckoning.now) else {
          continue
        }
        stays[place].append(stay)
      }
      guard let place = places[lead.stage] else { return }
      let standing = reckoning.standing(of: lead)
      guard standing.isOpen else { return }
      rows[place].count(lead, standing, currency: reckoning.board.currency)
    }

    mutating func add(_ later: StageTally) {
      for place in clocks.indices {
        rows[place].add(later.rows[place])
        stays[place] += later.stays[place]
      }
    }
  }

  /// The leads of one stage, or of all with a clock, by what they have in common; the most stalled
  /// part first. The parts add up to the whole.
  ///
  /// - Complexity: O(n log n).
  public static func parts(
    _ leads: [LeadSummary], by dimension: Dimension, in stage: StageID?, _ reckoning: Reckoning
  ) -> [Part] {
    let tally = PartTally(dimension, stage, reckoning).counting(leads)
    let whole = query(in: stage, on: reckoning.board)
    return tally.groups.map { value, group in
      var row = group.row
      row.finish(group.stays)
      return Part(value: value, row: row, query: "\(whole) \(dimension.term(for: value))")
    }
    .sorted(by: Self.comesFirst)
  }

  /// The query that finds the leads of a stage, or of all with a clock, that have not ended.
  public static func query(in stage: StageID?, on board: Board) -> String {
    let clocks = board.stages.filter { $0.kind != .inventory }.map(\.id.rawValue)
    return Dimension.fieldTerm(.stage, anyOf: stage.map { [$0.rawValue] } ?? clocks) + " is:open"
  }

  /// The leads and the stays of a stage, or the leads of all with a clock, by what they have in
  /// common.
  private struct PartTally: Tally {
    var groups: [String?: (row: Row, stays: [Stay])] = [:]
    private let dimension: Dimension
    private let stage: StageID?
    private let clocks: StageTable<Bool>
    private let reckoning: Reckoning

    init(_ dimension: Dimension, _ stage: StageID?, _ reckoning: Reckoning) {
      self.dimension = dimension
      self.stage = stage
      self.reckoning = reckoning
      clocks = StageTable(
        reckoning.board.stages.filter { $0.kind != .inventory && stage ?? $0.id == $0.id }
          .map { ($0.id, true) })
    }

    mutating func count(_ lead: LeadSummary) {
      let standing = reckoning.standing(of: lead)
      let isThere = standing.isOpen && clocks[lead.stage] != nil
      let stays = stage.map { lead.stays(in: $0, asOf: reckoning.now) } ?? []
      // Who has no lead there any more still has a history there.
      guard isThere || !stays.isEmpty else { return }
      let value = dimension.value(of: lead, standing)
      groups[value, default: (Row(), [])].stays += stays
      guard isThere else { return }
      groups[value]?.row.count(lead, standing, currency: reckoning.board.currency)
    }

    mutating func add(_ later: PartTally) {
      for (value, group) in later.groups {
        groups[value, default: (Row(), [])].stays += group.stays
        groups[value]?.row.add(group.row)
      }
    }
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
