/// A source's accepted leads among those that were answered.
public struct SourceTally: Hashable, Sendable {
  /// The source, campaign or ad.
  public let source: String
  /// How many of its leads were accepted, of how many answered.
  public let accepted: Proportion

  /// A source with `accepted` of `answered` leads accepted.
  public init(source: String, accepted: Int, answered: Int) {
    self.source = source
    self.accepted = Proportion(accepted, of: answered)
  }
}

/// Sources by quality, so that two leads out of two do not outrank 140 of 142.
///
/// Every source is judged as if it had brought a few average leads more: the mean of a beta
/// distribution whose prior has the mean of all sources (empirical Bayes with a fixed weight).
public struct SourceRanking: Hashable, Sendable {
  /// How a source compares with the mean of all.
  public enum Comparison: Hashable, Sendable {
    /// Its band lies above the mean.
    case better
    /// Its band lies below the mean.
    case worse
    /// Its band holds the mean, or there is none.
    case cannotTell
  }

  /// One source with its score.
  public struct Entry: Hashable, Sendable {
    /// The counts behind the score.
    public let tally: SourceTally
    /// The share accepted with the average leads added; nil only where no source has an answer.
    public let score: Double?
    /// The 5 % and 95 % points of what the share may be, or nil where all sources agree.
    public let band: Interval?
    /// How the source compares with the mean of all.
    public let comparison: Comparison
  }

  /// How many average leads are added to each source: ten on loan.
  public static let usualWeight = 10.0

  /// The share accepted over all sources, or nil without an answer.
  public let mean: Double?
  /// The sources, best first; equal scores by most answers, then by name.
  public let entries: [Entry]

  /// Ranks sources.
  ///
  /// - Complexity: O(n log n), with two beta quantiles a source.
  public init(_ tallies: some Sequence<SourceTally>, weight: Double = usualWeight) {
    let tallies = Array(tallies)
    let mean = Proportion(
      tallies.reduce(0) { $0 + $1.accepted.count }, of: tallies.reduce(0) { $0 + $1.accepted.total }
    ).share
    self.mean = mean
    entries = tallies.map { Entry($0, mean: mean, weight: weight) }.sorted { first, second in
      rankedBefore(
        (first.score, first.tally.accepted.total, first.tally.source),
        (second.score, second.tally.accepted.total, second.tally.source))
    }
  }
}

extension SourceRanking.Entry {
  fileprivate init(_ tally: SourceTally, mean: Double?, weight: Double) {
    self.tally = tally
    guard let mean, mean > 0, mean < 1 else {
      // No answers, or all alike: there is nothing to tell sources apart by.
      score = mean
      band = nil
      comparison = .cannotTell
      return
    }
    let accepted = Double(tally.accepted.count)
    let answered = Double(tally.accepted.total)
    score = (mean * weight + accepted) / (weight + answered)
    let belief = BetaDistribution(
      a: mean * weight + accepted, b: (1 - mean) * weight + answered - accepted)
    let band = Interval(low: belief.quantile(0.05), high: belief.quantile(0.95))
    self.band = band
    comparison = band.low > mean ? .better : band.high < mean ? .worse : .cannotTell
  }
}

/// The order of sources: highest score, then most answers, then name.
func rankedBefore(
  _ first: (score: Double?, answers: Int, name: String),
  _ second: (score: Double?, answers: Int, name: String)
) -> Bool {
  let firstScore = first.score ?? -.infinity
  let secondScore = second.score ?? -.infinity
  if firstScore != secondScore { return firstScore > secondScore }
  if first.answers != second.answers { return first.answers > second.answers }
  return first.name < second.name
}
