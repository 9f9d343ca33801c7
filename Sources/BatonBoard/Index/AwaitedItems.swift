public import BatonModel

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
