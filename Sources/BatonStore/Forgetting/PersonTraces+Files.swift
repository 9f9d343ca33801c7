import BatonModel

extension PersonTraces {
  /// A file of the inbox without the person, and how many rows went.
  struct Cleaned: Equatable {
    /// What remains; nil where nothing does.
    let bytes: [UInt8]?
    /// How many rows speak of the person.
    let rows: Int
  }

  /// A file of the inbox without the rows that speak of the person; nil where none does.
  ///
  /// The other rows stay as they were written. Where a file cannot be taken apart, what is found
  /// of the person in its text is struck out.
  func removed(fromFile bytes: [UInt8], name: String) -> Cleaned? {
    if !name.hasSuffix(".why.txt") {
      if ImportTable.isJSON(bytes, name: name) {
        if let cleaned = removed(fromJSON: bytes) { return cleaned.rows == 0 ? nil : cleaned }
      } else if let cleaned = removed(fromTable: bytes) {
        return cleaned.rows == 0 ? nil : cleaned
      }
    }
    let text = String(decoding: TextDecoding.decode(bytes).utf8, as: UTF8.self)
    let struck = removed(from: text)
    return struck == text ? nil : Cleaned(bytes: Array(struck.utf8), rows: 1)
  }

  /// Nil where the bytes are no table, or nobody can say where a row of it ends.
  private func removed(fromTable bytes: [UInt8]) -> Cleaned? {
    guard let table = try? CSVStretches(bytes) else { return nil }
    let columns = PersonColumns(table.header)
    let kept = table.rows.filter { row in
      switch row.cells {
      case .success(let cells): !areIn(cells.map(SpreadsheetCell.original), of: columns)
      // Where its cells end nobody knows: what stands between two delimiters is looked at.
      case .failure: !areIn(row.pieces)
      }
    }
    var rows = table.rows.count - kept.count
    var head = table.head
    // The file may have no header, but a row in its place.
    if table.header.contains(where: isContact) {
      rows += 1
      head = Array(removed(from: String(decoding: head, as: UTF8.self)).utf8)
    }
    return Cleaned(bytes: kept.isEmpty ? nil : head + kept.flatMap(\.bytes), rows: rows)
  }

  private func removed(fromJSON bytes: [UInt8]) -> Cleaned? {
    let text = TextDecoding.decode(bytes).utf8
    if let value = try? JSONValue.decoded(from: text, repeatedKeys: .lastCounts) {
      guard let elements = value.array else {
        return areIn(value) ? Cleaned(bytes: nil, rows: 1) : Cleaned(bytes: bytes, rows: 0)
      }
      let kept = elements.filter { !areIn($0) }
      return Cleaned(
        bytes: kept.isEmpty ? nil : JSONValue.array(kept).encoded(),
        rows: elements.count - kept.count)
    }
    let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    var kept: [ArraySlice<UInt8>] = []
    for line in lines {
      if line.allSatisfy({ $0 <= 0x20 }) {
        kept.append(line)
        continue
      }
      guard let value = try? JSONValue.decoded(from: Array(line), repeatedKeys: .lastCounts) else {
        return nil
      }
      if !areIn(value) { kept.append(line) }
    }
    let hasAny = kept.contains { $0.contains { $0 > 0x20 } }
    return Cleaned(
      bytes: hasAny ? Array(kept.joined(separator: [UInt8(ascii: "\n")])) : nil,
      rows: lines.count - kept.count)
  }
}
