import BatonModel
import BatonReports
import TerminalCanvas

/// Decisions in words: who does them until when, about what.
enum DecisionWords {
  /// `  Maria Costa · until Fri · Ana Ruiz`, with what is overdue in its colour.
  static func facts(
    of standing: DecisionStanding, _ state: BoardState, _ look: Look
  ) -> StyledText {
    let decision = standing.decision
    var parts: [StyledText] = []
    if let owner = decision.owner.map({ state.meetingView.member($0, on: state.board) }) {
      parts.append(
        StyledText(state.board.member(owner)?.name ?? owner.rawValue, look[.textDim]))
    }
    if let due = due(decision, state) {
      parts.append(StyledText(due, look[standing.state == .overdue ? .bad : .textDim]))
    }
    if let about = about(decision.leads, state) { parts.append(StyledText(about, look[.textDim])) }
    if let kind = decision.roadblock {
      parts.append(StyledText("▲ \(kind)", look[.flagRoadblock]))
    }
    return parts.reduce(into: StyledText()) { text, part in
      text.append(text.runs.isEmpty ? "  " : " · ", look[.textFaint])
      text += part
    }
  }

  /// Until when: `until Fri`, `until 4 Dec`.
  static func due(_ decision: Decision, _ state: BoardState) -> String? {
    guard let day = decision.dueDay else { return decision.due.map { "until \($0)" } }
    return "until " + Wording.day(state.board.calendar.instant(of: day), state.reckoning)
  }

  /// The leads by name, or how many they are; their number alone where names are masked.
  static func about(_ leads: [LeadID], _ state: BoardState) -> String? {
    guard !leads.isEmpty else { return nil }
    guard leads.count <= 2, !state.meetingView.masksNames else {
      return Wording.count(leads.count, "lead", "leads")
    }
    return leads.map { state.shelf[$0]?.name ?? $0.rawValue }.joined(separator: ", ")
  }

  /// What a line that is being typed is understood as, so far.
  static func understood(
    _ prompt: Prompt, _ line: DecisionLine, _ state: BoardState, _ look: Look
  ) -> StyledText {
    var draft = line.draft
    if case .decision(let lead?) = prompt.purpose { draft.leads.append(lead) }
    var decision = Decision(
      id: "", text: draft.text, owner: draft.owner, due: draft.due?.description)
    decision.leads = draft.leads
    decision.roadblock = draft.roadblock
    let standing = DecisionStanding(
      decision, of: state.meetingDate, asOf: state.reckoning.now, on: state.board.calendar)
    let facts = facts(of: standing, state, look)
    let words =
      draft.text.isEmpty ? StyledText("…", look[.textFaint]) : StyledText("“\(draft.text)”")
    return StyledText("→ ", look[.hintKey]) + words + facts
  }
}
