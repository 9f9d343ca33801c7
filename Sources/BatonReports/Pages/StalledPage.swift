internal import BatonInsights
internal import BatonModel
internal import TerminalCanvas

/// Where leads stand still.
enum StalledPage {
  /// Stage by stage.
  static func page(_ leads: [LeadSummary], _ reckoning: Reckoning) -> ReportPage {
    let report = StalledReport(leads, reckoning)
    let table = ReportPage.Table(
      columns: [
        TextTable.Column(title: "STAGE", most: 24, least: 8),
        .figures("STALLED"), .figures("LATE"), .figures("IN PLAY"), .figures("WAITING"),
        .figures("LIMIT"), .figures("MEDIAN", leavesAs: 1), .figures("80%", leavesAs: 2),
        .figures("90%", leavesAs: 4), .figures("MONEY", leavesAs: 3),
        TextTable.Column(title: "AGES", most: 24, least: 12, leavesAs: 5),
      ],
      rows: report.stages.map { stage in
        ReportPage.Row(
          [ReportPage.Cell(stage.stage.title, .strong)]
            + counts(stage.row)
            + [
              ReportPage.Cell(limit(stage.limit)), ReportPage.Cell(median(stage.row.curve)),
              ReportPage.Cell(ReportWords.days(stage.row.curve.dwell(0.8))),
              ReportPage.Cell(ReportWords.days(stage.row.curve.dwell(0.9))),
              ReportPage.Cell(money(stage.row, reckoning)),
              ages(stage.row, limit: stage.limit?.days),
            ],
          to: .page(.stalledParts(stage.stage.id, by: .owner)))
      } + [totalRow(report.total, reckoning)], empty: "No stage of the board has a clock.")
    var blocks: [ReportPage.Block] = [
      .figures([
        figure(report.total.stalled, "stalled", .bad), figure(report.total.late, "late", .warning),
        ReportPage.Figure(Wording.count(report.total.inPlay), "in play", .plain),
        ReportPage.Figure(Wording.count(report.total.waiting), "waiting, with a date", .dim),
      ]),
      .table(table),
    ]
    if let worst = report.stages.max(by: { $0.row.stalled < $1.row.stalled }),
      worst.row.stalled > 0
    {
      blocks.append(.chart(histogram(worst.stage.title, worst.row, limit: worst.limit?.days)))
    }
    blocks.append(
      .note(
        "Stalled: beyond the limit with no next step ahead and no wait. The limit is the board's "
          + "target, else (*) the day by which 80% of the whole team's leads have left. Medians "
          + "count leads that left and those still there; under five exits there are none."))
    return ReportPage(
      title: "Where leads stand still", blocks: blocks,
      makingJSON: {
        [
          "asOf": .time(reckoning.now),
          "stages": .array(report.stages.map { json($0) }), "total": .object(total(report)),
        ]
      })
  }

