public import BatonModel

/// What of the board changes by itself.
extension BoardIndex {
  /// The next moment at which something of it changes by itself: a step falls due, a lead stalls, a
  /// wait ends, an answer is owed for too long, a day begins.
  public var nextChange: Instant { min(due.first ?? .distantFuture, remakeAt) }

  /// Whether `move` brings it to a moment.
  ///
  /// Not beyond what changes more than single leads, and not under a filter by ages: they pass its
  /// bounds at moments of which nobody keeps a list.
  func canMove(to now: Instant) -> Bool {
    now >= reckoning.now && now < remakeAt && !query.asksForAges
  }

  /// Brings it to a later moment under the same rules: it is then as if made anew.
  ///
  /// - Parameters:
  ///   - later: The rules at the moment, to which it must be able to move.
  ///   - summary: A lead as it was last put in.
  /// - Complexity: For each lead that fell due or has changed, a logarithmic search and an
  ///   insertion.
  mutating func move(to later: Reckoning, summary: (LeadID) -> LeadSummary?) {
    let passed = due.removeAll(upTo: later.now)
    let stale = changed.union(passed).compactMap(summary)
    changed = []
    for lead in stale { remove(lead) }
    reckoning = later
    matcher = QueryMatcher(query, reckoning: later)
    for lead in stale { insert(lead) }
  }

  /// Takes up what of a lead's holds changes other leads.
  mutating func heedCompanyHolds(of lead: LeadSummary) {
    for hold in lead.holds where hold.scope == .company {
      for moment in [hold.from, hold.end] where moment > reckoning.now {
        remakeAt = min(remakeAt, moment)
      }
    }
  }
}

extension Reckoning {
  /// Hands each moment of today at which a lead changes by itself to `body`, whether or not it is
  /// on the board: what falls due may be what the filter asks for.
  ///
  /// - Parameters:
  ///   - standing: How the lead stands.
  ///   - item: What is owed on it.
  func forEachDueMoment(
    of lead: LeadSummary, _ standing: Standing, _ item: Awaited?, _ body: (Instant) -> Void
  ) {
    // What happens at a moment has happened at it; what is due at a moment is late only after it.
    func happens(_ moment: Instant?) {
      if let moment, moment > now, moment < endOfToday { body(moment) }
    }
    func isDue(_ moment: Instant?) {
      if let moment, moment >= now, moment < endOfToday { body(moment) }
    }
    for hold in lead.holds {
      happens(hold.from)
      happens(hold.end)
    }
    // A machine whose clock is ahead writes what has not happened yet.
    happens(lead.createdAt)
    happens(lead.parked?.since)
    guard standing.isOpen else { return }
    happens(lead.stageSince)
    happens(lead.lastTouch?.at)
    happens(lead.handoff?.offeredAt)
    isDue(stallsAt(lead))
    isDue(lead.nextStep?.due)
    happens(lead.parked?.until)
    happens(lead.handoff?.due)
    isDue(item?.dueBy(self))
    for moment in lead.ratingMoments { happens(moment) }
  }
}
