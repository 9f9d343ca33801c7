internal import BatonInsights
internal import BatonModel
internal import TerminalCanvas

/// Whether the leads of a stage leave it alike, told apart by something: a log-rank test.
enum StalledComparisonPage {
  /// Among more groups than these some differ by chance, and the test takes long.
  private static let most = 30

  static func page(
    _ leads: [LeadSummary], in stage: StageID, by dimension: Dimension, _ reckoning: Reckoning
  ) -> ReportPage {
    let stays = StalledReport.stays(leads, by: dimension, in: stage, reckoning)
      .sorted {
        $0.stays.count != $1.stays.count ? $0.stays.count > $1.stays.count : $0.name < $1.name
      }
    let exits = stays.reduce(0) { $0 + $1.stays.count(where: \.hasLeft) }
    let isSaid = stays.count <= most && exits >= DwellCurve.fewestExits
    let test = isSaid ? LogRankTest(stays.map(\.stays)) : nil
    let title = reckoning.board.stage(stage)?.title ?? stage.rawValue
    return ReportPage(
      title: "\(title): do they leave alike, by \(dimension.rawValue)?",
      blocks: [
        .figures([
          ReportPage.Figure(ReportWords.chance(test?.pValue), "chance of such differences"),
          ReportPage.Figure(Wording.count(exits), "left the stage"),
        ]),
        .table(table(stays, test, dimension)),
        .note(
          stays.count > most
            ? "More than \(most) groups: too many to compare."
            : test == nil
              ? "Too few to say: it wants two groups and \(DwellCurve.fewestExits) exits."
              : "Expected: how many would have left if all left alike (log-rank test, those still "
                + "there counted). A small chance says that the groups differ, not why."),
      ],
      json: [
        "asOf": .time(reckoning.now), "stage": .string(stage.rawValue),
        "by": .string(dimension.rawValue), "statistic": .double(test?.statistic),
        "degreesOfFreedom": test.map { .whole($0.degreesOfFreedom) } ?? .null,
        "p": .double(test?.pValue),
      ])
  }

  private static func table(
    _ stays: [StalledReport.Stays], _ test: LogRankTest?, _ dimension: Dimension
  ) -> ReportPage.Table {
    ReportPage.Table(
      columns: [
        TextTable.Column(title: dimension.rawValue.uppercased(), most: 32, least: 10),
        .figures("STAYS"), .figures("LEFT"), .figures("EXPECTED"), .figures("MEDIAN"),
      ],
      rows: stays.prefix(most).enumerated().map { place, group in
        ReportPage.Row([
          ReportPage.Cell(group.name.isEmpty ? "none" : group.name, .strong),
          ReportPage.Cell(Wording.count(group.stays.count)),
          ReportPage.Cell(ReportWords.count(group.stays.count(where: \.hasLeft))),
          ReportPage.Cell(ReportWords.decimal(test?.groups[place].expected)),
          ReportPage.Cell(ReportWords.days(DwellCurve(group.stays).dwell(0.5))),
        ])
      }, empty: "Nobody was ever there.")
  }
}
