public import BatonModel

extension ImportPlan {
  /// Works out what importing a table into a board would do.
  ///
  /// Pure: the same arguments give the same plan, down to the ids of what it adds.
  ///
  /// Two rows of one record are put on its lead one after the other as long as they do not
  /// contradict each other; the first that does is refused, since nobody can say which is right.
  ///
  /// - Parameters:
  ///   - table: the file, with the columns of the mapping's joins added (``joined(_:with:)``).
  ///   - mapping: what its columns mean.
  ///   - teamTables: the joined tables, whose owners join the team even without a lead.
  ///   - board: the board.
  ///   - campaigns: its campaigns.
  ///   - leads: its leads.
  ///   - merged: where the leads are now that were merged into others.
  ///   - otherSources: further names under which the ids of the file's system are filed.
  ///   - now: the time that stands in the history.
  ///   - progress: told now and then how many rows are done, and their total.
  /// - Throws: where the mapping does not fit the board.
  /// - Complexity: O(leads + cells).
  public init(
    table: ImportTable, mapping: ImportMapping, teamTables: [String: ImportTable] = [:],
    board: Board, campaigns: [Campaign] = [], leads: [Lead] = [],
    merged: [LeadID: LeadID] = [:], otherSources: [String] = [], now: Instant,
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(ImportFileFault) {
    try mapping.check(on: board)
    let book = BoardBook(board: board, campaigns: campaigns, allowed: mapping.additions)
    let stages = book.board.stages
    writer = LeadWriter(
      source: mapping.source, defaultStage: mapping.defaultStage ?? stages.first?.id ?? "new",
      isOwnExport: mapping.isOwnExport, isForm: mapping.rowsAreSubmissions, board: board,
      now: now)
    columns = table.columns
    read = table.rowCount
    notices = table.notices
    let reader = RowReader(mapping: mapping, table: table, board: board)
    questions = try reader.openQuestions(on: table)
    guard questions.isEmpty else { return }

    var log = ReadingLog(book: book)
    log.book.addTeam(from: teamTables, mapping: mapping)
    var desk = PlanningDesk(
      writer: writer,
      matcher: LeadMatcher(
        mapping: mapping, leads: leads, merged: merged, otherSources: otherSources),
      leads: leads)
    refused = table.refused
    for (number, row) in table.rows.enumerated() {
      if number.isMultiple(of: 512) { progress(number, table.rows.count) }
      do throws(RowRefusal) {
        let facts = try reader.read(row, noting: &log)
        let (lead, outcome) = try desk.put(facts, keys: facts.keys(mapping.match))
        lastLead = lead
        switch outcome {
        case .created: break
        case .updated: updated += 1
        case .unchanged: unchanged += 1
        }
      } catch {
        refused.append(
          RefusedRow(
            line: row.line, reason: error.reason, remedy: error.remedy, cells: row.cells))
      }
    }
    refused.sort { $0.line < $1.line }
    (creations, updates) = desk.outcome()
    warnings = heldTouches(on: board, leads: leads)
    notices += log.notices + desk.notices + warnings
    let change = BoardSupplement(from: board, to: log.book.board, campaigns: log.book.newCampaigns)
    supplement = change.isEmpty ? nil : change
  }
}

extension RowReader {
  /// What must be answered before the rows can be read.
  ///
  /// - Throws: where they are touches, and no column says of whom.
  fileprivate func openQuestions(on table: ImportTable) throws(ImportFileFault) -> [ImportQuestion]
  {
    guard mapping.logsTouches else {
      return questions + (table.rows.isEmpty || identifiesRows ? [] : [.identity])
    }
    let namesLeads = columns.contains {
      $0.target == .field(.id) || $0.target == .field(.email)
    }
    guard namesLeads || table.rows.isEmpty else {
      throw ImportFileFault(
        what: "No column names the leads of these touches.",
        remedy: "Add one of their ids, lead, or one of their e-mail addresses, email.")
    }
    return questions
  }

  /// Whether there is a column by which rows can be recognised, or all of them are to do it.
  var identifiesRows: Bool {
    mapping.match.contains { match in
      switch match {
      case .id, .lead: columns.contains { $0.target == .field(.id) }
      case .email: columns.contains { $0.target == .field(.email) }
      case .phone: columns.contains { $0.target == .field(.phone) }
      case .row: true
      }
    }
  }
}

extension BoardBook {
  /// Adds the members that a joined table of owners names, whether they own a lead or not.
  mutating func addTeam(from tables: [String: ImportTable], mapping: ImportMapping) {
    for join in mapping.joins where mapping.column(join.on)?.target == .field(.owner) {
      guard let table = tables[join.file], let key = table.index(of: join.key) else { continue }
      func column(_ field: ImportField) -> Int? {
        table.columns.firstIndex {
          mapping.column("\(join.prefix).\($0)")?.target == .field(field)
        }
      }
      let (manager, office) = (column(.ownerManager), column(.ownerOffice))
      for row in table.rows where !CellText.isBlank(row.cells[key]) {
        guard let id = member(named: CellText.trimmed(row.cells[key]), side: .sales) else {
          continue
        }
        func cell(_ index: Int?) -> String? {
          index.map { CellText.trimmed(row.cells[$0]) }.flatMap { $0.isEmpty ? nil : $0 }
        }
        complete(id, manager: cell(manager), office: cell(office))
      }
    }
  }
}
