internal import BatonInsights
internal import BatonModel
internal import TerminalCanvas

/// The register of open roadblocks: what each costs, who clears it how, and until when.
enum RoadblockRegisterTable {
  /// The register as blocks of a page.
  ///
  /// - Parameters:
  ///   - most: How many entries are listed.
  ///   - findings: What the past allows to say of each kind; nil where nothing is said of it.
  static func blocks(
    _ register: RoadblockRegister, most: Int, findings: [String: RoadblockRisk]? = nil,
    _ reckoning: Reckoning
  ) -> [ReportPage.Block] {
    guard !register.entries.isEmpty else { return [] }
    var columns = [
      TextTable.Column(title: "STANDS", most: 24, least: 16),
      TextTable.Column(title: "FIX", most: 40, least: 18),
      TextTable.Column(title: "OWNER", most: 18, least: 12),
      TextTable.Column(title: "DUE", alignment: .right, most: 16, least: .max),
      .figures("LEADS"), .figures("DAYS", leavesAs: 1), .figures("MONEY", leavesAs: 2),
      TextTable.Column(title: "STEP", most: 20, least: 8, leavesAs: 4),
    ]
    if findings != nil {
      columns.append(TextTable.Column(title: "GOES TOGETHER WITH", most: 16, leavesAs: 3))
    }
    let table = ReportPage.Table(
      "The register: what stands now, and for how many days of leads", columns: columns,
      rows: register.entries.prefix(most).map { row(of: $0, findings, reckoning) })
    let others = register.entries.count - most
    guard others > 0 else { return [.table(table)] }
    return [.table(table), .note("\(Wording.count(others)) more cost fewer days.")]
  }

  private static func row(
    of entry: RoadblockRegister.Entry, _ findings: [String: RoadblockRisk]?,
    _ reckoning: Reckoning
  ) -> ReportPage.Row {
    let board = reckoning.board
    var cells = [
      ReportPage.Cell(entry.kind, .strong),
      entry.fix.map { ReportPage.Cell($0) } ?? ReportPage.Cell("nobody has said", .warning),
      ReportPage.Cell(board.name(of: entry.owner), entry.owner == nil ? .warning : .plain),
      due(entry.due, reckoning),
      .count(entry.leads, .bad),
      ReportPage.Cell(ReportWords.age(entry.blockedDays)),
      ReportPage.Cell(ReportWords.money(entry.money, board.currency)),
      ReportPage.Cell(
        entry.steps.count > 1
          ? "\(entry.steps.count) steps" : entry.steps.first.map(board.title(ofStep:)) ?? "", .dim),
    ]
    if let findings { cells.append(RoadblocksPage.finding(findings[entry.kind])) }
    return ReportPage.Row(cells, leads: entry.query, opens: entry.leads)
  }

  /// Until when it is to be cleared: what is past due says so in words too.
  private static func due(_ due: Instant?, _ reckoning: Reckoning) -> ReportPage.Cell {
    guard let due else { return ReportPage.Cell("no date", .warning) }
    guard due < reckoning.now else { return ReportPage.Cell(Wording.day(due, reckoning)) }
    return ReportPage.Cell("\(Wording.span(since: due, now: reckoning.now)) overdue", .bad)
  }

  /// The register for scripts, whole.
  static func json(
    _ register: RoadblockRegister, findings: [String: RoadblockRisk]?, _ reckoning: Reckoning
  ) -> JSONValue {
    .array(
      register.entries.map { entry in
        .object([
          "kind": .string(entry.kind),
          "steps": .array(entry.steps.sorted().map { .string($0.rawValue) }),
          "owner": .text(entry.owner?.rawValue), "fix": .text(entry.fix),
          "due": .time(entry.due), "overdue": .bool(entry.due.map { $0 < reckoning.now } ?? false),
          "leads": .whole(entry.leads), "blockedDays": .double(entry.blockedDays),
          "money": .sum(entry.money),
          "otherCurrencies": .whole(entry.money.otherCurrencies), "query": .string(entry.query),
          "finding": findings.map { .string(RoadblocksPage.finding($0[entry.kind]).text) } ?? .null,
        ])
      })
  }
}

extension Board {
  /// The words for a journey step; its id where the board does not know it.
  func title(ofStep step: StepID) -> String {
    journey.first { $0.id == step }?.title ?? step.rawValue
  }
}
