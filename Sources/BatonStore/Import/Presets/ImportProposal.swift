public import BatonModel

/// A mapping proposed from the headers of a file, and why each column goes where it does.
public struct ImportProposal: Sendable {
  /// Why a column goes where it does.
  public struct Finding: Hashable, Sendable {
    /// How a column came to its target.
    public enum Ground: Hashable, Sendable {
      /// The preset says so.
      case preset
      /// The header says so by itself.
      case header
      /// Nobody knows the column.
      case unknown
    }

    /// The column's header.
    public let column: String
    /// The target's path, as the mapping names it.
    public let target: String
    /// How it came to it.
    public let ground: Ground
  }

  /// The proposed mapping; every column of the file is in it.
  public private(set) var mapping: ImportMapping
  /// The preset that was recognised or named; nil where the headers were taken one by one.
  public let preset: ImportPreset?
  /// A finding for each column, in the order of the file.
  public private(set) var findings: [Finding] = []
  /// What should be looked at before the mapping is used.
  public private(set) var notices: [ImportNotice] = []
  /// The targets that have a column.
  private var taken: Set<ImportTarget>

  /// Proposes a mapping.
  ///
  /// - Parameters:
  ///   - table: the file, with the columns of the preset's joins added.
  ///   - preset: what the export is known as; nil where it is not known.
  ///   - fileName: the file's name, of which a source is made where there is no preset.
  ///   - board: the board, whose stages the words of the file are matched with.
  public init(table: ImportTable, preset: ImportPreset?, fileName: String, board: Board) {
    self.preset = preset
    var mapping = preset?.mapping ?? ImportMapping(source: Self.source(of: fileName))
    // The columns of a file that is joined stay, though it may not be there yet.
    mapping.columns = mapping.columns.filter { header, _ in
      mapping.joins.contains { header.hasPrefix("\($0.prefix).") }
    }
    self.mapping = mapping
    let presetTargets = table.columns.compactMap { preset?.mapping.column($0)?.target }
    taken = Set(presetTargets)
    for (index, header) in table.columns.enumerated() {
      let (column, ground) = column(header, index: index, in: table)
      self.mapping.columns[header] = column
      findings.append(
        Finding(column: header, target: column.target.path, ground: ground))
    }
    adaptStages(to: board, table: table)
    allowAdditions()
  }

  private mutating func column(
    _ header: String, index: Int, in table: ImportTable
  ) -> (ColumnMapping, Finding.Ground) {
    if let known = preset?.mapping.column(header) { return (known, .preset) }
    if RejectFile.columns.contains(header) { return (ColumnMapping(.ignore), .preset) }
    if preset?.mapping.logsTouches == true {
      // A log says nothing of its leads but which they are.
      let isAddress = CommonHeaders.target(of: header) == .field(.email)
      let isFirst = isAddress && taken.insert(.field(.email)).inserted
      return (ColumnMapping(isFirst ? .field(.email) : .ignore), .header)
    }
    if let column = CommonHeaders.consentColumn(header, cells: table.cells(index)) {
      return (column, .header)
    }
    if CommonHeaders.speaksOfConsent(header),
      table.cells(index).contains(where: { !CellText.isBlank($0) })
    {
      notices.append(
        ImportNotice(
          "“\(header)” may say who wants no contact, but answers neither yes nor no: it forbids "
            + "nothing.",
          remedy: "Say in the mapping what it means: “to” consent.doNotEmail, and “values”."))
    }
    if let target = CommonHeaders.target(of: header), mayFill(target),
      taken.insert(target).inserted
    {
      return (ColumnMapping(target), .header)
    }
    if preset == nil, CommonHeaders.mayBeID(header), !taken.contains(.field(.id)) {
      if table.isUnique(index) {
        taken.insert(.field(.id))
        return (ColumnMapping(.field(.id)), .header)
      }
      notices.append(
        ImportNotice(
          "“\(header)” is not taken for an id, as it is blank or the same in several rows.",
          remedy: "Say --match “\(header)” if it is one."))
    }
    let isAnswer = preset?.mapping.unlistedAreAnswers == true
    if let asked = CommonHeaders.question(in: header) ?? (isAnswer ? header : nil),
      let question = StableName.slug(asked)
    {
      return (ColumnMapping(.answer(QuestionID(question))), .header)
    }
    return (ColumnMapping(.extra(as: nil)), .unknown)
  }

  /// What may be called the source of a file: its name without ending and without the ` (2)` that
  /// a browser adds to a second download.
  static func source(of fileName: String) -> String {
    let name = fileName.split(separator: "/").last.map(String.init) ?? fileName
    var stem = name.split(separator: ".").first.map(String.init) ?? name
    if let copy = stem.firstRange(of: /\s*\(\d+\)$/) { stem.removeSubrange(copy) }
    return StableName.slug(stem) ?? "file"
  }

  /// Whether a column of this kind of file may go there: what anybody may send through a form
  /// decides nothing that the team decides.
  private func mayFill(_ target: ImportTarget) -> Bool {
    guard mapping.rowsAreSubmissions, case .field(let field) = target else { return true }
    return !field.isTeamDecision
  }

