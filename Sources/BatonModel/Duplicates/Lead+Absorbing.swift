extension Lead {
  /// Takes everything of another lead that is the same buyer: touches, history and all that this
  /// one does not know yet.
  ///
  /// Where both say something, this one counts: its name, stage, owners, amount and next step. What
  /// the buyer forbids on either is forbidden. The stays in stages are this one's, since a lead is
  /// in one stage at a time; the other's history tells of its own. A change of the other can no
  /// longer be taken back, unless it added a touch or a note.
  ///
  /// - Throws: `Refusal` where both are the same, or one was changed after a moment that was
  ///   chosen.
  public mutating func absorb(_ other: Lead, in context: CommandContext) throws(Refusal) {
    guard other.id != id else {
      throw Refusal(
        .invalid, "A lead cannot be merged with itself.", remedy: "Name the other one.")
    }
    try refuseIfLater(in: context)
    try other.refuseIfLater(in: context)
    let names = newNames(of: other)
    let persons = absorbPeople(of: other)
    let theirs = other.history.map { change(from: other, as: $0, names) }
    absorbLists(of: other, persons)
    absorbFacts(of: other)
    absorbOrigin(of: other)
    absorbRecords(of: other)
    var entry = HistoryEntry(
      id: context.newEntryID(), at: context.now, by: context.actor, command: "merge")
    entry.subject = other.id.rawValue
    entry.note = other.name
    history = Self.united(history, theirs, from: other.id, \.id, \.at) + [entry]
    revision = revision.oneMore
  }

  // MARK: - History

  /// What the other's entries that may be taken back are called once they are this lead's.
  ///
  /// One without a name here would be mistaken for another entry of this lead, which has its name
  /// in another list.
  private func newNames(of other: Lead) -> [EntryID: EntryID] {
    var names: [EntryID: EntryID] = [:]
    let mine = Set(
      touches.map(\.id) + notes.map(\.id) + feedback.map(\.id) + handoffs.map(\.id))
    func add<Entry>(_ entries: [Entry], to ours: [Entry], _ id: KeyPath<Entry, EntryID>) {
      let taken = Set(ours.map { $0[keyPath: id] })
      for old in entries.map({ $0[keyPath: id] }) where names[old] == nil {
        if taken.contains(old) {
          names[old] = Self.newName(of: old, from: other.id)
        } else if !mine.contains(old) {
          names[old] = old
        }
      }
    }
    add(other.touches, to: touches, \.id)
    add(other.notes, to: notes, \.id)
    add(other.feedback, to: feedback, \.id)
    add(other.handoffs, to: handoffs, \.id)
    return names
  }

  /// A change of the other as this lead's history is to tell it: the touches, notes, changes and
  /// the like that it speaks of are those of the other, whatever they are called here.
  private func change(
    from other: Lead, as change: HistoryEntry, _ names: [EntryID: EntryID]
  ) -> HistoryEntry {
    var change = change
    if change.isMerge { change.to = other.id.rawValue }
    if let undone = change.undoes, history.contains(where: { $0.id == undone }) {
      change.undoes = Self.newName(of: undone, from: other.id)
    }
    if let subject = change.subject, let name = names[EntryID(subject)] {
      change.subject = name.rawValue
    }
    var wayBack: LeadCommand?
    if case .retract(let id) = change.inverse { wayBack = names[id].map(LeadCommand.retract) }
    change.inverse = wayBack
    return change
  }

  /// The name of an entry of another lead whose own name one of this lead has.
  private static func newName(of id: EntryID, from other: LeadID) -> EntryID {
    EntryID("\(other)-\(id)")
  }

  // MARK: - Lists

  private mutating func absorbLists(of other: Lead, _ persons: [PersonID: PersonID]) {
    let theirs = other.touches.map { touch -> Touch in
      var touch = touch
      touch.person = touch.person.map { persons[$0] ?? $0 }
      return touch
    }
    touches = Self.united(touches, theirs, from: other.id, \.id, \.at)
    notes = Self.united(notes, other.notes, from: other.id, \.id, \.at)
    let offers = other.handoffs.map { handoff -> Handoff in
      var handoff = handoff
      let people = handoff.packet?.people.map { persons[$0] ?? $0 }
      if let people { handoff.packet?.people = people }
      return handoff
    }
    handoffs = Self.united(handoffs, offers, from: other.id, \.id, \.offeredAt)
    feedback = Self.united(feedback, other.feedback, from: other.id, \.id, \.at)
    roadblocks = Self.united(roadblocks, other.roadblocks, from: other.id, \.id, \.opened)
    objections = Self.united(objections, other.objections, from: other.id, \.id, \.at)
    asks = Self.united(asks, other.asks, from: other.id, \.id, \.at)
    holds += other.holds.filter { !holds.contains($0) }
    let known = answers
    for answer in other.answers
    where !known.contains(where: { $0.question == answer.question && $0.answer == answer.answer }) {
      insert(answer)
    }
    tags += other.tags.filter { !tags.contains($0) }
  }

  /// Both lists in order of time; an entry of the other whose id is taken gets one of its own.
  private static func united<Entry>(
    _ ours: [Entry], _ theirs: [Entry], from other: LeadID,
    _ id: WritableKeyPath<Entry, EntryID>, _ at: KeyPath<Entry, Instant>
  ) -> [Entry] {
    let taken = Set(ours.map { $0[keyPath: id] })
    let added = theirs.map { entry -> Entry in
      guard taken.contains(entry[keyPath: id]) else { return entry }
      var entry = entry
      entry[keyPath: id] = newName(of: entry[keyPath: id], from: other)
      return entry
    }
    let all = (ours + added).enumerated()
    return all.sorted {
      ($0.element[keyPath: at], $0.offset) < ($1.element[keyPath: at], $1.offset)
    }.map(\.element)
  }

  // MARK: - Who

  /// Takes the other's people; returns under which ids they are known here.
  private mutating func absorbPeople(of other: Lead) -> [PersonID: PersonID] {
    var known: [PersonID: PersonID] = [:]
    for person in other.people {
      if let place = people.firstIndex(where: { $0.isSame(as: person) }) {
        known[person.id] = people[place].id
        people[place].fill(from: person)
      } else {
        var added = person
        var number = people.count + 1
        while people.contains(where: { $0.id == added.id }) {
          added.id = PersonID("p\(number)")
          number += 1
        }
        known[person.id] = added.id
        people.append(added)
      }
    }
    return known
  }

  private mutating func absorbFacts(of other: Lead) {
    createdAt = min(createdAt, other.createdAt)
    amount = amount ?? other.amount
    owner = owner ?? other.owner
    marketingOwner = marketingOwner ?? other.marketingOwner
    nextStep = nextStep ?? other.nextStep
    if let theirs = other.company {
      if company == nil { company = theirs } else { company?.fill(from: theirs) }
    }
    let narrower = other.consent
    if narrower.doNotEmail || narrower.doNotCall {
      consent.doNotEmail = consent.doNotEmail || narrower.doNotEmail
      consent.doNotCall = consent.doNotCall || narrower.doNotCall
      consent.at = consent.at ?? narrower.at
      consent.note = consent.note ?? narrower.note
      consent.provenance = consent.provenance ?? narrower.provenance
    }
    unknown.fill(from: other.unknown)
  }

  private mutating func absorbOrigin(of other: Lead) {
    let theirs = other.acquisition
    acquisition.creating = acquisition.creating ?? theirs.creating
    let arrivals = [acquisition.first, theirs.first, acquisition.creating, theirs.creating]
      .compactMap { $0 }.filter { $0.at != nil }
    if let first = arrivals.min(by: { ($0.at ?? .distantFuture) < ($1.at ?? .distantFuture) }),
      first != acquisition.creating
    {
      acquisition.first = first
    } else {
      acquisition.first = acquisition.first ?? theirs.first
    }
    let lasts = [acquisition.last, theirs.last].compactMap { $0 }
    acquisition.last = lasts.max { ($0.at ?? .distantPast) < ($1.at ?? .distantPast) }
    acquisition.unknown.fill(from: theirs.unknown)
  }

  /// Ids in other systems and cells of files: an import finds this lead by the other's, too.
  private mutating func absorbRecords(of other: Lead) {
    for (source, id) in other.externalIDs.sorted(by: { $0.key < $1.key }) {
      if externalIDs[source] == nil { externalIDs[source] = id }
      guard externalIDs[source] != id else { continue }
      imported["\(source)/\(id)", default: [:]].fill(from: other.imported[source] ?? [:])
    }
    for (record, cells) in other.imported.sorted(by: { $0.key < $1.key }) {
      let isElsewhere = other.externalIDs[record].map { imported["\(record)/\($0)"] != nil }
      if isElsewhere != true { imported[record, default: [:]].fill(from: cells) }
    }
  }
}

