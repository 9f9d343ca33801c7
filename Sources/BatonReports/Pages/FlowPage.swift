internal import BatonInsights
internal import BatonModel
internal import TerminalCanvas

/// The activities as one connected pipeline.
enum FlowPage {
  static func page(_ leads: [LeadSummary], _ reckoning: Reckoning) -> ReportPage {
    let report = FlowReport(leads, reckoning)
    let window = report.window
    let perWeek = window.map { Double($0.departures) / Double(FlowReport.weeksBack) }
    return ReportPage(
      title: "The pipeline as one",
      blocks: [
        .figures([
          ReportPage.Figure(Wording.count(window?.endingWork ?? 0), "in progress Sunday"),
          ReportPage.Figure(ReportWords.decimal(perWeek), "ended a week"),
          ReportPage.Figure(ReportWords.days(window?.cycleDays.median), "median cycle"),
          ReportPage.Figure(
            ReportWords.decimal(window?.balance), "balance, 1 is even",
            (window?.balance ?? 1) > 1.5 ? .warning : .strong),
        ]),
        .table(stages(report)), .table(joints(report, reckoning)), .table(weeks(report)),
        .chart(cumulative(report, reckoning)), .table(load(report, reckoning)),
        .note(forecast(report)),
      ], json: json(report, reckoning))
  }

  private static func stages(_ report: FlowReport) -> ReportPage.Table {
    ReportPage.Table(
      "Stages",
      columns: [
        TextTable.Column(title: "STAGE", most: 24, least: 8), .figures("REACHED"),
        .figures("WENT ON"),
        .figures("OF DECIDED", leavesAs: 1), .figures("LOST HERE"), .figures("CAME NO FURTHER"),
        TextTable.Column(title: "", most: 20, least: 10, leavesAs: 2),
      ],
      rows: report.stages.map { row in
        let most = max(1, report.stages.map(\.step.reached).max() ?? 1)
        return ReportPage.Row(
          [
            ReportPage.Cell(row.stage.title, .strong),
            ReportPage.Cell(Wording.count(row.step.reached)),
            ReportPage.Cell(ReportWords.share(row.step.conversion)),
            ReportPage.Cell(ReportWords.share(row.step.decidedConversion)),
            ReportPage.Cell(
              ReportWords.count(row.step.lostHere), row.step.lostHere > 0 ? .warning : .dim),
            ReportPage.Cell(ReportWords.count(row.step.stillHere)),
            .bar(row.step.reached, of: most, columns: 20),
          ], to: .page(.flowPart(.stage(row.stage.id))))
      } + [
        ReportPage.Row(
          [ReportPage.Cell("Won", .good), ReportPage.Cell(Wording.count(report.won), .good)],
          leads: "is:won", opens: report.won)
      ])
  }

  private static func joints(_ report: FlowReport, _ reckoning: Reckoning) -> ReportPage.Table {
    ReportPage.Table(
      "Joints, with the handoffs of twelve weeks",
      columns: [
        TextTable.Column(title: "FROM → TO", most: 24, least: 18), .figures("WAIT"),
        .figures("LATE"), .figures("OLDEST"), .figures("OFFERED"), .figures("ACCEPTED"),
        .figures("REJECTED"),
        .figures("LAPSED"), .figures("ANSWER AFTER", leavesAs: 1),
      ],
      rows: report.joints.map { joint in
        let handoffs = joint.handoffs
        return ReportPage.Row(
          [
            ReportPage.Cell("\(joint.from.rawValue) → \(joint.to.rawValue)", .strong),
            ReportPage.Cell(ReportWords.count(joint.waiting)),
            ReportPage.Cell(ReportWords.count(joint.overdue), joint.overdue > 0 ? .bad : .dim),
            ReportPage.Cell(ReportWords.age(joint.oldest.map { reckoning.now.days(since: $0) })),
            ReportPage.Cell(ReportWords.count(handoffs.offered)),
            ReportPage.Cell(ReportWords.count(handoffs.accepted)),
            ReportPage.Cell(ReportWords.count(handoffs.rejected)),
            ReportPage.Cell(
              ReportWords.count(handoffs.lapsed), handoffs.lapsed > 0 ? .warning : .dim),
            ReportPage.Cell(ReportWords.days(joint.answers.dwell(0.5))),
          ], to: .page(.flowPart(.joint(from: joint.from, to: joint.to))))
      }, empty: "Nothing was handed over.")
  }

  private static func weeks(_ report: FlowReport) -> ReportPage.Table {
    ReportPage.Table(
      "Weeks",
      columns: [
        TextTable.Column(title: "WEEK OF", most: 16, least: .max), .figures("CAME IN"),
        .figures("WON"),
        .figures("LOST"), .figures("IN PROGRESS"),
      ],
      rows: report.weeks.map { week in
        ReportPage.Row(
          [ReportPage.Cell(ReportWords.day(week.monday))] + counts(week.counts),
          to: .page(.flowPart(.week(week.monday))))
      } + [
        ReportPage.Row(
          [ReportPage.Cell("all", .dim)] + counts(report.countsOfAllWeeks),
          to: .page(.flowPart(.weeks)))
      ])
  }

  private static func counts(_ counts: [LeadCount]) -> [ReportPage.Cell] {
    counts.map { .count($0.leads, $0.subject == .won ? .good : .plain) }
  }

