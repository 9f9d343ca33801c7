import BatonReports
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

  /// The line of the subject at a place of the list at the left, which has an empty one between two
  /// where there is room.
  func line(ofSubjectAt place: Int) -> Rect {
    let inside = subjects.inset(left: 1, top: 1, right: 2)
    let isSpaced = subjects.rows >= MeetingState.parts.count * 2 + 2
    return inside.row(isSpaced ? place * 2 : place)
  }

  /// The half of the line below the header in which the subject before (-1) or behind (1) stands.
  func neighbour(_ step: Int) -> Rect {
    let half = subjects.columns / 2
    let (left, right) = subjects.cut(.left, half)
    return step < 0 ? left : right
  }

  /// The subject that stands at a point, beside the page.
  func part(at point: Point, in meeting: MeetingState) -> MeetingPart? {
    let parts = MeetingState.parts
    if hasSidebar {
      return parts.indices.first { line(ofSubjectAt: $0).contains(point) }.map { parts[$0] }
    }
    let step = point.column < subjects.columns / 2 ? -1 : 1
    guard subjects.contains(point), parts.indices.contains(meeting.place + step) else { return nil }
    let part = parts[meeting.place + step]
    // The title, the arrow, a blank between and one at the edge.
    let taken = DisplayWidth.of(part.title) + 3
    let name = step < 0 ? subjects.cut(.left, taken).strip : subjects.cut(.right, taken).strip
    return name.contains(point) ? part : nil
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
