internal import BatonModel
internal import TerminalCanvas

/// The leads behind a figure.
enum LeadsPage {
  /// The most leads that the page lists.
  private static let shown = 500

  static func page(
    _ leads: [LeadSummary], query: String, _ view: MeetingView, _ reckoning: Reckoning
  ) -> ReportPage {
    let known = try? Query(query)
    let filter = ReportFilter(query, known ?? Query())
    let shownQuery = view.text(of: filter, on: reckoning.board)
    let matcher = known.map { QueryMatcher($0, reckoning: reckoning) }
    let found = matcher.map { leadsByAge(leads, matching: $0, reckoning) } ?? []
    let groups = Group.allCases.compactMap { group in
      let members = found.filter { $0.group == group }.map(\.lead)
      return members.isEmpty ? nil : (group: group, members: members)
    }
    var room = shown
    var blocks: [ReportPage.Block] = []
    for (group, members) in groups where room > 0 {
      let title = "\(group.rawValue): \(Wording.count(members.count))"
      blocks.append(
        .table(
          table(groups.count > 1 ? title : nil, members.prefix(room), reckoning)))
      room -= members.count
    }
    if found.isEmpty { blocks.append(.table(table(nil, [], reckoning))) }
    if found.count > shown {
      blocks.append(.note("\(Wording.count(found.count - shown)) more: narrow the filter."))
    }
    return ReportPage(
      title: Wording.count(found.count, "lead", "leads"),
      subtitle: shownQuery.isEmpty ? nil : shownQuery, blocks: blocks,
      makingJSON: {
        [
          "query": .string(shownQuery), "count": .whole(found.count),
          "leads": .array(found.map { .string($0.lead.shownID) }),
        ]
      })
  }

  /// How leads stand whom one list holds: told apart, so that a list shows what a row has counted.
  private enum Group: String, CaseIterable {
    case stalled = "Stalled"
    case late = "Late, with a next step ahead"
    case inPlay = "In play"
    case resting = "Waiting, with a date"
    case ended = "Ended"

    init(of standing: Standing) {
      self =
        !standing.isOpen
        ? .ended
        : standing.parking != nil
          ? .resting : standing.isStalled ? .stalled : standing.isLate ? .late : .inPlay
    }
  }

  private static func table(
    _ title: String?, _ leads: ArraySlice<LeadSummary>, _ reckoning: Reckoning
  ) -> ReportPage.Table {
    ReportPage.Table(
      title,
      columns: [
        TextTable.Column(title: "LEAD", most: 44, least: 16),
        TextTable.Column(title: "STAGE", most: 20, least: 8),
        TextTable.Column(title: "DAYS", alignment: .right, most: 12, least: .max),
        TextTable.Column(title: "OWNER", most: 18, least: 6, leavesAs: 1),
        TextTable.Column(title: "NEXT", most: 22, least: 12),
        TextTable.Column(title: "LAST", most: 26, least: 12, leavesAs: 4),
        TextTable.Column(title: "SOURCE", most: 20, least: 8, leavesAs: 2),
        TextTable.Column(title: "MONEY", alignment: .right, most: 10, least: .max, leavesAs: 3),
      ],
      rows: leads.map { row(of: $0, reckoning.standing(of: $0), reckoning) },
      empty: "No lead is there.")
  }

  /// The leads that match, those first that have been in their stage for longest.
  private static func leadsByAge(
    _ leads: [LeadSummary], matching matcher: QueryMatcher, _ reckoning: Reckoning
  ) -> [(lead: LeadSummary, group: Group)] {
    // Places are sorted rather than leads, whose references would be counted at each comparison.
    var found: [(days: Double, place: Int, group: Group)] = []
    for (place, lead) in leads.enumerated() {
      let standing = reckoning.standing(of: lead)
      guard matcher.matches(lead, standing: standing) else { continue }
      found.append((standing.daysInStage, place, Group(of: standing)))
    }
    found.sort { one, other in
      one.days != other.days
        ? one.days > other.days : leads[one.place].id < leads[other.place].id
    }
    return found.map { (leads[$0.place], $0.group) }
  }

  private static func row(
    of lead: LeadSummary, _ standing: Standing, _ reckoning: Reckoning
  ) -> ReportPage.Row {
    let limit = standing.limitDays.map { " of \(ReportWords.days($0))" } ?? ""
    let days = Wording.days(standing.daysInStage) + (standing.isOpen ? limit : "")
    return ReportPage.Row(
      [
        ReportPage.Cell(lead.title, .strong),
        ReportPage.Cell(reckoning.board.stage(lead.stage)?.title ?? lead.stage.rawValue),
        ReportPage.Cell(days, standing.isStalled ? .bad : standing.isLate ? .warning : .plain),
        ReportPage.Cell(
          lead.owner.map { reckoning.board.member($0)?.name ?? $0.rawValue } ?? "nobody",
          lead.owner == nil ? .warning : .plain),
        next(lead, standing, reckoning),
        ReportPage.Cell(last(lead, reckoning), .dim),
        ReportPage.Cell(lead.origin.source ?? "", .dim),
        ReportPage.Cell(lead.amount.map { Wording.money($0.minorUnits, $0.currency) } ?? ""),
      ], to: .lead(lead.id))
  }

  /// The last thing that happened: `call, sales 3 Oct`.
  static func last(_ lead: LeadSummary, _ reckoning: Reckoning) -> String {
    lead.lastTouch.map {
      "\($0.channel.rawValue), \($0.side.rawValue) \(Wording.day($0.at, reckoning))"
    } ?? "never touched"
  }

  /// What happens next, or until when it rests.
  static func next(
    _ lead: LeadSummary, _ standing: Standing, _ reckoning: Reckoning
  ) -> ReportPage.Cell {
    if let parking = standing.parking {
      let until = parking.until.map { " until \(Wording.day($0, reckoning))" } ?? ""
      return ReportPage.Cell(parking.kind.rawValue + until, .dim)
    }
    guard let step = lead.nextStep else { return ReportPage.Cell("no next step", .warning) }
    return ReportPage.Cell(
      "\(step.kind.rawValue) \(Wording.day(step.due, reckoning))",
      standing.isOverdue ? .bad : standing.light == .today ? .good : .plain)
  }
}
