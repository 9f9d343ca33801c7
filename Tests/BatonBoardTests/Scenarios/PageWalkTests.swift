import BatonModel
import BatonReports
import TerminalCanvas
import Testing

@testable import BatonBoard

/// From the page of a lead to that of the next one: along the list from which it was opened.
@Suite struct PageWalkTests {
  private func page(_ robot: BoardRobot) -> LeadID? { robot.state.page?.id }

  @Test func alongTheQueue() {
    let robot = BoardRobot(TriageTests.leads)
    robot.press("i enter")
    #expect(page(robot) == "cai")
    robot.press("l")
    #expect(page(robot) == "bea")
    #expect(robot.screen.contains { $0.contains("a pilot in May") }, "it is read too")
    robot.press("h h")
    #expect(page(robot) == "cai")
    robot.press("right right right right")
    #expect(page(robot) == "eda", "the last one stays")
    robot.press("escape")
    #expect(robot.state.triage?.current?.lead.id == "eda")
    #expect(robot.state.triage?.lead?.id == "eda")
  }

  /// A lead that is decided leaves the queue: the next one is the one behind it.
  @Test func fromALeadThatHasLeftTheQueue() {
    let robot = BoardRobot(TriageTests.leads)
    robot.press("i down enter r 3")
    #expect(page(robot) == "bea")
    robot.press("l")
    #expect(page(robot) == "dov")
    robot.press("h")
    #expect(page(robot) == "cai")
  }

  @Test func alongTheFeedbackPane() {
    let robot = BoardRobot()
    robot.press("tab enter")
    #expect(page(robot) == "dara")
    robot.press("l")
    #expect(page(robot) == "eva")
    robot.press("l h")
    #expect(page(robot) == "dara", "the last one of the side stays")
    robot.press("escape")
    #expect(robot.state.feedback.selected == "dara")
  }

  @Test func alongTheRowsOfAReport() throws {
    let robot = BoardRobot()
    robot.press("r")
    robot.state.reports?.levels.append(.init(.leads(query: "is:open")))
    robot.send(.timePassed(Fixtures.now))
    let leads = try #require(robot.state.reports?.level.targets)
    #expect(leads.count == 7)
    robot.press("down enter")
    var seen = [page(robot)]
    for _ in 0..<3 {
      robot.press("l")
      seen.append(page(robot))
    }
    #expect(seen.compactMap { $0.map { .lead($0) } } == Array(leads[1...4]))
    robot.press("h h h")
    #expect(page(robot) == seen[0])
    robot.press("l escape")
    #expect(robot.state.reports?.level.selected == 2)
  }

  /// A page that was opened from no list: the column of its lead is walked, and not of another.
  @Test func alongTheLeadsOwnColumn() {
    let robot = BoardRobot()
    robot.press("down")
    #expect(robot.state.selection.lead == "ana")
    _ = robot.state.openPage(of: "dara")
    robot.press("l")
    #expect(page(robot) == "eva")
    robot.press("h")
    #expect(page(robot) == "dara")
  }

  @Test func alongTheColumnOfTheBoard() {
    let robot = BoardRobot()
    robot.press("enter")
    #expect(page(robot) == "chen")
    robot.press("l")
    #expect(page(robot) == "ana")
    robot.press("h")
    #expect(page(robot) == "chen")
    robot.press("l escape")
    #expect(robot.state.selection.lead == "ana")
  }
}
