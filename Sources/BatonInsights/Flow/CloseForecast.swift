/// How many leads will close, if the next weeks look like the last ones.
///
/// The sum of independent draws from the weeks of the history, convolved exactly: no random
/// numbers, so that the same history always says the same.
public struct CloseForecast: Hashable, Sendable {
  /// The fewest weeks of history from which a forecast is made.
  public static let fewestWeeks = 8
  /// The weeks of history that a forecast is usually made from.
  public static let usualWeeks = 12
  /// The most weeks ahead that are looked at.
  public static let farthestWeeks = 260
  /// What a sum of probabilities may be off by.
  private static let rounding = 1e-12

  /// How many closes each week of the history had.
  public let history: [Int]
  /// The different counts of a week and how often each came, as a share.
  private let week: [Draw]

  private struct Draw: Hashable {
    let closes: Int
    let share: Double
  }

  /// Forecasts from the closes of complete weeks, weeks without any included.
  ///
  /// Nil under eight weeks, or where a count is negative.
  public init?(history: [Int]) {
    guard history.count >= Self.fewestWeeks, history.allSatisfy({ $0 >= 0 }) else { return nil }
    self.history = history
    let counts = Dictionary(grouping: history) { $0 }
    week = counts.map { Draw(closes: $0, share: Double($1.count) / Double(history.count)) }
      .sorted { $0.closes < $1.closes }
  }

  /// The closes of the next `weeks` weeks, with the chance of each number.
  public func outlook(weeks: Int) -> Outlook {
    let most = (history.max() ?? 0) * max(weeks, 0)
    var chances = [1.0]
    for _ in 0..<max(weeks, 0) { chances = adding(week: chances, upTo: most) }
    let mean = Double(history.reduce(0, +)) / Double(history.count)
    return Outlook(mean: Double(max(weeks, 0)) * mean, chances: chances)
  }

  /// The fewest weeks in which `closes` close with a chance of at least `chance`.
  ///
  /// Nil if that takes more than 260 weeks.
  ///
  /// - Complexity: O(weeks · closes · different weeks).
  public func weeks(for closes: Int, chance: Double) -> Int? {
    guard closes > 0 else { return 0 }
    guard (history.max() ?? 0) * Self.farthestWeeks >= closes else { return nil }
    // Only the ways to stay below the goal are followed; the rest has reached it.
    var chances = [1.0]
    for weeks in 1...Self.farthestWeeks {
      chances = adding(week: chances, upTo: closes - 1)
      if 1 - chances.reduce(0, +) + Self.rounding >= chance { return weeks }
    }
    return nil
  }

  /// The chances of each sum after one more week, sums above `most` left out.
  private func adding(week chances: [Double], upTo most: Int) -> [Double] {
    let largest = min(most, chances.count - 1 + (week.last?.closes ?? 0))
    var sums = [Double](repeating: 0, count: largest + 1)
    for draw in week where draw.closes <= largest {
      for sum in 0..<min(chances.count, sums.count - draw.closes) {
        sums[sum + draw.closes] += draw.share * chances[sum]
      }
    }
    return sums
  }
}

extension CloseForecast {
  /// The number of closes in some weeks to come.
  public struct Outlook: Hashable, Sendable {
    /// The number to expect on average.
    public let mean: Double
    /// The chance of at least each number, from 0.
    private let atLeast: [Double]

    fileprivate init(mean: Double, chances: [Double]) {
      self.mean = mean
      // Summed from the far end, where the chances are smallest and would else be lost.
      var sum = 0.0
      atLeast = chances.reversed().map { chance in
        sum += chance
        return sum
      }.reversed()
    }

    /// The chance that at least `closes` close.
    public func chance(ofAtLeast closes: Int) -> Double {
      guard closes > 0 else { return 1 }
      return closes < atLeast.count ? min(atLeast[closes], 1) : 0
    }

    /// The largest number that is reached with a chance of at least `chance`.
    ///
    /// - Complexity: O(log n).
    public func closes(withChance chance: Double) -> Int {
      max(0, atLeast.firstIndex(beyond: { $0 + CloseForecast.rounding < chance }) - 1)
    }
  }
}
