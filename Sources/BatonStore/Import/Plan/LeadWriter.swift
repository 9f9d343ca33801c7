import BatonModel

/// Puts the facts of rows on leads: the rules by which a file may change what a board knows.
///
/// - A row that says what it said when it was last imported changes nothing: an old export does not
///   undo what the team has corrected since.
/// - Blank cells change nothing.
/// - What the team decides on the board (stage, outcome, owners, amount) changes only where the
///   cell itself changed since it was last imported.
/// - Consent only narrows: a file may forbid, never allow.
/// - What was observed or declared about where a lead came from is not overwritten.
/// - Lists grow and lose nothing.
/// - What anybody may send through a form fills blanks and rewrites nothing: what it says
///   differently stands in its touch.
///
/// Putting the same facts on a lead again changes nothing.
struct LeadWriter: Sendable {
  /// The system that the file comes from.
  let source: String
  let defaultStage: StageID
  /// Whether the file was written by Baton: its rows speak of leads of this board by their own
  /// ids, and what differs from the board was changed by a person in the file.
  let isOwnExport: Bool
  /// Whether the rows are what buyers sent through a form of ours.
  let isForm: Bool
  /// The board's rules, for what is put on a lead by a command.
  let board: Board
  let now: Instant

  /// Under which name a lead keeps the signature of a row, among the row's cells.
  static let signatureKey = "\(Lead.ownColumnPrefix)row"

  /// Who is named in the history, and the name of the command there.
  static let actor = "import"

  /// The name of the command in the history.
  var command: String { isForm ? "intake" : "import" }

  /// Under which name the lead keeps what this row says: the source, or the source and the
  /// record's id where the lead is known there by another one.
  func record(of facts: RowFacts, on lead: Lead) -> String {
    guard let id = facts.id, let known = lead.externalIDs[source], known != id else {
      return source
    }
    return "\(source)/\(id)"
  }

  /// Puts the facts on the lead; returns what changed.
  func apply(_ facts: RowFacts, to lead: inout Lead) -> [FieldChange] {
    let record = record(of: facts, on: lead)
    let context = RecordContext(
      record: record, base: lead.imported[record] ?? JSONObject(),
      isCreator: isOwnExport
        || (lead.history.first?.command == command && lead.history.first?.subject == record),
      decidesAlways: isOwnExport)
    let taken = context.base[Self.signatureKey]?.string
    if !isOwnExport, taken == facts.signature { return [] }
    // What was sent under one id was sent once, whatever is sent under it again.
    if isForm, facts.id != nil, taken != nil { return [] }
    var changes = ChangeList(keepsKnown: isForm)
    applyNames(facts, to: &lead, context, &changes)
    applyCompany(facts.company, to: &lead, &changes)
    applyDecisions(facts, to: &lead, context, &changes)
    applyConsent(facts, to: &lead, &changes)
    applyArrivals(facts, to: &lead, context, &changes)
    applyAnswers(facts.answers, to: &lead, &changes)
    if !isForm { applyWords(facts, to: &lead, context, &changes) }
    keepCells(facts, on: &lead, context, &changes)
    if isForm { applySubmission(facts, to: &lead, context, &changes) }
    return changes.changes
  }

  /// What is known of the record that a row is about, before the row is put on the lead.
  struct RecordContext {
    let record: String
    /// The cells that were kept when the record was last imported.
    let base: JSONObject
    /// Whether the lead came in with this record.
    let isCreator: Bool
    /// Whether every cell counts, changed or not.
    let decidesAlways: Bool

    /// Whether a file may change what the team decides: its cell changed since it was last
    /// imported, and it either spoke of the lead before or finds nothing there.
    func mayDecide(_ field: ImportField, from facts: RowFacts, isEmpty: Bool) -> Bool {
      guard let names = facts.decisions[field] else { return false }
      if decidesAlways { return true }
      let isChanged = names.contains { base[$0] != facts.kept[$0] }
      return isChanged && (isCreator || isEmpty || names.contains { base[$0] != nil })
    }
  }

  // MARK: - Who it is

