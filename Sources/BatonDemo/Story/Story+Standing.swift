import BatonModel

/// How the lead stands now: holds, remarks, rest or end, and what comes next.
extension Story {
  /// Adds holds, by the sides and channels that they keep quiet.
  mutating func addContactRules() {
    guard !features.isDisjoint(with: .anyHold) else { return }
    let ago = features.contains(.heldLong) ? 20.0 : 4.0
    let from = max(calendar.workTime(until: asOf.adding(days: -ago)), lead.createdAt)
    var until = calendar.appointment(inDays: random.within(6...25), using: &random)
    if features.contains(.holdEnds) { until = asOf.adding(hours: 20) }
    var hold = Hold(
      id: random.entryID(), reason: TeamWords.holds[slot.turns.holds % TeamWords.holds.count],
      from: from, until: max(until, from.adding(days: 1)), by: worker(in: lead.stage).rawValue)
    if features.contains(.heldLong) { hold.scope = .company }
    if !features.contains(.held) { hold.sides = [.marketing] }
    if features.contains(.holdEnds) { hold.channels = [.email, .call] }
    if features.contains(.holdLifted) { hold.lifted = anyTime(from: from, until: asOf) }
    lead.holds.append(hold)
  }

  /// Adds notes, columns of the old system, and what was taken back.
  mutating func addRemarks() {
    if features.contains(.noted) || random.chance(6) { addNote() }
    if features.contains(.imported) {
      lead.imported["crm"] = [
        "Lead Score": .number(JSONNumber(random.within(20...95))),
        "Last Opened Mail": .string(random.pick(["Audit offer", "Ten days", "Night shift"])),
        "Segment": .string(random.pick(["A", "B", "B+"])),
      ]
    }
    if features.contains(.undone), let amount = lead.amount { undoMistake(amount) }
    if features.contains(.takenBack) { takeBack() }
  }

  private mutating func addNote() {
    guard let time = workTime(from: lastStay.from, until: end) else { return }
    let who = worker(in: lastStay.stage).rawValue
    let text = TeamWords.notes.one(using: &random)
    if time > world.adopted {
      perform(.note(text), at: time, by: who)
    } else {
      lead.notes.append(Note(id: random.entryID(), at: time, by: who, text: text))
    }
  }

  /// Somebody typed a nought too many, and took it back.
  private mutating func undoMistake(_ amount: Money) {
    var wrong = amount
    wrong.minorUnits *= 10
    let time = calendar.workTime(until: asOf)
    perform(.amount(wrong), at: time, by: seller.rawValue)
    guard let entry = lead.history.last else { return }
    let id = random.entryID()
    let context = CommandContext(
      board: world.board, actor: seller.rawValue,
      now: max(time, min(time.adding(hours: 0.05), asOf))
    ) { id }
    do {
      try lead.undo(entry.id, in: context)
    } catch {
      assertionFailure("\(error)")
    }
  }

  private mutating func takeBack() {
    let time = calendar.workTime(until: asOf)
    perform(.note("Same as the lead at their sister plant."), at: time, by: seller.rawValue)
    if let note = lead.notes.last { perform(.retract(note.id), at: time, by: seller.rawValue) }
    if let touch = lead.touches.last(where: { $0.retracted == nil && $0.at != lead.createdAt }) {
      perform(.retract(touch.id), at: time, by: seller.rawValue)
    }
  }

  /// Parks the lead, or ends it.
  mutating func park() {
    guard let kind = slot.scene.parked else { return }
    let reason = endReason
    var park = LeadCommand.Park(kind, reason: reason, from: lead.stage)
    // Who gave a verdict said why; else whoever parks it says so, mostly.
    if let verdict = lead.feedback.last(where: { $0.reason == reason && reason != nil }) {
      park.note = verdict.note
    } else if reason != nil, random.chance(75) {
      park.note = TeamWords.parking(reason).one(using: &random)
    }
    var time = end
    switch kind {
    case .nurture: time = lastStay.from
    case .waiting: time = workTime(from: lastStay.from, until: asOf) ?? lastStay.from
    default: break
    }
    if kind.returns { park.until = returnDate(from: time) }
    let actor = kind == .nurture ? marketer : worker(in: lead.stage)
    perform(.park(park), at: time, by: actor.rawValue)
    if kind == .nurture { lead.parked?.returnsTo = slot.ordinal % 2 == 0 ? "qualify" : "new" }
  }

  private mutating func returnDate(from time: Instant) -> Instant {
    if features.contains(.returned) {
      let ago = random.within(0...6)
      let date = calendar.workTime(until: asOf.adding(days: -Double(ago)))
      return max(date, time.adding(hours: 1))
    }
    // The first ones come back within days, so that somebody sees it happen.
    let days = slot.ordinal % 4 == 0 ? random.within(1...4) : random.within(6...75)
    return calendar.appointment(inDays: days, using: &random)
  }

  /// Says what comes next, and when.
  mutating func plan() {
    guard slot.scene.parked?.isClosed != true else { return }
    guard let due = dueTime() else { return }
    var kind = stepKind()
    if let channel = kind.channel, !lead.consent.allows(channel) { kind = .meeting }
    var step = NextStep(kind: kind, due: due, isBooked: kind.isProof && random.chance(65))
    step.note = TeamWords.nextStep(kind, in: lead.stage).one(using: &random)
    if random.chance(15) { step.owner = worker(in: lead.stage) }
    let latest = min(due.adding(hours: -0.01), asOf)
    let time = workTime(from: lastStay.from, until: latest) ?? lastStay.from
    perform(.next(step), at: min(time, latest), by: worker(in: lead.stage).rawValue)
  }

  private mutating func dueTime() -> Instant? {
    switch slot.scene.step {
    case .none: return nil
    case .later: return calendar.appointment(inDays: random.within(1...12), using: &random)
    case .today:
      let left = calendar.endOfToday.days(since: asOf)
      let whole = asOf.adding(days: random.between(0.02, 0.35)).seconds / 900 * 900
      let due = Instant(seconds: whole)
      if due >= asOf, due < calendar.endOfToday { return due }
      return asOf.adding(days: left / 2)
    case .overdue:
      let stay = asOf.days(since: lastStay.from)
      let earliest = asOf.adding(days: -min(stay * 0.7, 6))
      let due = workTime(from: earliest, until: asOf) ?? asOf.adding(days: -stay / 3)
      let quarter = Instant(seconds: due.seconds / 900 * 900)
      return quarter > lastStay.from ? quarter : due
    }
  }

  private mutating func stepKind() -> NextStep.Kind {
    switch lead.stage {
    case "new": random.pick([.call, .call, .call, .email])
    case "qualify": random.pick([.call, .call, .meeting, .email])
    case "propose": random.pick([.meeting, .meeting, .email, .task, .call])
    case "decide": random.pick([.call, .meeting, .task])
    case "deliver": random.pick([.kickoff, .kickoff, .meeting, .task])
    default: random.pick([.meeting, .call])
    }
  }
}
