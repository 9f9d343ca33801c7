/// Commands about handing a lead over: the offer, its proof, and its end by the clock.
///
/// An offer is accepted or rejected by a verdict.
extension Lead {
  mutating func carryOut(
    _ offer: LeadCommand.Offer, in context: CommandContext, entry: inout HistoryEntry
  ) throws(Refusal) {
    if let parked, parked.kind.isClosed {
      throw Refusal(
        .closed, "\(name) is \(parked.story(in: context)) and cannot be handed over.",
        remedy: "Revive it first.")
    }
    guard let here = context.board.stage(stage) else {
      throw .unknownStage(stage, on: context.board)
    }
    guard here.activity != offer.to else {
      throw Refusal(
        .nothingToDo, "\(name) is in \(offer.to.rawValue) already.",
        remedy: "Offer it to another activity, or assign it to a colleague.")
    }
    if let member = offer.member { try context.board.requireTaker(member, of: offer.to) }
    try offer.packet?.requirePeople(of: self)
    let inverses = try closeLastOffer(in: context)
    var handoff = Handoff(
      id: entry.id, from: here.activity, to: offer.to, offeredAt: context.now,
      offeredBy: context.actor, offeredTo: offer.member,
      due: WorkingClock(context.board).adding(
        hours: context.board.windows.handoffHours, to: context.now))
    handoff.packet = offer.packet
    handoffs.append(handoff)
    entry.subject = handoff.id.rawValue
    entry.from = here.activity.rawValue
    entry.to = offer.to.rawValue
    entry.inverse = .undoing([.retract(handoff.id)] + inverses)
  }

  /// Refuses a second offer while one waits; one whose clock has run out lapses.
  private mutating func closeLastOffer(
    in context: CommandContext
  ) throws(Refusal) -> [LeadCommand] {
    guard let place = handoffs.lastIndex(where: \.isWaiting) else { return [] }
    let handoff = handoffs[place]
    if handoff.hasLapsed(asOf: context.now) {
      handoffs[place].lapse()
      return [.restoreHandoff(.init(handoff))]
    }
    throw HandoffSummary(handoff).refusal(ofOffering: name, said: context.said)
  }

  mutating func prove(
    _ step: NextStep, in context: CommandContext, entry: inout HistoryEntry
  ) throws(Refusal) {
    guard step.kind.isProof else {
      throw Refusal(
        .invalid, "A \(step.kind.rawValue) proves no handoff.",
        remedy: "Book a call, a meeting or a kickoff.")
    }
    guard step.due > context.now else {
      throw Refusal(
        .invalid, "A booked \(step.kind.rawValue) lies ahead.",
        remedy: "Say when it takes place.")
    }
    guard handoffs.contains(where: \.awaitsProof) else { throw noProofWanted(in: context) }
    var booked = step
    booked.isBooked = true
    var inverses = proveHandoff(with: booked, in: context, entry: &entry)
    if nextStep != booked {
      inverses.append(.next(nextStep))
      nextStep = booked
    }
    entry.note = step.note
    entry.inverse = .undoing(inverses)
  }

  /// Why there is nothing to prove.
  private func noProofWanted(in context: CommandContext) -> Refusal {
    guard let handoff = handoffs.last(where: { $0.retracted == nil }) else {
      return Refusal(
        .nothingToDo, "\(name) was not handed over.", remedy: "Set the next step instead.")
    }
    if handoff.state == .offered {
      return Refusal(
        .handoffWaits,
        "\(handoff.offeredBy) offered \(name) at \(context.said(handoff.offeredAt)), and nobody "
          + "has accepted it.", remedy: "Accept it first.")
    }
    if let proof = handoff.proof {
      return Refusal(
        .nothingToDo,
        "\(proof.by) booked the \(proof.kind.rawValue) that proves it at "
          + "\(context.said(proof.bookedAt)).", remedy: "Set the next step instead.")
    }
    return Refusal(
      .nothingToDo, "The last handoff of \(name) was \(handoff.state.rawValue).",
      remedy: "Offer it again.")
  }

  /// Completes the accepted handoff whose proof is missing, where there is one.
  mutating func proveHandoff(
    with step: NextStep, in context: CommandContext, entry: inout HistoryEntry
  ) -> [LeadCommand] {
    guard let place = handoffs.lastIndex(where: \.awaitsProof) else { return [] }
    let inverse = LeadCommand.restoreHandoff(.init(handoffs[place]))
    handoffs[place].proof = Proof(
      kind: step.kind, at: step.due, bookedAt: context.now, by: context.actor)
    entry.subject = handoffs[place].id.rawValue
    entry.to = "\(step.kind.rawValue) \(step.due.rfc3339)"
    return [inverse]
  }

  mutating func lapse(
    in context: CommandContext, entry: inout HistoryEntry
  ) throws(Refusal) {
    guard let place = handoffs.lastIndex(where: \.isOffered) else {
      throw Refusal(
        .nothingToDo, "No offer of \(name) waits for an answer.", remedy: "There is nothing to do.")
    }
    let handoff = handoffs[place]
    guard handoff.hasLapsed(asOf: context.now) else {
      let end = handoff.due.map { "runs until \(context.said($0))" } ?? "has no clock"
      throw Refusal(
        .handoffWaits,
        "The offer of \(name) by \(handoff.offeredBy) \(end).",
        remedy: "Wait for it, accept it, or take it back.")
    }
    handoffs[place].lapse()
    entry.subject = handoff.id.rawValue
    entry.from = handoff.from.rawValue
    entry.to = handoff.to.rawValue
    entry.inverse = .restoreHandoff(.init(handoff))
  }

  mutating func restore(
    _ standing: LeadCommand.HandoffStanding, entry: inout HistoryEntry
  ) throws(Refusal) {
    guard let place = handoffs.firstIndex(where: { $0.id == standing.handoff }) else {
      throw Refusal(
        .unknownName, "\(name) has no handoff “\(standing.handoff)”.", remedy: "Look at it again.")
    }
    entry.subject = standing.handoff.rawValue
    entry.from = handoffs[place].state.rawValue
    entry.to = standing.state.rawValue
    handoffs[place].state = standing.state
    handoffs[place].answeredAt = standing.answeredAt
    handoffs[place].answeredBy = standing.answeredBy
    handoffs[place].reason = standing.reason
    handoffs[place].proof = standing.proof
  }
}

extension Handoff {
  /// Ends it by the clock: at the moment at which the clock ran out.
  fileprivate mutating func lapse() {
    state = .lapsed
    answeredAt = due
  }
}

extension Packet {
  /// Refuses people whom the lead does not have.
  fileprivate func requirePeople(of lead: Lead) throws(Refusal) {
    guard let stranger = people.first(where: { id in !lead.people.contains { $0.id == id } })
    else { return }
    let list = lead.people.map { "\($0.id) (\($0.name))" }.joined(separator: ", ")
    throw Refusal(
      .unknownName, "\(lead.name) has no person “\(stranger)”.",
      remedy: list.isEmpty ? "Leave the people out." : "Its people are: \(list).")
  }
}
