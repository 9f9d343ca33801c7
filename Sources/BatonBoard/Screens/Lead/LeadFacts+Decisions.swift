import BatonModel
import BatonReports
import TerminalCanvas

/// What meetings decided about the lead.
extension LeadFacts {
  /// How many of those that are done with are told of.
  private static let closedShown = 2

  func addDecisions(to page: inout PageLines) {
    page.section("DECIDED") { page in
      let open = decisions.filter(\.state.isOpen)
      for standing in open {
        page.row(
          standing.state == .overdue ? "overdue" : "◆ open", row(of: standing),
          labelRole: standing.state == .overdue ? .bad : .flagDecision)
      }
      // What was done last says more than what was done long ago.
      let closed = decisions.filter { !$0.state.isOpen }.sorted { $0.meeting > $1.meeting }
      for standing in closed.prefix(LeadFacts.closedShown) {
        page.row(standing.state == .done ? "done" : "given up", row(of: standing), maxLines: 2)
      }
    }
  }

  private func row(of standing: DecisionStanding) -> StyledText {
    let decision = standing.decision
    let isOpen = standing.state.isOpen
    let due = decision.dueDay.map { "until \(day(board.calendar.instant(of: $0)))" }
    return list([
      text(view.words(decision.text), isOpen ? .textStrong : .textDim),
      decision.owner.map { text(name(view.member($0, on: board)), .textDim) }
        ?? (isOpen ? text("nobody’s", .warn) : nil),
      (due ?? decision.due).map { text($0, standing.state == .overdue ? .bad : .textDim) },
      decision.roadblock.map { text("▲ \($0)", .textDim) },
      text("decided \(standing.meeting)", .textFaint),
    ])
  }
}
