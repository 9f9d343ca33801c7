import TerminalCanvas

/// Where everything of the meeting's screen stands.
struct MeetingLayout {
  /// The line at the top: which meeting, the filter, the clocks.
  let header: Rect
  /// The subjects: at the left where there is room, else in a line below the header.
  let subjects: Rect
  /// Whether the subjects stand below each other.
  let hasSidebar: Bool
  /// The page.
  let page: Rect
  /// What was decided and noted here, above the last line.
  let record: Rect
  /// The line at the bottom.
  let status: Rect

  /// From so many columns on the subjects stand at the left.
  private static let sidebarFrom = 120

  /// - Parameter recordLines: How many lines the record would take.
  init(_ size: Size, recordLines: Int) {
    var rest = Rect(size: size)
    (header, rest) = rest.cut(.top, 1)
    (status, rest) = rest.cut(.bottom, 1)
    hasSidebar = size.columns >= MeetingLayout.sidebarFrom
    (subjects, rest) =
      hasSidebar ? rest.cut(.left, size.columns < 160 ? 32 : 42) : rest.cut(.top, 1)
    rest = rest.inset(left: hasSidebar ? 2 : 1, top: 1, right: hasSidebar ? 2 : 1)
    let most = max(0, min(rest.rows / 4, 8))
    let lines = min(recordLines, most)
    (record, page) = rest.cut(.bottom, lines == 0 ? 0 : lines + 1)
  }

  /// The most rows that the figures of a page may be high.
  var figureRows: Int {
    switch page.rows {
    case 40...: 10
    case 28...: 5
    case 14...: 3
    default: 0
    }
  }
}
