/// One lead's handoffs and the verdicts on it, from which each handoff's answer follows.
public struct LeadHandoffs: Hashable, Sendable {
  /// The lead was handed over.
  public struct Handoff: Hashable, Sendable {
    /// When, as a day number.
    public let at: Double
    /// The source the lead came from.
    public let source: String

    /// A handoff at a time, of a lead from `source`.
    public init(at: Double, source: String) {
      self.at = at
      self.source = source
    }
  }

  /// The receiver accepted or rejected the lead.
  public struct Verdict: Hashable, Sendable {
    /// When, as a day number.
    public let at: Double
    /// Whether the lead was accepted.
    public let isAccepted: Bool
    /// Why it was rejected, if a reason was given.
    public let reason: String?

    /// A verdict given at a time.
    public init(at: Double, isAccepted: Bool, reason: String? = nil) {
      self.at = at
      self.isAccepted = isAccepted
      self.reason = reason
    }
  }

  /// The handoffs, in any order.
  public let handoffs: [Handoff]
  /// The verdicts, in any order.
  public let verdicts: [Verdict]

  /// One lead's handoffs and verdicts.
  public init(handoffs: [Handoff], verdicts: [Verdict]) {
    self.handoffs = handoffs
    self.verdicts = verdicts
  }

  /// Each handoff up to `asOf` with its answer, by time.
  ///
  /// The answer is the first verdict at or after the handoff, up to `asOf` and before the lead's
  /// next handoff; a verdict at the instant of the next handoff belongs to that one.
  ///
  /// - Complexity: O(n log n), O(n) where already in order.
  func answered(asOf: Double) -> [(handoff: Handoff, answer: Verdict?)] {
    let handoffs = handoffs.ascending { $0.at }.prefix { $0.at <= asOf }
    let verdicts = verdicts.ascending { $0.at }.prefix { $0.at <= asOf }
    var next = verdicts.startIndex
    return handoffs.indices.map { index in
      let handoff = handoffs[index]
      while next < verdicts.endIndex, verdicts[next].at < handoff.at { next += 1 }
      guard next < verdicts.endIndex else { return (handoff, nil) }
      let isNextHandoffs =
        index + 1 < handoffs.endIndex && verdicts[next].at >= handoffs[index + 1].at
      return (handoff, isNextHandoffs ? nil : verdicts[next])
    }
  }
}
