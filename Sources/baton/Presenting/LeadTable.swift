import BatonModel
import BatonReports
import TerminalCanvas

/// The table that `list` shows to people.
struct LeadTable {
  private var table = TextTable([
    TextTable.Column(title: "ID", most: 64, least: .max),
    TextTable.Column(title: "LEAD", most: 44, least: 20),
    TextTable.Column(title: "STAGE", most: 24, least: 10),
    TextTable.Column(title: "DAYS", alignment: .right, most: 14, least: .max),
    TextTable.Column(title: "OWNER", most: 16, least: 6),
    TextTable.Column(title: "AMOUNT", alignment: .right, most: 24, least: .max, leavesAs: 2),
    TextTable.Column(title: "NEXT", most: 24, least: 12),
    TextTable.Column(title: "SOURCE", most: 20, least: 8, leavesAs: 3),
    TextTable.Column(title: "FLAGS", most: 40, least: 8, leavesAs: 1),
  ])
  private let reckoning: Reckoning

  /// A table of leads in a width.
  init(of leads: [LeadSummary], _ reckoning: Reckoning, columns: Int) {
    self.reckoning = reckoning
    for lead in leads { table.measure(cells(of: lead)) }
    table.fit(into: columns)
  }

  /// The headings.
  var header: String { table.header }

  /// The line of a lead.
  func line(of lead: LeadSummary) -> String { table.line(cells(of: lead)) }

  private func cells(of lead: LeadSummary) -> [String] {
    let row = LeadRow(lead, reckoning)
    let flags = (row.standing.isStalled ? ["stalled"] : []) + row.flags.map(\.rawValue)
    return [
      lead.id.rawValue, row.title, row.place, row.days,
      lead.owner?.rawValue ?? "", lead.amount.map(Figures.money) ?? "", row.next(reckoning.now),
      lead.origin.source ?? "", flags.joined(separator: " "),
    ]
  }
}

extension LeadRow {
  /// Who it is: `Ana Ruiz · Helix Labs`.
  var title: String { lead.title }

  /// Where the lead is: `Qualify`, or `lost` once it has ended.
  var place: String {
    let title = stage?.title ?? lead.stage.rawValue
    guard let parking = standing.parking else { return title }
    return parking.kind.isClosed ? parking.kind.rawValue : "\(title), \(parking.kind.rawValue)"
  }

  /// How long it has been there, and against which limit.
  var days: String {
    let days = Figures.span(days: standing.daysInStage)
    guard let limit = standing.limitDays, standing.isOpen else { return days }
    return "\(days) of \(Figures.span(days: limit))"
  }

  /// What comes next, or when it returns.
  func next(_ now: Instant) -> String {
    if let until = standing.parking?.until {
      return "back \(Figures.distance(to: until, from: now))"
    }
    guard standing.isOpen, let step = lead.nextStep else { return "" }
    return "\(step.kind.rawValue) \(Figures.distance(to: step.due, from: now))"
  }
}
