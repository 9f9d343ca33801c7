import BatonModel
import TerminalCanvas

/// Where everything of a lead's page stands, and how far it can be scrolled. Follows from the
/// state alone, so that drawing and scrolling agree.
struct LeadPageLayout {
  /// Sections below each other, in a column of the page.
  struct Column {
    /// The column of the screen at which it begins, and its width.
    let left: Int
    let width: Int
    /// The line of the page at which it begins.
    let top: Int
    var parts: [Part] = []

    /// The line of the page behind its last one.
    var bottom: Int { parts.reduce(top) { $0 + $1.count } }
  }

  /// Lines that are made, or lines that are made when they come into view.
  enum Part {
    case lines([StyledText])
    case timeline(TimelineRows)

    var count: Int {
      switch self {
      case .lines(let lines): lines.count
      case .timeline(let rows): rows.count
      }
    }

    func lines(_ range: Range<Int>) -> ArraySlice<StyledText> {
      switch self {
      case .lines(let lines): lines[range.clamped(to: 0..<lines.count)]
      case .timeline(let rows): rows.lines(range)[...]
      }
    }
  }

  /// The line at the top, which stays.
  let bar: Rect
  /// What is scrolled.
  let body: Rect
  /// The row that tells what is wrong with the lead's file; empty where nothing is.
  let warning: Rect
  /// The line at the bottom.
  let status: Rect
  let header: LeadPageHeader?
  private(set) var columns: [Column] = []

  /// The last line that may stand at the top.
  var lastTop: Int { max(0, (columns.map(\.bottom).max() ?? 0) - body.rows) }

  /// Two columns from so many columns of the screen on, three from so many.
  private static let widths = (two: 110, three: 190)
  private static let gap = 3

  /// - Parameter look: How the lines look; where only their number matters, anything.
  init(_ state: BoardState, _ page: LeadPage, _ look: Look = .unstyled) {
    var rest = Rect(size: state.size)
    (bar, rest) = rest.cut(.top, 1)
    (status, rest) = rest.cut(.bottom, 1)
    (warning, body) = rest.cut(.bottom, state.fault(of: page) == nil ? 0 : 1)
    let summary = state.summary(of: page) ?? page.lead.map(LeadSummary.init)
    let reckoning = state.shownReckoning
    header = summary.map { LeadPageHeader($0, page, reckoning, look) }
    guard let header else { return }
    let places = LeadPageLayout.places(in: body)
    let facts = page.lead.map { LeadFacts($0, state, reckoning, look) }
    let top = LeadPageLayout.top(header, facts, places: places, in: body, look)
    columns = [Column(left: places[0].left, width: body.columns, top: 0, parts: [.lines(top)])]
    guard let facts else { return }
    columns += LeadPageLayout.columns(facts, places, top: top.count, showsEdits: page.showsEdits)
  }

  /// The left edges and widths of the page's columns.
  private static func places(in body: Rect) -> [(left: Int, width: Int)] {
    let margin = body.columns >= 100 ? 2 : 1
    let inside = body.inset(columns: margin, rows: 0)
    let extents: [Extent]
    switch body.columns {
    case widths.three...:
      extents = [.flexible(weight: 30), .flexible(weight: 40), .flexible(weight: 30)]
    case widths.two...: extents = [.flexible(weight: 44), .flexible(weight: 56)]
    default: extents = [.flexible()]
    }
    return inside.columns(extents, spacing: gap).map { ($0.left, $0.columns) }
  }

  // MARK: - Above the columns

  /// Company, cells, flags and the opening line, as wide as the page.
  private static func top(
    _ header: LeadPageHeader, _ facts: LeadFacts?, places: [(left: Int, width: Int)],
    in body: Rect, _ look: Look
  ) -> [StyledText] {
    let width = max(1, body.columns - 2 * places[0].left)
    var page = PageLines(width: width, look: look)
    if let company = header.company { page.line(company) }
    if body.rows >= 30 { page.line(StyledText()) }
    page.add(cells(header, places: places, width: width, look))
    page.packed(header.flags, separator: StyledText("   "))
    if let warning = header.warning { page.line(warning) }
    guard let facts else {
      page.blank()
      if header.warning == nil { page.line(StyledText("reading …", look[.textFaint])) }
      return page.lines
    }
    page.blank()
    page.add(story(facts, width: width, look))
    return page.lines
  }

