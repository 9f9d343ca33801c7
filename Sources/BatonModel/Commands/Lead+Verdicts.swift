/// Commands about what a side thinks of a lead, and what the other side answers.
extension Lead {
  mutating func carryOut(
    _ draft: LeadCommand.VerdictDraft, in context: CommandContext, entry: inout HistoryEntry
  ) throws(Refusal) {
    try refuseIfMoved(since: draft.from, in: context)
    if let parked, parked.kind.isClosed, draft.verdict != .praise {
      throw Refusal(
        .closed, "\(name) is \(parked.story(in: context)) already.", remedy: "Revive it first.")
    }
    try requireReason(for: draft, on: context.board)
    try draft.quality?.requireQuality()
    let side = context.actorSide
    var inverses: [LeadCommand] = []
    switch draft.verdict {
    case .accept: inverses = try accept(in: context, entry: &entry)
    case .reject: inverses = try reject(draft, in: context, entry: &entry)
    case .disqualify:
      try requireContact()
      let parking = Parking(
        kind: .disqualified, since: context.now, reason: draft.reason, note: draft.note,
        by: context.actor)
      inverses = giveUp(parking, in: context, entry: &entry)
    case .recycle:
      guard let until = draft.until, until > context.now else {
        throw Refusal(
          .dateRequired, "\(name) cannot be recycled without a date ahead.",
          remedy: "Say when it returns.")
      }
      let parking = Parking(
        kind: .nurture, since: context.now, until: until, reason: draft.reason, note: draft.note,
        by: context.actor)
      inverses = giveUp(parking, in: context, entry: &entry)
    case .praise: entry.to = draft.reason?.rawValue
    }
    feedback.append(
      Feedback(
        id: entry.id, at: context.now, by: context.actor, side: side, verdict: draft.verdict,
        reason: draft.reason, quality: draft.quality, note: draft.note))
    entry.subject = entry.id.rawValue
    entry.note = draft.note
    entry.inverse = .undoing(inverses + [.retract(entry.id)])
  }

  mutating func carryOut(
    _ rating: LeadCommand.Rating, in context: CommandContext, entry: inout HistoryEntry
  ) throws(Refusal) {
    try rating.quality.requireQuality()
    entry.from = quality.map { "\($0) of 5" }
    entry.to = "\(rating.quality) of 5"
    feedback.append(
      Feedback(
        id: entry.id, at: context.now, by: context.actor, side: context.actorSide,
        quality: rating.quality, note: rating.note))
    entry.subject = entry.id.rawValue
    entry.note = rating.note
    entry.inverse = .retract(entry.id)
  }

  mutating func carryOut(
    _ reply: LeadCommand.Reply, in context: CommandContext, entry: inout HistoryEntry
  ) throws(Refusal) {
    guard reply.action.isSaid else {
      throw Refusal(
        .invalid, "An empty answer answers nothing.", remedy: "Say what was done about it.")
    }
    let place = try place(ofFeedback: reply.feedback, for: context.actorSide)
    let given = feedback[place]
    if let answer = given.answer {
      throw Refusal(
        .changedMeanwhile,
        "\(answer.by) answered that already at \(context.said(answer.at)): \(answer.action).",
        remedy: "Take that answer back first, or write a note.")
    }
    guard given.side != context.actorSide else {
      throw Refusal(
        .invalid,
        "\(given.by) of \(given.side.rawValue) gave this verdict at "
          + "\(context.said(given.at)), and \(context.actor) is of \(given.side.rawValue) too.",
        remedy: "The other side answers it.")
    }
    feedback[place].answer = FeedbackAnswer(
      at: context.now, by: context.actor, action: reply.action, note: reply.note)
    entry.subject = given.id.rawValue
    entry.to = reply.action
    entry.note = reply.note
    entry.inverse = .withdrawReply(given.id)
  }

  mutating func withdrawReply(
    to id: EntryID, entry: inout HistoryEntry
  ) throws(Refusal) {
    guard let place = feedback.firstIndex(where: { $0.id == id && $0.answer != nil }) else {
      throw Refusal(
        .unknownName, "\(name) has no answered feedback “\(id)”.", remedy: "Look at it again.")
    }
    entry.subject = id.rawValue
    entry.from = feedback[place].answer?.action
    feedback[place].answer = nil
  }

  // MARK: - What follows from a verdict

  /// Gives the lead back to where it came from, before anybody has talked to the buyer.
  private mutating func reject(
    _ draft: LeadCommand.VerdictDraft, in context: CommandContext, entry: inout HistoryEntry
  ) throws(Refusal) -> [LeadCommand] {
    let waiting = handoffs.lastIndex(where: \.isWaiting)
    if waiting == nil { try refuseIfRejected(in: context) }
    if let touch = firstContact(since: waiting.map { handoffs[$0].offeredAt }) {
      let who = touch.by ?? touch.side.rawValue
      throw Refusal(
        .contacted,
        "\(who) had contact with \(name) by \(touch.channel.rawValue) at "
          + "\(context.said(touch.at)).",
        remedy: "After contact, disqualify or recycle it.")
    }
    entry.to = draft.reason?.rawValue
    var inverses = settle(waiting, draft.reason, in: context)
    let before = endNextStep()
    if before.endedStep != nil { inverses.append(.restorePlace(before)) }
    let former = visits.dropLast().last?.stage
    if let former, context.board.stage(former)?.activity == .generate,
      let here = context.board.stage(stage), here.activity != .generate
    {
      if before.endedStep == nil { inverses.append(.restorePlace(before)) }
      entry.from = stage.rawValue
      entry.to = former.rawValue
      enter(former, at: context.now)
    }
    if context.actorSide == .sales, let owner {
      inverses.append(.assign(.init(.sales, to: owner)))
      self.owner = nil
    }
    return inverses
  }

