public import BatonInsights
internal import BatonModel

/// A row of the register of roadblocks of which every number can be gone down into.
public enum RoadblockPart: Hashable, Sendable {
  /// Those that have something in common; nil for nothing.
  case alike(by: RoadblockReport.Grouping, String?)
  /// All of them.
  case all
}

/// Roadblocks that have something in common, number by number, each with the leads behind it.
enum RoadblockPartPage {
  static func page(
    _ leads: [LeadSummary], _ part: RoadblockPart, _ reckoning: Reckoning
  ) -> ReportPage {
    let row = row(of: part, leads, reckoning)
    let counts = row?.counts ?? []
    let table = ReportPage.Table.numbers(counts, empty: "No such roadblock was ever recorded.")
    return ReportPage(
      title: title(of: part, reckoning.board),
      blocks: [.table(table)] + (row.map { [.note(cost(of: $0))] } ?? []),
      json: [
        "asOf": .time(reckoning.now), "blockedDays": .double(row?.blockedDays),
        "counts": .counts(counts),
      ])
  }

  private static func cost(of row: RoadblockReport.Row) -> String {
    let days = Wording.count(
      Int(row.blockedDays), "day of a lead", "days of leads")
    return "Together they cost \(days) within \(Int(RoadblockReport.days)) days."
  }

  private static func row(
    of part: RoadblockPart, _ leads: [LeadSummary], _ reckoning: Reckoning
  ) -> RoadblockReport.Row? {
    switch part {
    case .all: RoadblockReport(leads, by: .kind, reckoning).total
    case .alike(let grouping, let value):
      RoadblockReport(leads, by: grouping, reckoning).rows.first { $0.value == value }
    }
  }

  private static func title(of part: RoadblockPart, _ board: Board) -> String {
    switch part {
    case .all: "All roadblocks"
    case .alike(let grouping, let value):
      "Roadblocks by \(grouping.rawValue): \(RoadblocksPage.name(value, grouping, board))"
    }
  }
}
