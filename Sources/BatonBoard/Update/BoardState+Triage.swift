import BatonModel

/// The triage screen: through a queue, one lead after the other.
extension BoardState {
  /// Opens the queue of whoever sits before the screen.
  mutating func openTriage() -> [Effect] {
    showTriage(of: TriageQueue.whose(actor: actor, on: board))
  }

  /// Shows a queue from its beginning.
  mutating func showTriage(of whose: TriageQueue.Whose) -> [Effect] {
    triage = TriageState(whose)
    return askForQueue()
  }

  private func queue(_ whose: TriageQueue.Whose) -> TriageQueue {
    TriageQueue(whose, reckoning: reckoning, campaigns: campaigns.values)
  }

  mutating func follow(inTriage intent: Intent) -> [Effect] {
    switch intent {
    case .back:
      triage = nil
      return []
    case .down: return goInTriage(to: (triage?.place ?? 0) + 1)
    case .up: return goInTriage(to: (triage?.place ?? 0) - 1)
    case .first: return goInTriage(to: 0)
    case .last: return goInTriage(to: (triage?.items.count ?? 0) - 1)
    case .open: return triage?.current.map { openPage(of: $0.lead.id) } ?? []
    case .queueOf:
      overlays.append(.picker(queuePicker))
      return []
    default: return followAnywhere(intent)
    }
  }

  private var queuePicker: Picker {
    let people = board.team.filter { !$0.hasLeft && $0.side != .buyer }.map { member in
      Picker.Item(.queue(.member(member.id)), label: member.name, detail: member.side.rawValue)
    }
    let others: [Picker.Item] = [
      .init(.queue(.nobody), label: "Nobody", detail: "leads without an owner in sales"),
      .init(.queue(.everybody), label: "Everybody", detail: "the whole team"),
    ]
    var picker = Picker(title: "Whose queue", lead: nil, items: people + others)
    picker.selected = picker.items.firstIndex { $0.choice == triage.map { .queue($0.whose) } } ?? 0
    return picker
  }

  mutating func goInTriage(to place: Int) -> [Effect] {
    guard var triage else { return [] }
    var target = place
    if let settled = triage.settled, let gone = triage.items.firstIndex(where: { $0.id == settled })
    {
      triage.items.remove(at: gone)
      if gone < target { target -= 1 }
      triage.settled = nil
    }
    triage.place = max(0, min(target, triage.items.count))
    self.triage = triage
    return readTriageLead()
  }

  /// Asks for the lead that is shown.
  private mutating func readTriageLead() -> [Effect] {
    guard let id = triage?.current?.id else {
      triage?.lead = nil
      return []
    }
    if triage?.lead?.id != id { triage?.lead = nil }
    return [.readLead(id)]
  }

  // MARK: - Decisions

  /// Goes on to the next lead where a command decides on the one that is shown, be it on its page.
  ///
  /// At once, not when the command is written, so that a key pressed quickly is never taken for
  /// the lead before.
  mutating func advanceTriage(after effects: [Effect]) -> [Effect] {
    guard let current = triage?.current else { return effects }
    for effect in effects {
      guard case .apply(let command, let id, _) = effect, id == current.id else { continue }
      if command.decides(on: current, isAccepted: triage?.accepted == id) {
        return effects + decide(current)
      }
      if case .verdict(let draft) = command, draft.verdict == .accept { triage?.accepted = id }
    }
    return effects
  }

  /// Whether the queue goes on from the lead that is on the screen with a command on it.
  func leavesTriage(_ command: LeadCommand, _ id: LeadID) -> Bool {
    guard page == nil, let triage, let current = triage.current, current.id == id else {
      return false
    }
    return command.decides(on: current, isAccepted: triage.accepted == id)
  }

  private mutating func decide(_ item: TriageItem) -> [Effect] {
    guard var triage else { return [] }
    triage.pending[item.id] = (item, triage.place)
    triage.decided.insert(item.id)
    triage.items.remove(at: triage.place)
    if triage.settled == item.id { triage.settled = nil }
    self.triage = triage
    return readTriageLead()
  }

  /// Comes back to a lead on which a decision was refused.
  mutating func returnInTriage(to id: LeadID?) -> [Effect] {
    if triage?.accepted == id { triage?.accepted = nil }
    guard let id, let (item, place) = triage?.pending.removeValue(forKey: id) else { return [] }
    triage?.decided.remove(id)
    return insertInTriage(item, at: place)
  }

  private mutating func insertInTriage(_ item: TriageItem, at place: Int) -> [Effect] {
    guard var triage else { return [] }
    let place = max(0, min(place, triage.items.count))
    triage.items.insert(item, at: place)
    triage.place = place
    self.triage = triage
    return readTriageLead()
  }

  // MARK: - Changes

