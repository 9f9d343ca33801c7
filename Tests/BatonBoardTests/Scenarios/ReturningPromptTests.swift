import BatonModel
import TerminalCanvas
import Testing

@testable import BatonBoard

/// What was typed is never lost to a refusal, whatever was asked for.
@Suite struct ReturningPromptTests {
  private static let full = "The disk is full. Make room."

  private func prompt(_ robot: BoardRobot) -> Prompt? {
    if case .prompt(let prompt) = robot.state.overlays.last { prompt } else { nil }
  }

  private func text(_ robot: BoardRobot) -> String {
    robot.screen.joined(separator: " ").split(whereSeparator: { $0 == " " || $0 == "│" })
      .joined(separator: " ")
  }

  /// A lead that everything can be asked about.
  private static let ana = Fixtures.lead("ana", "Ana Ruiz", in: "qualify", days: 2) { lead in
    lead.feedback = [
      Feedback(
        id: "f1", at: Fixtures.ago(days: 1), by: "jonas", side: .sales, verdict: .reject,
        reason: "bad-data")
    ]
  }

  @Test(arguments: [
    ("n", "They move in May"), ("t 1", "About the pilot"), ("x 1", "tue 2pm bring the plan"),
    ("$", "12k"), ("w 1 5", "fri their fair"), ("c 1 5", "30 nov then again"),
    ("o 1 1", "promise: a pilot"), ("p", "fri legal asks for quiet"), ("b 1", "Nobody rang back"),
    ("A end up", "We called them"), ("Q 1", "In spring"),
  ])
  func ofALead(_ keys: String, _ typed: String) throws {
    let robot = BoardRobot([Self.ana])
    robot.press("enter")
    for key in keys.split(separator: " ") {
      // The last answer is the one in other words.
      if key == "end" {
        robot.type("else")
      } else if key == "up" {
        robot.press("enter")
      } else {
        robot.press(String(key))
      }
    }
    #expect(prompt(robot) != nil, "\(keys) asks for text")
    robot.type(typed)
    let effects = robot.state.update(.keyPressed(Key(.enter)))
    guard case .apply(let command, let id, _)? = effects.first else {
      Issue.record("Nothing was confirmed.")
      return
    }
    #expect(prompt(robot) == nil)
    robot.send(.failed(Self.full, lead: id, command: command))
    #expect(prompt(robot)?.input.text == typed)
    #expect(text(robot).contains(Self.full))
  }

  @Test(arguments: [false, true])
  func ofADecision(_ isMasked: Bool) {
    let robot = BoardRobot([Self.ana], size: Size(80, 24), meetings: Fixtures.meetings)
    robot.press("m")
    if isMasked { robot.press("x") }
    robot.press("d")
    robot.type("Ring them fri #ana")
    // Somebody forgets the lead while it is typed.
    robot.leads["ana"] = nil
    robot.press("enter")
    #expect(prompt(robot)?.input.text == "Ring them fri #ana")
    // Before guests the refusal, which names the lead, is withheld; what they saw typed is not.
    #expect(text(robot).contains(isMasked ? "may name a buyer" : "ana"))
    #expect(text(robot).contains("Ring them fri #ana"))
    robot.press("ctrl-w")
    robot.press("enter")
    #expect(robot.meetings["2026-11-21"]?.decisions.map(\.text) == ["Ring them"])
    #expect(robot.state.overlays.isEmpty)
  }

  @Test(arguments: [
    ("d", "Ring them fri"), ("n", "They want the price"), ("E down down enter ctrl-u", "out"),
  ])
  func ofAMeeting(_ keys: String, _ typed: String) {
    let robot = BoardRobot([Self.ana], meetings: Fixtures.meetings)
    robot.state.minutesFolder = "/tmp/minutes"
    robot.press("m \(keys)")
    robot.type(typed)
    let effects = robot.state.update(.keyPressed(Key(.enter)))
    guard case .applyMeeting(let pending)? = effects.first else {
      Issue.record("Nothing was confirmed.")
      return
    }
    robot.send(.meetingFailed(Self.full, pending))
    #expect(prompt(robot)?.input.text == typed)
    #expect(text(robot).contains(Self.full))
    // Once there is room, the same line does it.
    robot.press("enter")
    #expect(robot.meetings["2026-11-21"] != nil)
    #expect(robot.state.overlays.isEmpty)
  }

