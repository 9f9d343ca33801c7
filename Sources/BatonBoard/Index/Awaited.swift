public import BatonModel

/// Something that one side owes the other.
public struct Awaited: Sendable {
  /// What is owed.
  public enum Kind: Hashable, Sendable {
    /// An answer to an offered handoff.
    case answerToHandoff
    /// A booked next step for an accepted handoff.
    case proof
    /// What becomes of a lead that nobody took in time: it is with its giver again.
    case lapsed
    /// An answer to a verdict.
    case answerToVerdict(Feedback.Verdict, ReasonID?)
  }

  /// The lead.
  public let lead: LeadSummary
  /// The side that owes it.
  public let side: Side
  /// What is owed.
  public let kind: Kind
  /// Since when.
  public let since: Instant
}

extension Awaited {
  /// What is owed on a lead; nil where nothing is. A waiting handoff comes before a verdict.
  init?(_ lead: LeadSummary, at now: Instant) {
    if let handoff = lead.handoff, handoff.hasLapsed(asOf: now) {
      self.init(
        lead: lead, side: handoff.from.side, kind: .lapsed,
        since: handoff.due ?? handoff.offeredAt)
    } else if let handoff = lead.handoff {
      self.init(
        lead: lead, side: handoff.to.side, kind: handoff.isAccepted ? .proof : .answerToHandoff,
        since: handoff.offeredAt)
    } else if let verdict = lead.unanswered {
      self.init(
        lead: lead, side: verdict.side == .marketing ? .sales : .marketing,
        kind: .answerToVerdict(verdict.verdict, verdict.reason), since: verdict.at)
    } else {
      return nil
    }
  }

  /// Whether this has been owed for longer than another.
  fileprivate func precedes(_ other: Awaited) -> Bool {
    since != other.since ? since < other.since : lead.id < other.lead.id
  }
}

/// All that is owed, by the side that owes it, the oldest first.
public struct AwaitedItems: Sendable {
  private var items: [Side: [Awaited]] = [:]

  /// The sides in the order of the pane.
  static let sides: [Side] = [.sales, .marketing, .delivery]

  /// Nothing owed.
  init() {}

  /// All of these. O(n log n).
  init(_ items: some Sequence<Awaited>) {
    for item in items { self[item.side].append(item) }
    for side in AwaitedItems.sides { self[side].sort { $0.precedes($1) } }
  }

  /// What a side owes, the oldest first.
  public internal(set) subscript(side: Side) -> [Awaited] {
    get { items[side, default: []] }
    _modify { yield &items[side, default: []] }
  }

  /// Whether nobody owes anything.
  public var isEmpty: Bool { items.values.allSatisfy(\.isEmpty) }

  /// The row of an item among those of its side, where it is one of them. Logarithmic.
  func row(of item: Awaited) -> Int? {
    let row = self[item.side].firstSorted { !$0.precedes(item) }
    return row < self[item.side].count && self[item.side][row].lead.id == item.lead.id ? row : nil
  }

  /// Adds an item in its place. Logarithmic search, one insertion.
  mutating func insert(_ item: Awaited) {
    let row = self[item.side].firstSorted { !$0.precedes(item) }
    self[item.side].insert(item, at: row)
  }

  /// Takes an item away, where it is one of them. Logarithmic search, one removal.
  mutating func remove(_ item: Awaited) {
    if let row = row(of: item) { self[item.side].remove(at: row) }
  }
}
