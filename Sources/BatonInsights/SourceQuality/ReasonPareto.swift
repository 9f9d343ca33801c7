/// Reasons by how often they were given: the vital few that make up most.
public struct ReasonPareto: Hashable, Sendable {
  /// One reason.
  public struct Row: Hashable, Sendable {
    /// The reason.
    public let reason: String
    /// How often it was given.
    public let count: Int
    /// Its share of all reasons given.
    public let share: Double
    /// The share of this and all more frequent reasons.
    public let cumulativeShare: Double
  }

  /// The share that the vital few reasons make up together.
  public static let vitalShare = 0.8

  /// The reasons, most frequent first, equally frequent ones by name.
  public let rows: [Row]
  /// How many leads have a reason.
  public let withReason: Int
  /// The leads without a reason among all; never in the ranking, where they would come first.
  public let withoutReason: Proportion
  /// How many of the first rows make up 80 %.
  public let vital: Int

  /// Ranks reasons by count.
  ///
  /// - Complexity: O(n log n).
  public init(_ counts: [String: Int], withoutReason: Int) {
    let total = counts.values.reduce(0, +)
    let sorted = counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    var sum = 0
    rows = sorted.map { reason, count in
      sum += count
      return Row(
        reason: reason, count: count, share: Double(count) / Double(max(total, 1)),
        cumulativeShare: Double(sum) / Double(max(total, 1)))
    }
    withReason = total
    self.withoutReason = Proportion(withoutReason, of: total + withoutReason)
    let isEnough = { (row: Row) in row.cumulativeShare + 1e-12 >= Self.vitalShare }
    vital = rows.firstIndex(where: isEnough).map { $0 + 1 } ?? rows.count
  }
}
