/// Commands about how the buyer may be contacted, and what they answered.
extension Lead {
  mutating func carryOut(
    _ draft: LeadCommand.HoldDraft, in context: CommandContext, entry: inout HistoryEntry
  ) throws(Refusal) {
    guard draft.reason.isSaid else {
      throw Refusal(
        .invalid, "A hold on \(name) needs a reason.", remedy: "Say why nobody contacts them.")
    }
    guard let until = draft.until, until > context.now else {
      throw Refusal(
        .dateRequired, "A hold on \(name) needs an end that lies ahead.",
        remedy: "Say until when it holds.")
    }
    guard !draft.sides.contains(.buyer) else {
      throw Refusal(
        .invalid, "A hold does not bind the buyer.",
        remedy: "Name marketing, sales or delivery, or nobody for all of them.")
    }
    var hold = Hold(
      id: entry.id, reason: draft.reason, from: context.now, until: until, by: context.actor)
    hold.scope = draft.scope
    hold.sides = draft.sides
    hold.channels = draft.channels
    holds.append(hold)
    entry.subject = hold.id.rawValue
    entry.to = "until \(until.rfc3339)"
    entry.note = draft.reason
    entry.inverse = .release(hold.id)
  }

  mutating func release(
    _ id: EntryID?, in context: CommandContext, entry: inout HistoryEntry
  ) throws(Refusal) {
    let lasting = holds.indices.filter { holds[$0].lasts(at: context.now) }
    let place =
      id.map { id in lasting.first { holds[$0].id == id } }
      ?? lasting.max { holds[$0].until < holds[$1].until }
    guard let place else {
      guard let over = holds.last(where: { id == nil || $0.id == id }) else {
        throw Refusal(
          id == nil ? .nothingToDo : .unknownName, "\(name) has no such hold.",
          remedy: "Its page lists what holds.")
      }
      throw Refusal(
        .nothingToDo, "The hold of \(over.by) on \(name) ended at \(context.said(over.end)).",
        remedy: "There is nothing to release.")
    }
    entry.subject = holds[place].id.rawValue
    entry.from = "until \(holds[place].until.rfc3339)"
    entry.inverse = .renewHold(holds[place].id)
    holds[place].lifted = context.now
  }

  mutating func renewHold(_ id: EntryID, entry: inout HistoryEntry) throws(Refusal) {
    guard let place = holds.firstIndex(where: { $0.id == id && $0.lifted != nil }) else {
      throw Refusal(
        .unknownName, "\(name) has no released hold “\(id)”.", remedy: "Look at it again.")
    }
    entry.subject = id.rawValue
    entry.to = "until \(holds[place].until.rfc3339)"
    holds[place].lifted = nil
  }

  /// The holds that a side's outbound touch on a channel would break at a moment.
  public func holds(against side: Side, on channel: Channel, at moment: Instant) -> [Hold] {
    holds.filter { $0.lasts(at: moment) && $0.covers(side, on: channel) }
  }

  // MARK: - Consent

  mutating func carryOut(
    _ change: LeadCommand.ConsentChange, in context: CommandContext, entry: inout HistoryEntry
  ) throws(Refusal) {
    var changed = consent
    changed.doNotEmail = change.doNotEmail ?? consent.doNotEmail
    changed.doNotCall = change.doNotCall ?? consent.doNotCall
    guard changed.words != consent.words else {
      throw Refusal(
        .nothingToDo, "That is known of \(name) already: \(consent.words).",
        remedy: "There is nothing to do.")
    }
    if changed.isWider(than: consent) { try requireSource(for: change, in: context) }
    entry.from = consent.words
    entry.to = changed.words
    entry.note = change.source
    entry.inverse = .restoreConsent(consent)
    changed.at = context.now
    changed.provenance = change.provenance
    changed.note = change.source ?? consent.note
    consent = changed
  }

  /// Refuses to allow a channel again unless a person of the team says who said so, and where.
  private func requireSource(
    for change: LeadCommand.ConsentChange, in context: CommandContext
  ) throws(Refusal) {
    let since = consent.at.map { " since \(context.said($0))" } ?? ""
    let what = "\(name) has forbidden it\(since) (\(consent.words))"
    guard context.board.member(MemberID(context.actor)) != nil else {
      throw Refusal(
        .consentNarrowsOnly, "\(what); “\(context.actor)” is nobody of the team.",
        remedy: "Somebody of the team says that the buyer allows it again.")
    }
    let isFirstHand = change.provenance == .declared || change.provenance == .observed
    guard isFirstHand, change.source?.isSaid == true else {
      throw Refusal(
        .consentNarrowsOnly, "\(what); to allow it again needs a source.",
        remedy: "Say where the buyer allowed it: in a mail of 3 May, on the telephone.")
    }
  }

