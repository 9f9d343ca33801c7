public import BatonModel

/// The holds on contact that last at a moment, what they cost so far, and whom they cover.
public struct LastingHolds: Sendable {
  /// The holds, the oldest first.
  public let rows: [HoldReport.Row]
  /// The open leads that are covered by a hold which lasts longer than the board's window: their
  /// own or one on their company, in whoever's file that stands.
  public let leadsOfOld: Int
  /// The open leads that others cover.
  public let leadsOfYoung: Int

  /// The holds that last longer than the board's window, the oldest first.
  public var old: [HoldReport.Row] { rows.filter(\.isOld) }

  /// Looks at leads as they stand at a moment.
  ///
  /// - Complexity: O(n) in the number of leads, however many holds there are.
  public init(_ leads: [LeadSummary], _ reckoning: Reckoning) {
    self.init(HoldTally(reckoning, endingAfter: reckoning.now).counting(leads), reckoning)
  }

  /// Those that a tally has found which last.
  init(_ tally: HoldTally, _ reckoning: Reckoning) {
    rows = tally.rows { $0.end > reckoning.now }.sorted {
      ($0.hold.from, $0.lead.id, $0.hold.id) < ($1.hold.from, $1.lead.id, $1.hold.id)
    }
    leadsOfOld = tally.leadsOfOld
    leadsOfYoung = tally.leadsOfYoung
  }
}

/// The holds of some leads, and whom they cover: one look at each lead.
struct HoldTally: Tally {
  private var found: [(lead: LeadSummary, hold: Hold)] = []
  /// The open leads that holds in the files of others cover, by hold: the same object stands for it
  /// at every lead, and is known sooner than two names are compared.
  private var others: [ObjectIdentifier: Cover] = [:]
  private(set) var leadsOfOld = 0
  private(set) var leadsOfYoung = 0
  private let reckoning: Reckoning
  private let earliestEnd: Instant
  private let window: Double

  /// A hold on a company, and the open leads that it covers beside its own.
  private struct Cover {
    let hold: StandingHold
    var leads: [LeadSummary] = []
  }

  /// Where a hold stands: guests are told of it otherwise than it is, and it is the same.
  private struct HoldPlace: Hashable {
    let lead: LeadID
    let hold: EntryID
  }

  /// - Parameter earliestEnd: The holds that end later are found.
  init(_ reckoning: Reckoning, endingAfter earliestEnd: Instant) {
    self.reckoning = reckoning
    self.earliestEnd = earliestEnd
    window = Double(reckoning.board.windows.holdDays)
  }

  mutating func count(_ lead: LeadSummary) {
    let own = lead.holds
    for hold in own where isWanted(hold) { found.append((lead, hold)) }
    let wide = reckoning.companyHolds.holds(on: lead)
    guard !own.isEmpty || !wide.isEmpty, lead.fate(asOf: reckoning.now) == .open else { return }
    for hold in wide where isWanted(hold) {
      others[ObjectIdentifier(hold), default: Cover(hold: hold)].leads.append(lead)
    }
    guard let since = reckoning.held(lead, alsoBy: wide)?.since,
      reckoning.parking(of: lead)?.kind.isClosed != true
    else { return }
    if reckoning.now.days(since: since) > window { leadsOfOld += 1 } else { leadsOfYoung += 1 }
  }

  mutating func add(_ later: HoldTally) {
    found += later.found
    for (id, cover) in later.others {
      others[id, default: Cover(hold: cover.hold)].leads += cover.leads
    }
    leadsOfOld += later.leadsOfOld
    leadsOfYoung += later.leadsOfYoung
  }

  private func isWanted(_ hold: some Lasting) -> Bool {
    hold.from <= reckoning.now && hold.end > earliestEnd
  }

  /// Some of the holds, with what they cost.
  func rows(where isListed: (Hold) -> Bool) -> [HoldReport.Row] {
    let listed = found.filter { isListed($0.hold) }
    let others = Dictionary(
      others.values.map { (HoldPlace(lead: $0.hold.lead, hold: $0.hold.hold.id), $0.leads) },
      uniquingKeysWith: +)
    return concurrently(listed.count) { place in
      let (lead, hold) = listed[place]
      let others = others[HoldPlace(lead: lead.id, hold: hold.id)] ?? []
      return HoldReport.Row(hold, of: lead, covering: [lead] + others, reckoning)
    }
  }
}
