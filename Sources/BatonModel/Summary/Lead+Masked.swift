/// A lead's page for guests, who may see how it stands but not who it is.
extension Lead {
  /// What stands in the place of words that could name anybody.
  public static let withheld = "not shown to guests"

  /// The lead without what could name its buyer: aliases for people and company, and no address,
  /// number, link or word that somebody wrote. What is left are times, states, codes of the board
  /// and the names of its members.
  ///
  /// - Parameter board: Who is no member of it stays unnamed.
  public func masked(as alias: BuyerAlias, on board: Board) -> Lead {
    let mask = Mask(team: TeamNames(board), people: people)
    var lead = Lead(id: id, name: alias.buyer, stage: stage, createdAt: createdAt)
    lead.revision = revision
    lead.company = alias.company.map { Company(name: $0) }
    lead.people = mask.people.map(\.masked)
    lead.amount = amount
    lead.visits = visits
    lead.parked = parked
    lead.parked?.note = nil
    lead.parked?.by = parked?.by.map(mask.name)
    lead.owner = owner.map(mask.team.name)
    lead.marketingOwner = marketingOwner.map(mask.team.name)
    lead.acquisition.first = acquisition.first?.masked
    lead.acquisition.creating = acquisition.creating?.masked
    lead.acquisition.last = acquisition.last?.masked
    lead.answers = answers.map { answer in
      var answer = answer
      answer.asked = nil
      answer.answer = Lead.withheld
      return answer
    }
    lead.touches = touches.map(mask.touch)
    lead.notes = notes.map { note in
      var masked = Note(id: note.id, at: note.at, by: mask.name(note.by), text: Lead.withheld)
      masked.retracted = note.retracted.map(mask.retraction)
      return masked
    }
    lead.nextStep = nextStep
    lead.nextStep?.note = nil
    lead.nextStep?.owner = nextStep?.owner.map(mask.team.name)
    lead.handoffs = handoffs.map(mask.handoff)
    lead.feedback = feedback.map(mask.feedback)
    lead.roadblocks = roadblocks.map { roadblock in
      var roadblock = roadblock
      roadblock.words = roadblock.words.map { _ in Lead.withheld }
      roadblock.fix = roadblock.fix.map { _ in Lead.withheld }
      roadblock.owner = roadblock.owner.map(mask.team.name)
      return roadblock
    }
    lead.objections = objections.map { objection in
      var objection = objection
      objection.words = objection.words.map { _ in Lead.withheld }
      objection.by = objection.by.map(mask.name)
      return objection
    }
    lead.asks = asks.map { ask in
      var ask = ask
      ask.words = Lead.withheld
      return ask
    }
    lead.holds = holds.map { $0.masked(knowing: mask.team) }
    lead.consent = consent
    lead.consent.note = nil
    lead.history = history.map(mask.entry)
    return lead
  }
}

extension Arrival {
  /// Where and by which campaign and ad somebody came; what was searched for, and every address,
  /// may name them.
  fileprivate var masked: Arrival {
    var arrival = Arrival()
    arrival.at = at
    arrival.source = source
    arrival.medium = medium
    arrival.campaign = campaign
    arrival.ad = ad
    arrival.provenance = provenance
    arrival.provenanceOf = provenanceOf
    return arrival
  }
}

/// Puts aliases and members in the place of names, entry by entry.
private struct Mask {
  struct Someone {
    let id: PersonID
    let masked: Person
  }

  let team: TeamNames
  let people: [Someone]

  init(team: TeamNames, people: [Person]) {
    self.team = team
    self.people = people.enumerated().map { place, person in
      var masked = Person(id: PersonID("p\(place + 1)"), name: "Person \(place + 1)")
      masked.part = person.part
      masked.approvals = person.approvals.map { approval in
        var approval = approval
        approval.subject = Lead.withheld
        approval.note = nil
        return approval
      }
      return Someone(id: person.id, masked: masked)
    }
  }

  /// Whoever did something: a member by their id, others unnamed.
  func name(_ actor: String) -> String { team.name(actor) }

  func person(_ id: PersonID) -> PersonID? { people.first { $0.id == id }?.masked.id }

  func retraction(_ retraction: Retraction) -> Retraction {
    var retraction = retraction
    retraction.by = name(retraction.by)
    return retraction
  }

  func touch(_ touch: Touch) -> Touch {
    var touch = touch
    touch.by = touch.by.map(name)
    touch.person = touch.person.flatMap(person)
    touch.summary = nil
    touch.retracted = touch.retracted.map(retraction)
    return touch
  }

  func handoff(_ handoff: Handoff) -> Handoff {
    var handoff = handoff
    handoff.offeredBy = name(handoff.offeredBy)
    handoff.offeredTo = handoff.offeredTo.map(team.name)
    handoff.answeredBy = handoff.answeredBy.map(name)
    if let proof = handoff.proof { handoff.proof?.by = name(proof.by) }
    if handoff.packet != nil {
      var packet = Packet()
      packet.note = Lead.withheld
      handoff.packet = packet
    }
    handoff.retracted = handoff.retracted.map(retraction)
    return handoff
  }

  func feedback(_ feedback: Feedback) -> Feedback {
    var feedback = feedback
    feedback.by = name(feedback.by)
    feedback.note = feedback.note.map { _ in Lead.withheld }
    if let answer = feedback.answer {
      feedback.answer = FeedbackAnswer(
        at: answer.at, by: name(answer.by), action: Lead.withheld)
    }
    feedback.retracted = feedback.retracted.map(retraction)
    return feedback
  }

  /// A change: from stage to stage it says so, of all others only that they were.
  func entry(_ entry: HistoryEntry) -> HistoryEntry {
    var masked = HistoryEntry(
      id: entry.id, at: entry.at, by: name(entry.by), command: entry.command)
    let isPlace =
      ["move", "revive"].contains(entry.command) || Parking.Kind(rawValue: entry.command) != nil
    guard isPlace else { return masked }
    masked.subject = entry.subject
    masked.from = entry.from
    masked.to = entry.to
    return masked
  }
}
