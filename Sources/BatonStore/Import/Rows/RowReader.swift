import BatonModel

/// Turns rows into facts as a mapping says.
///
/// Made once for a table: what the cells of a column together say about its dates and numbers is
/// found out here, and asked (``questions``) where they leave it open.
struct RowReader: Sendable {
  /// A column with all that is needed to read its cells.
  struct Column: Sendable {
    let index: Int
    let header: String
    let target: ImportTarget
    let values: ValueTable<String>
    let blanks: BlankWords
    let strip: [String]
    /// Whether the cell is kept as written beside what is made of it.
    let keeps: Bool
    /// The name under which it is kept.
    let keptName: String
    let numbers: MoneyReader
    let dates: DateReader
  }

  let mapping: ImportMapping
  let columns: [Column]
  let questions: [ImportQuestion]
  let nameTemplate: NameTemplate?
  let stageRules: ValueTable<StageRule>
  /// Stands for the mapping in the signatures of rows.
  let mappingName: String
  private let fileBlanks: BlankWords

  init(mapping: ImportMapping, table: ImportTable, board: Board) {
    self.mapping = mapping
    var columns: [Column] = []
    var questions: [ImportQuestion] = []
    for (index, header) in table.columns.enumerated() {
      var column = mapping.column(header) ?? ColumnMapping(mapping.target(ofUnlisted: header))
      if column.target == .ignore { continue }
      // Where all cells together name a row, an id is one of them.
      if column.target == .field(.id), mapping.match == [.row] { column.target = .extra(as: nil) }
      columns.append(
        Column(
          index: index, header: header, mapping: column, file: mapping, board: board,
          cells: table.cells(index), questions: &questions))
    }
    self.columns = columns
    self.questions = questions
    nameTemplate = mapping.nameTemplate.map { NameTemplate($0, columns: table.columns) }
    stageRules = ValueTable(mapping.stages)
    mappingName = mapping.nameOfColumns
    fileBlanks = BlankWords(mapping.notAnswered)
  }

  /// What a row says.
  func read(
    _ row: ImportTable.Row, noting log: inout ReadingLog
  ) throws(RowRefusal) -> RowFacts {
    var draft = RowDraft(line: row.line)
    for column in columns {
      let cell = row.cells[column.index]
      let text = CellText.trimmed(cell)
      if text.isEmpty || fileBlanks.contains(text) { continue }
      if column.keeps { draft.facts.kept.insert(.string(cell), forKey: column.keptName) }
      if column.blanks.contains(text) { continue }
      let stripped = CellText.stripping(column.strip, from: text)
      let value = column.values[stripped] ?? stripped
      if CellText.isBlank(value) { continue }
      let isTaken = try take(value, from: column, into: &draft, noting: &log)
      if !isTaken { draft.facts.kept.insert(.string(cell), forKey: column.keptName) }
      if case .field(let field) = column.target, field.isTeamDecision {
        draft.facts.decisions[field, default: []].append(column.keptName)
      }
    }
    return try finish(draft, row: row, noting: &log)
  }
}

/// What is noticed while rows are read, and the board that they add to.
struct ReadingLog: Sendable {
  var book: BoardBook
  /// Cells that could not be read and were kept as written, by column.
  private(set) var unread: [String: (cells: Int, example: String)] = [:]

  init(book: BoardBook) { self.book = book }

  mutating func noteUnread(_ value: String, in column: RowReader.Column) {
    unread[column.header, default: (0, value)].cells += 1
  }

  var notices: [ImportNotice] {
    unread.sorted { $0.key < $1.key }.map { header, unread in
      ImportNotice(
        "\(unread.cells) cells of “\(header)” could not be read, such as “\(unread.example)”; "
          + "they are kept as written.",
        remedy: "Say under “values” of the column what they mean.")
    }
  }
}

/// A row whose cells are still being read.
struct RowDraft {
  var facts: RowFacts
  var firstName: String?
  var lastName: String?
  /// The amount as written, since its currency may stand in a later column.
  var amount: (column: RowReader.Column, text: String)?
  var currency: String?
  var owner: String?
  var ownerManager: String?
  var ownerOffice: String?
  var marketingOwner: String?
  var lostReason: String?
  /// As what the lead rests, if the row also says until when.
  var rest: Parking.Kind?
  /// Where the cells of the company stand, in case no column names it.
  var companyColumns: [RowReader.Column] = []
  var closedColumns: [RowReader.Column] = []
  var touch = TouchCells()

