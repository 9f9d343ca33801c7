/// The clocks of handoffs, which all who tell of them ask here.
extension Reckoning {
  /// The moment at which a handoff's clock runs out.
  ///
  /// For the answer it is the offer's own, or the board's working hours from the offer where that
  /// has none. For the proof as many working hours run from the acceptance.
  ///
  /// - Complexity: O(n) in the number of days passed over.
  public func clockEnd(of handoff: HandoffSummary) -> Instant {
    if !handoff.isAccepted, let due = handoff.due { return due }
    let start = handoff.isAccepted ? handoff.answeredAt : nil
    return facts.workingClock.adding(
      hours: board.windows.handoffHours, to: start ?? handoff.offeredAt)
  }

  /// Whether a handoff's clock has run out: nobody took it in time, or whoever took it has not
  /// booked the step in time that completes it.
  public func isBelated(_ handoff: HandoffSummary) -> Bool {
    if handoff.hasLapsed(asOf: now) { return true }
    // Working hours never pass faster than others.
    let start = handoff.answeredAt ?? handoff.offeredAt
    if handoff.isAccepted, now <= start.adding(hours: Double(board.windows.handoffHours)) {
      return false
    }
    return now > clockEnd(of: handoff)
  }
}