  /// The leads of a stage by what they have in common.
  static func parts(
    _ leads: [LeadSummary], in stage: StageID?, by dimension: Dimension,
    _ reckoning: Reckoning
  ) -> ReportPage {
    let parts = StalledReport.parts(leads, by: dimension, in: stage, reckoning)
    let known = stage.flatMap { reckoning.board.stage($0) }
    let title = known?.title ?? stage?.rawValue ?? "all stages"
    let limit = known.flatMap { StallLimit(of: $0, by: reckoning) }
    var total = StalledTotals()
    for part in parts { total.add(part.row) }
    let table = ReportPage.Table(
      columns: [
        TextTable.Column(title: dimension.rawValue.uppercased(), most: 32, least: 10),
        .figures("STALLED"), .figures("LATE"), .figures("IN PLAY"), .figures("WAITING"),
        .figures("MEDIAN", leavesAs: 1), .figures("80%", leavesAs: 2),
        .figures("MONEY", leavesAs: 3),
        TextTable.Column(title: "AGES", most: 24, least: 12, leavesAs: 4),
      ],
      rows: parts.map { part in
        ReportPage.Row(
          [ReportPage.Cell(name(part.value, dimension, reckoning.board), .strong)]
            + counts(part.row)
            + [
              ReportPage.Cell(median(part.row.curve)),
              ReportPage.Cell(ReportWords.days(part.row.curve.dwell(0.8))),
              ReportPage.Cell(money(part.row, reckoning)),
              ages(part.row, limit: limit?.days),
            ], to: .leads(query: part.query))
      } + [
        ReportPage.Row(
          [
            ReportPage.Cell("all", .dim), cell(total.stalled, .bad), cell(total.late, .warning),
            cell(total.inPlay, .plain), cell(total.waiting, .dim),
          ], leads: StalledReport.query(in: stage, on: reckoning.board),
          opens: total.inPlay + total.waiting)
      ], empty: "No lead is there.")
    let about = limit.map { "Limit \(ReportWords.days($0.days)), for everybody the same. " } ?? ""
    return ReportPage(
      title: "\(title) by \(dimension.rawValue)",
      blocks: [.table(table)] + deeper(stage, dimension) + [
        .note("\(about)The parts add up to the stage.")
      ],
      makingJSON: {
        [
          "asOf": .time(reckoning.now), "stage": .text(stage?.rawValue),
          "by": .string(dimension.rawValue), "limitDays": .double(limit?.days),
          "parts": .array(
            parts.map { part in
              var object = json(part.row)
              object["value"] = .text(part.value)
              object["query"] = .string(part.query)
              return .object(object)
            }),
        ]
      })
  }

  /// The way to whether the parts of a stage leave it alike.
  private static func deeper(_ stage: StageID?, _ dimension: Dimension) -> [ReportPage.Block] {
    guard let stage else { return [] }
    return [
      .table(
        .deeper(
          "Whether they leave the stage alike",
          inShell: "baton report stalled --stage … --compare",
          to: .stalledComparison(stage, by: dimension)))
    ]
  }

  // MARK: - Cells

  private static func counts(_ row: StalledReport.Row) -> [ReportPage.Cell] {
    [
      cell(row.stalled, .bad), cell(row.late, .warning), cell(row.inPlay, .plain),
      cell(row.waiting, .dim),
    ]
  }

  private static func cell(_ count: Int, _ tone: ReportPage.Tone) -> ReportPage.Cell {
    ReportPage.Cell(ReportWords.count(count), count == 0 ? .dim : tone)
  }

  private static func figure(_ count: Int, _ label: String, _ tone: ReportPage.Tone)
    -> ReportPage.Figure
  {
    ReportPage.Figure(Wording.count(count), label, count == 0 ? .good : tone)
  }

  private static func totalRow(_ row: StalledReport.Row, _ reckoning: Reckoning) -> ReportPage.Row {
    ReportPage.Row(
      [ReportPage.Cell("all", .dim)] + counts(row)
        + ["", "", "", "", ReportPage.Cell(money(row, reckoning)), ""],
      to: .page(.stalledParts(nil, by: .owner)))
  }

  private static func limit(_ limit: StallLimit?) -> String {
    guard let limit else { return ReportWords.undefined }
    return ReportWords.days(limit.days) + (limit.origin == .target ? "" : "*")
  }

  /// The median with the bounds within which it lies: `66d (63–69)`.
  private static func median(_ curve: DwellCurve) -> String {
    guard let median = curve.dwell(0.5) else { return ReportWords.undefined }
    let bounds = curve.medianBounds
    let low = bounds.low.map { "\(Int($0.rounded()))" } ?? ""
    let high = bounds.high.map { "\(Int($0.rounded()))" } ?? ""
    return "\(ReportWords.days(median)) (\(low)–\(high))"
  }

  private static func money(_ row: StalledReport.Row, _ reckoning: Reckoning) -> String {
    ReportWords.money(row.stalledMoney, reckoning.board.currency)
  }

