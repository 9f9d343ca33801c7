import BatonModel

/// The leads that a file speaks of, while its rows are put on them one after another.
struct PlanningDesk {
  /// What became of a row.
  enum Outcome { case created, updated, unchanged }

  /// A lead that at least one row speaks of.
  private struct Work {
    /// The lead before the file; nil where it comes in with it.
    let before: Lead?
    var lead: Lead
    var lines: [Int]
    var facts: [RowFacts]
    var changes: [FieldChange] = []
    /// What the file has said so far, by record; reckoned when a second row speaks of it.
    var said: [String: Statements] = [:]
  }

  private let writer: LeadWriter
  private var matcher: LeadMatcher
  private let leads: [Lead]
  private let places: [LeadID: Int]
  private var work: [LeadID: Work] = [:]
  private var order: [LeadID] = []
  private var rowsWithoutKey = 0

  init(writer: LeadWriter, matcher: LeadMatcher, leads: [Lead]) {
    self.writer = writer
    self.matcher = matcher
    self.leads = leads
    places = Dictionary(
      leads.indices.map { (leads[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Puts a row on its lead, which comes in where there is none.
  mutating func put(
    _ facts: RowFacts, keys: [RowKey]
  ) throws(RowRefusal) -> (lead: LeadID, Outcome) {
    if let touch = facts.touch {
      let id = try matcher.leadOfTouch(keys)
      return (id, try log(touch, of: facts, on: id))
    }
    var keys = keys
    if facts.isNamedByCells { keys = [.row(facts.fingerprint)] }
    let key = keys.first ?? .row(facts.fingerprint)
    if case .row = key { rowsWithoutKey += 1 }
    guard let id = try matcher.lead(for: keys, record: facts.id) else {
      return (try create(facts, key: key), .created)
    }
    return (id, try update(id, with: facts))
  }

  private mutating func create(_ facts: RowFacts, key: RowKey) throws(RowRefusal) -> LeadID {
    let lead = try writer.create(facts, key: key) { work[$0] != nil || places[$0] != nil }
    work[lead.id] = Work(before: nil, lead: lead, lines: [facts.line], facts: [facts])
    order.append(lead.id)
    matcher.add(lead)
    return lead.id
  }

  private mutating func update(
    _ id: LeadID, with facts: RowFacts
  ) throws(RowRefusal) -> Outcome {
    guard var current = begin(id) else { return .unchanged }
    if let conflict = conflict(of: facts, with: &current) {
      work[id] = current
      throw conflict
    }
    let changes = writer.apply(facts, to: &current.lead)
    current.lines.append(facts.line)
    current.facts.append(facts)
    current.changes += changes
    work[id] = current
    matcher.add(current.lead)
    return changes.isEmpty ? .unchanged : .updated
  }

  /// Logs a touch on a lead of the board.
  private mutating func log(
    _ touch: TouchFacts, of facts: RowFacts, on id: LeadID
  ) throws(RowRefusal) -> Outcome {
    guard var current = begin(id),
      let change = try writer.log(touch, of: facts, on: &current.lead)
    else { return .unchanged }
    current.lines.append(facts.line)
    current.facts.append(facts)
    current.changes.append(change)
    work[id] = current
    return .updated
  }

  /// What the rows so far made of a lead, or the lead itself; nil where there is none of that id.
  private mutating func begin(_ id: LeadID) -> Work? {
    if let begun = work[id] { return begun }
    guard let place = places[id] else { return nil }
    order.append(id)
    let begun = Work(before: leads[place], lead: leads[place], lines: [], facts: [])
    work[id] = begun
    return begun
  }

  /// Whether a row contradicts an earlier one of its record; else notes what it says.
  private func conflict(of facts: RowFacts, with work: inout Work) -> RowRefusal? {
    guard !work.facts.isEmpty else { return nil }
    let record = writer.record(of: facts, on: work.lead)
    if work.said[record] == nil {
      var said = Statements()
      for earlier in work.facts where writer.record(of: earlier, on: work.lead) == record {
        said.add(Statements(earlier))
      }
      work.said[record] = said
    }
    let statements = Statements(facts)
    if let conflict = work.said[record]?.conflict(with: statements) { return conflict }
    work.said[record]?.add(statements)
    return nil
  }

  /// What comes in and what changes, in the order of the file.
  func outcome() -> ([ImportPlan.Creation], [ImportPlan.Update]) {
    var creations: [ImportPlan.Creation] = []
    var updates: [ImportPlan.Update] = []
    for id in order {
      guard let work = work[id] else { continue }
      if let before = work.before {
        guard !work.changes.isEmpty else { continue }
        updates.append(
          ImportPlan.Update(
            lines: work.lines, before: before, changes: work.changes, facts: work.facts))
      } else {
        creations.append(
          ImportPlan.Creation(line: work.lines[0], lead: work.lead, facts: work.facts))
      }
    }
    return (creations, updates)
  }

  /// What is to be known of rows that nothing names.
  var notices: [ImportNotice] {
    guard rowsWithoutKey > 0 else { return [] }
    return [
      ImportNotice(
        "\(rowsWithoutKey) rows have nothing by which they are recognised when they come again: "
          + "one that changes will come in as a new lead.",
        remedy: "Export the file with a column of ids or e-mail addresses.")
    ]
  }
}

/// What rows of one record said, by the name of the fact, to find those that contradict.
private struct Statements {
  private var values: [String: (text: String, line: Int)] = [:]

  init() {}

  init(_ facts: RowFacts) {
    func say(_ name: String, _ value: (some Any)?) {
      if let value { values[name] = ("\(value)", facts.line) }
    }
    say("name", facts.name)
    say("person.name", facts.person.name)
    say("person.title", facts.person.title)
    say("person.email", facts.person.email)
    say("person.phone", facts.person.phone)
    say("company.name", facts.company.name)
    say("amount", facts.amount?.importText)
    say("stage", facts.place.stage)
    say("outcome", facts.place.outcome)
    say("owner", facts.owner)
    say("feedback.quality", facts.quality)
    for answer in facts.answers { say("answer:\(answer.question)", answer.answer) }
    for cell in facts.kept { say(cell.key, cell.value.string) }
  }

  mutating func add(_ other: Statements) {
    values.merge(other.values) { earlier, _ in earlier }
  }

  func conflict(with later: Statements) -> RowRefusal? {
    for (name, value) in later.values.sorted(by: { $0.key < $1.key }) {
      guard let earlier = values[name], earlier.text != value.text else { continue }
      return RowRefusal(
        reason: "\(name) is “\(value.text)” here and “\(earlier.text)” on line \(earlier.line), "
          + "for the same record.",
        remedy: "Keep the row that is right.")
    }
    return nil
  }
}
