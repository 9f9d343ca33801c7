import BatonModel
import TerminalCanvas
import Testing

@testable import BatonBoard

/// Two people on the same field of a lead: the second is asked.
@Suite struct OvertakenTests {
  /// Maria is typing an amount for Ana while Jonas sets another.
  private func robotAfterBoth() throws -> BoardRobot {
    let robot = BoardRobot()
    robot.press("down")
    #expect(robot.state.selection.lead == "ana")
    robot.press("$")
    robot.type("15k")
    try robot.writeOutside("ana") { lead in
      let jonas = CommandContext(
        board: Fixtures.board, actor: "jonas", now: Fixtures.now, newEntryID: { "j1" })
      try? lead.apply(.amount(Money(minorUnits: 900_000, currency: "EUR")), in: jonas)
    }
    robot.press("enter")
    return robot
  }

  @Test func theSecondSeesTheFirstsChangeAndNameAndIsAsked() throws {
    let robot = try robotAfterBoth()
    #expect(robot.leads["ana"]?.amount?.minorUnits == 900_000)
    let screen = robot.screen.joined(separator: "\n")
    #expect(screen.contains("Jonas Weber changed Ana Ruiz first, today 14:02"))
    #expect(screen.contains("Leave it so"))
    #expect(screen.contains("→ €9 000"))
    #expect(screen.contains("Do it anyway  amount → €15 000"))
  }

  @Test func leavingItKeepsTheFirst() throws {
    let robot = try robotAfterBoth()
    robot.press("enter")
    #expect(robot.leads["ana"]?.amount?.minorUnits == 900_000)
    #expect(robot.state.overlays.isEmpty)
  }

  @Test func insistingReplacesTheFirst() throws {
    let robot = try robotAfterBoth()
    robot.press("down enter")
    #expect(robot.leads["ana"]?.amount?.minorUnits == 1_500_000)
    #expect(robot.leads["ana"]?.history.map(\.by).suffix(2) == ["jonas", "maria"])
    #expect(robot.statusLine.contains("✓ Amount: €15 000."))
  }

  @Test func whatWasSeenBeforeTheCommandWasBegunIsWhatCounts() throws {
    let robot = BoardRobot()
    robot.press("down")
    try robot.writeOutside("ana") { $0.stage = "qualify" }
    robot.press("$")
    robot.type("15k")
    robot.press("enter")
    #expect(robot.leads["ana"]?.amount?.minorUnits == 1_500_000)
    robot.press("M")
    try robot.writeOutside("ana") { $0.stage = "new" }
    robot.type("propose")
    robot.press("enter")
    #expect(robot.leads["ana"]?.stage == "new")
    #expect(robot.screen.contains { $0.contains("Ana Ruiz was changed outside meanwhile") })
    #expect(robot.screen.contains { $0.contains("Do it anyway  move → Propose") })
  }

  @Test func onesOwnQuickChangesAreNotAskedAbout() {
    let robot = BoardRobot()
    robot.press("down L L")
    #expect(robot.leads["ana"]?.stage == Fixtures.board.stages[2].id)
  }
}
