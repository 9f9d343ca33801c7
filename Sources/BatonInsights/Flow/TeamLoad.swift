/// How much open work each owner has against what they close: whom to give a lead to.
public struct TeamLoad: Hashable, Sendable {
  /// One owner's load.
  public struct Owner: Hashable, Sendable {
    /// How many leads the owner has open.
    public fileprivate(set) var open = 0
    /// How many the owner closed in the window.
    public fileprivate(set) var closes = 0
    /// How many came to the owner in the window.
    public fileprivate(set) var arrivals = 0

    /// How many leads the owner closes a week.
    public var closesPerWeek: Double { Double(closes) / TeamLoad.weeks }

    /// How many weeks the open leads take at that pace, or nil without closes.
    public var weeksToClear: Double? {
      closes > 0 ? Double(open) / closesPerWeek : nil
    }

    /// How many leads come for each one closed, or nil without closes.
    public var arrivalsPerClose: Double? {
      closes > 0 ? Double(arrivals) / Double(closes) : nil
    }

    fileprivate mutating func count(isOpen: Bool, isClosed: Bool, isNew: Bool) {
      if isOpen { open += 1 }
      if isClosed { closes += 1 }
      if isNew { arrivals += 1 }
    }

    fileprivate mutating func add(_ other: Owner) {
      open += other.open
      closes += other.closes
      arrivals += other.arrivals
    }
  }

  /// The weeks up to now over which closes and arrivals are counted.
  public static let weeks = 8.0
  /// The days up to now over which closes and arrivals are counted.
  public static let windowDays = 7 * weeks
  /// How many times the team's weeks to clear make an owner heavily loaded.
  public static let heavyFactor = 2.0

  /// Each owner's load, by owner.
  public let owners: [String: Owner]
  /// All owners' load together.
  public let team: Owner

  /// Counts owned leads as they were at `asOf`, a day number.
  ///
  /// An owner whose leads all came later is not listed.
  ///
  /// - Complexity: O(n).
  public init(_ items: some Sequence<(owner: String, item: FlowItem)>, asOf: Double) {
    var tally = LoadTally(asOf: asOf)
    for (owner, item) in items { tally.count(item, of: owner) }
    self.init(tally)
  }

  /// What was counted of some leads.
  init(_ tally: LoadTally) {
    owners = tally.owners
    team = owners.values.reduce(into: Owner()) { $0.add($1) }
  }

  /// Whether an owner has more than twice the team's weeks of work, or open work and no closes.
  public func isHeavy(_ owner: Owner) -> Bool {
    guard let weeks = owner.weeksToClear else { return owner.open > 0 }
    guard let teamWeeks = team.weeksToClear else { return false }
    return weeks > Self.heavyFactor * teamWeeks
  }
}

/// Each owner's load, counted lead by lead.
struct LoadTally: Sendable {
  fileprivate var owners: [String: TeamLoad.Owner] = [:]
  private let asOf: Double
  private let since: Double

  /// As it was on a day.
  init(asOf: Double) {
    self.asOf = asOf
    since = asOf - TeamLoad.windowDays
  }

  /// Counts a lead of an owner; not where it came later.
  mutating func count(_ item: FlowItem, of owner: String) {
    guard item.arrived <= asOf else { return }
    let isOpen = !item.hasDeparted(by: asOf)
    let isClosed = !isOpen && (item.departed.map { $0 > since } ?? false)
    owners[owner, default: TeamLoad.Owner()].count(
      isOpen: isOpen, isClosed: isClosed, isNew: item.arrived > since)
  }

  /// Adds what was counted of other leads.
  mutating func add(_ later: LoadTally) {
    owners.merge(later.owners) { one, other in
      var sum = one
      sum.add(other)
      return sum
    }
  }
}
