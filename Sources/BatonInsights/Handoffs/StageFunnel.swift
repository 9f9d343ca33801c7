/// How many leads reached each stage and went on from it.
///
/// Stages are ranked from 0; the last is won. A lead has reached every rank up to the highest it
/// ever had: a skipped stage counts as passed, and going back takes nothing away.
public struct StageFunnel: Hashable, Sendable {
  /// What the funnel needs to know of a lead.
  public struct Lead: Hashable, Sendable {
    /// The highest rank the lead ever had.
    public let highestRank: Int
    /// Whether it is open, won or lost.
    public let fate: Fate

    /// A lead that came as far as `highestRank`.
    public init(highestRank: Int, fate: Fate) {
      self.highestRank = highestRank
      self.fate = fate
    }
  }

  /// A stage and the way on to the next.
  public struct Step: Hashable, Sendable {
    /// How many leads came at least here.
    public let reached: Int
    /// How many came at least to the next stage.
    public let reachedNext: Int
    /// How many open leads have come no further; they may yet.
    public let stillHere: Int
    /// How many were lost without coming further.
    public let lostHere: Int

    /// The share of all who came here that went on; those still here count as not yet.
    public var conversion: Proportion { Proportion(reachedNext, of: reached) }

    /// The share that went on among those whose way from here is decided.
    public var decidedConversion: Proportion {
      Proportion(reachedNext, of: reachedNext + lostHere)
    }
  }

  /// Every stage but the last, in rank order.
  public let steps: [Step]
  /// How many leads came at least to each rank, the last included.
  public let reached: [Int]

  /// Counts leads over `stages` stages; a rank beyond the last counts as the last.
  ///
  /// A lead with a rank below 0 was never in any of these stages and is left out.
  ///
  /// - Complexity: O(n + stages).
  public init(stages: Int, leads: some Sequence<Lead>) {
    var ended = [Int](repeating: 0, count: stages)
    var open = ended
    var lost = ended
    for lead in leads where lead.highestRank >= 0 && stages > 0 {
      let rank = min(lead.highestRank, stages - 1)
      ended[rank] += 1
      switch lead.fate {
      case .open: open[rank] += 1
      case .lost: lost[rank] += 1
      case .won: break
      }
    }
    var reached = ended
    for rank in reached.indices.dropLast().reversed() { reached[rank] += reached[rank + 1] }
    self.reached = reached
    steps = reached.indices.dropLast().map { rank in
      Step(
        reached: reached[rank], reachedNext: reached[rank + 1], stillHere: open[rank],
        lostHere: lost[rank])
    }
  }
}
