internal import BatonModel
import Dispatch
import Foundation
import Synchronization

/// What was counted of some leads, and can be put together with what was counted of others.
protocol PartialTally: Sendable {
  /// Adds what was counted of the leads that follow.
  mutating func add(_ later: Self)
}

/// What is counted lead by lead.
protocol Tally: PartialTally {
  /// Counts a lead.
  mutating func count(_ lead: LeadSummary)
}

extension Tally {
  /// What this one comes to once it has counted some leads (see ``PartialTally``).
  ///
  /// - Complexity: O(n).
  func counting(_ leads: [LeadSummary]) -> Self {
    counting(leads) { $0.count($1) }
  }
}

extension PartialTally {
  /// What this one comes to once `count` has counted some leads.
  ///
  /// Many are counted in parts, each on a core of its own: a pass over a large board waits for
  /// memory most of the time, and two cores wait for twice as much. The parts are put together in
  /// the order of the leads, so that the outcome is the same on every machine.
  ///
  /// - Complexity: O(n).
  func counting(
    _ leads: [LeadSummary], _ count: @Sendable (inout Self, LeadSummary) -> Void
  ) -> Self {
    let parts = min(processorCount, leads.count / fewestLeadsOfAPart)
    guard parts > 1 else { return counting(leads[...], count) }
    let tallies = concurrently(parts) { part in
      counting(leads[leads.count * part / parts..<leads.count * (part + 1) / parts], count)
    }
    return tallies.dropFirst().reduce(into: tallies[0]) { $0.add($1) }
  }

  private func counting(
    _ leads: ArraySlice<LeadSummary>, _ count: (inout Self, LeadSummary) -> Void
  ) -> Self {
    var tally = self
    for lead in leads { count(&tally, lead) }
    return tally
  }
}

/// Fewer leads than these are counted before another core has begun.
private let fewestLeadsOfAPart = 4096

/// As many parts at once as make a difference.
private let processorCount = min(8, ProcessInfo.processInfo.activeProcessorCount)

/// Makes so many things on as many cores as there are, and gives them in order.
package func concurrently<Result: Sendable>(
  _ count: Int, _ make: @Sendable (Int) -> Result
) -> [Result] {
  let results = Mutex([Result?](repeating: nil, count: count))
  DispatchQueue.concurrentPerform(iterations: count) { place in
    let result = make(place)
    results.withLock { $0[place] = result }
  }
  return results.withLock { $0.compactMap(\.self) }
}
