internal import BatonModel
internal import TerminalCanvas

/// A short list of leads under a meeting's figures: the few that were waited for longest.
struct LeadList {
  /// A lead with what is said of it.
  struct Item {
    var lead: LeadSummary
    /// Since when; what orders the list, the earliest first.
    var since: Instant
    /// What is said of it, such as whom it awaits.
    var what: String
  }

  /// So many leads are read from across a room.
  static let shown = 6

  private var items: [Item] = []

  /// Takes a lead in.
  mutating func add(_ lead: LeadSummary, since: Instant, _ what: @autoclosure () -> String) {
    guard items.count == LeadList.shown, let last = items.last else {
      insert(Item(lead: lead, since: since, what: what()))
      return
    }
    guard LeadList.precedes((since, lead.id), (last.since, last.lead.id)) else { return }
    items.removeLast()
    insert(Item(lead: lead, since: since, what: what()))
  }

  private mutating func insert(_ item: Item) {
    let place = items.firstIndex {
      LeadList.precedes((item.since, item.lead.id), ($0.since, $0.lead.id))
    }
    items.insert(item, at: place ?? items.endIndex)
  }

  private static func precedes(_ one: (Instant, LeadID), _ other: (Instant, LeadID)) -> Bool {
    one < other
  }

  /// The list, with the days since each moment.
  func table(
    _ title: String, _ sinceTitle: String, _ whatTitle: String, _ reckoning: Reckoning
  ) -> ReportPage.Table {
    ReportPage.Table(
      title,
      columns: [
        TextTable.Column(title: "LEAD", most: 40, least: 16), .figures(sinceTitle),
        TextTable.Column(title: whatTitle, most: 44, least: 32),
        TextTable.Column(title: "OWNER", most: 18, least: 8, leavesAs: 1),
      ],
      rows: items.map { item in
        ReportPage.Row(
          [
            ReportPage.Cell(item.lead.title, .strong),
            ReportPage.Cell(Wording.span(since: item.since, now: reckoning.now), .warning),
            ReportPage.Cell(item.what),
            ReportPage.Cell(reckoning.board.name(of: item.lead.owner), .dim),
          ], to: .lead(item.lead.id))
      })
  }

  /// The list as a block; none where there is no lead.
  func blocks(
    _ title: String, _ sinceTitle: String, _ whatTitle: String, _ reckoning: Reckoning
  ) -> [ReportPage.Block] {
    items.isEmpty ? [] : [.table(table(title, sinceTitle, whatTitle, reckoning))]
  }
}

extension Board {
  /// A member's name; the id where the board does not know them.
  func name(of member: MemberID?) -> String {
    member.map { self.member($0)?.name ?? $0.rawValue } ?? "nobody"
  }

  /// The name of who did something; their id where the board does not know them.
  func name(of actor: String) -> String { name(of: MemberID(actor)) }
}

extension ReportPage.Figure {
  /// A count that is good at nothing.
  static func fault(_ count: Int, _ label: String, _ tone: ReportPage.Tone = .bad)
    -> ReportPage.Figure
  {
    ReportPage.Figure(Wording.count(count), label, count == 0 ? .good : tone)
  }
}

extension ReportPage.Cell {
  /// A count, faint where there is none.
  static func count(_ count: Int, _ tone: ReportPage.Tone = .plain) -> ReportPage.Cell {
    ReportPage.Cell(ReportWords.count(count), count == 0 ? .dim : tone)
  }

  /// A bar of so many columns, drawn as one where more than characters can be drawn.
  static func bar(_ value: Int, of most: Int, columns: Int = 16) -> ReportPage.Cell {
    ReportPage.Cell(
      Bar.horizontal(Double(value), of: Double(max(1, most)), columns: columns), .dim,
      picture: .bar(Double(value) / Double(max(1, most)), columns: columns))
  }

  /// Bars side by side; those from a place on lie beyond a limit, behind a line.
  static func course(_ values: [Int], beyond: Int? = nil) -> ReportPage.Cell {
    let values = values.map(Double.init)
    var text = Array(Sparkline.text(values))
    if let beyond { text.insert("┊", at: min(beyond, text.count)) }
    return ReportPage.Cell(String(text), .dim, picture: .course(values, beyond: beyond))
  }
}
