public import BatonModel

/// What became of the leads of each source, campaign or ad, and how good they were.
public struct SourceReport: Sendable {
  /// By what leads are put together.
  public enum Grouping: String, CaseIterable, Sendable {
    /// Where the buyer was.
    case source
    /// The campaign on this board.
    case campaign
    /// The ad's headline.
    case ad

    /// The field of the query language that holds it.
    private var field: QueryField {
      switch self {
      case .source: .source
      case .campaign: .campaign
      case .ad: .ad
      }
    }

    /// The term of the query language that finds the leads with a value, and no others.
    public func term(for value: String?) -> String {
      Dimension.fieldTerm(field, value)
    }

    /// The value that a lead has; nil for none.
    public func value(of lead: LeadSummary) -> String? {
      switch self {
      case .source: lead.origin.source
      case .campaign: lead.origin.campaign?.rawValue
      case .ad: lead.origin.headline.flatMap { $0.isEmpty ? nil : $0 }
      }
    }
  }

  /// What is measured of a source.
  public enum Measure: String, CaseIterable, Sendable {
    /// The leads that sales accepted, of those that it answered.
    case accepted
    /// The leads that were won, of all that came.
    case won
  }

  /// The leads of one source.
  public struct Row: Sendable {
    /// The source; nil where none is known.
    public let value: String?
    /// The leads that came.
    public fileprivate(set) var leads = 0
    /// The handoffs to sales.
    public fileprivate(set) var handed = 0
    /// Those of them that sales accepted.
    public fileprivate(set) var accepted = 0
    /// Those of them that sales rejected.
    public fileprivate(set) var rejected = 0
    /// The leads that were won.
    public fileprivate(set) var won = 0
    /// The leads that ended otherwise.
    public fileprivate(set) var lost = 0
    /// How many leads were last rated 1, 2, 3, 4 and 5.
    public fileprivate(set) var ratings = [0, 0, 0, 0, 0]
    /// How often each reason was given for turning a lead down.
    public fileprivate(set) var reasons: [String: Int] = [:]
    /// How many leads were turned down for it.
    fileprivate var leadsByReason: [String: Int] = [:]
    /// What was measured, with its score, its band and what may be said.
    public fileprivate(set) var entry: SourceRanking.Entry?

    fileprivate init(value: String?) { self.value = value }

    /// The mean of the ratings; nil without one.
    public var quality: Double? { StarRanking.Tally(source: "", ratings: ratings).mean }

    /// The share that a measure looks at.
    public func share(_ measure: Measure) -> Proportion {
      switch measure {
      case .accepted: Proportion(accepted, of: accepted + rejected)
      case .won: Proportion(won, of: leads)
      }
    }
  }

  /// The sources with something to measure, best score first; those without follow, most leads
  /// first. Leads without a source are ranked with nobody: they come last.
  public let rows: [Row]
  /// The share over all ranked sources.
  public let mean: Double?
  /// The reasons for turning leads down, over all sources.
  public let reasons: ReasonPareto
  /// How many leads were turned down for each of them, some of them more than once.
  public let leadsByReason: [String: Int]

  /// Makes the report of some leads.
  ///
  /// - Complexity: O(n + sources log sources).
  public init(
    _ leads: [LeadSummary], by grouping: Grouping, measure: Measure,
    _ reckoning: Reckoning
  ) {
    let tally = SourceCounts(by: grouping, reckoning.now).counting(leads)
    let rows = tally.rows
    let ranking = SourceRanking(
      rows.values.compactMap { row in
        let share = row.share(measure)
        guard let value = row.value, share.total > 0 else { return nil }
        return SourceTally(source: value, accepted: share.count, answered: share.total)
      })
    let ranked = ranking.entries.compactMap { entry -> Row? in
      var row = rows[entry.tally.source]
      row?.entry = entry
      return row
    }
    let rest = rows.values.filter { $0.value != nil && $0.share(measure).total == 0 }.sorted {
      $0.leads != $1.leads ? $0.leads > $1.leads : ($0.value ?? "") < ($1.value ?? "")
    }
    self.rows = ranked + rest + [rows[nil]].compactMap { $0 }
    mean = ranking.mean
    var counts: [String: Int] = [:]
    var turnedDown: [String: Int] = [:]
    for row in rows.values {
      counts.merge(row.reasons, uniquingKeysWith: +)
      turnedDown.merge(row.leadsByReason, uniquingKeysWith: +)
    }
    leadsByReason = turnedDown
    reasons = ReasonPareto(counts, withoutReason: tally.withoutReason)
  }
}

