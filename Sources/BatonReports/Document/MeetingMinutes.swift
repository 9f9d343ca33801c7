internal import BatonInsights
public import BatonModel

/// The minutes of a meeting: the agenda's pages with their figures, what was said of each, and what
/// was decided.
public enum MeetingMinutes {
  /// The minutes of the meeting of a day, whether or not it has a file yet.
  ///
  /// - Parameters:
  ///   - leads: All leads of the board.
  ///   - filter: Which of them are looked at.
  ///   - view: The meetings, since when changes count, and whether names are masked.
  /// - Complexity: O(n log n).
  public static func document(
    _ leads: [LeadSummary], matching filter: ReportFilter = ReportFilter(), in view: MeetingView,
    _ reckoning: Reckoning
  ) -> ReportDocument {
    let (shown, reckoning) = view.shown(leads, matching: filter, reckoning)
    let board = reckoning.board
    let calendar = board.calendar
    let day = view.meetingDay(reckoning)
    let meeting = view.book["\(day)"] ?? Meeting(date: "\(day)")
    let decided = meeting.decisions.map {
      DecisionStanding($0, of: meeting.date, asOf: reckoning.now, on: calendar)
    }.sorted()
    var others = meeting.agenda
    let parts = MeetingPart.allCases
    let made = concurrently(parts.count) { place in
      ReportRequest.meeting(parts[place]).page(of: shown, in: view, reckoning)
    }
    let pages = zip(parts, made).map { part, page in
      var page = page
      let items = others.filter { $0.isAbout(part) }
      others.removeAll { $0.isAbout(part) }
      page.add(items, in: view)
      return page
    }
    let decisions = ReportPage(
      title: "Decided",
      blocks: [.table(DecisionsPage.table(decided, shown, view, reckoning))],
      json: ["decisions": DecisionsPage.json(decided, view, board)])
    let present = meeting.present.map { view.member($0, on: board) }
    let filterText = view.text(of: filter, on: reckoning.board)
    return ReportDocument(
      title: "Weekly meeting, \(ReportWords.day(day)) \(day.components.year)",
      subtitle: [
        board.name, "since \(ReportWords.day(view.start(reckoning)))",
        present.isEmpty
          ? "" : "present: \(present.map { board.name(of: $0) }.joined(separator: ", "))",
        filterText,
      ].filter { !$0.isEmpty }.joined(separator: " · "),
      pages: pages + (others.isEmpty ? [] : [otherPage(others, view)]) + [decisions],
      json: [
        "meeting": .string(meeting.date), "board": .string(board.name),
        "asOf": .time(reckoning.now), "since": .string("\(view.start(reckoning))"),
        "present": .array(present.map { .string($0.rawValue) }),
        "masked": .bool(view.masksNames), "pages": .array(pages.map { .object($0.json) }),
        "others": .array(others.map { json(of: $0, view) }),
        "decisions": DecisionsPage.json(decided, view, board),
      ])
  }

  /// What stood on the agenda besides the pages.
  private static func otherPage(_ items: [AgendaItem], _ view: MeetingView) -> ReportPage {
    ReportPage(
      title: "Also on the agenda",
      blocks: [
        .table(
          ReportPage.Table(
            columns: [
              TextTable.Column(title: "SUBJECT", most: 40, least: 12),
              TextTable.Column(title: "FIGURE", most: 40, least: 12, leavesAs: 1),
              TextTable.Column(title: "WHAT WAS SAID", most: 80, least: 16, leavesAs: 2),
            ],
            rows: items.map { item in
              ReportPage.Row([
                ReportPage.Cell(view.words(item.title), .strong),
                ReportPage.Cell(item.figure.map(view.words) ?? ""),
                ReportPage.Cell(item.note.map(view.words) ?? ""),
              ])
            }))
      ], json: [:])
  }

  fileprivate static func json(of item: AgendaItem, _ view: MeetingView) -> JSONValue {
    .object([
      "title": .string(view.words(item.title)), "figure": .text(item.figure.map(view.words)),
      "note": .text(item.note.map(view.words)),
    ])
  }
}

extension AgendaItem {
  /// Whether the item is a page's, as the board keeps it.
  fileprivate func isAbout(_ part: MeetingPart) -> Bool { title == part.title }
}

extension ReportPage {
  /// Adds what was said of the page, and the figure that was shown where it is another by now.
  fileprivate mutating func add(_ items: [AgendaItem], in view: MeetingView) {
    for item in items {
      if let figure = item.figure, figure != headline {
        blocks.append(.note("Shown in the meeting: \(figure)"))
      }
      if let note = item.note { blocks.append(.said(view.words(note))) }
    }
    if !items.isEmpty {
      json["said"] = .array(items.compactMap { $0.note.map { .string(view.words($0)) } })
    }
  }
}
