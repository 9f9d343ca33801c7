public import BatonModel

/// Roadblocks that stand before open leads, put together where one fix by one owner clears them.
public struct RoadblockRegister: Sendable {
  /// Roadblocks of one kind that one owner clears with one fix, at whatever step they stand.
  public struct Entry: Sendable {
    /// The kind, as the board's register names it.
    public let kind: String
    /// Who clears them; nil for nobody.
    public let owner: MemberID?
    /// What clears them; nil where nobody has said.
    public let fix: String?
    /// The open leads that stand before one.
    public fileprivate(set) var leads = 0
    /// The time that these leads have stood there so far, in whole seconds: sums of them come out
    /// alike however the leads are divided, and no date that a file can hold overflows them.
    fileprivate var blockedSeconds: Int64 = 0
    /// What these leads are worth, in the board's currency.
    public fileprivate(set) var money = MoneySum()
    /// The journey steps at which they stand, as far as that is known.
    public fileprivate(set) var steps: Set<StepID> = []
    /// The earliest day by which one of them is to be cleared.
    public fileprivate(set) var due: Instant?

    /// The days that these leads have stood there so far; a day of a lead counts once.
    public var blockedDays: Double { Double(blockedSeconds) / 86_400 }

    /// The query that finds the leads.
    public var query: String {
      [
        Dimension.fieldTerm(.obstacle, kind),
        Dimension.fieldTerm(.fixer, owner?.rawValue),
        Dimension.fieldTerm(.fix, fix), "is:open",
      ].joined(separator: " ")
    }
  }

  private struct Key: Hashable {
    let kind: String
    let owner: MemberID?
    let fix: String?

    init(_ roadblock: RoadblockTrace) {
      kind = roadblock.kind
      owner = roadblock.owner
      fix = roadblock.fix.flatMap { $0.isEmpty ? nil : $0 }
    }
  }

  /// The entries, the most blocked days first.
  public let entries: [Entry]

  /// Looks at leads as they stand at a moment.
  ///
  /// - Complexity: O(leads + roadblocks + entries log entries).
  public init(_ leads: [LeadSummary], _ reckoning: Reckoning) {
    entries = RegisterTally(reckoning).counting(leads).entries.values.sorted {
      $0.blockedSeconds != $1.blockedSeconds
        ? $0.blockedSeconds > $1.blockedSeconds : $0.query < $1.query
    }
  }

  /// The entries by what they have in common, counted lead by lead.
  private struct RegisterTally: Tally {
    var entries: [Key: Entry] = [:]
    private let now: Instant
    private let currency: String

    init(_ reckoning: Reckoning) {
      now = reckoning.now
      currency = reckoning.board.currency
    }

    mutating func count(_ lead: LeadSummary) {
      guard !lead.roadblocks.isEmpty, lead.fate(asOf: now) == .open else { return }
      let standing = lead.roadblocks.filter { $0.stands(at: now) }
      let keys = standing.map(Key.init)
      for (place, key) in keys.enumerated() where !keys[..<place].contains(key) {
        let alike = standing.indices.filter { keys[$0] == key }.map { standing[$0] }
        let since = alike.reduce(standing[place].opened) { min($0, $1.opened) }
        var entry = Entry(kind: key.kind, owner: key.owner, fix: key.fix)
        entry.leads = 1
        entry.blockedSeconds = Int64((now.days(since: since) * 86_400).rounded())
        entry.steps = Set(alike.compactMap(\.step))
        entry.due = alike.compactMap(\.due).min()
        entry.money.add(lead.amount, in: currency)
        add(entry, key)
      }
    }

    mutating func add(_ later: RegisterTally) {
      for (key, entry) in later.entries { add(entry, key) }
    }

    private mutating func add(_ more: Entry, _ key: Key) {
      guard var entry = entries[key] else {
        entries[key] = more
        return
      }
      entry.leads += more.leads
      entry.blockedSeconds += more.blockedSeconds
      entry.money.add(more.money)
      entry.steps.formUnion(more.steps)
      entry.due = [entry.due, more.due].compactMap(\.self).min()
      entries[key] = entry
    }
  }
}
