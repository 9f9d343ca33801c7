/// A lead as it stood at an earlier moment.
extension Lead {
  /// The lead as it stood at a moment; nil where it had not come in by then.
  ///
  /// What came into being later is left out, and what has been ended, answered, resolved or taken
  /// back since is so no longer. What has no time of its own, such as the owner, the amount and the
  /// next step, is as the file has it.
  ///
  /// - Complexity: O(entries); nothing is copied where nothing is later.
  public func asOf(_ now: Instant) -> Lead? {
    guard createdAt <= now else { return nil }
    var lead = self
    lead.goBack(to: now)
    lead.drop(\.touches, laterThan: now, \.at, \.retracted)
    lead.drop(\.notes, laterThan: now, \.at, \.retracted)
    lead.drop(\.feedback, laterThan: now, \.at, \.retracted)
    lead.drop(\.handoffs, laterThan: now, \.offeredAt, \.retracted)
    lead.drop(\.roadblocks, laterThan: now, \.opened)
    lead.drop(\.objections, laterThan: now, \.at)
    lead.drop(\.asks, laterThan: now, \.at)
    lead.drop(\.history, laterThan: now, \.at)
    if lead.answers.contains(where: { $0.at ?? .distantPast > now }) {
      lead.answers.removeAll { $0.at ?? .distantPast > now }
    }
    lead.forgetAnswers(laterThan: now)
    lead.clear(\.roadblocks, \.resolved, laterThan: now)
    lead.clear(\.holds, \.lifted, laterThan: now)
    return lead
  }

  /// Goes back to where the lead was. Before a change that knows its way back it was where that
  /// leads to, parked as it was then; else where its visits tell.
  private mutating func goBack(to now: Instant) {
    // Who came in before the first visit that is known had its first stage ahead.
    let visited = max(1, visits.prefix { $0.entered <= now }.count)
    let former = history.firstIndex { $0.at > now && $0.inverse?.formerPlace != nil }
      .flatMap { history[$0].inverse?.formerPlace }
    if let former, former.visits == visited {
      stage = former.stage
      parked = former.parked
      if let step = former.endedStep { nextStep = step }
    } else if visited < visits.count {
      stage = visits[visited - 1].stage
    }
    if visited < visits.count { visits.removeLast(visits.count - visited) }
    if let since = parked?.since, since > now { parked = nil }
  }

  private mutating func forgetAnswers(laterThan now: Instant) {
    clear(\.feedback, \.answer, laterThan: now, at: \.at)
    clear(\.handoffs, \.proof, laterThan: now, at: \.bookedAt)
    for place in handoffs.indices where handoffs[place].answeredAt ?? .distantPast > now {
      handoffs[place].state = .offered
      handoffs[place].answeredAt = nil
      handoffs[place].answeredBy = nil
      handoffs[place].reason = nil
    }
  }

  // MARK: - Entries

  /// Leaves out the entries of a list that are later than a moment.
  private mutating func drop<Entry>(
    _ list: WritableKeyPath<Lead, [Entry]>, laterThan now: Instant, _ at: KeyPath<Entry, Instant>
  ) {
    guard self[keyPath: list].contains(where: { $0[keyPath: at] > now }) else { return }
    self[keyPath: list].removeAll { $0[keyPath: at] > now }
  }

  /// The same, and what was taken back later stands again.
  private mutating func drop<Entry>(
    _ list: WritableKeyPath<Lead, [Entry]>, laterThan now: Instant, _ at: KeyPath<Entry, Instant>,
    _ retracted: WritableKeyPath<Entry, Retraction?>
  ) {
    drop(list, laterThan: now, at)
    clear(list, retracted, laterThan: now, at: \.at)
  }

  /// Clears a part of each entry that came to be later than a moment.
  private mutating func clear<Entry, Part>(
    _ list: WritableKeyPath<Lead, [Entry]>, _ part: WritableKeyPath<Entry, Part?>,
    laterThan now: Instant, at moment: KeyPath<Part, Instant>
  ) {
    for place in self[keyPath: list].indices {
      guard let found = self[keyPath: list][place][keyPath: part] else { continue }
      if found[keyPath: moment] > now { self[keyPath: list][place][keyPath: part] = nil }
    }
  }

  /// The same of a part that is a moment itself.
  private mutating func clear<Entry>(
    _ list: WritableKeyPath<Lead, [Entry]>, _ part: WritableKeyPath<Entry, Instant?>,
    laterThan now: Instant
  ) {
    clear(list, part, laterThan: now, at: \.self)
  }
}

extension LeadSummary {
  /// Sums up a lead as it stood at a moment; nil where it had not come in by then.
  ///
  /// - Parameter past: The moment, where one was chosen; nil for the present, in which whatever a
  ///   file tells has happened.
  public init?(_ lead: Lead, asOf past: Instant?) {
    guard let past else {
      self.init(lead)
      return
    }
    guard let former = lead.asOf(past) else { return nil }
    self.init(former)
  }
}
