import BatonModel
import BatonReports

/// From the page of a lead to that of a neighbour, along the list from which it was opened.
extension BoardState {
  /// Opens the page of the lead before (-1) or behind (1) the one whose page is open: among the
  /// rows of the report, in the queue, in the feedback pane, or in the lead's column. What is
  /// selected there goes along, so that one comes back to it.
  mutating func walk(_ step: Int) -> [Effect] {
    guard let page else { return [] }
    if reports != nil { return walkReport(from: page.id, step) }
    if triage != nil { return walkQueue(from: page.id, step) }
    if feedback.hasFocus { return walkFeedback(from: page.id, step) }
    return walkColumn(from: page.id, step)
  }

  private mutating func walkReport(from id: LeadID, _ step: Int) -> [Effect] {
    guard let level = reports?.level else { return [] }
    let leads = level.targets.map(\.lead)
    guard let place = neighbour(of: id, at: level.selected, step, in: leads),
      let next = leads[place]
    else { return [] }
    reports?.level.selected = place
    return openPage(of: next)
  }

  private mutating func walkQueue(from id: LeadID, _ step: Int) -> [Effect] {
    guard let triage else { return [] }
    let leads = triage.items.map { Optional($0.lead.id) }
    guard let place = neighbour(of: id, at: triage.place, step, in: leads), let next = leads[place]
    else { return [] }
    // The page and the queue below it ask for the same lead: once is enough.
    _ = goInTriage(to: place)
    return openPage(of: next)
  }

  private mutating func walkFeedback(from id: LeadID, _ step: Int) -> [Effect] {
    let leads = index.awaited[feedback.side].map { Optional($0.lead.id) }
    guard let place = neighbour(of: id, at: feedback.row, step, in: leads), let next = leads[place]
    else { return [] }
    selectFeedback(feedback.side, row: place)
    return openPage(of: next)
  }

  private mutating func walkColumn(from id: LeadID, _ step: Int) -> [Effect] {
    if let here = shelf[id].flatMap({ index.position(of: $0) }) {
      choose(column: here.column, row: here.row)
    }
    guard index.columns.indices.contains(selectedColumn) else { return [] }
    let leads = index.columns[selectedColumn].leads
    // Of a column of ten thousand leads only the neighbours are looked at.
    let isHere = leads.indices.contains(selection.row) && leads[selection.row].id == id
    let row = isHere || step < 0 ? selection.row + step : selection.row
    guard leads.indices.contains(row) else { return [] }
    choose(column: selectedColumn, row: row)
    scrollToSelection()
    return openPage(of: leads[row].id)
  }

  /// The place of the next lead of a list, with nil for what is no lead; nil where there is none.
  ///
  /// Where a lead has left the list, the one that came into its place is the next.
  private func neighbour(
    of id: LeadID, at place: Int, _ step: Int, in leads: [LeadID?]
  ) -> Int? {
    let isHere = leads.indices.contains(place) && leads[place] == id
    var next = isHere || step < 0 ? place + step : place
    while leads.indices.contains(next), leads[next] == nil { next += step }
    return leads.indices.contains(next) ? next : nil
  }
}

extension ReportPage.Target {
  /// The lead that a row is, where it is one.
  fileprivate var lead: LeadID? {
    if case .lead(let id) = self { id } else { nil }
  }
}