  private static func name(_ value: String?, _ dimension: Dimension, _ board: Board) -> String {
    guard let value else { return dimension == .next ? "no next step" : "none" }
    return dimension == .owner ? board.member(MemberID(value))?.name ?? value : value
  }

  // MARK: - Pictures

  private static let bins = 12
  /// So many bins lie within the limit.
  private static let binsWithin = 4

  /// How many leads are how old: bins of a quarter of the limit, the last one open. Who is as old
  /// as the limit is within it.
  private static func binned(_ row: StalledReport.Row, limit: Double?) -> (
    counts: [Int], width: Double
  ) {
    let width = max(
      1e-9, (limit ?? max(1, row.ages.last ?? 1) / 3) / Double(binsWithin))
    var counts = [Int](repeating: 0, count: bins)
    for age in row.ages {
      let isWithin = limit.map { age <= $0 } ?? false
      counts[min(isWithin ? binsWithin - 1 : bins - 1, Int(min(age / width, 1e9)))] += 1
    }
    return (counts, width)
  }

  private static func ages(_ row: StalledReport.Row, limit: Double?) -> ReportPage.Cell {
    guard !row.ages.isEmpty else { return "" }
    return .course(binned(row, limit: limit).counts, beyond: limit == nil ? nil : binsWithin)
  }

  private static func histogram(_ title: String, _ row: StalledReport.Row, limit: Double?)
    -> ReportPage.Chart
  {
    let (counts, width) = binned(row, limit: limit)
    let beyond = limit.map { limit in
      ", \(Wording.count(row.late)) of \(Wording.count(row.inPlay)) "
        + "beyond \(ReportWords.days(limit))"
    }
    return ReportPage.Chart(
      "\(title): leads in play by days in the stage\(beyond ?? "")", .histogram,
      series: [(title, counts.map(Double.init))],
      ends: ("0", "\(ReportWords.days(width * Double(bins - 1))) and more"),
      mark: limit.map { (binsWithin, "limit \(ReportWords.days($0))") })
  }

  // MARK: - JSON

  private static func json(_ stage: StalledReport.StageRow) -> JSONValue {
    var object = json(stage.row)
    object["stage"] = .string(stage.stage.id.rawValue)
    object["limitDays"] = .double(stage.limit?.days)
    object["limitFrom"] = .text(
      stage.limit.map { $0.origin == .target ? "target" : "history" })
    object["query"] = .string(stage.query)
    return .object(object)
  }

  /// All stages together, without how long leads stay: that differs from stage to stage.
  private static func total(_ report: StalledReport) -> JSONObject {
    var object = json(report.total)
    object["stays"] = .whole(report.stages.reduce(0) { $0 + $1.row.curve.stays })
    object["exits"] = .whole(report.stages.reduce(0) { $0 + $1.row.curve.exits })
    return object
  }

  private static func json(_ row: StalledReport.Row) -> JSONObject {
    let curve = row.curve
    let bounds = curve.exits >= DwellCurve.fewestExits ? curve.medianBounds : (nil, nil)
    return [
      "stalled": .whole(row.stalled), "late": .whole(row.late), "inPlay": .whole(row.inPlay),
      "waiting": .whole(row.waiting), "stalledMoney": .sum(row.stalledMoney),
      "otherCurrencies": .whole(row.stalledMoney.otherCurrencies),
      "stays": .whole(curve.stays), "exits": .whole(curve.exits),
      "medianDays": .double(curve.dwell(0.5)), "medianLow": .double(bounds.0),
      "medianHigh": .double(bounds.1), "p80Days": .double(curve.dwell(0.8)),
      "p90Days": .double(curve.dwell(0.9)), "medianAge": .double(row.medianAge),
    ]
  }
}

/// The sums of the parts of a stage.
private struct StalledTotals {
  var stalled = 0
  var late = 0
  var inPlay = 0
  var waiting = 0

  mutating func add(_ row: StalledReport.Row) {
    stalled += row.stalled
    late += row.late
    inPlay += row.inPlay
    waiting += row.waiting
  }
}
