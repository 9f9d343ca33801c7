import BatonModel

/// What the team decides, what the buyer forbids, where the lead came from, and what was said.
extension LeadWriter {
  // MARK: - What the team decides

  func applyDecisions(
    _ facts: RowFacts, to lead: inout Lead, _ context: RecordContext, _ changes: inout ChangeList
  ) {
    if context.mayDecide(.amount, from: facts, isEmpty: lead.amount == nil) {
      changes.set("amount", &lead.amount, to: facts.amount, as: \.importText)
    }
    if context.mayDecide(.owner, from: facts, isEmpty: lead.owner == nil) {
      changes.set("owner", &lead.owner, to: facts.owner)
    }
    if context.mayDecide(.marketingOwner, from: facts, isEmpty: lead.marketingOwner == nil) {
      changes.set("marketingOwner", &lead.marketingOwner, to: facts.marketingOwner)
    }
    let decides = [ImportField.stage, .outcome, .closed, .lostReason, .parkedUntil].contains {
      context.mayDecide($0, from: facts, isEmpty: false)
    }
    if decides { applyPlace(facts.place, to: &lead, &changes) }
  }

  /// Moves the lead to where the file says, as of when it says, and parks or revives it.
  private func applyPlace(
    _ place: PlaceFacts, to lead: inout Lead, _ changes: inout ChangeList
  ) {
    let stage = place.stage ?? lead.stage
    if stage != lead.stage {
      changes.note("stage", before: lead.stage.rawValue, after: stage.rawValue)
      let entered = place.entered ?? place.closed ?? now
      let latest = lead.visits.last?.entered ?? entered
      lead.stage = stage
      lead.visits.append(StageVisit(stage: stage, entered: max(entered, latest)))
    }
    let parked = parking(place)
    let isSame =
      parked?.kind == lead.parked?.kind && parked?.reason == lead.parked?.reason
      && (place.closed == nil || parked?.since == lead.parked?.since)
      && (place.until == nil || parked?.until == lead.parked?.until)
    if isSame { return }
    // A lead that rests until a date does so by the team's word: the file's open does not wake it.
    if parked == nil, let kind = lead.parked?.kind, kind.returns { return }
    changes.note(
      "outcome", before: lead.parked?.kind.rawValue ?? "open",
      after: parked?.kind.rawValue ?? "open")
    lead.parked = parked
  }

  /// How a lead is parked that the file calls ended, or at rest until a date; nil where it does
  /// not.
  func parking(_ place: PlaceFacts) -> Parking? {
    place.outcome.map { outcome in
      Parking(
        kind: outcome, since: place.closed ?? now, until: place.until, reason: place.reason,
        note: place.note, by: Self.actor)
    }
  }

  // MARK: - What the buyer forbids

  func applyConsent(_ facts: RowFacts, to lead: inout Lead, _ changes: inout ChangeList) {
    let before = lead.consent
    if facts.doNotEmail, !lead.consent.doNotEmail {
      lead.consent.doNotEmail = true
      changes.note("consent.doNotEmail", before: "no", after: "yes")
    }
    if facts.doNotCall, !lead.consent.doNotCall {
      lead.consent.doNotCall = true
      changes.note("consent.doNotCall", before: "no", after: "yes")
    }
    if lead.consent != before, lead.consent.provenance == nil {
      lead.consent.provenance = isForm ? .declared : .imported
    }
  }

  // MARK: - Where it came from

  func applyArrivals(
    _ facts: RowFacts, to lead: inout Lead, _ context: RecordContext, _ changes: inout ChangeList
  ) {
    for moment in ArrivalMoment.allCases {
      guard var arrival = facts.arrivals[moment] else { continue }
      // Baton's export tells the contact that stands for the lead, whichever it is.
      if isOwnExport, lead.acquisition.principal != nil { continue }
      // What created a lead that came in otherwise was something else: this is a later contact,
      // as is whatever a buyer sends after the first time.
      let isLater = !context.isCreator || (isForm && lead.acquisition.creating != nil)
      let meant = moment == .creating && isLater ? .last : moment
      if moment == .creating, arrival.at == nil { arrival.at = facts.createdAt }
      let path: WritableKeyPath<Acquisition, Arrival?> =
        switch meant {
        case .first: \.first
        case .creating: \.creating
        case .last: \.last
        }
      if isForm, moment == .creating, arrival.at == nil { arrival.at = now }
      if isForm, meant == .last { lead.acquisition.last = nil }
      var held = lead.acquisition[keyPath: path] ?? Arrival()
      if lead.acquisition[keyPath: path] == nil { held.provenance = arrival.provenance }
      merge(arrival, into: &held, at: meant, &changes)
      lead.acquisition[keyPath: path] = held
    }
  }

