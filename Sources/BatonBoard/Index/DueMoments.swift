import BatonModel

/// When leads change by themselves before the day is over.
///
/// Kept so that what falls due on a board of a hundred thousand leads is found without a look at
/// all of them.
struct DueMoments: Sendable {
  private struct Entry: Hashable {
    let moment: Instant
    let lead: LeadID

    func follows(_ other: Entry) -> Bool {
      moment != other.moment ? moment > other.moment : lead > other.lead
    }
  }

  /// The latest first, so that what has passed is taken off the end.
  private var entries: [Entry] = []

  /// The earliest; nil where nothing falls due.
  var first: Instant? { entries.last?.moment }

  /// Adds one of many, of which the order is made by `sort`, before anything else is asked.
  mutating func append(_ moment: Instant, of lead: LeadID) {
    entries.append(Entry(moment: moment, lead: lead))
  }

  /// Puts all that were appended in order. O(n log n).
  mutating func sort() { entries.sort { $0.follows($1) } }

  /// Adds one in its place, once. Logarithmic search, one insertion.
  mutating func insert(_ moment: Instant, of lead: LeadID) {
    let entry = Entry(moment: moment, lead: lead)
    let place = place(of: entry)
    if !place.isTaken { entries.insert(entry, at: place.index) }
  }

  /// Takes one away, where it is there. Logarithmic search, one removal.
  mutating func remove(_ moment: Instant, of lead: LeadID) {
    let place = place(of: Entry(moment: moment, lead: lead))
    if place.isTaken { entries.remove(at: place.index) }
  }

  /// Where one stands, or would stand.
  private func place(of entry: Entry) -> (index: Int, isTaken: Bool) {
    let index = entries.firstSorted { !$0.follows(entry) }
    return (index, index < entries.count && entries[index] == entry)
  }

  /// Takes off all whose time has come, and tells their leads, each as often as it had one. Linear
  /// in their number.
  mutating func removeAll(upTo now: Instant) -> [LeadID] {
    let first = entries.firstSorted { $0.moment <= now }
    defer { entries.removeSubrange(first...) }
    return entries[first...].map(\.lead)
  }
}