  /// Keeps the queue in line with leads that were read again.
  mutating func updateTriage(_ leads: [LeadSummary], removed: [LeadID]) -> [Effect] {
    if queueing.progress.isRunning { queueing.changed.formUnion(leads.map(\.id) + removed) }
    guard let whose = triage?.whose, triage?.isMade == true else { return [] }
    let queue = queue(whose)
    let shown = triage?.current?.id
    var effects: [Effect] = []
    for lead in leads {
      effects += updateTriage(lead, queue.item(lead), shown: shown)
    }
    for id in removed {
      guard let place = triage?.items.firstIndex(where: { $0.id == id }) else { continue }
      triage?.items.remove(at: place)
      if place < triage?.place ?? 0 { triage?.place -= 1 }
    }
    if triage?.current?.id != shown { effects += readTriageLead() }
    return effects
  }

  private mutating func updateTriage(
    _ lead: LeadSummary, _ item: TriageItem?, shown: LeadID?
  ) -> [Effect] {
    guard var triage else { return [] }
    defer { if triage.returning == lead.id { self.triage?.returning = nil } }
    let wasPending = triage.pending.removeValue(forKey: lead.id) != nil
    if let place = triage.items.firstIndex(where: { $0.id == lead.id }) {
      if let item {
        triage.items[place] = item
        if triage.settled == lead.id { triage.settled = nil }
      } else if lead.id == shown {
        // What is being read does not vanish under the fingers.
        triage.settled = lead.id
      } else {
        triage.items.remove(at: place)
        if place < triage.place { triage.place -= 1 }
      }
      self.triage = triage
      return lead.id == shown ? [.readLead(lead.id)] : []
    }
    self.triage = triage
    guard let item else { return [] }
    if triage.returning == lead.id {
      self.triage?.decided.remove(lead.id)
      return insertInTriage(item, at: triage.place)
    }
    guard !wasPending, !triage.decided.contains(lead.id) else { return [] }
    let behind = min(triage.place + 1, triage.items.count)
    let place = triage.items[behind...].firstIndex { item.precedes($0) } ?? triage.items.count
    self.triage?.items.insert(item, at: place)
    return []
  }

  /// Asks for the queue: it was opened, time has passed, or many leads have changed. While one is
  /// being made, for another one after it.
  mutating func askForQueue() -> [Effect] {
    guard let triage, queueing.progress.start() else { return [] }
    queueing.changed = []
    return [.work(.queue(queue(triage.whose), shelf.contents))]
  }

  /// Shows a queue that was made: what lies ahead of the lead that is shown becomes this.
  mutating func take(_ made: [TriageItem], of whose: TriageQueue.Whose) -> [Effect] {
    let isOutdated = queueing.progress.finish()
    guard var triage else { return [] }
    guard !isOutdated, triage.whose == whose else { return askForQueue() }
    let shown = triage.current?.id
    let kept = triage.items.prefix(triage.place + (shown == nil ? 0 : 1))
    let known = Set(kept.map(\.id)).union(triage.decided)
    var ahead = made.filter { !known.contains($0.id) }
    if !queueing.changed.isEmpty {
      let queue = queue(whose)
      ahead.removeAll { queueing.changed.contains($0.id) }
      ahead += queueing.changed.subtracting(known).compactMap { shelf[$0].flatMap(queue.item) }
      ahead.sort { $0.precedes($1) }
    }
    triage.items = Array(kept) + ahead
    triage.isMade = true
    self.triage = triage
    return triage.current?.id == shown ? [] : readTriageLead()
  }
}

extension TriageItem {
  /// The lead's id.
  var id: LeadID { lead.id }

  /// Whether nothing more is to be done before the lead can be left.
  fileprivate var hasNextStep: Bool { lead.nextStep != nil }
}

extension LeadCommand {
  /// Whether the command settles what a lead is in the queue for.
  fileprivate func decides(on item: TriageItem, isAccepted: Bool) -> Bool {
    switch self {
    case .verdict(let draft):
      switch draft.verdict {
      case .accept: item.hasNextStep && item.lead.handoff == nil
      case .reject, .disqualify, .recycle: true
      case .praise: false
      }
    case .park, .assign, .offer, .prove: true
    case .next(let step): step != nil && (isAccepted || !item.reasons.contains(where: \.isOffer))
    case .reply: item.reasons.count == 1
    case .rate: item.reasons.allSatisfy(\.isAboutRating)
    default: false
    }
  }
}

extension TriageReason {
  /// Whether it is an offer to be accepted or rejected.
  var isOffer: Bool {
    if case .offered = self { true } else { false }
  }

  /// Whether a rating is all that it asks for.
  fileprivate var isAboutRating: Bool {
    if case .unrated = self { true } else { false }
  }
}
