import BatonModel
import BatonReports
import TerminalCanvas

/// From hand to hand, and what each side said of the lead.
extension LeadFacts {
  func addHandoffs(to page: inout PageLines) {
    page.section("HANDOFFS") { page in
      for handoff in lead.handoffs.reversed() { add(handoff, to: &page) }
    }
  }

  func add(_ handoff: Handoff, to page: inout PageLines) {
    var text = text("\(handoff.from.rawValue) → \(handoff.to.rawValue)", .textStrong)
    text += self.text(
      "  offered \(day(handoff.offeredAt)) by \(name(handoff.offeredBy))", .textDim)
    text += self.text(" to \(handoff.offeredTo.map(name) ?? "whoever takes it")", .textDim)
    if let answered = handoff.answeredAt {
      let who = handoff.answeredBy.map { " by \(name($0))" } ?? ""
      let why = handoff.reason.map { ": \(title($0))" } ?? ""
      text += self.text(", \(handoff.state.rawValue) \(day(answered))\(who)\(why)", .textDim)
    } else if handoff.isOffered, let due = handoff.due {
      let isLate = due < reckoning.now
      text += self.text(", due \(moment(due))", isLate ? .cardAgeLate : .textDim)
    }
    if let taken = takenBack(handoff.retracted) { text += self.text(", ", .textFaint) + taken }
    page.row(
      handoff.state(asOf: reckoning.now).rawValue, text,
      labelRole: handoff.isWaiting ? .warn : .textFaint)
    if let proof = handoff.proof {
      let words = "\(proof.kind.rawValue) \(moment(proof.at))"
      page.row(
        "proof",
        self.text(words)
          + self.text(", booked \(day(proof.bookedAt)) by \(name(proof.by))", .textDim))
    } else if handoff.state == .accepted {
      page.row("proof", self.text("none: no next step is booked", .warn))
    }
    if let packet = handoff.packet { add(packet, to: &page) }
  }

  private func add(_ packet: Packet, to page: inout PageLines) {
    for promise in packet.promises { page.row("promised", text(promise)) }
    for risk in packet.risks { page.row("risk", text(risk)) }
    for ask in packet.asks { page.row("asked for", quote(ask)) }
    let people = packet.people.map { id in
      text(lead.people.first { $0.id == id }?.name ?? id.rawValue)
    }
    if !people.isEmpty { page.row("meet", list(people)) }
    if let note = packet.note { page.row("told", text(note), maxLines: 4) }
  }

  /// The feedback as a thread: each verdict with its answer below it, the latest first.
  func addFeedback(to page: inout PageLines) {
    page.section("FEEDBACK") { page in
      for feedback in lead.feedback.reversed() {
        page.row(
          feedback.side.rawValue,
          list([
            verdict(of: feedback), feedback.note.map { quote($0) },
            text("\(name(feedback.by)) \(day(feedback.at))", .textFaint),
            takenBack(feedback.retracted),
          ]), labelRole: Look.role(of: feedback.side))
        if let answer = feedback.answer {
          page.row(
            "  answer",
            list([
              text(answer.action), answer.note.map { quote($0) },
              text("\(name(answer.by)) \(day(answer.at))", .textFaint),
            ]))
        } else if feedback.awaitsAnswer {
          let days = Wording.span(since: feedback.at, now: reckoning.now)
          page.row("  answer", text("awaited for \(days)", .warn), labelRole: .warn)
        }
      }
    }
  }

  /// A verdict with its reason and the quality.
  func verdict(of feedback: Feedback) -> StyledText {
    var text = StyledText()
    if let verdict = feedback.verdict {
      text += self.text(verdict.rawValue, feedback.retracted == nil ? .textStrong : .textFaint)
    }
    if let reason = feedback.reason {
      text += self.text(text.runs.isEmpty ? "" : ": ") + self.text(title(reason))
    }
    if let quality = feedback.quality {
      text += self.text(text.runs.isEmpty ? "" : " ") + stars(quality)
    }
    return text
  }

  /// That an entry no longer counts.
  func takenBack(_ retraction: Retraction?) -> StyledText? {
    retraction.map { text("taken back by \(name($0.by))", .textFaint) }
  }
}
