/// How many leads had come at least to each stage by each day: the cumulative flow picture.
///
/// A lead counts for every stage below one that it entered, also those it skipped, and going back
/// takes nothing away.
public struct CumulativeFlow: Hashable, Sendable {
  /// The days of the picture, ascending.
  public let days: [Double]
  /// For each day, how many leads had come at least to each stage, by rank.
  public let reached: [[Int]]

  /// Counts leads at the end of each of `days`.
  ///
  /// - Parameters:
  ///   - leads: For each lead and rank the day on which it first was in that stage, nil if never.
  ///   - stages: How many ranks there are; a lead that names more has the rest left out.
  ///   - days: The days to count at, in any order.
  /// - Complexity: O(days + leads · stages · log days).
  public init(leads: some Sequence<[Double?]>, stages: Int, days: [Double]) {
    let days = days.sorted()
    // Each lead is counted on the first day that has it; running sums then carry it on.
    var counts = [[Int]](
      repeating: [Int](repeating: 0, count: stages), count: days.count + 1)
    for lead in leads {
      var earliest = Double.infinity
      for rank in (0..<min(stages, lead.count)).reversed() {
        if let entered = lead[rank] { earliest = min(earliest, entered) }
        counts[days.firstIndex(beyond: { $0 >= earliest })][rank] += 1
      }
    }
    counts.removeLast()
    for day in counts.indices.dropFirst() {
      for rank in 0..<stages { counts[day][rank] += counts[day - 1][rank] }
    }
    self.days = days
    reached = counts
  }

  /// How many leads were at rank `stage` and no further, for each day: one band of the picture.
  public func band(of stage: Int) -> [Int] {
    reached.map { counts in
      counts[stage] - (stage + 1 < counts.count ? counts[stage + 1] : 0)
    }
  }
}
