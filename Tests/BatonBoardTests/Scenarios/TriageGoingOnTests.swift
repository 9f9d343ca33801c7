import BatonModel
import TerminalCanvas
import Testing

@testable import BatonBoard

/// Keys that follow a decision in triage: whose lead they are about once the queue has gone on.
@Suite struct TriageGoingOnTests {
  /// Two leads with a step overdue: whoever accepts one is asked nothing more.
  private static let leads: [Lead] = [
    Fixtures.lead("ida", "Ida Moen", in: "qualify", days: 9) { lead in
      lead.owner = "maria"
      lead.nextStep = NextStep(kind: .call, due: Fixtures.ago(days: 2))
    },
    Fixtures.lead("kit", "Kit Berg", in: "qualify", days: 8) { lead in
      lead.owner = "maria"
      lead.nextStep = NextStep(kind: .call, due: Fixtures.ago(days: 1))
    },
  ]

  private func robot(_ leads: [Lead] = leads) -> BoardRobot {
    let robot = BoardRobot(leads)
    robot.press("i")
    return robot
  }

  private func current(_ robot: BoardRobot) -> LeadID? { robot.state.triage?.current?.lead.id }

  // MARK: - What the message offers

  @Test func noKeyIsOfferedForALeadThatTheQueueHasLeft() {
    let robot = robot()
    robot.press("y")
    #expect(robot.leads["ida"]?.feedback.last?.verdict == .accept)
    #expect(current(robot) == "kit")
    #expect(robot.statusLine.contains("✓ Accepted."))
    #expect(!robot.statusLine.contains("s says how good it is"))
  }

  @Test func noKeyIsOfferedWhileAQuestionTakesTheKeys() {
    let robot = BoardRobot(TriageTests.leads)
    robot.press("i down y")
    #expect(robot.screen.contains { $0.contains("What happens next with Bea Lund?") })
    #expect(!robot.statusLine.contains("s says how good it is"))
  }

  @Test func onItsPageTheLeadThatWasAcceptedIsRated() {
    let robot = robot()
    robot.press("enter y")
    #expect(robot.statusLine.contains("✓ Accepted. s says how good it is."))
    robot.press("s 5")
    #expect(robot.leads["ida"]?.quality == 5)
    #expect(robot.leads["kit"]?.quality == nil)
  }
}