  // MARK: - Stages

  /// Adds the words of the file that are a stage of the board or commonly known, and puts the
  /// stages of a standard board in terms of this one.
  private mutating func adaptStages(to board: Board, table: ImportTable) {
    let words = stageWords(in: table)
    let known = ValueTable(mapping.stages)
    var unknown: [String] = []
    for word in words where known[word] == nil {
      let folded = CellText.folded(word)
      if let own = board.stages.first(where: {
        CellText.folded($0.title) == folded || CellText.folded($0.id.rawValue) == folded
      }) {
        mapping.stages[word] = StageRule(stage: own.id)
      } else if let rule = CommonHeaders.stageRule(for: word) {
        mapping.stages[word] = rule
      } else {
        unknown.append(word)
      }
    }
    let standard = Board.standard(name: "")
    for (word, rule) in mapping.stages {
      guard let stage = rule.stage, board.stage(stage) == nil else { continue }
      let activity = standard.stage(stage)?.activity
      mapping.stages[word]?.stage =
        (board.stages.first { $0.activity == activity } ?? board.stages.first)?.id
    }
    let hasOutcomes = mapping.columns.values.contains { $0.target == .field(.outcome) }
    if hasOutcomes || mapping.stages.values.contains(where: { $0.outcome?.reasonUse != nil }) {
      mapping.allowLossesWithoutReason()
    }
    if !unknown.isEmpty {
      notices.append(
        ImportNotice(
          "Nobody knows which stage is meant by \(unknown.map { "“\($0)”" }.listed(atMost: 8)): "
            + "rows with such a word are refused.",
          remedy: "Say under “stages” of the mapping where they go."))
    }
  }

  /// The different words in columns of stages and outcomes, in the order of the file.
  private func stageWords(in table: ImportTable) -> [String] {
    var words: [String] = []
    for (index, header) in table.columns.enumerated() {
      guard let column = mapping.columns[header],
        column.target == .field(.stage) || column.target == .field(.outcome)
      else { continue }
      let isOutcome = column.target == .field(.outcome)
      let values = ValueTable(column.values)
      // Of each column by itself: what an outcome needs no rule for, a stage may.
      var seen: Set<String> = []
      for cell in table.cells(index) where seen.insert(cell).inserted {
        let word = values[cell] ?? CellText.trimmed(cell)
        if isOutcome, StageRule(outcomeNamed: word) != nil { continue }
        if !word.isEmpty, !words.contains(word) { words.append(word) }
        // A column of stages has few words; one with many is something else, and is refused.
        if words.count == 200 { return words }
      }
    }
    return words
  }

  // MARK: - The board

  /// Allows to be added what the columns bring: members, campaigns, questions.
  private mutating func allowAdditions() {
    // What anybody may send adds nothing to the board.
    if mapping.rowsAreSubmissions { return }
    for column in mapping.columns.values {
      switch column.target {
      case .field(.owner), .field(.marketingOwner): mapping.additions.members = true
      case .arrival(_, .campaign): mapping.additions.campaigns = true
      case .answer: mapping.additions.questions = true
      default: break
      }
    }
  }
}

extension ImportTable {
  /// Whether each row has another word in the column, and none a blank.
  fileprivate func isUnique(_ column: Int) -> Bool {
    var seen: Set<String> = []
    return !rows.isEmpty
      && cells(column).allSatisfy { !CellText.isBlank($0) && seen.insert($0).inserted }
  }
}

extension [String] {
  /// The words with commas between them, and `…` where there are more.
  func listed(atMost count: Int) -> String {
    prefix(count).joined(separator: ", ") + (self.count > count ? " …" : "")
  }
}

extension ImportMapping {
  /// The mapping with rows recognised by something else: `id`, `email`, `phone`, `row`, or the
  /// header of a column that holds ids.
  ///
  /// - Throws: where there is no such column, or it holds what a lead is called.
  public func matching(
    by match: String, columns headers: [String]
  ) throws(ImportFileFault) -> ImportMapping {
    var mapping = self
    let folded = CellText.folded(match)
    if let known = ImportMatch(rawValue: folded) {
      mapping.match = [known]
      return mapping
    }
    guard let header = headers.first(where: { CellText.folded($0) == folded }) else {
      throw ImportFileFault(
        what: "There is no column “\(match)” to recognise rows by.",
        remedy: "Say id, email, phone, row, or one of: \(headers.listed(atMost: 40)).")
    }
    switch column(header)?.target {
    case .field(.name), .field(.personName), .field(.firstName), .field(.lastName),
      .field(.company):
      throw ImportFileFault(
        what: "A name alone does not say which lead is meant.",
        remedy: "Name a column of ids or e-mail addresses, or say row.")
    case .field(.email): mapping.match = [.email]
    case .field(.phone): mapping.match = [.phone]
    default:
      for (name, column) in mapping.columns where column.target == .field(.id) {
        mapping.columns[name]?.target = .extra(as: nil)
      }
      mapping.columns[header] = ColumnMapping(.field(.id))
      mapping.match = [.id]
    }
    return mapping
  }
}
