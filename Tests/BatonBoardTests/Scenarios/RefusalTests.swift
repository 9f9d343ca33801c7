import BatonModel
import TerminalCanvas
import Testing

@testable import BatonBoard

/// What is refused: before anything is typed where that is known, else with what was typed kept,
/// and for as long as it takes to read it.
@Suite struct RefusalTests {
  /// All that is on the screen, as one text: what is wrapped reads on.
  private func text(_ robot: BoardRobot) -> String {
    robot.screen.joined(separator: " ").split(whereSeparator: { $0 == " " || $0 == "│" })
      .joined(separator: " ")
  }

  private func robot(_ id: LeadID, _ size: Size = Size(80, 24)) throws -> BoardRobot {
    let lead = try #require(Fixtures.leads.first { $0.id == id })
    return BoardRobot([lead], size: size)
  }

  private func prompt(_ robot: BoardRobot) -> Prompt? {
    if case .prompt(let prompt) = robot.state.overlays.last { prompt } else { nil }
  }

  @Test(arguments: [Size(80, 24), Size(120, 40)])
  func anOfferWithoutProofIsRefusedBeforeItIsWritten(_ size: Size) throws {
    let robot = try robot("dara", size)
    robot.press("o")
    #expect(robot.state.overlays.isEmpty)
    #expect(
      text(robot).contains(
        "accepted Dara O’Neill for qualify at 9 Nov 14:02, and the proof is missing. "
          + "Book the next step, which completes it, or reject it."))
  }

  @Test func aPromptThatIsRefusedComesBackWithItsText() throws {
    let robot = BoardRobot([Fixtures.lead("ana", "Ana Ruiz", in: "qualify", days: 2)])
    robot.press("o 1 2")
    robot.type("promise: a pilot")
    try robot.writeOutside("ana") { lead in
      lead.handoffs = [
        Handoff(
          id: "h1", from: .qualify, to: .close, offeredAt: Fixtures.ago(days: 1),
          offeredBy: "jonas")
      ]
    }
    robot.press("enter")
    #expect(prompt(robot)?.input.text == "promise: a pilot")
    #expect(
      text(robot).contains(
        "jonas offered Ana Ruiz for close at 20 Nov 14:02, and it waits for an answer. Wait for "
          + "the answer, or take the offer back."))
    // Once it can be done, the same line does it.
    try robot.writeOutside("ana") { $0.handoffs = [] }
    robot.press("enter")
    #expect(robot.leads["ana"]?.handoffs.first?.packet?.promises == ["a pilot"])
    #expect(robot.state.overlays.isEmpty)
  }

  @Test func aPromptThatIsRefusedWaitsBehindTheNextQuestion() throws {
    let robot = BoardRobot([Fixtures.lead("ana", "Ana Ruiz")])
    robot.press("$")
    robot.type("-5")
    // The answer comes when the next question is open already.
    let effects = robot.state.update(.keyPressed(Key(.enter)))
    robot.press("n")
    guard case .apply(let command, let id, _)? = effects.first else {
      Issue.record("Nothing was confirmed.")
      return
    }
    robot.send(
      .refused(
        Refusal(.invalid, "An amount is not negative.", remedy: "Say what it is worth."),
        lead: id, command: command))
    #expect(prompt(robot)?.purpose == .note)
    #expect(text(robot).contains("✗ An amount is not negative. Say what it is worth."))
    robot.press("escape")
    #expect(prompt(robot)?.input.text == "-5")
    #expect(text(robot).contains("An amount is not negative. Say what it is worth."))
  }

  @Test func anEmptyAnswerIsRefusedWhereItIsTyped() throws {
    let robot = try robot("ana")
    robot.press("Q 1 enter")
    #expect(text(robot).contains("An empty answer says nothing. Say what they answered."))
    #expect(prompt(robot) != nil)
  }

  @Test(arguments: [("t 4", "Use another channel"), ("x 6", "Plan another kind"), ("x 8", "Plan")])
  func aForbiddenChannelIsRefusedBeforeAnythingIsTyped(_ keys: String, _ remedy: String) throws {
    let robot = try robot("bo")
    robot.press(keys)
    #expect(text(robot).contains("Bo Lindqvist does not want to be contacted by email. \(remedy)"))
    #expect(prompt(robot) == nil)
    // The other choices are still there.
    guard case .picker = robot.state.overlays.last else {
      Issue.record("The choice is gone.")
      return
    }
  }

  @Test(arguments: [Size(80, 24), Size(120, 40)])
  func aRefusalStaysUntilItIsAcknowledged(_ size: Size) throws {
    let robot = try robot("eva", size)
    robot.press("enter y")
    let refusal =
      "maria offered Eva Kunz to close at 16 Nov 14:02 and cannot accept it too. Somebody of "
      + "close accepts it. esc"
    #expect(text(robot).contains(refusal))
    robot.press("j k n")
    robot.type("asked Jonas")
    #expect(text(robot).contains(refusal))
    robot.press("escape escape")
    #expect(!text(robot).contains("cannot accept it too"))
    // The key that acknowledged it did nothing else.
    #expect(robot.state.page != nil)
    robot.press("escape")
    #expect(robot.state.page == nil)
  }

  @Test func aRefusalGoesWhenItsLeadIsDoneWith() throws {
    let robot = try robot("eva")
    robot.press("v 1")
    #expect(text(robot).contains("cannot accept it too"))
    robot.press("n")
    robot.type("asked Jonas")
    robot.press("enter")
    #expect(!text(robot).contains("cannot accept it too"))
    #expect(robot.statusLine.contains("✓ Noted."))
  }

  @Test func theBarNamesNoVerdictWhereOneChoosesOrTypes() throws {
    let robot = try robot("ana")
    robot.press("M")
    #expect(robot.statusLine.contains("⏎ choose  esc cancel"))
    robot.press("escape n")
    #expect(robot.statusLine.contains("⏎ save  esc cancel"))
    #expect(robot.screen.filter { $0.contains("⏎ save  esc cancel") }.count == 2)
    robot.press("escape /")
    #expect(robot.statusLine.contains("⏎ keep  esc cancel"))
  }
}
