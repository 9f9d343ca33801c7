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

  private func removed(fromTable bytes: [UInt8]) -> Cleaned? {
    guard let table = try? ImportTable.readCSV(bytes) else { return nil }
    let all = table.rows.map { ($0.line, $0.cells) } + table.refused.map { ($0.line, $0.cells) }
    let rows = all.sorted { $0.0 < $1.0 }
    var gone: Set<Int> = []
    var count = 0
    let text = TextDecoding.decode(bytes).utf8
    let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    // What stands behind the last line feed is no line of a row.
    let end = lines.last?.isEmpty == true ? lines.count : lines.count + 1
    let columns = PersonColumns(table.columns)
    for (place, row) in rows.enumerated() {
      guard areIn(row.1, of: columns) else { continue }
      count += 1
      let next = place + 1 < rows.count ? rows[place + 1].0 : end
      gone.formUnion(row.0..<max(next, row.0 + 1))
    }
    let kept = lines.enumerated().filter { !gone.contains($0.offset + 1) }.map(\.element)
    let remains = count < rows.count
    return Cleaned(
      bytes: remains ? Array(kept.joined(separator: [UInt8(ascii: "\n")])) : nil, rows: count)
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