  @Test func minutesThatCannotBeWrittenAskForAnotherFolder() {
    let robot = BoardRobot([Self.ana], meetings: Fixtures.meetings)
    let order = MinutesOrder(date: "2026-11-21", folder: "/full/minutes", masksNames: false)
    robot.send(.minutesFailed("/full/minutes cannot be made: the disk is full.", order))
    #expect(prompt(robot)?.input.text == "/full/minutes")
    #expect(text(robot).contains("cannot be made: the disk is full."))
    robot.press("ctrl-u")
    robot.type("out")
    robot.press("enter")
    #expect(
      robot.minutes == [MinutesOrder(date: "2026-11-21", folder: "out", masksNames: false)])
    #expect(robot.state.overlays.isEmpty)
  }

  @Test func whatIsInsistedOnInVain() {
    let robot = BoardRobot([Self.ana])
    robot.press("x 1")
    robot.type("tue 2pm bring the plan")
    let effects = robot.state.update(.keyPressed(Key(.enter)))
    guard case .apply(let command, let id, let message)? = effects.first else {
      Issue.record("Nothing was confirmed.")
      return
    }
    let pending = PendingCommand(command, to: id, message: message)
    robot.send(
      .overtaken(Refusal(.overtaken(by: nil), "It was changed.", remedy: "Look."), pending))
    let insisting = robot.state.update(.keyPressed(.character("2")))
    guard case .insist(pending)? = insisting.first else {
      Issue.record("Nothing was insisted on.")
      return
    }
    robot.send(.failed(Self.full, lead: id, command: command))
    #expect(prompt(robot)?.input.text == "tue 2pm bring the plan")
  }

  // MARK: - Keys behind

  private static let notDone = "The keys after it were not done."

  private func eva() throws -> BoardRobot {
    let lead = try #require(Fixtures.leads.first { $0.id == "eva" })
    let robot = BoardRobot([lead])
    robot.defersCommands = true
    // Maria, who offered it, cannot accept it.
    robot.press("v 1")
    return robot
  }

  @Test func keysBehindARefusalAreSaidNotToBeDone() throws {
    let robot = try eva()
    robot.press("escape L")
    robot.carryOutCommands()
    #expect(robot.state.refusal?.text.hasSuffix("accepts it. \(Self.notDone)") == true)
    #expect(robot.leads["eva"]?.stage == "qualify")
  }

  @Test func anAnswerThatWasBegunIsSaidNotToBeDone() throws {
    let robot = try eva()
    robot.type("ca")
    robot.carryOutCommands()
    #expect(robot.state.overlays.isEmpty)
    #expect(robot.state.refusal?.text.hasSuffix(Self.notDone) == true)
  }

  @Test func withoutKeysBehindNothingIsSaidOfThem() throws {
    let robot = try eva()
    robot.carryOutCommands()
    #expect(robot.state.refusal?.text.hasSuffix("accepts it.") == true)
  }

  @Test func whatWasTypedBehindARefusalComesBack() throws {
    let robot = try eva()
    robot.press("escape n")
    robot.type("Their lawyer asks for quiet")
    robot.press("enter")
    robot.carryOutCommands()
    #expect(prompt(robot)?.input.text == "Their lawyer asks for quiet")
    #expect(text(robot).contains("What came before it was refused, so this was not done"))
    #expect(robot.state.refusal?.text.hasSuffix("accepts it.") == true)
    robot.press("enter")
    robot.carryOutCommands()
    #expect(robot.leads["eva"]?.notes.map(\.text) == ["Their lawyer asks for quiet"])
  }
}
