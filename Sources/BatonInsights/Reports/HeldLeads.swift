public import BatonModel

/// The open leads that holds cover at a moment, their own and those on their companies.
public struct HeldLeads: Sendable {
  /// Those that a hold covers which lasts longer than the board's window.
  public private(set) var old = 0
  /// The others.
  public private(set) var young = 0

  /// Looks at leads as they stand at a moment.
  ///
  /// - Complexity: O(n).
  public init(_ leads: [LeadSummary], _ reckoning: Reckoning) {
    self = HeldTally(reckoning).counting(leads).found
  }

  fileprivate init() {}

  /// Counts the leads one by one.
  private struct HeldTally: Tally {
    var found = HeldLeads()
    private let reckoning: Reckoning
    private let days: Double

    init(_ reckoning: Reckoning) {
      self.reckoning = reckoning
      days = Double(reckoning.board.windows.holdDays)
    }

    mutating func count(_ lead: LeadSummary) {
      guard let since = reckoning.held(lead)?.since,
        reckoning.parking(of: lead)?.kind.isClosed != true
      else { return }
      if reckoning.now.days(since: since) > days { found.old += 1 } else { found.young += 1 }
    }

    mutating func add(_ later: HeldTally) {
      found.old += later.found.old
      found.young += later.found.young
    }
  }
}