extension Company {
  /// Takes what is known of the same company elsewhere and not here.
  fileprivate mutating func fill(from other: Company) {
    domain = domain ?? other.domain
    industry = industry ?? other.industry
    country = country ?? other.country
    city = city ?? other.city
    employees = employees ?? other.employees
    revenue = revenue ?? other.revenue
    parent = parent ?? other.parent
    unknown.fill(from: other.unknown)
  }
}

extension Person {
  /// Takes what is known of the same person elsewhere and not here.
  fileprivate mutating func fill(from other: Person) {
    title = title ?? other.title
    part = part ?? other.part
    email = email ?? other.email
    phone = phone ?? other.phone
    let known = Set(approvals.map(\.subject))
    approvals += other.approvals.filter { !known.contains($0.subject) }
    unknown.fill(from: other.unknown)
  }

  /// Whether two entries of two leads are one person: by address or number, or by name where no
  /// two addresses contradict it.
  fileprivate func isSame(as other: Person) -> Bool {
    let mine = (email.flatMap(ContactKey.email), phone.flatMap(ContactKey.phone))
    let theirs = (other.email.flatMap(ContactKey.email), other.phone.flatMap(ContactKey.phone))
    if let email = mine.0, let their = theirs.0 { return email == their }
    let isNamedAlike = FoldedText(name) == FoldedText(other.name)
    if let phone = mine.1, let their = theirs.1, phone == their { return true }
    return isNamedAlike
  }
}

extension JSONObject {
  /// Takes the members of another object whose keys this one does not have.
  fileprivate mutating func fill(from other: JSONObject) {
    for member in other { insert(member.value, forKey: member.key) }
  }
}
