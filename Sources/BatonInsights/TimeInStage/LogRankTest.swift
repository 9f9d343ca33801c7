/// Whether groups of leads leave a stage at different speeds: one test over all of them.
///
/// The k-sample Mantel-Haenszel form with the hypergeometric variance for ties (Mantel 1966;
/// Kalbfleisch and Prentice 1980, section 1.4).
public struct LogRankTest: Hashable, Sendable {
  /// The exits of one group.
  public struct Group: Hashable, Sendable {
    /// How many left.
    public let observed: Int
    /// How many would have left if all groups left alike.
    public let expected: Double
  }

  /// The chi-squared statistic.
  public let statistic: Double
  /// One fewer than the groups that can be compared.
  public let degreesOfFreedom: Int
  /// The chance of a statistic at least this large if all groups left alike.
  public let pValue: Double
  /// The groups in the order in which they were given.
  public let groups: [Group]

  /// Compares groups of stays, or gives nil where fewer than two can be compared.
  ///
  /// A group none of whose stays lasted until somebody left says nothing and takes no part.
  ///
  /// - Complexity: O(n log n + days·k²) for k groups.
  public init?(_ groups: [[Stay]]) {
    var tally = LogRankTally(atRisk: groups.map(\.count))
    let stays = groups.indices.flatMap { group in
      groups[group].map { (days: $0.days, hasLeft: $0.hasLeft, group: group) }
    }
    let sorted = stays.sorted { $0.days < $1.days }
    sorted.forEachRun(by: \.days) { day in
      let leaving = day.reduce(0) { $0 + ($1.hasLeft ? 1 : 0) }
      tally.add(exits: leaving, atRisk: sorted.count - day.startIndex)
      for stay in day { tally.remove(fromGroup: stay.group, leaving: stay.hasLeft) }
    }
    guard let (statistic, degreesOfFreedom) = tally.statistic() else { return nil }
    self.statistic = statistic
    self.degreesOfFreedom = degreesOfFreedom
    pValue = ChiSquaredDistribution.upperTail(statistic, degreesOfFreedom: degreesOfFreedom)
    self.groups = groups.indices.map {
      Group(observed: tally.observed[$0], expected: tally.expected[$0])
    }
  }
}

/// The running sums of a log-rank test, fed day by day.
private struct LogRankTally {
  private var atRisk: [Int]
  private(set) var observed: [Int]
  private(set) var expected: [Double]
  /// The covariance of observed minus expected, row by row; only the lower triangle is kept.
  private var covariance: [Double]

  init(atRisk: [Int]) {
    self.atRisk = atRisk
    observed = atRisk.map { _ in 0 }
    expected = atRisk.map { _ in 0 }
    covariance = [Double](repeating: 0, count: atRisk.count * atRisk.count)
  }

  /// Adds a day on which `exits` of all `total` leads at risk left.
  mutating func add(exits: Int, atRisk total: Int) {
    guard exits > 0 else { return }
    let d = Double(exits)
    let n = Double(total)
    let spread = total > 1 ? d * (n - d) / (n - 1) : 0
    for i in atRisk.indices where atRisk[i] > 0 {
      let share = Double(atRisk[i]) / n
      expected[i] += d * share
      guard spread > 0 else { continue }
      let row = i * atRisk.count
      let scale = spread * share / n
      for j in 0..<i { covariance[row + j] -= scale * Double(atRisk[j]) }
      covariance[row + i] += spread * share * (1 - share)
    }
  }

  mutating func remove(fromGroup group: Int, leaving: Bool) {
    atRisk[group] -= 1
    if leaving { observed[group] += 1 }
  }

  /// The quadratic form over all comparable groups but the last, which the others determine.
  func statistic() -> (Double, degreesOfFreedom: Int)? {
    func value(_ i: Int, _ j: Int) -> Double { covariance[max(i, j) * atRisk.count + min(i, j)] }
    let kept = atRisk.indices.filter { value($0, $0) > 0 }.dropLast()
    guard !kept.isEmpty else { return nil }
    let excess = kept.map { Double(observed[$0]) - expected[$0] }
    let matrix = kept.map { i in kept.map { j in value(i, j) } }
    guard let solved = solvePositiveDefinite(matrix, excess) else { return nil }
    return (zip(excess, solved).reduce(0) { $0 + $1.0 * $1.1 }, kept.count)
  }
}
