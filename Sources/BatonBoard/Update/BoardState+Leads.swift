import BatonModel

/// Keeping shelf, index and selection together.
extension BoardState {
  /// So many changes at once are done to the index in place; more make a new one.
  static let changesInPlace = 64

  /// While loading, a new index is asked for when there are twice as many leads: all of them
  /// together cost as much as the last one.
  private static let growth = 2.0

  /// Puts leads on the shelf that were read for the first time. They are seen with the next index.
  ///
  /// A lead that was read again meanwhile, because its file changed, keeps its newer state.
  mutating func load(_ leads: [LeadSummary]) {
    nameKeeping = .missing
    for lead in leads where (shelf[lead.id]?.revision ?? .min) <= lead.revision {
      shelf.put(lead)
    }
  }

  /// Whether newer news of a lead has come before what a command made of it: the command is
  /// answered when its change is on the disk for good, and the file has long been seen by then.
  func isOutdated(_ lead: LeadSummary) -> Bool {
    guard let known = shelf[lead.id] else { return reading == .complete }
    return known.revision >= lead.revision
  }

  mutating func change(_ leads: [LeadSummary], removed: [LeadID], at now: Instant) -> [Effect] {
    lastChange = max(lastChange ?? now, now)
    nameKeeping = .missing
    let isFew = leads.count + removed.count <= BoardState.changesInPlace
    for lead in leads {
      let former = shelf.put(lead)
      if isFew { note(former, lead) }
    }
    for id in removed {
      guard let former = shelf.remove(id) else { continue }
      if isFew { note(former, nil) }
    }
    var effects: [Effect]
    if isFew {
      effects = makeReport() + updateTriage(leads, removed: removed) + heedCompanyHolds()
    } else {
      effects = catchUp()
    }
    settle()
    if let page, leads.contains(where: { $0.id == page.id }) {
      effects.append(.readLead(page.id))
    }
    if let page, removed.contains(page.id) {
      self.page = nil
      refusal = Toast(.failed, "The lead's file is gone.")
    }
    return effects
  }

  private mutating func note(_ former: LeadSummary?, _ lead: LeadSummary?) {
    index.replace(former, with: lead)
    if indexing.progress.isRunning { indexing.changes.append((former, lead)) }
  }

  /// Asks for an index when enough leads have come to make it worth while.
  mutating func indexGrown() -> [Effect] {
    let isWorthwhile = Double(shelf.count) > Double(indexing.leadCount) * BoardState.growth
    return isWorthwhile && !indexing.progress.isRunning ? askForIndex() : []
  }

  /// Asks for an index of all leads; while one is being made, for another one after it.
  mutating func askForIndex() -> [Effect] {
    guard indexing.progress.start() else { return [] }
    indexing.changes = []
    indexing.leadCount = shelf.count
    return [.work(.index(shelf.contents, reckoning, filter.query, grouping))]
  }

  /// Shows an index that was made, with what has changed since it was asked for.
  mutating func adopt(_ index: BoardIndex) -> [Effect] {
    let isFilteredAnew = index.query != self.index.query
    self.index = index
    for (former, lead) in indexing.changes { self.index.replace(former, with: lead) }
    let isOutdated = indexing.progress.finish()
    if isFilteredAnew { followFilter() }
    settle()
    return isOutdated ? askForIndex() : indexGrown()
  }

  /// Keeps the rules of a board at a moment from now on.
  mutating func reckon(_ board: Board, at now: Instant) -> [Effect] {
    renewReckoning(board, at: now)
    return askForIndex() + askForQueue()
  }

  /// Reckons all leads by the moment of the last change, which to an earlier one is still to come.
  mutating func catchUp() -> [Effect] {
    let latest = max(reckoning.now, lastChange ?? reckoning.now)
    return reckon(board, at: reckoning.isPast ? reckoning.now : latest)
  }

  /// Keeps the same rules at a later moment. What falls due by itself is seldom much: then the
  /// index follows in place.
  mutating func letTimePass(until now: Instant) -> [Effect] {
    let isSettled = reading == .complete && !indexing.progress.isRunning
    guard isSettled, index.canMove(to: now) else { return reckon(board, at: now) }
    renewReckoning(board, at: now)
    index.move(to: reckoning) { shelf[$0] }
    settle()
    return askForQueue() + makeReport()
  }

