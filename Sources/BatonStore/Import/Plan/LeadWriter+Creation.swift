import BatonModel

extension LeadWriter {
  /// A lead that comes in with a row.
  ///
  /// - Parameters:
  ///   - key: what the row is recognised by.
  ///   - isTaken: whether another lead has an id.
  /// - Throws: `RowRefusal` where the row says of nobody and nothing who it is about.
  func create(
    _ facts: RowFacts, key: RowKey, isTaken: (LeadID) -> Bool
  ) throws(RowRefusal) -> Lead {
    let names = [facts.leadName, facts.company.name, facts.person.email, facts.person.phone]
    guard let name = names.compactMap({ $0 }).first ?? facts.id.map({ "\(source) \($0)" }) else {
      throw RowRefusal(
        reason: "The row names no person, company, address or id.",
        remedy: "Fill one of them in, or map the columns that hold them.")
    }
    let place = facts.place
    let dates = [facts.createdAt, facts.arrivals[.creating]?.at, place.entered, place.closed]
    let createdAt = dates.compactMap { $0 }.first ?? now
    var lead = Lead(
      id: id(for: key, isTaken: isTaken), name: name, stage: place.stage ?? defaultStage,
      createdAt: createdAt)
    lead.visits[0].entered = place.entered ?? createdAt
    lead.parked = parking(place)
    if case .row(let fingerprint) = key, facts.id == nil {
      lead.externalIDs[source] = Self.rowPrefix + fingerprint
    }
    var entry = HistoryEntry(
      id: entryID(for: lead), at: now, by: Self.actor, command: command)
    entry.subject = source
    entry.to = lead.parked?.kind.rawValue ?? lead.stage.rawValue
    lead.history = [entry]
    _ = apply(facts, to: &lead)
    return lead
  }

  /// What stands before a name made of all cells of a row, where else a record's id stands.
  static let rowPrefix = "row:"

  /// Notes in the history what an import changed, and counts the revision.
  func record(_ changes: [FieldChange], in lead: inout Lead) {
    guard !changes.isEmpty else { return }
    var entry = HistoryEntry(
      id: entryID(for: lead), at: now, by: Self.actor, command: command)
    entry.subject = source
    entry.note = Self.summary(of: changes)
    if changes.count == 1, let change = changes.first {
      entry.from = change.before.map(Self.shortened)
      entry.to = Self.shortened(change.after)
    }
    lead.history.append(entry)
    lead.revision = lead.revision.oneMore
  }

  private static func summary(of changes: [FieldChange]) -> String {
    changes.map { change in
      let before = change.before.map { "\(shortened($0)) → " } ?? ""
      return "\(change.field): \(before)\(shortened(change.after))"
    }.joined(separator: "; ")
  }

  /// A history that repeated long texts whole would outgrow the lead.
  private static func shortened(_ text: String) -> String {
    text.count <= 120 ? text : text.prefix(119) + "…"
  }

  /// A name for the next entry of a lead's history, the same whenever the same import is run.
  private func entryID(for lead: Lead) -> EntryID {
    let place = String(lead.history.count)
    return EntryID(StableName.make(lead.id.rawValue, "import", source, now.rfc3339, place))
  }

  private func id(for key: RowKey, isTaken: (LeadID) -> Bool) -> LeadID {
    var attempt = 0
    while true {
      let suffix = attempt == 0 ? "" : String(attempt)
      let name =
        switch key {
        case .id(let id): StableName.make(source, "id", id, suffix)
        case .lead(let id):
          RecordName.refusal(of: id) == nil && suffix.isEmpty
            ? id : StableName.make(source, "lead", id, suffix)
        case .email(let address): StableName.make("email", address, suffix)
        case .phone(let digits): StableName.make("phone", digits, suffix)
        case .row(let fingerprint): StableName.make(source, "row", fingerprint, suffix)
        }
      if !isTaken(LeadID(name)) { return LeadID(name) }
      attempt += 1
    }
  }
}