  /// Refuses to reject what a side gave back already, and nobody has answered or moved since.
  private func refuseIfRejected(in context: CommandContext) throws(Refusal) {
    let last = feedback.last { $0.isVerdict(of: context.actorSide) && $0.verdict != .praise }
    guard let last, last.verdict == .reject, last.awaitsAnswer,
      visits.allSatisfy({ $0.entered <= last.at })
    else { return }
    let why = last.reason.map { ": \($0)" } ?? ""
    throw Refusal(
      .nothingToDo, "\(last.by) rejected \(name) first, at \(context.said(last.at))\(why).",
      remedy: "The other side answers it; or offer it again.")
  }

  /// Parks the lead and ends the handoff that waits.
  private mutating func giveUp(
    _ parking: Parking, in context: CommandContext, entry: inout HistoryEntry
  ) -> [LeadCommand] {
    let inverses =
      [.restorePlace(endNextStep())]
      + settle(handoffs.lastIndex(where: \.isWaiting), parking.reason, in: context)
    entry.to = [parking.reason?.rawValue, parking.until?.rfc3339].compactMap { $0 }
      .joined(separator: " ")
    parked = parking
    return inverses
  }

  /// Ends a handoff that waits: it was not taken.
  mutating func settle(
    _ place: Int?, _ reason: ReasonID?, in context: CommandContext
  ) -> [LeadCommand] {
    guard let place else { return [] }
    let inverse = LeadCommand.restoreHandoff(.init(handoffs[place]))
    handoffs[place].answer(.rejected, in: context)
    handoffs[place].reason = reason
    return [inverse]
  }

  // MARK: - What a verdict needs

  private func requireReason(
    for draft: LeadCommand.VerdictDraft, on board: Board
  ) throws(Refusal) {
    let verdict = draft.verdict
    guard let use = verdict.reasonUse else {
      guard let reason = draft.reason else { return }
      throw Refusal(
        .invalid, "To \(verdict.rawValue) \(name) takes no reason, but “\(reason)” was given.",
        remedy: "Write it as a note.")
    }
    // Praise may be said in words alone.
    if verdict == .praise, draft.reason == nil, draft.note?.isEmpty == false { return }
    try board.require(
      draft.reason, for: use, missing: "To \(verdict.rawValue) \(name) needs a reason.",
      verb: "to \(verdict.rawValue)")
  }

  func requireContact() throws(Refusal) {
    guard firstContact(since: nil) == nil else { return }
    throw Refusal(
      .notContacted, "Nobody of sales has had contact with \(name) yet.",
      remedy: "Before contact, reject it; or log the touch first.")
  }

  /// Whether another side hears of what a side does with the lead: it was offered, or has come on
  /// from where leads are generated. What marketing does with what is still its own is told nobody.
  func wasHandedOver(awayFrom side: Side, on board: Board) -> Bool {
    func isGenerated(_ stage: StageID) -> Bool { board.stage(stage)?.activity == .generate }
    if side == .marketing, isGenerated(stage) { return false }
    return handoffs.contains { $0.retracted == nil }
      || (!isGenerated(stage) && visits.contains { isGenerated($0.stage) })
  }

  /// The first two-way touch with sales or delivery from a moment on.
  ///
  /// A buyer who sent a form has not been in contact with whom the lead is given to.
  public func firstContact(since start: Instant?) -> Touch? {
    touches.first { touch in
      touch.retracted == nil && touch.isTwoWay && touch.side != .marketing
        && touch.at >= start ?? .distantPast
    }
  }

  /// The place of the feedback that an answer is meant for.
  private func place(ofFeedback id: EntryID?, for side: Side) throws(Refusal) -> Int {
    if let id {
      guard let place = feedback.firstIndex(where: { $0.id == id && $0.retracted == nil }) else {
        throw Refusal(
          .unknownName, "\(name) has no feedback “\(id)”.", remedy: "Its page lists what it has.")
      }
      return place
    }
    if let place = feedback.firstIndex(where: { $0.awaitsAnswer && $0.side != side })
      ?? feedback.firstIndex(where: \.awaitsAnswer)
    {
      return place
    }
    if let place = feedback.lastIndex(where: { $0.answer != nil && $0.retracted == nil }) {
      return place
    }
    throw Refusal(
      .nothingToDo, "No verdict on \(name) awaits an answer.", remedy: "Write a note instead.")
  }
}

extension Int {
  /// Refuses what is no quality.
  fileprivate func requireQuality() throws(Refusal) {
    guard Feedback.qualities.contains(self) else {
      throw Refusal(.invalid, "\(self) is no quality.", remedy: "Rate it from 1 to 5.")
    }
  }
}
