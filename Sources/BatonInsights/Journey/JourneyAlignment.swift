/// How far the steps that a buyer took are from the steps we expect.
///
/// The cheapest alignment (Adriansyah 2014): a step that matches costs 0, one that was not
/// expected 1, a required step left out 1, an optional one 0. Of equally cheap alignments the one
/// with the most matches counts.
public struct JourneyAlignment: Hashable, Sendable {
  /// What the cheapest alignment costs.
  public let cost: Int
  /// Steps taken that were unexpected, out of order or repeated.
  public let extra: Int
  /// Required steps left out.
  public let missed: Int
  /// The cost when nothing is missed that may still come: for a lead that is still open.
  public let prefixCost: Int
  /// How many steps were taken and required together: the most the cost can be.
  public let worstCost: Int
  private let taken: Int

  /// Aligns the steps taken, in time order, with a journey.
  ///
  /// - Complexity: O(taken · expected).
  public init(_ taken: [Int], to journey: ExpectedJourney) {
    let steps = journey.steps
    let required = journey.required
    // One number orders alignments by cost, then by matches: cost · (taken + 1) - matches.
    let unit = taken.count + 1
    var row = [0]
    for step in steps { row.append(row[row.count - 1] + (step.isOptional ? 0 : unit)) }
    for name in taken {
      var diagonal = row[0]
      row[0] += unit
      for (index, step) in steps.enumerated() {
        let above = row[index + 1]
        var best = min(above + unit, row[index] + (step.isOptional ? 0 : unit))
        if step.name == name {
          best = min(best, diagonal - 1)
          if step.isRepeatable { best = min(best, above - 1) }
        }
        diagonal = above
        row[index + 1] = best
      }
    }
    func cost(_ value: Int) -> Int { (value + taken.count) / unit }
    let whole = row[steps.count]
    let matches = cost(whole) * unit - whole
    self.cost = cost(whole)
    self.taken = taken.count
    extra = taken.count - matches
    missed = cost(whole) - extra
    prefixCost = row.map(cost).min() ?? 0
    worstCost = taken.count + required
  }

  /// From 1, as expected, down to 0; nil where nothing was taken and nothing required.
  public var fitness: Double? {
    worstCost > 0 ? 1 - Double(cost) / Double(worstCost) : nil
  }

  /// The fitness of a lead that is still open: 1 while nothing unexpected has happened.
  public var prefixFitness: Double {
    taken > 0 ? 1 - Double(prefixCost) / Double(taken) : 1
  }
}
