/// Sources by the quality, 1 to 5, that their leads were given; few ratings count for less.
public struct StarRanking: Hashable, Sendable {
  /// A source's ratings.
  public struct Tally: Hashable, Sendable {
    /// The source, campaign or ad.
    public let source: String
    /// How many leads were given each quality, from 1 on.
    public let ratings: [Int]

    /// A source with these many ratings of 1, 2, 3, 4 and 5.
    public init(source: String, ratings: [Int]) {
      self.source = source
      self.ratings = ratings
    }

    /// How many leads were rated.
    public var count: Int { ratings.reduce(0, +) }

    /// The plain mean, or nil without a rating.
    public var mean: Double? {
      count > 0 ? Double(sum) / Double(count) : nil
    }

    fileprivate var sum: Int {
      ratings.enumerated().reduce(0) { $0 + ($1.offset + 1) * $1.element }
    }
  }

  /// One source with its score.
  public struct Entry: Hashable, Sendable {
    /// The ratings behind the score.
    public let tally: Tally
    /// The mean with the average ratings added; nil only where no source has a rating.
    public let score: Double?
  }

  /// How many average ratings are added to each source.
  public static let usualWeight = 5.0

  /// The mean of all ratings, or nil without any.
  public let mean: Double?
  /// The sources, best first; equal scores by most ratings, then by name.
  public let entries: [Entry]

  /// Ranks sources.
  ///
  /// - Complexity: O(n log n).
  public init(_ tallies: some Sequence<Tally>, weight: Double = usualWeight) {
    let tallies = Array(tallies)
    let count = tallies.reduce(0) { $0 + $1.count }
    let sum = tallies.reduce(0) { $0 + $1.sum }
    let mean = count > 0 ? Double(sum) / Double(count) : nil
    self.mean = mean
    let entries = tallies.map { tally in
      Entry(
        tally: tally,
        score: mean.map { (weight * $0 + Double(tally.sum)) / (weight + Double(tally.count)) })
    }
    self.entries = entries.sorted { first, second in
      rankedBefore(
        (first.score, first.tally.count, first.tally.source),
        (second.score, second.tally.count, second.tally.source))
    }
  }
}