/// The leads of each source.
private struct SourceCounts: Tally {
  var rows: [String?: SourceReport.Row] = [:]
  /// How often leads were turned down without a reason.
  var withoutReason = 0
  private let grouping: SourceReport.Grouping
  private let now: Instant

  init(by grouping: SourceReport.Grouping, _ now: Instant) {
    self.grouping = grouping
    self.now = now
  }

  mutating func count(_ lead: LeadSummary) {
    guard lead.createdAt <= now else { return }
    let value = grouping.value(of: lead)
    withoutReason += rows[value, default: SourceReport.Row(value: value)].count(lead, now)
  }

  mutating func add(_ later: SourceCounts) {
    withoutReason += later.withoutReason
    rows.merge(later.rows) { $0.adding($1) }
  }
}

extension SourceReport.Row {
  fileprivate func adding(_ later: Self) -> Self {
    var sum = self
    sum.leads += later.leads
    sum.handed += later.handed
    sum.accepted += later.accepted
    sum.rejected += later.rejected
    sum.won += later.won
    sum.lost += later.lost
    for place in sum.ratings.indices { sum.ratings[place] += later.ratings[place] }
    sum.reasons.merge(later.reasons, uniquingKeysWith: +)
    sum.leadsByReason.merge(later.leadsByReason, uniquingKeysWith: +)
    return sum
  }

  /// Counts a lead in, and says how often it was turned down without a reason.
  fileprivate mutating func count(_ lead: LeadSummary, _ now: Instant) -> Int {
    leads += 1
    switch lead.fate(asOf: now) {
    case .open: break
    case .won: won += 1
    case .lost: lost += 1
    }
    if lead.handoffs.contains(where: \.isFromMarketingToSales) {
      for (_, answer) in lead.handoffsToSales(asOf: now).answered(asOf: now.dayNumber) {
        handed += 1
        if let answer {
          if answer.isAccepted { accepted += 1 } else { rejected += 1 }
        }
      }
    }
    let rating = lead.verdicts.last { $0.quality != nil && $0.at <= now }?.quality
    if let rating, ratings.indices.contains(rating - 1) { ratings[rating - 1] += 1 }
    var withoutReason = 0
    let turnedDown = lead.turnedDown(asOf: now)
    for verdict in turnedDown {
      if let reason = verdict.reason {
        reasons[reason.rawValue, default: 0] += 1
      } else {
        withoutReason += 1
      }
    }
    for reason in Set(turnedDown.compactMap(\.reason)) {
      leadsByReason[reason.rawValue, default: 0] += 1
    }
    return withoutReason
  }
}

extension LeadSummary {
  /// The handoffs from marketing to sales, and what sales answered: by the handoff itself, or by
  /// a verdict.
  func handoffsToSales(asOf now: Instant) -> LeadHandoffs {
    var verdicts: [LeadHandoffs.Verdict] = []
    for verdict in self.verdicts where verdict.side == .sales {
      guard verdict.verdict == .accept || verdict.verdict == .reject else { continue }
      verdicts.append(
        LeadHandoffs.Verdict(
          at: verdict.at.dayNumber, isAccepted: verdict.verdict == .accept,
          reason: verdict.reason?.rawValue))
    }
    let handoffs = self.handoffs.filter(\.isFromMarketingToSales)
    for handoff in handoffs {
      guard handoff.state == .accepted || handoff.state == .rejected, let at = handoff.answeredAt
      else { continue }
      verdicts.append(
        LeadHandoffs.Verdict(at: at.dayNumber, isAccepted: handoff.state == .accepted))
    }
    return LeadHandoffs(
      handoffs: handoffs.map {
        LeadHandoffs.Handoff(at: $0.offeredAt.dayNumber, source: origin.source ?? "")
      }, verdicts: verdicts)
  }
}
