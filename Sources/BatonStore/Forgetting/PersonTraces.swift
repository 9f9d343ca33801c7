import BatonModel

/// By what a person's data is recognised in files that are no leads: addresses, numbers, names.
struct PersonTraces: Sendable {
  /// What stands where something was removed from a text.
  static let mark = "[forgotten]"

  let leads: Set<LeadID>
  let emails: Set<String>
  let phones: Set<String>
  /// Names as written, also with the last word first; those of a few letters would be found by
  /// chance.
  let names: [String]
  private let foldedNames: Set<FoldedText>
  private let externalIDs: Set<String>

  /// The traces of a lead.
  ///
  /// - Parameter notes: the ids under which it was known before.
  init(_ lead: Lead, notes: [LeadID]) {
    leads = Set(notes + [lead.id])
    emails = Set(lead.people.compactMap { $0.email.flatMap(ContactKey.email) })
    phones = Set(lead.people.compactMap { $0.phone.flatMap(ContactKey.phone) })
    let written = (lead.people.map(\.name) + [lead.name]).map(CellText.trimmed)
    let all = Set(written.filter(Self.isTelling).flatMap(Self.spellings))
    names = all.sorted { ($1.count, $0) < ($0.count, $1) }
    foldedNames = Set(all.map { FoldedText($0) })
    let records = lead.imported.keys.compactMap { record in
      record.firstIndex(of: "/").map { String(record[record.index(after: $0)...]) }
    }
    externalIDs = Set(Array(lead.externalIDs.values) + records)
  }

  /// Whether a name is not found by chance, as one of two letters is unless each is a word.
  private static func isTelling(_ name: String) -> Bool {
    name.count > 2 || (name.count == 2 && name.allSatisfy(\.isWordByItself))
  }

  /// A name as it is written: `Ana Ruiz`, and in lists `Ruiz, Ana` and `Ruiz Ana`.
  private static func spellings(_ name: String) -> [String] {
    let words = name.split(whereSeparator: \.isWhitespace)
    let turned = words.indices.dropFirst().flatMap { place in
      let (first, last) = (words[..<place], words[place...])
      return [", ", " "].map {
        last.joined(separator: " ") + $0 + first.joined(separator: " ")
      }
    }
    return [name] + turned
  }

  /// Whether a row of cells speaks of the person: by address or number, by an id that nobody gives
  /// twice, or by name where no other's address stands beside it.
  func areIn(_ cells: [String]) -> Bool {
    var hasOtherAddress = false
    var hasName = false
    for cell in cells {
      if isContact(cell) { return true }
      if isRecord(cell), Self.isGivenOnce(cell) { return true }
      if ContactKey.email(CellText.firstAddress(cell)) != nil { hasOtherAddress = true }
      if foldedNames.contains(FoldedText(CellText.trimmed(cell))) { hasName = true }
    }
    if hasName, !hasOtherAddress { return true }
    return hasName && cells.contains(where: isRecord)
  }

  /// Whether an address or the telephone number of the person is on a cell.
  func isContact(_ cell: String) -> Bool {
    let folded = cell.lowercased()
    return emails.contains(where: folded.contains)
      || ContactKey.phone(cell).map(phones.contains) == true
  }

  /// Whether a cell is what another system calls the person's record.
  private func isRecord(_ cell: String) -> Bool { externalIDs.contains(CellText.trimmed(cell)) }

  /// Whether an id is so long that no two systems give it, as UUIDs are; `1001` they all give.
  private static func isGivenOnce(_ id: String) -> Bool { id.utf8.count >= 15 }

  /// Whether a row of a table speaks of the person, also by an id in a column that is for it.
  func areIn(_ row: [String], of columns: PersonColumns) -> Bool {
    func cells(_ places: [Int]) -> [String] { places.filter { $0 < row.count }.map { row[$0] } }
    if cells(columns.leads).contains(where: isLead) { return true }
    if areIn(row + columns.fullNames(in: row)) { return true }
    // A short id is another's in another system: then that one's name, address or further id stands
    // there.
    let ids = cells(columns.records).filter(\.isSaid)
    return !ids.isEmpty && ids.allSatisfy(isRecord)
      && cells(columns.names).allSatisfy { !$0.isSaid || foldedNames.contains(FoldedText($0)) }
      && row.allSatisfy { ContactKey.email(CellText.firstAddress($0)) == nil }
  }

  /// Whether a value of JSON speaks of the person, at any depth, or names their lead as a log does.
  func areIn(_ value: JSONValue) -> Bool {
    let namesLead = value.object?.contains { member in
      Self.namesLead(member.key) && Self.texts(in: member.value).contains(where: isLead)
    }
    return namesLead ?? false || areIn(Self.texts(in: value))
  }

  /// Whether a column is one in which logs of touches name leads by their ids.
  static func namesLead(_ header: String) -> Bool {
    ImportPreset.touches.mapping.column(header)?.target == .field(.id)
  }

  /// Whether a cell of such a column is the person's lead.
  func isLead(_ cell: String) -> Bool { leads.contains(LeadID(CellText.trimmed(cell))) }

  /// The name that an object gives in parts, put together.
  private static func fullName(in members: JSONObject) -> [String] {
    let parts = [ImportTarget.field(.firstName), .field(.lastName)].compactMap { part in
      members.first { CommonHeaders.target(of: $0.key) == part }?.value.string
    }
    return parts.count == 2 ? [parts.map(CellText.trimmed).joined(separator: " ")] : []
  }

  private static func texts(in value: JSONValue) -> [String] {
    switch value {
    case .string(let text): [text]
    case .number(let number): [number.text]
    case .array(let values): values.flatMap(texts)
    case .object(let members): members.flatMap { texts(in: $0.value) } + fullName(in: members)
    case .null, .bool: []
    }
  }
}
