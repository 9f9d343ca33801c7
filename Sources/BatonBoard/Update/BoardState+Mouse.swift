import BatonModel
import TerminalCanvas

/// The mouse: a click selects, a click on the selected card opens it, the wheel scrolls.
extension BoardState {
  mutating func point(_ event: MouseEvent) -> [Effect] {
    guard overlays.isEmpty, !filter.isTyping else { return wheelInOverlay(event) }
    selection.isChosen = true
    switch event.action {
    case .wheel(let direction): return wheel(direction, at: event.position)
    case .press(.left): return click(at: event.position)
    default: return []
    }
  }

  private mutating func wheelInOverlay(_ event: MouseEvent) -> [Effect] {
    switch event.action {
    case .wheel(.up): press(Key(.up))
    case .wheel(.down): press(Key(.down))
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
    guard page == nil, triage == nil, reports == nil else { return [] }
    let layout = BoardLayout(self)
    if layout.feedback.contains(point),
      let (side, row) = FeedbackRows(self, layout.feedback).item(at: point)
    {
      let isAgain = feedback.hasFocus && feedback.side == side && feedback.row == row
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
}
