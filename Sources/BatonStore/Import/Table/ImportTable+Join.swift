import BatonModel

extension ImportTable {
  /// The table with the columns that a mapping joins, from the tables that are at hand.
  ///
  /// A file that is not at hand is told in a notice: its columns stay blank, so that it can be
  /// given later and the import run again.
  ///
  /// - Parameter tables: the tables to join, by the file's name in the mapping.
  public func joined(
    by mapping: ImportMapping, with tables: [String: ImportTable]
  ) throws(ImportFileFault) -> ImportTable {
    var result = self
    for join in mapping.joins {
      guard let table = tables[join.file] else {
        result.notices.append(
          ImportNotice(
            "\(join.file) is not beside the file; what it would add is left out.",
            remedy: "Put it there and import again: only what is missing is added."))
        continue
      }
      result = try result.joined(
        with: table, by: join, values: mapping.column(join.on)?.values ?? [:])
    }
    return result
  }

  /// The table with the columns of another one behind its own, row by row by a key.
  ///
  /// Keys are compared without white space at the ends and without case. The words of `values` are
  /// put for those of the key's column first, so that `GTXPro` can be found as `GTX Pro`. Rows
  /// without a key, or with one that the other table does not know, get blank cells; the latter are
  /// told in a notice. Where the other table has a key twice, its first row counts.
  ///
  /// - Complexity: O(rows of both).
  func joined(
    with other: ImportTable, by join: ImportJoin, values: [String: String] = [:]
  ) throws(ImportFileFault) -> ImportTable {
    guard let own = index(of: join.on) else { throw .missing(join.on, for: join) }
    guard let key = other.index(of: join.key) else { throw .missing(join.key, for: join) }
    var rowsByKey: [String: Row] = [:]
    for row in other.rows {
      let name = CellText.folded(row.cells[key])
      if rowsByKey[name] == nil { rowsByKey[name] = row }
    }
    let kept = other.columns.indices.filter { $0 != key }
    let blanks = [String](repeating: "", count: kept.count)
    let folded = ValueTable(values)
    var unknown: [String: Int] = [:]
    var table = self
    table.columns = Self.names(from: columns + kept.map { "\(join.prefix).\(other.columns[$0])" })
    for index in table.rows.indices {
      let cell = table.rows[index].cells[own]
      let name = folded[cell] ?? cell
      guard let match = rowsByKey[CellText.folded(name)] else {
        if !CellText.isBlank(cell) { unknown[CellText.trimmed(cell), default: 0] += 1 }
        table.rows[index].cells += blanks
        continue
      }
      table.rows[index].cells += kept.map { match.cells[$0] }
    }
    if !unknown.isEmpty { table.notices.append(.unjoined(unknown, join)) }
    return table
  }
}

extension ImportFileFault {
  fileprivate static func missing(_ column: String, for join: ImportJoin) -> ImportFileFault {
    ImportFileFault(
      file: join.file, what: "There is no column “\(column)” to join \(join.file) by.",
      remedy: "Say “on” and “key” of the join in the mapping as the headers have them.")
  }
}

extension ImportNotice {
  fileprivate static func unjoined(_ keys: [String: Int], _ join: ImportJoin) -> ImportNotice {
    let rows = keys.values.reduce(0, +)
    let most = keys.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(5).map(\.key)
    return ImportNotice(
      "\(rows) rows have a \(join.on) that \(join.file) does not know: "
        + most.joined(separator: ", ") + (keys.count > 5 ? " …" : "") + ".",
      remedy: "Say under “values” of the column “\(join.on)” what it is called there.")
  }
}