  init(line: Int) { facts = RowFacts(line: line) }
}

extension ImportMapping {
  /// A name that is the same as long as the columns are read in the same way. Stages do not count:
  /// one more word in a file says nothing about its other rows.
  fileprivate var nameOfColumns: String {
    var reading = ImportMapping(source: source, match: [])
    reading.columns = columns
    reading.notAnswered = notAnswered
    reading.currency = currency
    reading.dateOrder = dateOrder
    reading.decimalMark = decimalMark
    reading.unlistedAreAnswers = unlistedAreAnswers
    return StableName.make(String(decoding: reading.encoded(.compact), as: UTF8.self))
  }

  /// Where a column goes that the mapping does not list.
  func target(ofUnlisted header: String) -> ImportTarget {
    guard unlistedAreAnswers, let question = StableName.slug(header) else { return .extra(as: nil) }
    return .answer(QuestionID(question))
  }
}

extension RowReader.Column {
  fileprivate init(
    index: Int, header: String, mapping: ColumnMapping, file: ImportMapping, board: Board,
    cells: some Sequence<String>, questions: inout [ImportQuestion]
  ) {
    self.index = index
    self.header = header
    target = mapping.target
    values = ValueTable(mapping.values)
    blanks = BlankWords(mapping.notAnswered)
    strip = mapping.strip
    if case .extra(let name?) = mapping.target { keptName = name } else { keptName = header }
    if case .field(let field) = mapping.target, field.isTeamDecision {
      // Baton's own export says what the board knows: there is nothing to compare it with later.
      keeps = !file.isOwnExport
    } else {
      keeps = mapping.keep
    }
    var dates = DateReader(order: file.dateOrder, calendar: board.calendar)
    if mapping.target.isDate, dates.order == nil {
      let evidence = DateReader.evidence(in: cells)
      dates.order = evidence.choice
      let unclear = evidence == .open ? cells.filter(DateReader.isUnclear) : []
      if let example = unclear.first {
        questions.append(
          .dateOrder(column: header, example: CellText.trimmed(example), cells: unclear.count))
      }
    }
    self.dates = dates
    var numbers = MoneyReader(
      currency: file.currency ?? board.currency, decimalMark: file.decimalMark,
      powerOfTen: mapping.powerOfTen)
    numbers.countsMinorUnits = mapping.countsMinorUnits
    if mapping.target.isNumber, numbers.decimalMark == nil {
      let evidence = MoneyReader.evidence(in: cells)
      numbers.decimalMark = evidence.choice
      let isAmount = mapping.target == .field(.amount)
      let unclear = isAmount && evidence == .open ? cells.filter(numbers.needsMark) : []
      if let example = unclear.first {
        questions.append(
          .decimalMark(column: header, example: CellText.trimmed(example), cells: unclear.count))
      }
    }
    self.numbers = numbers
  }
}

extension ImportTarget {
  fileprivate var isNumber: Bool {
    self == .field(.amount) || self == .field(.employees) || self == .field(.revenue)
  }
}

extension MoneyReader {
  /// Whether this reader would refuse the cell for its mark alone.
  fileprivate func needsMark(_ cell: String) -> Bool {
    do throws(Fault) {
      _ = try read(cell)
      return false
    } catch {
      return error == .unclearMark
    }
  }
}

/// What a lead is called whose columns give it no name: text with `{Column}` in it.
struct NameTemplate: Sendable {
  private enum Part {
    case text(String)
    case column(Int)
  }
  private let parts: [Part]

  init(_ template: String, columns: [String]) {
    var parts: [Part] = []
    var rest = Substring(template)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      parts.append(.text(String(rest[..<open])))
      let name = CellText.folded(String(rest[rest.index(after: open)..<close]))
      if let index = columns.firstIndex(where: { CellText.folded($0) == name }) {
        parts.append(.column(index))
      }
      rest = rest[rest.index(after: close)...]
    }
    parts.append(.text(String(rest)))
    self.parts = parts
  }

  /// The name for a row; nil where its columns are blank.
  func name(for row: ImportTable.Row) -> String? {
    var isFilled = false
    let text = parts.map { part -> String in
      switch part {
      case .text(let text): return text
      case .column(let index):
        let cell = CellText.trimmed(row.cells[index])
        isFilled = isFilled || !cell.isEmpty
        return cell
      }
    }
    return isFilled ? CellText.trimmed(text.joined()) : nil
  }
}