  private static func cumulative(_ report: FlowReport, _ reckoning: Reckoning) -> ReportPage.Chart {
    let names = reckoning.board.stages.map(\.title) + ["Won"]
    let days = report.weeks.map(\.monday)
    return ReportPage.Chart(
      "Leads by the stage that they have come to, over twelve weeks", .stacked,
      series: names.indices.reversed().map {
        (names[$0], report.cumulative.band(of: $0).map(Double.init))
      },
      ends: (days.first.map { "\($0)" } ?? "", "now"))
  }

  private static func load(_ report: FlowReport, _ reckoning: Reckoning) -> ReportPage.Table {
    let owners = report.load.owners.filter { $0.value.open > 0 || $0.value.closes > 0 }.sorted {
      $0.value.open != $1.value.open ? $0.value.open > $1.value.open : $0.key < $1.key
    }
    return ReportPage.Table(
      "Load, over eight weeks",
      columns: [
        TextTable.Column(title: "OWNER", most: 24, least: 8), .figures("OPEN"), .figures("CLOSED"),
        .figures("A WEEK"), .figures("WEEKS TO CLEAR"), .figures("IN PER CLOSE", leavesAs: 1),
        TextTable.Column(title: "", most: 8),
      ],
      rows: owners.map { id, owner in
        let isHeavy = report.load.isHeavy(owner)
        return ReportPage.Row(
          [
            ReportPage.Cell(reckoning.board.member(MemberID(id))?.name ?? id, .strong),
            ReportPage.Cell(ReportWords.count(owner.open)),
            ReportPage.Cell(ReportWords.count(owner.closes)),
            ReportPage.Cell(ReportWords.decimal(owner.closesPerWeek)),
            ReportPage.Cell(ReportWords.decimal(owner.weeksToClear)),
            ReportPage.Cell(ReportWords.decimal(owner.arrivalsPerClose)),
            ReportPage.Cell(isHeavy ? "heavy" : "", .bad),
          ], to: .page(.flowPart(.owner(MemberID(id)))))
      }, empty: "No lead has an owner.")
  }

  private static func forecast(_ report: FlowReport) -> String {
    guard let forecast = report.forecast else {
      return "There is no forecast: it wants eight complete weeks of history."
    }
    let outlook = forecast.outlook(weeks: 4)
    let weeks = forecast.history.count
    return
      "If the next weeks look like the last \(weeks == 12 ? "twelve" : "\(weeks)"): "
      + "in four weeks at least \(outlook.closes(withChance: 0.85)) won with a chance of 85%, "
      + "at least \(outlook.closes(withChance: 0.5)) with an even chance, "
      + "\(ReportWords.decimal(outlook.mean)) on average."
  }
}

extension FlowPage {
  fileprivate static func json(_ report: FlowReport, _ reckoning: Reckoning) -> JSONObject {
    let outlook = report.forecast?.outlook(weeks: 4)
    return [
      "asOf": .time(reckoning.now),
      "stages": .array(
        report.stages.map { row in
          .object([
            "stage": .string(row.stage.id.rawValue), "reached": .whole(row.step.reached),
            "wentOn": .proportion(row.step.conversion),
            "ofDecided": .proportion(row.step.decidedConversion),
            "lostHere": .whole(row.step.lostHere), "stillHere": .whole(row.step.stillHere),
            "counts": .counts(row.counts),
          ])
        }),
      "won": .whole(report.won), "joints": .array(report.joints.map(json)),
      "weeks": .array(
        report.weeks.map { week in
          .object([
            "monday": .string("\(week.monday)"), "arrivals": .whole(week.arrivals),
            "won": .whole(week.won), "lost": .whole(week.lost),
            "inProgress": .whole(week.inProgress), "counts": .counts(week.counts),
          ])
        }),
      "averageWork": .double(report.window?.averageWork),
      "throughputPerDay": .double(report.window?.throughput),
      "cycleMedianDays": .double(report.window?.cycleDays.median),
      "cycleP85Days": .double(report.window?.cycleDays.quantile(0.85)),
      "balance": .double(report.window?.balance),
      "load": .object(
        JSONObject(
          report.load.owners.map { id, owner in
            (
              id,
              .object([
                "open": .whole(owner.open), "closes": .whole(owner.closes),
                "arrivals": .whole(owner.arrivals), "weeksToClear": .double(owner.weeksToClear),
                "heavy": .bool(report.load.isHeavy(owner)),
                "counts": .counts(FlowReport.counts(owner, of: id)),
              ])
            )
          })),
      "forecast": outlook.map { outlook in
        .object([
          "weeks": .whole(4), "mean": .double(outlook.mean),
          "atLeast50": .whole(outlook.closes(withChance: 0.5)),
          "atLeast85": .whole(outlook.closes(withChance: 0.85)),
          "atLeast95": .whole(outlook.closes(withChance: 0.95)),
        ])
      } ?? .null,
    ]
  }

  private static func json(_ joint: JointRow) -> JSONValue {
    .object([
      "from": .string(joint.from.rawValue), "to": .string(joint.to.rawValue),
      "waiting": .whole(joint.waiting), "overdue": .whole(joint.overdue),
      "oldest": .time(joint.oldest), "offered": .whole(joint.handoffs.offered),
      "accepted": .whole(joint.handoffs.accepted), "rejected": .whole(joint.handoffs.rejected),
      "lapsed": .whole(joint.handoffs.lapsed),
      "answerMedianDays": .double(joint.answers.dwell(0.5)),
      "counts": .counts(joint.counts),
    ])
  }
}
