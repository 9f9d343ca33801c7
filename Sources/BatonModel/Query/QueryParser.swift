extension Query {
  /// Reads a query as typed.
  ///
  /// - Throws: `QueryError`, which says where the mistake stands and what may stand there.
  public init(_ text: String) throws(QueryError) {
    var terms: [QueryTerm] = []
    for word in QueryWord.split(text) {
      if let term = try word.term { terms.append(term) }
    }
    self.terms = terms
  }
}

/// A word of a query, with where it stands: blanks within quotation marks belong to the word, and
/// two marks there are one of the word's own.
private struct QueryWord {
  var characters: [Character] = []
  /// For each character, whether it stood within quotation marks.
  var isQuoted: [Bool] = []
  /// For each character, where it stood.
  var columns: [Int] = []
  var column: Int
  var length = 0
  var isUnclosed = false

  init(column: Int) { self.column = column }

  static func split(_ text: String) -> [QueryWord] {
    var words: [QueryWord] = []
    var word = QueryWord(column: 0)
    var inQuotes = false
    func close(at column: Int, isUnclosed: Bool = false) {
      word.length = column - word.column
      word.isUnclosed = isUnclosed
      if word.length > 0 { words.append(word) }
      word = QueryWord(column: column + 1)
    }
    let characters = Array(text)
    var column = 0
    while column < characters.count {
      let character = characters[column]
      let isDoubled =
        inQuotes && character == "\"" && column + 1 < characters.count
        && characters[column + 1] == "\""
      if character == "\"", !isDoubled {
        inQuotes.toggle()
      } else if character.isWhitespace && !inQuotes {
        close(at: column)
      } else {
        word.characters.append(character)
        word.isQuoted.append(inQuotes)
        word.columns.append(column)
      }
      column += isDoubled ? 2 : 1
    }
    close(at: column, isUnclosed: inQuotes)
    return words
  }

  var term: QueryTerm? {
    get throws(QueryError) {
      if isUnclosed {
        throw QueryError(
          column: column, length: length, what: "A quotation mark is not closed.",
          remedy: "Add \" at the end.")
      }
      let isNegated = characters.first == "-" && isQuoted.first == false
      let start = isNegated ? 1 : 0
      guard start < characters.count else {
        if !isNegated { return nil }
        throw QueryError(
          column: column, length: length, what: "“-” negates nothing.",
          remedy: "Write the term right behind it: -tag:partner.")
      }
      return QueryTerm(try condition(from: start), isNegated: isNegated)
    }
  }

  private func condition(from start: Int) throws(QueryError) -> QueryTerm.Condition {
    let marks = characters.indices.dropFirst(start).first {
      !isQuoted[$0] && ":<>=".contains(characters[$0])
    }
    guard let mark = marks, mark > start else {
      return .words(FoldedText(String(characters[start...])))
    }
    let key = String(characters[start..<mark]).lowercased()
    if characters[mark] == ":" {
      return try fieldOrState(key, valueFrom: mark + 1, keyFrom: start)
    }
    return try measure(key, comparisonFrom: mark, keyFrom: start)
  }

  private func fieldOrState(_ key: String, valueFrom: Int, keyFrom: Int)
    throws(QueryError) -> QueryTerm.Condition
  {
    let value = String(characters[valueFrom...])
    if key == "is" {
      guard let state = QueryState(rawValue: value.lowercased()) else {
        let known = QueryState.allCases.map(\.rawValue).joined(separator: " ")
        throw error(
          from: valueFrom, "No lead can be “\(value)”.", remedy: "After is: may stand \(known).")
      }
      return .state(state)
    }
    if let event = QueryEvent(rawValue: key) {
      guard let days = QueryDays(value) else {
        throw error(
          from: valueFrom, value.isEmpty ? "A day is missing." : "“\(value)” is no day.",
          remedy: "Write 2026-11-16, 2026-11-01..2026-11-16, or 2026-11-16.. for since then.")
      }
      return .event(event, days)
    }
    guard let field = QueryField(rawValue: key) else {
      let known = QueryField.allCases.map { "\($0.rawValue):" }.joined(separator: " ")
      let events = QueryEvent.allCases.map { "\($0.rawValue):" }.joined(separator: " ")
      throw error(
        from: keyFrom, "Leads have no field “\(key)”.",
        remedy: "Fields are \(known) is: \(events). Put words with a colon in quotation marks.")
    }
    return .field(field, values(from: valueFrom))
  }

