extension Lead {
  /// Applies a command: changes the lead, adds an entry to its history, counts its revision.
  ///
  /// - Throws: `Refusal`, with the lead unchanged.
  public mutating func apply(_ command: LeadCommand, in context: CommandContext) throws(Refusal) {
    var changed = self
    var entry = HistoryEntry(
      id: context.newEntryID(), at: context.now, by: context.actor, command: command.name)
    try changed.carryOut(command, in: context, entry: &entry)
    changed.history.append(entry)
    changed.revision += 1
    self = changed
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
    }
  }
}
