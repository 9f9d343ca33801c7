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
    var tally = Tally(stages: stages, days: days)
    for lead in leads { tally.count(lead) }
    self = tally.flow
  }

  /// Counts lead by lead, for whoever has other things to do with each.
  struct Tally: Sendable {
    private let days: [Double]
    private let stages: Int
    /// By day and rank. Each lead is counted on the first day that has it; running sums then carry
    /// it on. Behind the last day stands what came later.
    private var counts: [Int]

    init(stages: Int, days: [Double]) {
      self.days = days.sorted()
      self.stages = stages
      counts = [Int](repeating: 0, count: (days.count + 1) * stages)
    }

    /// Counts a lead by the day on which it first was at each rank.
    mutating func count(_ lead: [Double?]) {
      var earliest = Double.infinity
      var day = days.count
      for rank in (0..<min(stages, lead.count)).reversed() {
        if let entered = lead[rank], entered < earliest {
          earliest = entered
          day = days.firstIndex(beyond: { $0 >= earliest })
        }
        counts[day * stages + rank] += 1
      }
    }

    /// Adds what another one counted of other leads.
    mutating func add(_ other: Tally) {
      for place in counts.indices { counts[place] += other.counts[place] }
    }

    /// The picture of all that were counted.
    var flow: CumulativeFlow {
      var sums = [Int](repeating: 0, count: stages)
      let reached = days.indices.map { day in
        for rank in 0..<stages { sums[rank] += counts[day * stages + rank] }
        return sums
      }
      return CumulativeFlow(days: days, reached: reached)
    }
  }

  private init(days: [Double], reached: [[Int]]) {
    self.days = days
    self.reached = reached
  }

  /// How many leads were at rank `stage` and no further, for each day: one band of the picture.
  public func band(of stage: Int) -> [Int] {
    reached.map { counts in
      counts[stage] - (stage + 1 < counts.count ? counts[stage + 1] : 0)
    }
  }
}
