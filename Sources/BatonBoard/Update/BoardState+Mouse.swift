import BatonModel
import TerminalCanvas

/// The mouse: a click selects, a click on what is selected opens it, the wheel scrolls.
extension BoardState {
  mutating func point(_ event: MouseEvent) -> [Effect] {
    guard overlays.isEmpty, !filter.isTyping else { return point(inOverlay: event) }
    selection.isChosen = true
    switch event.action {
    case .wheel(let direction): return wheel(direction, at: event.position)
    case .press(.left): return click(at: event.position)
    default: return []
    }
  }

  private mutating func point(inOverlay event: MouseEvent) -> [Effect] {
    switch event.action {
    case .wheel(.up): press(Key(.up))
    case .wheel(.down): press(Key(.down))
    case .press(.left): click(inChoiceAt: event.position)
    default: []
    }
  }

  private mutating func wheel(_ direction: MouseEvent.Direction, at point: Point) -> [Effect] {
    let key: Key.Code
    switch direction {
    case .up: key = .up
    case .down: key = .down
    case .left: key = .left
    case .right: key = .right
    }
    if page == nil, triage == nil, reports == nil, direction == .up || direction == .down {
      let layout = BoardLayout(self)
      feedback.hasFocus = layout.feedback.contains(point) && !index.awaited.isEmpty
      if let (place, _) = layout.visible.first(where: { $0.rect.contains(point) }),
        place != selectedColumn
      {
        choose(column: place, row: top(of: index.columns[place], cards: layout.cardsInView))
      }
    }
    return press(Key(key))
  }

  private mutating func click(at point: Point) -> [Effect] {
    if page != nil { return [] }
    if let reports { return click(at: point, in: reports) }
    if let triage { return click(at: point, in: triage) }
    let layout = BoardLayout(self)
    if layout.feedback.contains(point),
      let (side, row) = FeedbackRows(self, layout.feedback).item(at: point)
    {
      let isAgain = feedback.hasFocus && feedback.side == side && feedback.row == row
      // Nothing moves under the mouse.
      feedback.hasFocus = true
      selectFeedback(side, row: row)
      return isAgain ? openPage(of: index.awaited[side][row].lead.id) : []
    }
    guard let (place, rect) = layout.visible.first(where: { $0.rect.contains(point) }) else {
      return []
    }
    feedback.hasFocus = false
    let offset = point.row - rect.top - BoardLayout.headingRows
    guard offset >= 0, offset / layout.cardRows < layout.cardsInView else {
      choose(column: place, row: selection.row)
      scrollToSelection()
      return []
    }
    let row = top(of: index.columns[place], cards: layout.cardsInView) + offset / layout.cardRows
    guard row < index.columns[place].leads.count else { return [] }
    let isAgain = selection.lead == index.columns[place].leads[row].id
    choose(column: place, row: row)
    return isAgain ? follow(openOf: selection.lead) : []
  }

  private mutating func follow(openOf id: LeadID?) -> [Effect] {
    id.map { openPage(of: $0) } ?? []
  }

  // MARK: - In lists

  private mutating func click(at point: Point, in reports: ReportState) -> [Effect] {
    let look = Look.unstyled
    let layout: ReportPageLayout?
    if let meeting, meeting.isOpen {
      let record = MeetingRecord(meeting, self, look)
      let screen = MeetingLayout(size, recordLines: record.lines.count)
      if let part = screen.part(at: point, in: meeting) { return turnPage(to: part) }
      layout = ReportPageLayout(reports, look, in: screen.page, figureRows: screen.figureRows)
    } else {
      if let tab = ReportTabs(in: ReportView.tabsRect(size)).tab(at: point) { return openTab(tab) }
      layout = ReportPageLayout(reports, look, in: ReportView.pageRect(size), figureRows: 0)
    }
    guard let layout, let row = layout.row(at: point) else { return [] }
    if row == reports.level.selected { return openReportTarget() }
    selectReportRow(row)
    self.reports?.level.heldTop = layout.top
    return []
  }

  private mutating func click(at point: Point, in triage: TriageState) -> [Effect] {
    let layout = TriageLayout(size)
    guard let place = layout.place(at: point, in: triage) else { return [] }
    if place == triage.place { return openPage(of: triage.items[place].lead.id) }
    let effects = goInTriage(to: place)
    self.triage?.heldTop = layout.top(of: triage)
    return effects
  }

  private mutating func click(inChoiceAt point: Point) -> [Effect] {
    guard case .picker(var picker) = overlays.last else { return [] }
    let layout = PickerLayout(picker, in: Rect(size: size))
    guard let place = layout.place(at: point, in: picker) else { return [] }
    if place == picker.selected { return press(Key(.enter)) }
    picker.selected = place
    picker.heldTop = layout.top
    overlays[overlays.count - 1] = .picker(picker)
    return []
  }
}
