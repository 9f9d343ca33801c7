import TerminalCanvas

/// Where everything of the board's screen stands. Follows from the state alone, so that drawing,
/// scrolling and the mouse agree.
struct BoardLayout {
  /// The columns that a column of the board takes at least and at most.
  static let columnWidths = 25...60
  /// The columns between two columns, in which the joint stands.
  static let gap = 1
  /// The rows above the cards of a column: title, figures, rule.
  static let headingRows = 3

  let header: Rect
  let columns: Rect
  /// The columns in view, with the rectangle of each, the heading included.
  let visible: [(place: Int, rect: Rect)]
  let feedback: Rect
  /// The row that tells of broken files; empty where there are none.
  let warning: Rect
  let status: Rect
  let cardRows: Int

  /// The cards that fit below each other in a column.
  var cardsInView: Int { max(1, (columns.rows - BoardLayout.headingRows) / cardRows) }

  init(_ state: BoardState) {
    let whole = Rect(size: state.size)
    var rest = whole
    (header, rest) = rest.cut(.top, 1)
    (status, rest) = rest.cut(.bottom, 1)
    (warning, rest) = rest.cut(.bottom, state.faults.isEmpty ? 0 : 1)
    (feedback, rest) = rest.cut(.bottom, BoardLayout.feedbackRows(state))
    columns = rest
    cardRows = state.effectiveDensity.rows
    visible = BoardLayout.visible(in: rest, state)
  }

  /// The number of columns side by side in a width.
  static func columnsInView(_ width: Int, of count: Int) -> Int {
    max(1, min(count, (width + gap) / (columnWidths.lowerBound + gap)))
  }

  /// The rows of the feedback pane, its title included; 0 where it is hidden.
  static func feedbackRows(_ state: BoardState) -> Int {
    guard state.feedback.isShown ?? (state.size.rows >= 30) else { return 0 }
    let most = max(2, state.size.rows - 14)
    return min(most, 1 + (state.feedback.rows ?? max(3, state.size.rows / 6)))
  }

  private static func visible(in rect: Rect, _ state: BoardState) -> [(Int, Rect)] {
    let total = state.index.columns.count
    guard total > 0, !rect.isEmpty else { return [] }
    let count = columnsInView(rect.columns, of: total)
    let first = max(0, min(state.scroll.first, total - count))
    let extents = [Extent](
      repeating: .flexible(min: 1, max: columnWidths.upperBound), count: count)
    let rects = rect.columns(extents, spacing: gap)
    return zip(first..<first + count, rects).map { ($0, $1) }
  }
}

extension BoardState {
  /// Brings the selected card into view.
  mutating func scrollToSelection() {
    let layout = BoardLayout(self)
    let inView = BoardLayout.columnsInView(layout.columns.columns, of: index.columns.count)
    let column = selectedColumn
    if column < scroll.first { scroll.first = column }
    if column >= scroll.first + inView { scroll.first = column - inView + 1 }
    scroll.first = max(0, min(scroll.first, index.columns.count - inView))
    guard let key = selection.column, index.columns.indices.contains(column) else { return }
    let cards = layout.cardsInView
    var top = scroll.tops[key] ?? 0
    if selection.row < top { top = selection.row }
    if selection.row >= top + cards { top = selection.row - cards + 1 }
    scroll.tops[key] = max(0, min(top, index.columns[column].leads.count - cards))
  }

  /// The first row in view of a column.
  func top(of column: Column, cards: Int) -> Int {
    max(0, min(scroll.tops[column.key] ?? 0, column.leads.count - cards))
  }
}
