import BatonModel

/// The sections about what happened, between whom, and what stands in the way.
extension LeadPage {
  var obstacles: [Entry] {
    let roadblocks = lead.roadblocks.map { block in
      Entry(
        block.stands ? "roadblock" : "resolved",
        joined(
          "\(block.kind) (\(block.origin.rawValue))", block.words.map { "“\($0)”" },
          "since \(time(block.opened))", member(block.owner), block.fix))
    }
    let objections = lead.objections.map { objection in
      Entry(
        "objection",
        joined(
          objection.code, objection.words.map { "“\($0)”" },
          objection.answeredAt.map { "answered \(time($0))" } ?? "unanswered"))
    }
    let asks = lead.asks.map { ask in
      Entry(
        "ask",
        joined("“\(ask.words)”", ask.answeredAt.map { "answered \(time($0))" } ?? "unanswered"))
    }
    return roadblocks + objections + asks
  }

  var contact: [Entry] {
    let consent = lead.consent
    let forbidden = joined(
      consent.doNotEmail ? "no e-mail" : nil, consent.doNotCall ? "no calls" : nil)
    let summary = LeadSummary(lead)
    let holds = reckoning.holds(on: summary).map { standing in
      let hold = standing.hold
      let sides = hold.sides.map(\.rawValue).joined(separator: " and ")
      return Entry(
        "hold",
        joined(
          "until \(time(hold.end))", sides.isEmpty ? "all sides" : sides,
          hold.channels.map(\.rawValue).joined(separator: " and "), hold.reason, hold.by,
          hold.scope == .company ? "the whole company" : nil,
          standing.lead == lead.id ? nil : "stands on \(standing.name)",
          "so far \(lead.cost(of: hold, asOf: reckoning.now).words)"))
    }
    return [entry("consent", joined(forbidden, consent.note))].compactMap { $0 } + holds
  }

  var handoffs: [Entry] {
    lead.handoffs.map { handoff in
      Entry(
        handoff.state(asOf: reckoning.now).rawValue,
        joined(
          "\(handoff.from.rawValue) → \(handoff.to.rawValue)",
          "offered \(time(handoff.offeredAt)) by \(handoff.offeredBy)",
          handoff.offeredTo.flatMap { member($0) }.map { "to \($0)" },
          handoff.due.map { "due \(time($0))" }, reason(handoff.reason),
          handoff.proof.map { "proof: \($0.kind.rawValue) \(time($0.at))" },
          handoff.packet?.note))
    }
  }

  var feedback: [Entry] {
    lead.feedback.flatMap { feedback in
      let said = joined(
        feedback.verdict?.rawValue, reason(feedback.reason),
        feedback.quality.map { "quality \($0)" }, feedback.note,
        feedback.retracted == nil ? nil : "taken back")
      let answer = feedback.answer.map { answer in
        Entry("  answer", joined(time(answer.at), answer.by, answer.action, answer.note))
      }
      return [Entry(feedback.side.rawValue, joined(time(feedback.at), feedback.by, said)), answer]
        .compactMap { $0 }
    }
  }

  /// Touches and notes of both sides, the latest first; changes of fields stand in the history.
  var timeline: [Entry] {
    let collisions = TouchCrossings(lead, within: board.windows.collisionHours).collisions
    let standing = lead.touches.enumerated().filter { $0.element.retracted == nil }
    let touches = standing.map { place, touch in
      let collision = collisions[place].map { "collides with \(lead.touches[$0].side.rawValue)" }
      let arrow =
        touch.direction == .inbound
        ? "buyer → \(touch.side.rawValue)" : "\(touch.side.rawValue) → buyer"
      return (
        touch.at,
        joined(
          arrow, touch.channel.rawValue, touch.outcome?.words, touch.summary,
          touch.by.map { member(MemberID($0)) ?? $0 }, collision)
      )
    }
    let notes = lead.notes.filter { $0.retracted == nil }.map { note in
      (note.at, "note by \(member(MemberID(note.by)) ?? note.by): \(note.text)")
    }
    return (touches + notes).sorted { $0.0 > $1.0 }.map { Entry(time($0.0), $0.1) }
  }

  var history: [Entry] {
    lead.history.reversed().map { change in
      Entry(time(change.at), "\(change.id)  \(change.by)  \(change.words(board.calendar))")
    }
  }
}
