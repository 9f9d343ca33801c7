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

  // MARK: - Decisions on the page

  @Test func aDecisionOnThePageCounts() {
    let robot = robot()
    robot.press("enter r 1")
    #expect(robot.state.page?.id == "ida", "the page stays")
    robot.press("escape")
    #expect(robot.screen[0].contains("1 of 1 · 1 decided"))
    #expect(current(robot) == "kit")
    #expect(!robot.screen.contains { $0.contains("somebody has seen to it") })
  }

  @Test func aDecisionOnThePageThatIsTakenBackIsShownAgain() {
    let robot = robot()
    robot.press("enter r 1 escape u")
    #expect(current(robot) == "ida")
    #expect(robot.state.triage?.decided == [])
  }

  // MARK: - Keys before the answer

  /// Bea is offered to whoever of sales takes her; Jonas takes her, and the news has not come yet.
  private func robotBehindJonas() throws -> BoardRobot {
    var leads = TriageTests.leads
    leads[0].handoffs[0].offeredTo = nil
    let robot = BoardRobot(leads)
    robot.press("i down")
    #expect(current(robot) == "bea")
    var bea = leads[0]
    try bea.apply(
      .verdict(.init(.accept)),
      in: CommandContext(
        board: Fixtures.board, actor: "jonas", now: Fixtures.now, newEntryID: { "j1" }))
    robot.leads["bea"] = bea
    robot.defersCommands = true
    return robot
  }

  @Test func whatFollowsARefusedDecisionIsNotDone() throws {
    let robot = try robotBehindJonas()
    robot.press("y 4")
    robot.carryOutCommands()
    #expect(robot.leads["bea"]?.nextStep == nil)
    #expect(robot.leads["bea"]?.history.map(\.by) == ["jonas"])
    #expect(robot.screen.contains { $0.contains("jonas accepted Bea Lund") })
    #expect(current(robot) == "bea")
    #expect(robot.state.triage?.decided == [])
  }

  @Test func whatFollowsADecisionThatStandsIsDoneAfterIt() {
    let robot = BoardRobot(TriageTests.leads)
    robot.press("i down")
    robot.defersCommands = true
    robot.press("y 4 escape down")
    robot.carryOutCommands()
    #expect(robot.leads["bea"]?.history.map(\.command) == ["accept", "next"])
    #expect(robot.statusLine.contains("✓ Next: call Mon"))
  }

  @Test func aRefusalOnOneLeadKeepsNothingFromAnother() throws {
    let robot = try robotBehindJonas()
    robot.press("y escape down s 4")
    #expect(current(robot) == "dov")
    robot.carryOutCommands()
    #expect(robot.leads["dov"]?.quality == 4)
  }
}