  private func merge(
    _ new: Arrival, into held: inout Arrival, at moment: ArrivalMoment,
    _ changes: inout ChangeList
  ) {
    func merge<Value: Equatable>(
      _ field: ArrivalField, _ path: WritableKeyPath<Arrival, Value?>,
      as text: (Value) -> String = { "\($0)" }
    ) {
      guard new[keyPath: path] != nil else { return }
      let known = held.provenance(of: field.rawValue)
      let isGuess = held.provenanceOf[field.rawValue] == .guessed
      guard held[keyPath: path] == nil || known == .imported || isGuess else { return }
      let told = new.provenance(of: field.rawValue)
      // A guess never takes the place of what somebody has said.
      if told == .guessed, held[keyPath: path] != nil, !isGuess { return }
      held.provenanceOf[field.rawValue] = told == held.provenance ? nil : told
      let target = ImportTarget.arrival(moment, field).path
      changes.set(target, &held[keyPath: path], to: new[keyPath: path], as: text)
    }
    merge(.at, \.at, as: \.rfc3339)
    merge(.source, \.source)
    merge(.medium, \.medium)
    merge(.campaign, \.campaign)
    merge(.term, \.term)
    merge(.content, \.content)
    merge(.referrer, \.referrer)
    merge(.landingPage, \.landingPage)
    merge(.form, \.form)
    merge(.adHeadline, \.ad, as: \.headline)
    for (name, id) in new.clickIDs.sorted(by: { $0.key < $1.key }) {
      changes.set("acquisition.click:\(name)", &held.clickIDs[name], to: id)
    }
  }

  // MARK: - What was said

  func applyAnswers(
    _ answers: [SurveyAnswer], to lead: inout Lead, _ changes: inout ChangeList
  ) {
    for answer in answers {
      let field = ImportTarget.answer(answer.question).path
      let same = lead.answers.indices.filter { lead.answers[$0].question == answer.question }
      if same.contains(where: { lead.answers[$0].answer == answer.answer }) { continue }
      if !isForm, let ours = same.first(where: { lead.answers[$0].provenance == .imported }) {
        changes.note(field, before: lead.answers[ours].answer, after: answer.answer)
        lead.answers[ours].answer = answer.answer
      } else {
        changes.note(field, after: answer.answer)
        lead.answers.append(answer)
      }
    }
  }

  /// What a buyer sent is a touch, with what they wrote and what they say otherwise than the lead
  /// does; notes and tags are the team's.
  func applySubmission(
    _ facts: RowFacts, to lead: inout Lead, _ context: RecordContext, _ changes: inout ChangeList
  ) {
    if !facts.tags.isEmpty {
      changes.noteUnlike("tags", facts.tags.joined(separator: ", "))
    }
    let id = EntryID(
      StableName.make(lead.id.rawValue, "touch", context.record, facts.signature))
    guard !lead.touches.contains(where: { $0.id == id }) else { return }
    var touch = Touch(
      id: id, at: facts.createdAt ?? now, side: .marketing, direction: .inbound, channel: .form)
    let key = facts.person.email.flatMap(ContactKey.email)
    touch.person =
      lead.people.first {
        key != nil && $0.email.flatMap(ContactKey.email) == key
      }?.id
    let arrival = facts.arrivals[.creating]
    let said = [arrival?.form].compactMap { $0 } + facts.notes
    let unlike = changes.unlike.joined(separator: ", ")
    let parts = [said.joined(separator: ": "), unlike.isEmpty ? "" : "says otherwise: \(unlike)"]
      .filter { !$0.isEmpty }
    touch.summary = parts.isEmpty ? nil : parts.joined(separator: "; ")
    touch.campaign = arrival?.campaign
    lead.touches.append(touch)
    changes.note("touch", after: touch.summary ?? "form")
  }

  private func applyTags(
    _ tags: [String], to lead: inout Lead, _ changes: inout ChangeList
  ) {
    for tag in tags where !lead.tags.contains(tag) {
      lead.tags.append(tag)
      changes.note("tags", after: tag)
    }
  }

  func applyWords(
    _ facts: RowFacts, to lead: inout Lead, _ context: RecordContext, _ changes: inout ChangeList
  ) {
    applyTags(facts.tags, to: &lead, &changes)
    for text in facts.notes {
      let id = EntryID(StableName.make(lead.id.rawValue, "note", context.record, text))
      guard !lead.notes.contains(where: { $0.id == id }) else { continue }
      lead.notes.append(Note(id: id, at: now, by: Self.actor, text: text))
      changes.note("note", after: text)
    }
    applyFeedback(facts, to: &lead, context, &changes)
  }

  private func applyFeedback(
    _ facts: RowFacts, to lead: inout Lead, _ context: RecordContext, _ changes: inout ChangeList
  ) {
    guard facts.quality != nil || facts.feedbackNote != nil else { return }
    let quality = facts.quality.map(String.init) ?? ""
    let id = EntryID(
      StableName.make(
        lead.id.rawValue, "feedback", context.record, quality, facts.feedbackNote ?? ""))
    guard !lead.feedback.contains(where: { $0.id == id }) else { return }
    lead.feedback.append(
      Feedback(
        id: id, at: now, by: Self.actor, side: .sales, quality: facts.quality,
        note: facts.feedbackNote))
    let parts = [quality, facts.feedbackNote ?? ""].filter { !$0.isEmpty }
    changes.note("feedback", after: parts.joined(separator: ": "))
  }

  // MARK: - What Baton has no field for

  func keepCells(
    _ facts: RowFacts, on lead: inout Lead, _ context: RecordContext, _ changes: inout ChangeList
  ) {
    var kept = context.base
    for member in facts.kept where kept[member.key] != member.value {
      if isForm, kept[member.key] != nil {
        changes.noteUnlike("extra:\(member.key)", member.value.string ?? "")
        continue
      }
      changes.note(
        "extra:\(member.key)", before: kept[member.key]?.string,
        after: member.value.string ?? "")
      kept[member.key] = member.value
    }
    if !isOwnExport { kept[Self.signatureKey] = .string(facts.signature) }
    if kept != context.base { lead.imported[context.record] = kept }
  }
}