  /// Why they came, in lines that are not too long to read.
  static func story(_ facts: LeadFacts, width: Int, _ look: Look) -> [StyledText] {
    var story = PageLines(width: min(width, 116), look: look)
    if let opening = facts.openingLine {
      story.heading("WHY THEY CAME", aside: Provenance.legend(look))
      story.paragraph(opening, maxLines: 4)
    } else {
      story.heading("WHY THEY CAME", aside: StyledText("nobody knows", look[.textFaint]))
    }
    return story.lines
  }

  /// The cells of the header: above the columns of the page; where it has but one, in pairs, and
  /// what is long in a row of its own.
  private static func cells(
    _ header: LeadPageHeader, places: [(left: Int, width: Int)], width: Int, _ look: Look
  ) -> [StyledText] {
    let cells = header.cells(inARow: places.count)
    guard places.count == 1 else {
      return stride(from: 0, to: cells.count, by: places.count).flatMap { first in
        self.lines(of: cells[first...].prefix(places.count), at: places, look)
      }
    }
    return pairs(cells, left: places[0].left, width: width, look)
  }

  /// The lines of cells in pairs, and what is long in a row of its own.
  static func pairs(
    _ cells: [LeadPageHeader.Cell], left: Int, width: Int, _ look: Look
  ) -> [StyledText] {
    let half = (width - 2) / 2
    let whole = (left: left, width: width)
    let halves = [(whole.left, half), (whole.left + half + 2, width - half - 2)]
    var lines: [StyledText] = []
    var rest = cells[...]
    while let cell = rest.first {
      let count = cell.isWide || half < 24 ? 1 : 2
      lines += self.lines(of: rest.prefix(count), at: count == 1 ? [whole] : halves, look)
      rest = rest.dropFirst(count)
    }
    return lines
  }

  /// The lines of cells side by side.
  private static func lines(
    of cells: ArraySlice<LeadPageHeader.Cell>, at places: [(left: Int, width: Int)], _ look: Look
  ) -> [StyledText] {
    let blocks = zip(places, cells).map { place, cell in
      var page = PageLines(width: place.width, look: look)
      page.row(cell.label, cell.text, maxLines: 3)
      return (left: place.left - places[0].left, lines: page.lines)
    }
    let count = blocks.map(\.lines.count).max() ?? 0
    return (0..<count).map { number in
      blocks.reduce(into: StyledText()) { line, block in
        guard number < block.lines.count else { return }
        let gap = block.left - line.width(upTo: block.left)
        line.append(String(repeating: " ", count: max(0, gap)))
        line += block.lines[number]
      }
    }
  }

  // MARK: - The columns

  private static func columns(
    _ facts: LeadFacts, _ places: [(left: Int, width: Int)], top: Int, showsEdits: Bool
  ) -> [Column] {
    let key: [(inout PageLines) -> Void] = [
      facts.addDecisions, facts.addAnswers, facts.addPeople, facts.addObstacles, facts.addContact,
    ]
    let more: [(inout PageLines) -> Void] = [
      facts.addHandoffs, facts.addFeedback, facts.addArrivals, facts.addImported, facts.addFile,
    ]
    var columns = places.map { Column(left: $0.left, width: $0.width, top: top) }
    let last = columns.count - 1
    columns[0].add(key, facts.look)
    let place = min(1, last)
    let rows = TimelineRows(
      facts, width: columns[place].width, showsEdits: showsEdits, tellsAll: true)
    columns[place].add([{ $0.timelineHeading(rows) }], facts.look)
    columns[place].parts.append(.timeline(rows))
    columns[last == 1 ? 0 : last].add(more, facts.look)
    return columns
  }
}

extension LeadPageLayout.Column {
  /// Adds sections, with an empty line before them.
  fileprivate mutating func add(_ sections: [(inout PageLines) -> Void], _ look: Look) {
    var page = PageLines(width: width, look: look, tellsAll: true)
    for section in sections { section(&page) }
    guard !page.lines.isEmpty else { return }
    parts.append(.lines([StyledText()] + page.lines))
  }
}

extension PageLines {
  /// The heading of the timeline, with the touches of each side.
  fileprivate mutating func timelineHeading(_ rows: TimelineRows) {
    heading("TIMELINE", aside: rows.touchCounts)
  }

  /// Lines that are made already.
  mutating func add(_ lines: [StyledText]) {
    for line in lines { self.line(line) }
  }
}
