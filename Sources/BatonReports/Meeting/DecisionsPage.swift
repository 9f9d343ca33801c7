internal import BatonInsights
internal import BatonModel
internal import TerminalCanvas

/// What was decided last time, and how it stands.
enum DecisionsPage {
  static func page(_ leads: [LeadSummary], _ view: MeetingView, _ reckoning: Reckoning)
    -> ReportPage
  {
    let calendar = reckoning.board.calendar
    let standings = view.book.lookingBack(
      from: view.meetingDay(reckoning), asOf: reckoning.now, on: calendar)
    let count = { (state: DecisionStanding.State) in standings.count { $0.state == state } }
    return ReportPage(
      title: MeetingPart.decisions.title,
      blocks: [
        .figures([
          .fault(count(.overdue), "overdue"),
          ReportPage.Figure(Wording.count(count(.open)), "open"),
          ReportPage.Figure(Wording.count(count(.done)), "done", .good),
        ]),
        .table(table(standings, leads, view, reckoning)),
      ], json: ["decisions": json(standings, view, reckoning.board)])
  }

  /// Decisions with who does them until when, and how they stand.
  static func table(
    _ standings: [DecisionStanding], _ leads: [LeadSummary], _ view: MeetingView,
    _ reckoning: Reckoning, empty: String = "Nothing was decided."
  ) -> ReportPage.Table {
    let about = Set(standings.flatMap(\.decision.leads))
    let known = about.isEmpty ? [] : Set(leads.lazy.map(\.id).filter(about.contains))
    let blocked = blocked(by: Set(standings.compactMap(\.decision.roadblock)), leads, reckoning)
    let hasRoadblock = standings.contains { $0.decision.roadblock != nil }
    return ReportPage.Table(
      columns: [TextTable.Column(title: "WHAT", most: 160, least: 24)]
        + (hasRoadblock
          ? [TextTable.Column(title: "ROADBLOCK", most: 32, least: 16, leavesAs: 2)] : []) + [
          TextTable.Column(title: "WHO", most: 16, least: 12), .figures("UNTIL"),
          TextTable.Column(title: "STATE", most: 9, least: 7), .figures("LEADS", leavesAs: 1),
        ],
      rows: standings.map { standing in
        let decision = standing.decision
        let leads = Set(decision.leads).intersection(known).sorted()
        let kind = leads.isEmpty ? decision.roadblock : nil
        let count = kind.map { blocked[$0] ?? 0 } ?? leads.count
        let about = hasRoadblock ? [ReportPage.Cell(decision.roadblock ?? "")] : []
        let cells =
          [ReportPage.Cell(view.words(decision.text), .strong)] + about + [
            ReportPage.Cell(name(of: decision.owner, view, reckoning.board)),
            ReportPage.Cell(
              decision.dueDay.map { ReportWords.day($0) } ?? decision.due ?? ReportWords.undefined),
            ReportPage.Cell(standing.state.rawValue, tone(standing.state)), .count(count),
          ]
        let found = kind.map(MeetingRoadblocksPage.query) ?? query(leads)
        return ReportPage.Row(
          cells, to: .decision(standing.place, leads: count > 0 ? found : nil), opens: count)
      }, empty: empty)
  }

  /// How many open leads stand before a roadblock of each of some kinds.
  private static func blocked(
    by kinds: Set<String>, _ leads: [LeadSummary], _ reckoning: Reckoning
  ) -> [String: Int] {
    guard !kinds.isEmpty else { return [:] }
    var counts: [String: Int] = [:]
    for lead in leads where !lead.roadblocks.isEmpty {
      guard reckoning.parking(of: lead)?.kind.isClosed != true else { continue }
      let standing = lead.roadblocks.lazy.filter { $0.stands(at: reckoning.now) }.map(\.kind)
      for kind in Set(standing).intersection(kinds) { counts[kind, default: 0] += 1 }
    }
    return counts
  }

  /// The decisions for scripts.
  static func json(
    _ standings: [DecisionStanding], _ view: MeetingView, _ board: Board
  ) -> JSONValue {
    .array(
      standings.map { standing in
        let decision = standing.decision
        return .object([
          "meeting": .string(standing.meeting), "id": .string(decision.id.rawValue),
          "text": .string(view.words(decision.text)),
          "owner": .text(decision.owner.map { view.member($0, on: board).rawValue }),
          "due": .text(decision.due), "state": .string(standing.state.rawValue),
          "roadblock": .text(decision.roadblock),
          "leads": .array(view.masksNames ? [] : decision.leads.map { .string($0.rawValue) }),
        ])
      })
  }

  private static func name(
    of owner: MemberID?, _ view: MeetingView, _ board: Board
  ) -> String {
    board.name(of: owner.map { view.member($0, on: board) })
  }

  private static func query(_ leads: [LeadID]) -> String {
    Dimension.fieldTerm(.id, anyOf: leads.map(\.rawValue))
  }

  private static func tone(_ state: DecisionStanding.State) -> ReportPage.Tone {
    switch state {
    case .overdue: .bad
    case .open: .strong
    case .done: .good
    case .dropped: .dim
    }
  }
}
