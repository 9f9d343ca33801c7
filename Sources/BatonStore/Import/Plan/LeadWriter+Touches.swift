import BatonModel

/// What a log tells: touches, by the command by which people log them.
extension LeadWriter {
  /// Logs a touch on a lead, once.
  ///
  /// - Returns: what changes; nil where the touch is there already, even as one taken back.
  /// - Throws: what the lead refuses, as a mail to a buyer who wants none.
  func log(
    _ touch: TouchFacts, of facts: RowFacts, on lead: inout Lead
  ) throws(RowRefusal) -> FieldChange? {
    guard !lead.touches.contains(where: { $0.id == touch.name }) else { return nil }
    var draft = touch.draft
    if let address = facts.person.email.flatMap(ContactKey.email) {
      draft.person = lead.people.first { $0.email.flatMap(ContactKey.email) == address }?.id
    }
    let context = CommandContext(board: board, actor: Self.actor, now: now) { touch.name }
    do throws(Refusal) {
      try lead.apply(.touch(draft), in: context)
    } catch {
      throw RowRefusal(reason: error.what, remedy: error.remedy)
    }
    let what = "\(draft.channel.rawValue) \(draft.direction.rawValue)"
    let words = draft.summary.map { "\(what): \($0)" } ?? what
    return FieldChange(field: "touch", before: nil, after: words)
  }
}

extension ImportPlan {
  /// What the holds ask that the touches of this plan break: a hold warns, and forbids nothing.
  func heldTouches(on board: Board, leads: [Lead]) -> [ImportNotice] {
    guard updates.contains(where: { $0.facts.contains { $0.touch != nil } }) else { return [] }
    let holders = leads.lazy.filter { $0.holds.contains { $0.scope == .company } }
    let reckoning = Reckoning(
      board: board, now: writer.now, companyHolds: CompanyHolds(holders.map(LeadSummary.init)))
    return updates.flatMap { update in
      let lead = LeadSummary(update.before)
      var broken: [StandingHold] = []
      for draft in update.facts.compactMap(\.touch?.draft) where draft.direction == .outbound {
        broken += reckoning.holds(
          on: lead, against: draft.side, on: draft.channel, at: draft.at ?? writer.now
        ).filter { !broken.contains($0) }
      }
      return broken.map { hold in
        let request = hold.request(for: lead, on: board.calendar)
        return ImportNotice(request.what, remedy: request.remedy)
      }
    }
  }
}
