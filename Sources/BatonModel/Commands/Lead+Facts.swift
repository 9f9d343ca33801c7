/// Commands about what is known of a lead: touches, notes, owners, the next step, the amount.
extension Lead {
  mutating func carryOut(
    _ draft: LeadCommand.TouchDraft, in context: CommandContext, entry: inout HistoryEntry
  ) throws(Refusal) {
    if draft.direction == .outbound,
      let refusal = Refusal.touch(on: draft.channel, with: name, consent)
    {
      throw refusal
    }
    let at = draft.at ?? context.now
    guard at <= context.now else {
      throw Refusal(
        .invalid, "A touch cannot lie in the future.", remedy: "Book it as the next step instead.")
    }
    var touch = Touch(
      id: entry.id, at: at, side: draft.side, direction: draft.direction, channel: draft.channel,
      by: draft.by ?? context.actor, summary: draft.summary, outcome: draft.outcome)
    touch.person = draft.person
    touch.campaign = draft.campaign
    let place = touches.lastIndex { $0.at <= at }.map { $0 + 1 } ?? 0
    touches.insert(touch, at: place)
    entry.subject = touch.id.rawValue
    entry.to = "\(draft.channel.rawValue) \(draft.direction.rawValue)"
    entry.inverse = .retract(touch.id)
  }

  mutating func addNote(
    _ text: String, in context: CommandContext, entry: inout HistoryEntry
  ) throws(Refusal) {
    guard text.isSaid else {
      throw Refusal(.invalid, "An empty note says nothing.", remedy: "Write what is to be known.")
    }
    let note = Note(id: entry.id, at: context.now, by: context.actor, text: text)
    notes.append(note)
    entry.subject = note.id.rawValue
    entry.inverse = .retract(note.id)
  }

  mutating func carryOut(
    _ assign: LeadCommand.Assign, in context: CommandContext, entry: inout HistoryEntry
  ) throws(Refusal) {
    // On a board without a team, whoever works there owns leads under their own name.
    let isAlone = context.board.team.isEmpty && assign.to?.rawValue == context.actor
    // Whose it was before, it may be again, even if they have left since.
    if let member = assign.to, !isAlone, !context.isTakingBack {
      try context.board.requireOwner(member)
    }
    let held = assign.ownership == .sales ? owner : marketingOwner
    guard held != assign.to else {
      throw Refusal(
        .nothingToDo, "\(name) is with \(assign.to?.rawValue ?? "nobody") already.",
        remedy: "Choose somebody else.")
    }
    entry.subject = assign.ownership.rawValue
    entry.from = held?.rawValue
    entry.to = assign.to?.rawValue
    entry.inverse = .assign(LeadCommand.Assign(assign.ownership, to: held))
    switch assign.ownership {
    case .sales: owner = assign.to
    case .marketing: marketingOwner = assign.to
    }
  }

  mutating func setNextStep(
    _ step: NextStep?, in context: CommandContext, entry: inout HistoryEntry
  ) throws(Refusal) {
    if let refusal = step.flatMap({ Refusal.step($0.kind, with: name, consent) }) { throw refusal }
    if let step, step.due <= context.now, !context.isTakingBack {
      throw Refusal(
        .dateRequired,
        "A next step lies ahead, and \(context.said(step.due)) is past.",
        remedy: "Say when the \(step.kind.rawValue) is to be; log what has happened as a touch.")
    }
    guard step != nextStep else {
      throw Refusal(
        .nothingToDo, "\(name) has that next step already.", remedy: "Say another step or time.")
    }
    if let parked, parked.kind.isClosed, step != nil {
      throw Refusal(
        .closed, "\(name) is \(parked.story(in: context)); nothing comes next.",
        remedy: "Revive it first.")
    }
    entry.from = nextStep.map { "\($0.kind.rawValue) \($0.due.rfc3339)" }
    entry.to = step.map { "\($0.kind.rawValue) \($0.due.rfc3339)" }
    var inverses: [LeadCommand] = [.next(nextStep)]
    // A step that comes back has proved what it did; the rest is put back by itself.
    if let step, step.isBooked, step.kind.isProof, !context.isTakingBack {
      inverses += proveHandoff(with: step, in: context, entry: &entry)
      entry.subject = nil
    }
    entry.inverse = .undoing(inverses)
    nextStep = step
  }

  mutating func setAmount(_ amount: Money?, entry: inout HistoryEntry) throws(Refusal) {
    guard amount != self.amount else {
      throw Refusal(
        .nothingToDo, "\(name) has that amount already.", remedy: "Say another amount.")
    }
    try amount?.requireWorth()
    entry.from = self.amount.map { "\($0.minorUnits) \($0.currency)" }
    entry.to = amount.map { "\($0.minorUnits) \($0.currency)" }
    entry.inverse = .amount(self.amount)
    self.amount = amount
  }

  mutating func retract(
    _ id: EntryID, in context: CommandContext, entry: inout HistoryEntry
  ) throws(Refusal) {
    let retraction = Retraction(at: context.now, by: context.actor)
    entry.subject = id.rawValue
    if let index = touches.firstIndex(where: { $0.id == id && $0.retracted == nil }) {
      touches[index].retracted = retraction
    } else if let index = notes.firstIndex(where: { $0.id == id && $0.retracted == nil }) {
      notes[index].retracted = retraction
    } else if let index = feedback.firstIndex(where: { $0.id == id && $0.retracted == nil }) {
      feedback[index].retracted = retraction
    } else if let index = handoffs.firstIndex(where: { $0.id == id && $0.retracted == nil }) {
      handoffs[index].retracted = retraction
    } else {
      throw Refusal(
        .unknownName, "\(name) has no touch, note, feedback or offer “\(id)” to take back.",
        remedy: "Look at it again: it may have been taken back already.")
    }
  }
}
