public import BatonModel

/// The board as it is shown: columns, sums and what each side owes, for one filter, one grouping
/// and one moment.
///
/// Made from all leads on another thread (n log n), and kept up in place with single changes and
/// with what falls due (logarithmic search, one insertion).
public struct BoardIndex: Sendable {
  /// The rules and the moment that it shows.
  public internal(set) var reckoning: Reckoning
  /// The filter for which it was made.
  public let query: Query
  /// The grouping for which it was made.
  public let grouping: Grouping
  /// The columns, left to right.
  public internal(set) var columns: [Column] = []
  /// The sums over all columns.
  public internal(set) var figures = Figures()
  /// What each side owes.
  public internal(set) var awaited = AwaitedItems()

  var matcher: QueryMatcher
  /// When single leads change by themselves, up to `remakeAt`.
  var due = DueMoments()
  /// When more changes than single leads: a day begins, or a hold on a whole company or its end.
  var remakeAt: Instant
  /// The leads that have changed since the moment of `reckoning`: to it, what happened after it is
  /// still to come.
  var changed: Set<LeadID> = []
  private var places: [ColumnKey: Int] = [:]

  /// An index without leads; by stage it has its columns nevertheless.
  public init(reckoning: Reckoning, query: Query = Query(), grouping: Grouping = .stage) {
    self.reckoning = reckoning
    self.query = query
    self.grouping = grouping
    matcher = QueryMatcher(query, reckoning: reckoning)
    remakeAt = reckoning.endOfToday
    if grouping == .stage {
      columns = reckoning.board.stages.map {
        Column(key: ColumnKey($0.id.rawValue), title: $0.title, activity: $0.activity)
      }
    }
    places = Dictionary(
      columns.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// An index of leads. O(n log n).
  public init(
    _ leads: [[LeadSummary]], reckoning: Reckoning, query: Query = Query(),
    grouping: Grouping = .stage
  ) {
    self.init(reckoning: reckoning, query: query, grouping: grouping)
    var keyed: [[(actBy: Instant, lead: LeadSummary)]] = columns.map { _ in [] }
    var items: [Awaited] = []
    var handoffs: [HandoffSummary] = []
    for chunk in leads {
      for lead in chunk {
        let standing = reckoning.standing(of: lead)
        let item = Awaited(lead, reckoning)
        heedCompanyHolds(of: lead)
        reckoning.forEachDueMoment(of: lead, standing, item) { due.append($0, of: lead.id) }
        guard matcher.matches(lead, standing: standing) else { continue }
        if let item { items.append(item) }
        guard shows(standing) else { continue }
        let place = place(of: grouping.key(of: lead))
        if place >= keyed.count { keyed.append([]) }
        keyed[place].append((reckoning.actBy(lead), lead))
        count(lead, standing, at: place, sign: 1)
        if let handoff = lead.handoff { handoffs.append(handoff) }
      }
    }
    for place in columns.indices {
      keyed[place].sort {
        $0.actBy != $1.actBy ? $0.actBy < $1.actBy : $0.lead.id < $1.lead.id
      }
      columns[place].leads = keyed[place].map(\.lead)
    }
    arrangeColumns()
    due.sort()
    awaited = AwaitedItems(items)
    for handoff in handoffs.sorted(by: { $0.offeredAt < $1.offeredAt }) {
      joint(at: handoff) { $0.add(offeredAt: $1) }
    }
  }

  /// The place of a column among the columns. Constant time.
  public func place(ofColumn key: ColumnKey) -> Int? { places[key] }

  /// The column and row of a lead, where it is shown. Logarithmic.
  public func position(of lead: LeadSummary) -> (column: Int, row: Int)? {
    guard let column = places[grouping.key(of: lead)] else { return nil }
    let row = insertionRow(of: lead, in: columns[column].leads)
    guard row < columns[column].leads.count, columns[column].leads[row].id == lead.id else {
      return nil
    }
    return (column, row)
  }

  /// Takes up that a lead has changed, appeared (`former` nil) or gone (`lead` nil).
  public mutating func replace(_ former: LeadSummary?, with lead: LeadSummary?) {
    if let former { remove(former) }
    if let lead { insert(lead) }
    if let id = (lead ?? former)?.id { changed.insert(id) }
  }

  // MARK: - Keeping up

  mutating func remove(_ lead: LeadSummary) {
    let (rules, standing, item) = (
      reckoning, reckoning.standing(of: lead), Awaited(lead, reckoning)
    )
    rules.forEachDueMoment(of: lead, standing, item) { due.remove($0, of: lead.id) }
    if let item { awaited.remove(item) }
    guard let (column, row) = position(of: lead) else { return }
    columns[column].leads.remove(at: row)
    count(lead, standing, at: column, sign: -1)
    joint(at: lead.handoff) { $0.remove(offeredAt: $1) }
  }

  mutating func insert(_ lead: LeadSummary) {
    let (rules, standing, item) = (
      reckoning, reckoning.standing(of: lead), Awaited(lead, reckoning)
    )
    heedCompanyHolds(of: lead)
    rules.forEachDueMoment(of: lead, standing, item) { due.insert($0, of: lead.id) }
    guard matcher.matches(lead, standing: standing) else { return }
    if let item { awaited.insert(item) }
    guard shows(standing) else { return }
    let column = place(of: grouping.key(of: lead))
    columns[column].leads.insert(lead, at: insertionRow(of: lead, in: columns[column].leads))
    count(lead, standing, at: column, sign: 1)
    joint(at: lead.handoff) { $0.add(offeredAt: $1) }
  }

  /// Whether a lead that matches is on the board: it has not ended, or the filter asks for such.
  private func shows(_ standing: Standing) -> Bool { standing.isOpen || query.asksForClosed }

  /// The place of a column, which is made where there is none yet.
  private mutating func place(of key: ColumnKey) -> Int {
    if let place = places[key] { return place }
    columns.append(Column(key: key, title: title(of: key)))
    places[key] = columns.count - 1
    return columns.count - 1
  }

  private func title(of key: ColumnKey) -> String {
    guard let value = key.value else { return "none" }
    switch grouping {
    case .owner: return reckoning.board.member(MemberID(value))?.name ?? value
    case .quality: return "\(value) of 5"
    case .stage: return "\(value) (unknown stage)"
    case .source, .campaign: return value
    }
  }

  /// Orders columns that are not stages: the fullest first, leads without a value last.
  private mutating func arrangeColumns() {
    guard grouping != .stage else { return }
    columns.sort { left, right in
      if (left.key.value == nil) != (right.key.value == nil) { return right.key.value == nil }
      if grouping == .quality { return (left.key.value ?? "") > (right.key.value ?? "") }
      if left.figures.count != right.figures.count {
        return left.figures.count > right.figures.count
      }
      return left.title < right.title
    }
    for (place, column) in columns.enumerated() { places[column.key] = place }
  }

  private mutating func count(
    _ lead: LeadSummary, _ standing: Standing, at column: Int, sign: Int
  ) {
    let currency = reckoning.board.currency
    columns[column].figures.count(
      lead, isStalled: standing.isStalled, currency: currency, sign: sign)
    figures.count(lead, isStalled: standing.isStalled, currency: currency, sign: sign)
  }

  private func insertionRow(of lead: LeadSummary, in leads: [LeadSummary]) -> Int {
    let moment = reckoning.actBy(lead)
    return leads.firstSorted { other in
      let actBy = reckoning.actBy(other)
      return actBy != moment ? actBy > moment : other.id >= lead.id
    }
  }

  /// Changes the joint at which a handoff waits, if it waits between two columns.
  private mutating func joint(
    at handoff: HandoffSummary?, _ change: (inout Joint, Instant) -> Void
  ) {
    guard grouping == .stage, let handoff, let place = jointPlace(of: handoff) else { return }
    change(&columns[place].joint, handoff.offeredAt)
  }

  /// The column after which a handoff waits: before the activity that takes when it goes forwards,
  /// behind it when it comes back.
  private func jointPlace(of handoff: HandoffSummary) -> Int? {
    if handoff.to > handoff.from {
      return columns.firstIndex { $0.activity.map { $0 >= handoff.to } ?? false }.flatMap {
        $0 > 0 ? $0 - 1 : nil
      }
    }
    return columns.lastIndex { $0.activity == handoff.to }.flatMap {
      $0 + 1 < columns.count ? $0 : nil
    }
  }
}
