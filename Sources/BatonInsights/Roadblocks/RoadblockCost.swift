/// What roadblocks cost: the days that leads stood before them.
public struct RoadblockCost: Hashable, Sendable {
  /// One roadblock of a lead, in day numbers.
  public struct Blockage: Hashable, Sendable {
    /// When the lead met it.
    public let opened: Double
    /// When it was resolved, or nil while it stands.
    public let resolved: Double?

    /// A roadblock met and resolved, or not yet.
    public init(opened: Double, resolved: Double?) {
      self.opened = opened
      self.resolved = resolved
    }
  }

  /// The blocked days of each lead, in the order given.
  public let daysByLead: [Double]
  /// The blocked days of all leads.
  public let days: Double
  /// How many leads stand before a roadblock at `asOf`.
  public let blockedNow: Int

  /// Adds up the blocked days within `from`…`asOf`; a lead's overlapping roadblocks count once.
  ///
  /// - Complexity: O(n log n) in a lead's roadblocks.
  public init(_ leads: some Sequence<[Blockage]>, from: Double, asOf: Double) {
    var daysByLead: [Double] = []
    var blockedNow = 0
    for blockages in leads {
      daysByLead.append(Self.union(of: blockages, from: from, to: asOf))
      if Self.isBlocked(by: blockages, asOf: asOf) { blockedNow += 1 }
    }
    self.daysByLead = daysByLead
    days = daysByLead.reduce(0, +)
    self.blockedNow = blockedNow
  }

  /// Whether a lead stands before one of its roadblocks.
  static func isBlocked(by blockages: [Blockage], asOf: Double) -> Bool {
    blockages.contains { blockage in
      blockage.opened <= asOf && blockage.resolved.map { $0 > asOf } ?? true
    }
  }

  /// The days that a lead stood before its roadblocks.
  static func union(of blockages: [Blockage], from: Double, to: Double) -> Double {
    var days = 0.0
    var covered = from
    for blockage in blockages.ascending(by: { $0.opened }) {
      let start = max(blockage.opened, covered)
      let end = min(blockage.resolved ?? to, to)
      guard end > start else { continue }
      days += end - start
      covered = end
    }
    return days
  }
}