  mutating func restore(
    _ consent: Consent, in context: CommandContext, entry: inout HistoryEntry
  ) throws(Refusal) {
    if consent.isWider(than: self.consent),
      let last = history.last(where: { $0.command == "consent" && $0.undoes == nil }),
      last.by != context.actor
    {
      throw Refusal(
        .consentNarrowsOnly,
        "\(last.by) recorded at \(context.said(last.at)): \(self.consent.words).",
        remedy: "Only \(last.by) takes that back; else say where the buyer allowed it again.")
    }
    entry.from = self.consent.words
    entry.to = consent.words
    self.consent = consent
  }

  // MARK: - Surveys

  mutating func carryOut(
    _ draft: LeadCommand.AnswerDraft, in context: CommandContext, entry: inout HistoryEntry
  ) throws(Refusal) {
    guard draft.answer.isSaid else {
      throw Refusal(.invalid, "An empty answer says nothing.", remedy: "Say what they answered.")
    }
    let isKnown = context.board.questions.contains { $0.id == draft.question }
    guard isKnown || draft.asked?.isEmpty == false else {
      let list = context.board.questions.map(\.id.rawValue).joined(separator: ", ")
      throw Refusal(
        .unknownName, "This board has no question “\(draft.question)”.",
        remedy: "Its questions are: \(list); or say what was asked.")
    }
    let at = draft.at ?? context.now
    guard at <= context.now else {
      throw Refusal(
        .invalid, "An answer cannot lie in the future.", remedy: "Say when it was given.")
    }
    let former = answers.last { $0.question == draft.question && ($0.at ?? .distantPast) <= at }
    guard former?.answer != draft.answer else {
      throw Refusal(
        .nothingToDo, "\(name) answered that already: \(draft.answer).",
        remedy: "There is nothing to do.")
    }
    var answer = SurveyAnswer(question: draft.question, answer: draft.answer, at: at)
    answer.asked = isKnown ? nil : draft.asked
    answer.provenance = draft.provenance
    insert(answer)
    entry.subject = draft.question.rawValue
    entry.from = former?.answer
    entry.to = draft.answer
    entry.inverse = .withdrawAnswer(.init(question: draft.question, at: at))
  }

  /// Adds an answer where it belongs by its time: of several to one question the last counts.
  mutating func insert(_ answer: SurveyAnswer) {
    let time = answer.at ?? .distantPast
    let later = answers.firstIndex { ($0.at ?? .distantPast) > time }
    answers.insert(answer, at: later ?? answers.endIndex)
  }

  mutating func withdraw(
    _ place: LeadCommand.AnswerPlace, entry: inout HistoryEntry
  ) throws(Refusal) {
    guard
      let index = answers.lastIndex(where: {
        $0.question == place.question && $0.at == place.at
      })
    else {
      throw Refusal(
        .unknownName, "\(name) has no such answer to “\(place.question)”.",
        remedy: "Look at it again.")
    }
    entry.subject = place.question.rawValue
    entry.from = answers[index].answer
    answers.remove(at: index)
  }
}

extension Hold {
  /// Whether a side's outbound touch on a channel, however it is spelt, breaks it while it lasts.
  public func covers(_ side: Side, on channel: Channel) -> Bool {
    (sides.isEmpty || sides.contains(side))
      && (channels.isEmpty || channels.contains { $0.isSame(as: channel) })
  }
}

extension Consent {
  /// What is forbidden, in words.
  public var words: String {
    switch (doNotEmail, doNotCall) {
    case (true, true): "no e-mail, no calls"
    case (true, false): "no e-mail"
    case (false, true): "no calls"
    case (false, false): "nothing forbidden"
    }
  }

  /// Whether it allows what another forbids.
  func isWider(than other: Consent) -> Bool {
    (other.doNotEmail && !doNotEmail) || (other.doNotCall && !doNotCall)
  }
}