  private func applyNames(
    _ facts: RowFacts, to lead: inout Lead, _ context: RecordContext, _ changes: inout ChangeList
  ) {
    let person = facts.person
    let place = placeOfPerson(person, on: lead, context)
    let nameBefore = place.map { lead.people[$0].name }
    if !person.isEmpty {
      let index = place ?? lead.people.endIndex
      if place == nil {
        let name = person.name ?? person.email ?? person.phone ?? lead.name
        lead.people.append(Person(id: freePersonID(on: lead), name: name))
        changes.note("person.name", after: name)
      }
      let known = lead.people[index]
      changes.set(
        "person.name", &lead.people[index].name, to: person.name,
        isStandIn: known.name == known.email || known.name == known.phone)
      changes.set("person.title", &lead.people[index].title, to: person.title)
      changes.set("person.email", &lead.people[index].email, to: person.email)
      changes.set("person.phone", &lead.people[index].phone, to: person.phone)
    }
    if facts.name != nil {
      if context.isCreator { changes.set("name", &lead.name, to: facts.name) }
    } else if let place, lead.name == nameBefore, lead.people[place].name != nameBefore {
      // The lead is called what its person is called.
      changes.set("name", &lead.name, to: lead.people[place].name, isStandIn: true)
    }
    if let id = facts.id, !isOwnExport, lead.externalIDs[source] == nil {
      lead.externalIDs[source] = id
      changes.note("id", after: "\(source) \(id)")
    }
  }

  private func placeOfPerson(
    _ person: PersonFacts, on lead: Lead, _ context: RecordContext
  ) -> Int? {
    if let key = person.email.flatMap(ContactKey.email),
      let place = lead.people.firstIndex(where: {
        $0.email.flatMap(ContactKey.email) == key
      })
    {
      return place
    }
    if context.isCreator, !lead.people.isEmpty { return 0 }
    guard let name = person.name.map(CellText.folded) else { return nil }
    // A name alone says who is meant only among the people of this lead, and only where no two
    // addresses contradict it.
    return lead.people.firstIndex {
      CellText.folded($0.name) == name && ($0.email == nil || person.email == nil)
    }
  }

  private func freePersonID(on lead: Lead) -> PersonID {
    var number = lead.people.count + 1
    while lead.people.contains(where: { $0.id.rawValue == "p\(number)" }) { number += 1 }
    return PersonID("p\(number)")
  }

  private func applyCompany(
    _ facts: CompanyFacts, to lead: inout Lead, _ changes: inout ChangeList
  ) {
    guard var company = lead.company ?? facts.name.map(Company.init(name:)) else { return }
    if lead.company == nil { changes.note("company.name", after: company.name) }
    if isForm, let name = facts.name, CellText.folded(name) != CellText.folded(company.name) {
      // What is said of another company is nothing of this one's.
      for (field, text) in facts.texts { changes.noteUnlike(field, text) }
      return
    }
    changes.set("company.name", &company.name, to: facts.name)
    changes.set("company.domain", &company.domain, to: facts.domain)
    changes.set("company.industry", &company.industry, to: facts.industry)
    changes.set("company.country", &company.country, to: facts.country)
    changes.set("company.city", &company.city, to: facts.city)
    changes.set("company.employees", &company.employees, to: facts.employees)
    changes.set("company.revenue", &company.revenue, to: facts.revenue, as: \.importText)
    changes.set("company.parent", &company.parent, to: facts.parent)
    if company != lead.company { lead.company = company }
  }
}

extension CompanyFacts {
  /// What is said, by the names of a mapping.
  fileprivate var texts: [(field: String, text: String)] {
    let texts: [(ImportField, String?)] = [
      (.company, name), (.companyDomain, domain), (.industry, industry), (.country, country),
      (.city, city), (.employees, employees.map(String.init)), (.revenue, revenue?.importText),
      (.parentCompany, parent),
    ]
    return texts.compactMap { field, text in text.map { (field.rawValue, $0) } }
  }
}

extension Money {
  /// The amount as a before and after shows it.
  var importText: String { "\(units) \(currency)" }
}
