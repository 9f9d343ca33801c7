public import BatonModel

/// Leads side by side: how many, how much, how many of them stalled.
public struct Figures: Hashable, Sendable {
  /// How many leads.
  public var count = 0
  /// Their amounts in the board's currency, in minor units.
  public var money = 0
  /// How many of them have an amount in another currency, which the sum leaves out.
  public var otherCurrencies = 0
  /// How many of them are stalled.
  public var stalled = 0

  /// No leads.
  public init() {}

  /// Counts a lead in (`sign` 1) or out again (`sign` -1).
  mutating func count(_ lead: LeadSummary, isStalled: Bool, currency: String, sign: Int) {
    count += sign
    if isStalled { stalled += sign }
    guard let amount = lead.amount else { return }
    if amount.currency == currency {
      let (sum, overflow) = money.addingReportingOverflow(sign * amount.minorUnits)
      money = overflow ? (sign > 0 ? .max : .min) : sum
    } else {
      otherCurrencies += sign
    }
  }
}

/// A column of the board with its leads, the one first for which somebody must act first.
public struct Column: Sendable {
  /// What its leads have in common.
  public let key: ColumnKey
  /// The words above it.
  public let title: String
  /// The activity of its stage; nil where columns are not stages.
  public let activity: Activity?
  /// Its leads, ordered by `Reckoning.actBy`, then by id.
  public internal(set) var leads: [LeadSummary] = []
  /// Its sums.
  public internal(set) var figures = Figures()
  /// What waits between this column and the next one.
  public internal(set) var joint = Joint()

  init(key: ColumnKey, title: String, activity: Activity? = nil) {
    self.key = key
    self.title = title
    self.activity = activity
  }
}

/// The place between two columns at which leads change hands.
public struct Joint: Hashable, Sendable {
  /// When each handoff that waits there was offered, the oldest first.
  private var offers: [Instant] = []

  /// A joint at which nothing waits.
  init() {}

  /// How many handoffs wait there.
  public var waiting: Int { offers.count }
  /// When the oldest of them was offered.
  public var oldest: Instant? { offers.first }

  /// Adds a handoff. Logarithmic search, one insertion; the latest offer is added at once.
  mutating func add(offeredAt moment: Instant) {
    if let last = offers.last, moment < last {
      offers.insert(moment, at: offers.firstSorted { $0 >= moment })
    } else {
      offers.append(moment)
    }
  }

  /// Takes a handoff away that was added.
  mutating func remove(offeredAt moment: Instant) {
    let place = offers.firstSorted { $0 >= moment }
    if place < offers.count, offers[place] == moment { offers.remove(at: place) }
  }
}
