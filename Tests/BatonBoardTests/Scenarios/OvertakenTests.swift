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

  // MARK: - What comes late

  private func summary(_ robot: BoardRobot, amount: Int, revision: Int) throws -> LeadSummary {
    var lead = try #require(robot.leads["ana"])
    lead.amount = Money(minorUnits: amount, currency: "EUR")
    lead.revision += revision
    return LeadSummary(lead)
  }

  /// A command is answered once its change is on the disk for good; the file was seen before.
  @Test func anAnswerDoesNotCoverNewerNews() throws {
    let robot = BoardRobot()
    let (ours, theirs) = (
      try summary(robot, amount: 500_000, revision: 1),
      try summary(robot, amount: 777_700, revision: 2)
    )
    robot.send(.leadsChanged([theirs], removed: [], at: Fixtures.now))
    robot.send(.applied(ours, change: nil, message: "Amount set."))
    #expect(robot.state.shelf["ana"]?.amount?.minorUnits == 777_700)
    #expect(robot.statusLine.contains("Amount set."))
  }

  @Test func anAnswerDoesNotBringADeletedLeadBack() throws {
    let robot = BoardRobot()
    let ours = try summary(robot, amount: 500_000, revision: 1)
    robot.send(.leadsChanged([], removed: ["ana"], at: Fixtures.now))
    robot.send(.applied(ours, change: nil, message: "Amount set."))
    #expect(robot.state.shelf["ana"] == nil)
  }

  @Test func whatCouldNotBeTakenBackStillCan() throws {
    let robot = BoardRobot()
    robot.press("down $")
    robot.type("15k")
    robot.press("enter n")
    robot.type("Called")
    robot.press("enter")
    let note = try #require(robot.state.undoable.last)
    guard case .lead(let change) = note else {
      Issue.record("\(note) is no change of a lead.")
      return
    }
    // The key takes the change from the list, and then the disk is full.
    let effects = robot.state.update(.keyPressed(.character("u")))
    #expect(effects.count == 1)
    #expect(robot.state.undoable.count == 1)
    robot.send(.undoFailed("Cannot lock leads-07. Try again.", change))
    #expect(robot.state.undoable.last == note)
    #expect(robot.screen.contains { $0.contains("Cannot lock leads-07.") })
    robot.press("u")
    #expect(robot.leads["ana"]?.amount?.minorUnits == 1_500_000)
    #expect(robot.leads["ana"]?.history.last?.command == "retract")
  }

  @Test func onesOwnQuickChangesAreNotAskedAbout() {
    let robot = BoardRobot()
    robot.press("down L L")
    #expect(robot.leads["ana"]?.stage == Fixtures.board.stages[2].id)
  }
}
