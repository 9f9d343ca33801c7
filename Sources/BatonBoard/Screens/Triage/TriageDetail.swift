import BatonModel
import TerminalCanvas

/// All that is needed to decide on a lead, in as many lines as there are.
///
/// What cannot wait comes first: why now, what forbids, why they came, what is offered, what the
/// other side does. The timeline takes what is left.
struct TriageDetail {
  private let item: TriageItem
  private let header: LeadPageHeader
  private let facts: LeadFacts?
  private let reckoning: Reckoning
  private let side: Side
  private let isSettled: Bool
  private let look: Look

  init(_ item: TriageItem, _ triage: TriageState, _ state: BoardState, _ look: Look) {
    self.item = item
    self.look = look
    reckoning = state.reckoning
    var page = LeadPage(id: item.lead.id)
    page.lead = triage.lead
    let shown = state.shownReckoning
    header = LeadPageHeader(state.shelf[item.lead.id] ?? item.lead, page, shown, look)
    facts = triage.lead.map { LeadFacts($0, state, shown, look) }
    side = state.board.member(MemberID(state.actor))?.side ?? .sales
    isSettled = triage.settled == item.lead.id
  }

  /// Two columns below the head from so many columns on.
  private static let columnsForTwo = 130
  /// The timeline is given at least so many lines, its heading included.
  private static let timelineLines = 6
  private static let gap = 3
  /// The rows of a heading, with the empty one above it.
  private static let headingRows = 2

  /// The lines, no more than there are rows.
  func lines(in size: Size) -> [StyledText] {
    var page = PageLines(width: size.columns, look: look)
    addHead(to: &page)
    guard let facts else {
      page.blank()
      page.line(StyledText("reading …", look[.textFaint]))
      return Array(page.lines.prefix(size.rows))
    }
    addOpening(facts, to: &page)
    let rows = size.rows - page.lines.count
    // There is always a timeline to be told of.
    guard rows > 1 else { return page.lines.prefix(max(0, size.rows - 1)) + [more] }
    if size.columns >= TriageDetail.columnsForTwo {
      return page.lines + columns(facts, width: size.columns, rows: rows)
    }
    let timeline = TimelineRows(facts, width: size.columns, showsEdits: false)
    let wanted = timeline.count + TriageDetail.headingRows
    let kept = min(wanted, max(TriageDetail.timelineLines, rows / 3))
    let sections = self.sections(facts, width: size.columns, rows: max(0, rows - kept))
    return page.lines + sections + head(of: timeline, width: size.columns, rows - sections.count)
  }

  // MARK: - Above

  private func addHead(to page: inout PageLines) {
    var title = StyledText(item.lead.name, look[.cardTitle])
    if let company = item.lead.company, company != item.lead.name {
      title.append(" · \(company)", look[.text])
    }
    page.heading(title, aside: header.worth)
    if let company = header.company { page.line(company) }
    page.line(why)
    page.line(StyledText())
    page.add(
      LeadPageLayout.pairs(header.cells(inARow: 1), left: 0, width: page.width, look))
    page.packed(header.flags, separator: StyledText("   "))
  }

  /// Why the lead is here now.
  private var why: StyledText {
    if isSettled { return StyledText("✓ wants nothing more: somebody has seen to it", look[.good]) }
    var text = StyledText()
    for reason in item.reasons {
      if !text.runs.isEmpty { text.append(LeadFacts.separator, look[.textFaint]) }
      text.append(reason.words(reckoning), look[reason.role])
    }
    return text
  }

  private func addOpening(_ facts: LeadFacts, to page: inout PageLines) {
    page.blank()
    page.add(LeadPageLayout.story(facts, width: page.width, look))
  }

  // MARK: - Below

  /// The sections, the most telling first, as many lines as there are rows; a note where one is
  /// left out.
  private func sections(_ facts: LeadFacts, width: Int, rows: Int) -> [StyledText] {
    let parts: [(inout PageLines) -> Void] = [
      facts.addOffer, { facts.addOtherSide(besides: side, to: &$0) }, facts.addAnswers,
      facts.addObstacles, facts.addContact, facts.addPeople,
    ]
    var lines: [StyledText] = []
    var heading = 0
    var isCut = false
    for part in parts {
      var page = PageLines(width: width, look: look)
      part(&page)
      guard !page.lines.isEmpty else { continue }
      let room = rows - lines.count - 1
      // A heading alone tells nothing.
      guard room >= 2 else {
        isCut = true
        break
      }
      heading = lines.count + 1
      lines.append(StyledText())
      lines += page.lines.prefix(room)
      isCut = page.lines.count > room
    }
    guard isCut else { return lines }
    // The note stands below the last line, or in the place of what has no room for it; where there
    // is room for nothing, the timeline leaves it a line.
    let isFull = !lines.isEmpty && lines.count >= rows
    lines.removeLast(isFull ? (lines.count == heading + 2 ? 2 : 1) : 0)
    return lines + [more]
  }

  /// Tells that there is more than is seen here.
  private var more: StyledText { StyledText("… more: ⏎ opens the page", look[.textFaint]) }

  /// The timeline's latest events in so many rows.
  private func head(of timeline: TimelineRows, width: Int, _ rows: Int) -> [StyledText] {
    guard rows > TriageDetail.headingRows else { return [] }
    var page = PageLines(width: width, look: look)
    page.heading("TIMELINE", aside: timeline.touchCounts)
    return [StyledText()] + page.lines + timeline.lines(0..<rows - 1 - page.lines.count)
  }

  private func columns(_ facts: LeadFacts, width: Int, rows: Int) -> [StyledText] {
    let half = (width - TriageDetail.gap) * 46 / 100
    let left = sections(facts, width: half, rows: rows)
    let width = width - half - TriageDetail.gap
    let timeline = TimelineRows(facts, width: width, showsEdits: false)
    let right = head(of: timeline, width: width, rows)
    return (0..<max(left.count, right.count)).map { row in
      var line = row < left.count ? left[row] : StyledText()
      guard row < right.count else { return line }
      let gap = half + TriageDetail.gap - line.width(upTo: half)
      line.append(String(repeating: " ", count: max(0, gap)))
      return line + right[row]
    }
  }
}
