import BatonModel

/// By what a person's data is recognised in files that are no leads: addresses, numbers, names.
struct PersonTraces: Sendable {
  /// What stands where something was removed from a text.
  static let mark = "[forgotten]"

  private let leads: Set<LeadID>
  private let emails: Set<String>
  private let phones: Set<String>
  /// Names as written; those of a few letters would be found by chance.
  private let names: [String]
  private let foldedNames: Set<FoldedText>
  private let externalIDs: Set<String>

  /// The traces of a lead.
  ///
  /// - Parameter notes: the ids under which it was known before.
  init(_ lead: Lead, notes: [LeadID]) {
    leads = Set(notes + [lead.id])
    emails = Set(lead.people.compactMap { $0.email.flatMap(ContactKey.email) })
    phones = Set(lead.people.compactMap { $0.phone.flatMap(ContactKey.phone) })
    let all = Set(lead.people.map(\.name) + [lead.name]).filter { $0.count > 2 }
    names = all.sorted { ($1.count, $0) < ($0.count, $1) }
    foldedNames = Set(all.map { FoldedText($0) })
    let records = lead.imported.keys.compactMap { record in
      record.firstIndex(of: "/").map { String(record[record.index(after: $0)...]) }
    }
    externalIDs = Set(Array(lead.externalIDs.values) + records)
  }

  /// Whether a row of cells speaks of the person: by address or number, by an id that nobody gives
  /// twice, or by name where no other's address stands beside it.
  func areIn(_ cells: [String]) -> Bool {
    var hasOtherAddress = false
    var hasName = false
    for cell in cells {
      let folded = cell.lowercased()
      if emails.contains(where: folded.contains) { return true }
      if ContactKey.phone(cell).map(phones.contains) == true { return true }
      if isRecord(cell), Self.isGivenOnce(cell) { return true }
      if ContactKey.email(CellText.firstAddress(cell)) != nil { hasOtherAddress = true }
      if foldedNames.contains(FoldedText(CellText.trimmed(cell))) { hasName = true }
    }
    if hasName, !hasOtherAddress { return true }
    return hasName && cells.contains(where: isRecord)
  }

  /// Whether a cell is what another system calls the person's record.
  private func isRecord(_ cell: String) -> Bool { externalIDs.contains(CellText.trimmed(cell)) }

  /// Whether an id is so long that no two systems give it, as UUIDs are; `1001` they all give.
  private static func isGivenOnce(_ id: String) -> Bool { id.utf8.count >= 15 }

  /// Whether a row of a table speaks of the person, also by an id in a column that is for it.
  func areIn(_ row: [String], of columns: PersonColumns) -> Bool {
    func cells(_ places: [Int]) -> [String] { places.filter { $0 < row.count }.map { row[$0] } }
    if cells(columns.leads).contains(where: isLead) || areIn(row) { return true }
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

  private static func texts(in value: JSONValue) -> [String] {
    switch value {
    case .string(let text): [text]
    case .number(let number): [number.text]
    case .array(let values): values.flatMap(texts)
    case .object(let members): members.flatMap { texts(in: $0.value) }
    case .null, .bool: []
    }
  }

  /// A text without the person's names and addresses.
  func removed(from text: String) -> String {
    var result = text
    for trace in emails.sorted() + names {
      var rest = result[...]
      var clean = ""
      while let range = rest.range(ofFolded: trace) {
        let isWhole =
          !Self.isLetter(before: range.lowerBound, in: result)
          && !Self.isLetter(at: range.upperBound, in: result)
        clean += rest[..<range.lowerBound] + (isWhole ? Self.mark : String(rest[range]))
        rest = rest[range.upperBound...]
      }
      result = clean + rest
    }
    return result
  }

  private static func isLetter(before index: String.Index, in text: String) -> Bool {
    index > text.startIndex && text[text.index(before: index)].isLetter
  }

  private static func isLetter(at index: String.Index, in text: String) -> Bool {
    index < text.endIndex && text[index].isLetter
  }

  /// A meeting without the person.
  func removed(from meeting: Meeting) -> Meeting {
    var meeting = meeting
    for place in meeting.agenda.indices {
      meeting.agenda[place].title = removed(from: meeting.agenda[place].title)
      meeting.agenda[place].figure = meeting.agenda[place].figure.map(removed)
      meeting.agenda[place].note = meeting.agenda[place].note.map(removed)
    }
    for place in meeting.decisions.indices {
      meeting.decisions[place].text = removed(from: meeting.decisions[place].text)
      meeting.decisions[place].roadblock = meeting.decisions[place].roadblock.map(removed)
      meeting.decisions[place].leads.removeAll(where: leads.contains)
    }
    // A change names a subject of the agenda by its title.
    for place in meeting.history.indices {
      meeting.history[place].subject = meeting.history[place].subject.map(removed)
    }
    return meeting
  }
}

/// The columns of a table that tell whom a row speaks of.
struct PersonColumns {
  /// Where logs of touches name leads by their ids.
  let leads: [Int]
  /// Where a record's id stands in the system that the table comes from.
  let records: [Int]
  /// Where somebody's name stands.
  let names: [Int]

  /// The columns of these headers.
  init(_ headers: [String]) {
    func places(_ isOne: (String) -> Bool) -> [Int] {
      headers.indices.filter { isOne(headers[$0]) }
    }
    leads = places(PersonTraces.namesLead)
    records = places { header in
      CommonHeaders.mayBeID(header) || CommonHeaders.target(of: header) == .field(.id)
        || ImportPreset.all.contains { $0.mapping.column(header)?.target == .field(.id) }
    }
    let named: Set<ImportTarget> = [
      .field(.name), .field(.personName), .field(.firstName), .field(.lastName),
    ]
    names = places { CommonHeaders.target(of: $0).map(named.contains) ?? false }
  }
}

extension Substring {
  /// Where a text stands first, capitals aside.
  fileprivate func range(ofFolded sought: String) -> Range<Index>? {
    let wanted = sought.lowercased()
    var start = startIndex
    while start < endIndex {
      var (here, there) = (start, wanted.startIndex)
      while here < endIndex, there < wanted.endIndex,
        self[here].lowercased() == String(wanted[there])
      {
        here = index(after: here)
        there = wanted.index(after: there)
      }
      if there == wanted.endIndex { return start..<here }
      start = index(after: start)
    }
    return nil
  }
}
