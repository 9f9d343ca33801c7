import BatonModel

/// Commands on one lead, the next one when the one before it is done.
extension BoardState {
  /// Keeps a command back while another one on its lead has no answer yet.
  ///
  /// Whoever presses keys quicker than files are written means the second for what the first makes
  /// of the lead. Where the first is refused there is no such lead.
  mutating func inOrder(_ effects: [Effect]) -> [Effect] {
    effects.filter { effect in
      guard case .apply(_, let lead, _) = effect else { return true }
      let isFirst = unanswered[lead] == nil
      if isFirst { unanswered[lead] = [] } else { unanswered[lead]?.append(effect) }
      return isFirst
    }
  }

  /// The commands that waited until one on their lead was done.
  mutating func commands(behind lead: LeadID) -> [Effect] {
    unanswered.removeValue(forKey: lead) ?? []
  }

  /// Forgets the commands behind one that was refused, and returns them: so it stays what is told.
  mutating func dropCommands(behind lead: LeadID) -> [PendingCommand] {
    commands(behind: lead).compactMap { effect in
      guard case .apply(let command, let lead, let message) = effect else { return nil }
      return PendingCommand(command, to: lead, message: message)
    }
  }
}
