/// Something that only whoever knows the file can answer; until then nothing of it is taken in.
public enum ImportQuestion: Hashable, Sendable {
  /// Dates of a column may be day first or month first, and none settles it.
  case dateOrder(column: String, example: String, cells: Int)
  /// Numbers of a column may have their decimals behind the point or behind the comma.
  case decimalMark(column: String, example: String, cells: Int)
  /// No column holds an id or an e-mail address, so that rows could not be recognised again.
  case identity

  /// Whether the order of day and month is asked for.
  var isDateOrder: Bool {
    if case .dateOrder = self { true } else { false }
  }

  /// What is asked, in a sentence.
  public var text: String {
    switch self {
    case .dateOrder(let column, let example, let cells):
      "In “\(column)” \(cells) dates such as \(example) may begin with the day or with the month."
    case .decimalMark(let column, let example, let cells):
      "In “\(column)” \(cells) amounts such as \(example) may be thousands or decimals."
    case .identity:
      "No column holds an id or an e-mail address by which a row is recognised when it comes again."
    }
  }

  /// How to answer, in a sentence.
  public var remedy: String {
    switch self {
    case .dateOrder:
      "Say --date-order dmy or --date-order mdy to `baton import FILE`, or to `baton inbox` where "
        + "it is there."
    case .decimalMark:
      "Import it by `baton import FILE --map MAPPING`, where \"decimalMark\" is \"point\" or "
        + "\"comma\"."
    case .identity:
      "Say --match COLUMN for one that has an id, or --match row to take each different row for a "
        + "lead of its own."
    }
  }
}
