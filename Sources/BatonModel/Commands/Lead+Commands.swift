extension Lead {
  /// Applies a command: changes the lead, adds an entry to its history, counts its revision.
  ///
  /// - Throws: `Refusal`, with the lead unchanged.
  public mutating func apply(_ command: LeadCommand, in context: CommandContext) throws(Refusal) {
    try refuseIfLater(in: context)
    var changed = self
    var entry = HistoryEntry(
      id: context.newEntryID(), at: context.now, by: context.actor, command: command.name)
    try changed.carryOut(command, in: context, entry: &entry)
    try refuseIfOvertaken(entry, in: context)
    changed.history.append(entry)
    changed.revision = revision.oneMore
    self = changed
  }

  /// Refuses a change as of a chosen moment after which the lead was changed: the change would
  /// stand before those that it knows nothing of.
  func refuseIfLater(in context: CommandContext) throws(Refusal) {
    guard context.isPast else { return }
    let remedy = "Change it as it is now, without --as-of."
    guard createdAt <= context.now else {
      throw Refusal(
        .changedMeanwhile,
        "\(name) came in at \(context.said(createdAt)), after \(context.said(context.now)).",
        remedy: remedy)
    }
    guard let later = history.first(where: { $0.at > context.now }) else { return }
    throw Refusal(
      .changedMeanwhile,
      "\(later.by) changed \(name) at \(context.said(later.at)), after "
        + "\(context.said(context.now)).",
      remedy: remedy)
  }

  private mutating func carryOut(
    _ command: LeadCommand, in context: CommandContext, entry: inout HistoryEntry
  ) throws(Refusal) {
    switch command {
    case .move(let move): try carryOut(move, in: context, entry: &entry)
    case .park(let park): try carryOut(park, in: context, entry: &entry)
    case .revive(let revive): try carryOut(revive, in: context, entry: &entry)
    case .touch(let draft): try carryOut(draft, in: context, entry: &entry)
    case .note(let text): try addNote(text, in: context, entry: &entry)
    case .assign(let assign): try carryOut(assign, in: context, entry: &entry)
    case .next(let step): try setNextStep(step, in: context, entry: &entry)
    case .amount(let amount): try setAmount(amount, entry: &entry)
    case .retract(let id): try retract(id, in: context, entry: &entry)
    case .restorePlace(let place): try restore(place, in: context, entry: &entry)
    case .verdict(let draft): try carryOut(draft, in: context, entry: &entry)
    case .rate(let rating): try carryOut(rating, in: context, entry: &entry)
    case .reply(let reply): try carryOut(reply, in: context, entry: &entry)
    case .offer(let offer): try carryOut(offer, in: context, entry: &entry)
    case .prove(let step): try prove(step, in: context, entry: &entry)
    case .lapse: try lapse(in: context, entry: &entry)
    case .hold(let draft): try carryOut(draft, in: context, entry: &entry)
    case .release(let id): try release(id, in: context, entry: &entry)
    case .consent(let change): try carryOut(change, in: context, entry: &entry)
    case .survey(let draft): try carryOut(draft, in: context, entry: &entry)
    case .block(let draft): try carryOut(draft, in: context, entry: &entry)
    case .unblock(let which): try unblock(which, in: context, entry: &entry)
    case .restoreHandoff, .withdrawReply, .renewHold, .restoreConsent, .withdrawAnswer,
      .restoreRoadblock, .withdrawRoadblock, .all:
      try putBack(command, in: context, entry: &entry)
    }
  }

  /// Carries out what only takes something back.
  private mutating func putBack(
    _ command: LeadCommand, in context: CommandContext, entry: inout HistoryEntry
  ) throws(Refusal) {
    switch command {
    case .restoreHandoff(let standing): try restore(standing, entry: &entry)
    case .withdrawReply(let id): try withdrawReply(to: id, entry: &entry)
    case .renewHold(let id): try renewHold(id, entry: &entry)
    case .restoreConsent(let consent): try restore(consent, in: context, entry: &entry)
    case .withdrawAnswer(let place): try withdraw(place, entry: &entry)
    case .restoreRoadblock(let roadblock): try restore(roadblock, entry: &entry)
    case .withdrawRoadblock(let id): try withdrawRoadblock(id, entry: &entry)
    case .all(let commands):
      var inverses: [LeadCommand] = []
      for command in commands {
        var part = entry
        part.inverse = nil
        try carryOut(command, in: context, entry: &part)
        if let inverse = part.inverse { inverses.insert(inverse, at: 0) }
        entry.subject = entry.subject ?? part.subject
        entry.from = entry.from ?? part.from
        entry.to = entry.to ?? part.to
      }
      entry.inverse = LeadCommand.undoing(inverses)
    default: break
    }
  }
}

extension LeadCommand {
  /// The way back from several changes at once; nil where there is none.
  static func undoing(_ inverses: [LeadCommand]) -> LeadCommand? {
    inverses.count > 1 ? .all(inverses) : inverses.first
  }
}
