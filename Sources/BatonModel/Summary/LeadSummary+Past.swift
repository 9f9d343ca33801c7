/// What follows from a lead's past at a moment: where it came to, how long it has been quiet.
extension LeadSummary {
  /// The highest rank that the lead ever had by a moment; nil where it was in no stage of the
  /// board.
  ///
  /// - Parameter ranks: ``Board/ranks``.
  /// - Complexity: O(stays).
  public func highestRank(_ ranks: StageTable<Int>, asOf now: Instant) -> Int? {
    var highest: Int?
    for stay in stays where stay.entered <= now {
      if let rank = ranks[stay.stage], rank > highest ?? -1 { highest = rank }
    }
    return highest ?? ranks[stage]
  }

  /// The stage of that rank; the one it is in where the board knows none of them.
  func furthestStage(_ ranks: StageTable<Int>, asOf now: Instant) -> StageID {
    var best: (rank: Int, stage: StageID)?
    for stay in stays where stay.entered <= now {
      guard let rank = ranks[stay.stage], rank > best?.rank ?? -1 else { continue }
      best = (rank, stay.stage)
    }
    return best?.stage ?? stage
  }

  /// What the buyer answered by a moment, and what they answered nobody knows when.
  public func answers(asOf now: Instant) -> [SurveyTrace] {
    answers.filter { $0.at ?? .distantPast <= now }
  }

  /// The verdicts up to a moment that turned the lead down: rejected, disqualified or recycled it.
  public func turnedDown(asOf now: Instant) -> [VerdictTrace] {
    verdicts.filter { $0.at <= now && $0.verdict?.wantsAnswer ?? false }
  }

  /// When somebody was last in touch by a moment, in whatever direction; when the lead came in,
  /// where nobody ever was.
  ///
  /// - Complexity: Constant, but for a moment before the latest touch.
  public func quietSince(asOf now: Instant) -> Instant {
    guard let lastTouch else { return createdAt }
    if lastTouch.at <= now { return lastTouch.at }
    return touches.lazy.map(\.at).filter { $0 <= now }.max() ?? createdAt
  }
}

extension LeadSummary {
  /// How the lead rested or had ended by a moment; nil where it had not, or had returned by its
  /// date.
  public func parking(asOf now: Instant) -> ParkedSummary? {
    guard let parked else { return nil }
    if parked.kind.isClosed, parked.since > now { return nil }
    if parked.kind.returns, let until = parked.until, until <= now { return nil }
    return parked
  }

  /// Whether the lead stood before one of its roadblocks at any moment of a span of time. Whoever
  /// has ended is blocked no longer.
  func stood(before roadblock: RoadblockTrace, within span: Range<Instant>) -> Bool {
    let ended = parked.flatMap { $0.kind.isClosed ? $0.since : nil }
    let left = [ended, roadblock.resolved].compactMap(\.self).min()
    return roadblock.opened < span.upperBound && left.map { $0 > span.lowerBound } ?? true
  }
}

extension HandoffTrace {
  /// What became of a handoff.
  public enum Answer: String, CaseIterable, Hashable, Sendable {
    /// The other activity took the lead.
    case accepted
    /// It turned the lead down, and said why.
    case rejected
    /// Nobody answered before the clock ran out.
    case lapsed
  }

  /// What had become of it by a moment; nil while it waits.
  ///
  /// Until it is answered it lapses by its clock, even where somebody took it afterwards.
  public func answer(asOf now: Instant) -> Answer? {
    if let answer, answeredAt.map({ $0 <= now }) ?? true { return answer }
    return due.map { $0 <= now } ?? false ? .lapsed : nil
  }

  private var answer: Answer? {
    switch state {
    case .accepted: .accepted
    case .rejected: .rejected
    case .lapsed: .lapsed
    case .offered: nil
    }
  }
}

extension RoadblockTrace {
  /// Whether it should have been cleared by a moment.
  public func isOverdue(at now: Instant) -> Bool { due.map { $0 < now } ?? false }

  /// Whether it stands at a moment.
  public func stands(at now: Instant) -> Bool {
    opened <= now && resolved.map { $0 > now } ?? true
  }
}

extension UnansweredSummary {
  /// The side that owes the answer.
  public var answerer: Side { side == .marketing ? .sales : .marketing }
}
