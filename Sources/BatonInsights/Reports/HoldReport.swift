public import BatonModel

/// The holds on contact: what they cover, and what they cost so far or in the end.
public struct HoldReport: Sendable {
  /// How many days ago a hold may have ended to be listed still.
  public static let endedDays = 14.0

  /// One hold.
  public struct Row: Sendable {
    /// The lead in whose file it stands.
    public let lead: LeadSummary
    /// The hold.
    public let hold: Hold
    /// The leads that it covers, the one in whose file it stands first.
    public let covered: [LeadSummary]
    /// What it cost with all of them together.
    public let cost: HoldCost
    /// What the deals are worth together that it covers, in the board's currency.
    public let inPlay: MoneySum
    /// Whether it lasts longer than the board's window: it is put before the meeting.
    public let isOld: Bool
  }

  /// The holds that last, the oldest first.
  public let lasting: [Row]
  /// The holds that ended of late, by their date or before it, the latest first.
  public let ended: [Row]

  /// The holds that last longer than the board's window, the oldest first.
  public var old: [Row] { lasting.filter(\.isOld) }

  /// Looks at leads as they stand at a moment.
  ///
  /// - Complexity: O(n) in the number of leads, however many holds there are.
  public init(_ leads: [LeadSummary], _ reckoning: Reckoning) {
    let now = reckoning.now
    let tally = HoldTally(now).counting(leads)
    let others = HoldReport.covered(by: CompanyHolds(tally.holders), leads, now)
    let found = tally.found
    let all = concurrently(found.count) { place in
      let (lead, hold) = found[place]
      let others = others[StandingHold(hold, of: lead)] ?? []
      return HoldReport.row(hold, of: lead, covering: [lead] + others, reckoning)
    }
    lasting = all.filter { $0.hold.end > now }.sorted {
      ($0.hold.from, $0.lead.id, $0.hold.id) < ($1.hold.from, $1.lead.id, $1.hold.id)
    }
    ended = all.filter { $0.hold.end <= now }.sorted {
      ($1.hold.end, $0.lead.id, $0.hold.id) < ($0.hold.end, $1.lead.id, $1.hold.id)
    }
  }

  /// The open leads that holds in the files of others cover, by hold.
  private static func covered(
    by wide: CompanyHolds, _ leads: [LeadSummary], _ now: Instant
  ) -> [StandingHold: [LeadSummary]] {
    wide.isEmpty ? [:] : CoverTally(wide, now).counting(leads).covered
  }

  /// The holds to be listed, and whoever has one of any time.
  private struct HoldTally: Tally {
    var found: [(lead: LeadSummary, hold: Hold)] = []
    var holders: [LeadSummary] = []
    private let now: Instant
    private let earliestEnd: Instant

    init(_ now: Instant) {
      self.now = now
      earliestEnd = now.adding(days: -HoldReport.endedDays)
    }

    mutating func count(_ lead: LeadSummary) {
      let holds = lead.holds
      guard !holds.isEmpty else { return }
      holders.append(lead)
      for hold in holds where hold.from <= now && hold.end > earliestEnd {
        found.append((lead, hold))
      }
    }

    mutating func add(_ later: HoldTally) {
      found += later.found
      holders += later.holders
    }
  }

  /// The open leads that each hold on a company covers.
  private struct CoverTally: Tally {
    var covered: [StandingHold: [LeadSummary]] = [:]
    private let wide: CompanyHolds
    private let now: Instant

    init(_ wide: CompanyHolds, _ now: Instant) {
      self.wide = wide
      self.now = now
    }

    mutating func count(_ lead: LeadSummary) {
      let holds = wide.holds(on: lead)
      guard !holds.isEmpty, lead.fate(asOf: now) == .open else { return }
      for hold in holds { covered[hold, default: []].append(lead) }
    }

    mutating func add(_ later: CoverTally) {
      for (hold, leads) in later.covered { covered[hold, default: []] += leads }
    }
  }

  private static func row(
    _ hold: Hold, of lead: LeadSummary, covering covered: [LeadSummary], _ reckoning: Reckoning
  ) -> Row {
    let now = reckoning.now
    let currency = reckoning.board.currency
    var cost = HoldCost(of: hold, touches: [], asOf: now)
    var inPlay = MoneySum()
    for lead in covered {
      cost.add(HoldCost(of: hold, touches: lead.touches, asOf: now))
      if lead.fate(asOf: now) == .open { inPlay.add(lead.amount, in: currency) }
    }
    return Row(
      lead: lead, hold: hold, covered: covered, cost: cost, inPlay: inPlay,
      isOld: hold.end > now && cost.days > Double(reckoning.board.windows.holdDays))
  }
}