  private mutating func renewReckoning(_ board: Board, at now: Instant) {
    reckoning = Reckoning(
      board: board, now: now, proposedLimits: proposedLimits,
      companyHolds: shelf.companyHolds, isPast: reckoning.isPast)
    reckonDecisions()
  }

  /// Reckons anew where the holds on whole companies are others than those that are heeded.
  ///
  /// - Complexity: Constant where nothing was added or taken away since, else O(holds).
  mutating func heedCompanyHolds() -> [Effect] {
    guard shelf.companyHolds != reckoning.companyHolds else { return [] }
    return reckon(board, at: reckoning.now)
  }

  /// Brings selection and scrolling in line with what there is: the selection stays on its lead.
  mutating func settle() {
    if !selection.isChosen {
      select(column: index.columns.firstIndex { !$0.leads.isEmpty } ?? 0, row: 0)
    } else if let lead = selectedLead, let position = index.position(of: lead) {
      selection.column = index.columns[position.column].key
      selection.row = position.row
    } else {
      let place = selection.column.flatMap(index.place(ofColumn:)) ?? 0
      select(column: min(place, index.columns.count - 1), row: selection.row)
    }
    settleFeedback()
    scrollToSelection()
  }

  /// Goes on with another card where a new filter hides the selected one, in the nearest column
  /// that has any; and back to the one before when that is seen again.
  private mutating func followFilter() {
    guard selection.isChosen else { return }
    if let hidden = hiddenLead, let lead = shelf[hidden], index.position(of: lead) != nil {
      selection.lead = hidden
      hiddenLead = nil
    } else if let lead = selectedLead ?? hiddenLead.flatMap({ shelf[$0] }),
      index.position(of: lead) == nil
    {
      let hidden = hiddenLead ?? lead.id
      let here = selectedColumn
      let filled = index.columns.indices.filter { !index.columns[$0].leads.isEmpty }
      let nearest = filled.min { (abs($0 - here), $0) < (abs($1 - here), $1) }
      select(column: nearest ?? here, row: nearest == here ? selection.row : 0)
      hiddenLead = hidden
    }
  }

  /// Selects what somebody chose: the card at a row of a column, or the nearest there is.
  mutating func choose(column: Int, row: Int) {
    hiddenLead = nil
    select(column: column, row: row)
  }

  /// Selects the card at a row of a column, or the nearest there is.
  private mutating func select(column: Int, row: Int) {
    guard index.columns.indices.contains(column) else {
      selection.column = nil
      selection.lead = nil
      return
    }
    let leads = index.columns[column].leads
    selection.column = index.columns[column].key
    selection.row = max(0, min(row, leads.count - 1))
    selection.lead = leads.isEmpty ? nil : leads[selection.row].id
  }

  /// The place of the selected column.
  var selectedColumn: Int { selection.column.flatMap(index.place(ofColumn:)) ?? 0 }

  private mutating func settleFeedback() {
    guard !index.awaited.isEmpty else {
      feedback.selected = nil
      feedback.hasFocus = false
      return
    }
    if let item = feedback.selected.flatMap({ shelf[$0] }).flatMap({
      Awaited($0, index.reckoning)
    }),
      let row = index.awaited.row(of: item)
    {
      feedback.side = item.side
      feedback.row = row
      scrollFeedback()
    } else if feedback.hasFocus {
      selectFeedback(feedback.side, row: feedback.row)
    } else {
      // Nobody has been there yet: what was read first by chance is not chosen for them.
      feedback.selected = nil
      feedback.row = 0
    }
  }

  /// Selects an item of the feedback pane, or the nearest there is.
  mutating func selectFeedback(_ side: Side, row: Int) {
    let sides = [side] + AwaitedItems.sides
    guard let side = sides.first(where: { !index.awaited[$0].isEmpty }) else { return }
    if side != feedback.side { feedback.top = 0 }
    feedback.side = side
    feedback.row = max(0, min(row, index.awaited[side].count - 1))
    feedback.selected = index.awaited[side][feedback.row].lead.id
    scrollFeedback()
  }

  /// Brings the selected item of the feedback pane into view.
  private mutating func scrollFeedback() {
    feedback.top = FeedbackRows(self, BoardLayout(self).feedback).top(of: feedback.side)
  }
}
