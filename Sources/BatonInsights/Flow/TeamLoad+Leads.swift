public import BatonModel

extension TeamLoad {
  /// Counts the leads that members own in sales.
  ///
  /// A lead counts as come when it was created, and as closed when it was won, lost, disqualified
  /// or given up.
  ///
  /// - Complexity: O(n).
  public init(of leads: [LeadSummary], asOf now: Instant) {
    self.init(LoadTally(asOf: now.dayNumber).counting(leads))
  }

  /// A member's load in a few words: `12 open, 1.5 closed a week, heavy`.
  public func words(of member: MemberID) -> String {
    guard let owner = owners[member.rawValue] else { return "nothing open" }
    let tenths = Int((owner.closesPerWeek * 10).rounded())
    let pace = tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    return "\(owner.open) open, \(pace) closed a week" + (isHeavy(owner) ? ", heavy" : "")
  }
}

extension LoadTally: Tally {
  /// Counts a lead for who owns it in sales, if anybody does.
  mutating func count(_ lead: LeadSummary) {
    guard let owner = lead.owner else { return }
    let end = lead.parked.flatMap { $0.kind.isClosed ? $0.since : nil }
    count(
      FlowItem(arrived: lead.createdAt.dayNumber, departed: end?.dayNumber), of: owner.rawValue)
  }
}

extension Instant {
  /// Days since 1970, with the part of the day behind the point.
  var dayNumber: Double { days(since: Instant(microseconds: 0)) }
}
