import BatonModel
import TerminalCanvas

/// What the buyer told us, and who they are.
extension LeadFacts {
  /// Why they came, in sentences of which each fact carries its sign.
  var openingLine: StyledText? {
    let opening = OpeningLine(lead, on: board, campaigns: campaigns, collateral: collateral)
    var text = StyledText()
    for sentence in opening.sentences {
      if !text.runs.isEmpty { text.append(" ") }
      for part in sentence {
        switch part {
        case .words(let words): text.append(words, look[.textDim])
        case .fact(let fact, let provenance):
          text += marked(self.text(fact).truncated(to: 40), provenance)
        case .quote(let words, let provenance):
          let short = self.text(words, .textStrong).truncated(to: 80)
          text += marked(
            self.text("“", .textStrong) + short + self.text("”", .textStrong), provenance)
        }
      }
    }
    return text.runs.isEmpty ? nil : text
  }

  /// Answers by what they qualify, then what nobody answered or asked.
  func addAnswers(to page: inout PageLines) {
    page.section("ANSWERS") { page in
      for (subject, answers) in answersBySubject {
        for (place, answer) in answers.enumerated() {
          let label = place == 0 ? subject?.rawValue ?? "" : ""
          page.row(label, row(of: answer))
        }
      }
      addMissing(to: &page)
    }
  }

  private func row(of answer: SurveyAnswer) -> StyledText {
    let known = board.questions.first { $0.id == answer.question }
    let question = known?.text ?? answer.asked ?? answer.question.rawValue
    return marked(text(answer.answer), answer.provenance ?? .declared)
      + text("  ") + text(question, .textFaint)
  }

  /// The answers that qualify, in the order of what they qualify, then the others.
  private var answersBySubject: [(Question.Qualifies?, [SurveyAnswer])] {
    let subjects = Dictionary(
      board.questions.map { ($0.id, $0.qualifies) }, uniquingKeysWith: { first, _ in first })
    let groups = Dictionary(grouping: lead.answers) { subjects[$0.question] ?? nil }
    let order: [Question.Qualifies?] = Question.Qualifies.allCases.map { $0 } + [nil]
    return order.compactMap { subject in groups[subject].map { (subject, $0) } }
  }

  private func addMissing(to page: inout PageLines) {
    let asked = Set(board.questions.compactMap(\.qualifies))
    let missing = Question.Qualifies.allCases.filter { lead.answer(about: $0, on: board) == nil }
    let unanswered = missing.filter(asked.contains).map(\.rawValue)
    let unasked = missing.filter { !asked.contains($0) }.map(\.rawValue)
    if !unanswered.isEmpty {
      page.row("no answer", text(unanswered.joined(separator: ", "), .warn), labelRole: .warn)
    }
    if !unasked.isEmpty {
      page.row("not asked", text(unasked.joined(separator: ", "), .warn), labelRole: .warn)
    }
  }

  /// The people on the buyer's side: their part, how to reach them, what they must agree to.
  func addPeople(to page: inout PageLines) {
    page.section("PEOPLE") { page in
      for person in lead.people {
        var who = text(person.name, .textStrong)
        if let title = person.title { who += text(", ", .textDim) + text(title, .textDim) }
        page.row(person.part?.rawValue ?? "", who, maxLines: 2)
        page.row(
          "",
          packed: [
            contact(person.email, isForbidden: lead.consent.doNotEmail),
            contact(person.phone, isForbidden: lead.consent.doNotCall),
          ].compactMap { $0 })
        for approval in person.approvals { page.row("", row(of: approval), maxLines: 2) }
      }
      if lead.people.isEmpty { page.line(text("nobody is named", .textFaint)) }
    }
  }

  /// An address or a number; crossed where the buyer does not want to be reached by it.
  private func contact(_ address: String?, isForbidden: Bool) -> StyledText? {
    address.map { address in
      isForbidden ? text("× ", .flagConsent) + text(address, .textFaint) : text(address)
    }
  }

  private func row(of approval: Approval) -> StyledText {
    var text = text("\(approval.state.glyph) ", approval.state.role)
    text += self.text(approval.subject)
    var words = " \(approval.state.rawValue)"
    if let at = approval.at { words += " \(day(at))" }
    if let due = approval.due, approval.state != .given { words += ", due \(day(due))" }
    text += self.text(words, approval.state == .given ? .textFaint : approval.state.role)
    if let note = approval.note { text += self.text(": ", .textDim) + self.text(note, .textDim) }
    return text
  }
}

extension Approval.State {
  /// The glyph of how far an approval is: told apart without colour.
  var glyph: String {
    switch self {
    case .needed: "○"
    case .asked: "…"
    case .given: "✓"
    case .refused: "✗"
    }
  }

  var role: Role {
    switch self {
    case .needed, .asked: .warn
    case .given: .good
    case .refused: .bad
    }
  }
}