  /// The alternatives that commas outside quotation marks separate.
  private func values(from start: Int) -> [QueryValue] {
    var start = start
    let signs = characters.indices.dropFirst(start).prefix(2)
      .prefix { characters[$0] == "=" && !isQuoted[$0] }.count
    start += signs
    var values: [QueryValue] = []
    var text = ""
    func close() {
      values.append(QueryValue(text, isWhole: signs > 0, isExact: signs > 1))
      text = ""
    }
    for index in start..<characters.count {
      if characters[index] == "," && !isQuoted[index] {
        close()
      } else {
        text.append(characters[index])
      }
    }
    close()
    return values
  }

  private func measure(_ key: String, comparisonFrom: Int, keyFrom: Int)
    throws(QueryError) -> QueryTerm.Condition
  {
    guard let measure = QueryMeasure(rawValue: key) else {
      let known = QueryMeasure.allCases.map(\.rawValue).joined(separator: " ")
      throw error(
        from: keyFrom, "Leads have no figure “\(key)”.",
        remedy: "Figures are \(known). Put words with < > = in quotation marks.")
    }
    let rest = String(characters[comparisonFrom...])
    guard let comparison = QueryComparison.allCases.first(where: { rest.hasPrefix($0.rawValue) })
    else {
      throw error(from: comparisonFrom, "“\(rest)” compares nothing.", remedy: "Write < or >.")
    }
    let number = rest.dropFirst(comparison.rawValue.count)
    guard let bound = QueryWord.bound(number, of: measure) else {
      let example = measure.isSpan ? "10d, 36h or 2w" : "5, 50k or 1.5m"
      throw error(
        from: comparisonFrom + comparison.rawValue.count,
        number.isEmpty ? "A number is missing." : "“\(number)” is no number.",
        remedy: "Write it as \(example).")
    }
    return .measure(measure, comparison, bound)
  }

  private static func bound(_ text: Substring, of measure: QueryMeasure) -> Double? {
    let scales: [Character: Double] =
      measure.isSpan ? ["d": 1, "h": 1.0 / 24, "w": 7] : ["k": 1000, "m": 1_000_000]
    var digits = text.lowercased()[...]
    var scale = 1.0
    if let last = digits.last, let known = scales[last] {
      scale = known
      digits = digits.dropLast()
    }
    guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }),
      let number = Double(digits)
    else { return nil }
    return number * scale
  }

  private func error(from start: Int, _ what: String, remedy: String) -> QueryError {
    let end = column + length
    let first = start < columns.count ? columns[start] : end
    return QueryError(column: first, length: max(1, end - first), what: what, remedy: remedy)
  }
}

extension QueryDays {
  /// The days written `2026-11-16`, `2026-11-01..2026-11-16`, `2026-11-16..`, `..2026-11-16`, or
  /// `..` for any; nil where the text says nothing of the kind, or ends before it begins.
  public init?(_ text: String) {
    guard let dots = text.firstRange(of: "..") else {
      guard let day = CivilDay(text) else { return nil }
      self.init(from: day, through: day)
      return
    }
    let (before, after) = (text[..<dots.lowerBound], text[dots.upperBound...])
    let (first, last) = (CivilDay(before), CivilDay(after))
    guard first != nil || before.isEmpty, last != nil || after.isEmpty,
      first.map({ $0 <= last ?? $0 }) ?? true
    else { return nil }
    self.init(from: first, through: last)
  }
}

extension QueryDays: CustomStringConvertible {
  /// The days as they are typed: `2026-11-01..2026-11-16`.
  public var description: String {
    if let first, first == last { return "\(first)" }
    return "\(first.map { "\($0)" } ?? "")..\(last.map { "\($0)" } ?? "")"
  }
}
