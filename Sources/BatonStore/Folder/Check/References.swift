import BatonModel

extension Board: ReferencingRecord {
  func check(_ references: inout ReferenceCheck) {
    if stages.isEmpty {
      references.note(at: "stages", "the board has no stage", remedy: "add at least one stage")
    }
    references.expectCurrency(currency)
    references.expectDistinct(stages.map(\.id), at: "stages")
    references.expectDistinct(team.map(\.id), at: "team")
    references.expectDistinct(reasons.map(\.id), at: "reasons")
    references.expectDistinct(journey.map(\.id), at: "journey")
    references.expectDistinct(questions.map(\.id), at: "questions")
    references.each(team, at: "team") { $0.expect(.member, $1.manager, at: "manager") }
    references.each(journey, at: "journey") { $0.expect(.stage, $1.stage, at: "stage") }
  }
}

extension Campaign: ReferencingRecord {
  func check(_ references: inout ReferenceCheck) {
    references.expect(.member, owner, at: "owner")
    references.expectAmount(cost, at: "cost")
  }
}

extension Collateral: ReferencingRecord {
  func check(_ references: inout ReferenceCheck) {
    references.expect(.member, owner, at: "owner")
    references.expect(.step, each: servesSteps, at: "servesSteps")
  }
}

extension Meeting: ReferencingRecord {
  func check(_ references: inout ReferenceCheck) {
    references.expect(.member, each: present, at: "present")
    references.expectDistinct(decisions.map(\.id), at: "decisions")
    references.expectDistinct(history.map(\.id), at: "history")
    references.each(decisions, at: "decisions") { references, decision in
      references.expect(.member, decision.owner, at: "owner")
      references.expect(.lead, each: decision.leads, at: "leads")
      if let due = decision.due, decision.dueDay == nil {
        references.note(
          at: "due", "\(FileFault.quote(due)) is no day", remedy: "write it as 2026-12-01")
      }
    }
    if day == nil {
      references.note(
        at: "date", "\(FileFault.quote(date)) is no day",
        remedy: "name the file and its date after the day of the meeting, as 2026-12-01")
    }
  }
}

extension Lead: ReferencingRecord {
  func check(_ references: inout ReferenceCheck) {
    references.expect(.stage, stage, at: "stage")
    references.expect(.member, owner, at: "owner")
    references.expect(.member, marketingOwner, at: "marketingOwner")
    references.expectAmount(amount, at: "amount")
    references.each(visits, at: "visits") { $0.expect(.stage, $1.stage, at: "stage") }
    references.within(parked, at: "parked") { references, parked in
      references.expect(.reason, parked.reason, at: "reason")
      references.expect(.stage, parked.returnsTo, at: "returnsTo")
      guard parked.kind == .waiting else { return }
      if parked.until == nil {
        references.note(
          at: "kind", "a lead that waits has no date on which it returns",
          remedy: "add \"until\", as 2026-12-01T09:00:00Z")
      }
      if parked.reason == nil, parked.note == nil {
        references.note(
          at: "kind", "a lead that waits has no reason",
          remedy: "add \"reason\", a code of the board, or a \"note\"")
      }
    }
    references.within(nextStep, at: "nextStep") { $0.expect(.member, $1.owner, at: "owner") }
    references.within(acquisition, at: "acquisition") { references, acquisition in
      for (key, arrival) in [
        ("first", acquisition.first), ("creating", acquisition.creating),
        ("last", acquisition.last),
      ] {
        references.within(arrival, at: key) { $0.expect(.campaign, $1.campaign, at: "campaign") }
      }
    }
    checkLists(&references)
    checkIDs(&references)
  }

  private func checkLists(_ references: inout ReferenceCheck) {
    references.each(answers, at: "answers") { references, answer in
      // A question that the board does not know may be asked in its own words.
      if answer.asked == nil { references.expect(.question, answer.question, at: "question") }
    }
    references.each(touches, at: "touches") { references, touch in
      if let person = touch.person, !people.contains(where: { $0.id == person }) {
        references.note(
          at: "person", "the lead has no person \(FileFault.quote(person.rawValue))",
          remedy: "write one of those under people, or delete the key")
      }
      references.expect(.campaign, touch.campaign, at: "campaign")
      references.expect(.document, touch.collateral, at: "collateral")
      references.expect(.step, touch.step, at: "step")
    }
    references.each(handoffs, at: "handoffs") { references, handoff in
      references.expect(.member, handoff.offeredTo, at: "offeredTo")
      references.expect(.reason, handoff.reason, at: "reason")
    }
    references.each(feedback, at: "feedback") { $0.expect(.reason, $1.reason, at: "reason") }
    references.each(roadblocks, at: "roadblocks") { references, roadblock in
      references.expect(.step, roadblock.step, at: "step")
      references.expect(.member, roadblock.owner, at: "owner")
    }
    references.each(objections, at: "objections") {
      $0.expect(.document, $1.answeredWith, at: "answeredWith")
    }
    references.each(asks, at: "asks") { references, ask in
      references.expect(.step, ask.step, at: "step")
      references.expect(.document, ask.answeredWith, at: "answeredWith")
    }
  }

  private func checkIDs(_ references: inout ReferenceCheck) {
    references.expectDistinct(people.map(\.id), at: "people")
    references.expectDistinct(touches.map(\.id), at: "touches")
    references.expectDistinct(notes.map(\.id), at: "notes")
    references.expectDistinct(handoffs.map(\.id), at: "handoffs")
    references.expectDistinct(feedback.map(\.id), at: "feedback")
    references.expectDistinct(roadblocks.map(\.id), at: "roadblocks")
    references.expectDistinct(objections.map(\.id), at: "objections")
    references.expectDistinct(asks.map(\.id), at: "asks")
    references.expectDistinct(holds.map(\.id), at: "holds")
    references.expectDistinct(history.map(\.id), at: "history")
  }
}
