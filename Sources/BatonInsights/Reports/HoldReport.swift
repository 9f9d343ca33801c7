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
    let tally = HoldTally(reckoning, endingAfter: now.adding(days: -HoldReport.endedDays))
      .counting(leads)
    lasting = LastingHolds(tally, reckoning).rows
    ended = tally.rows { $0.end <= now }.sorted {
      ($1.hold.end, $0.lead.id, $0.hold.id) < ($0.hold.end, $1.lead.id, $1.hold.id)
    }
  }
}

extension HoldReport.Row {
  /// A hold and what it costs with the leads that it covers.
  init(
    _ hold: Hold, of lead: LeadSummary, covering covered: [LeadSummary], _ reckoning: Reckoning
  ) {
    let now = reckoning.now
    let currency = reckoning.board.currency
    var cost = HoldCost(of: hold, touches: [], asOf: now)
    var inPlay = MoneySum()
    for lead in covered {
      cost.add(HoldCost(of: hold, touches: lead.touches, asOf: now))
      if lead.fate(asOf: now) == .open { inPlay.add(lead.amount, in: currency) }
    }
    self.init(
      lead: lead, hold: hold, covered: covered, cost: cost, inPlay: inPlay,
      isOld: hold.end > now && cost.days > Double(reckoning.board.windows.holdDays))
  }
}
