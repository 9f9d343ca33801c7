import BatonModel
import TerminalCanvas
import Testing

@testable import BatonBoard

/// Dates and times that are typed on the board: understood whole, or refused.
@Suite struct TypedTimeTests {
  /// Ana, in nobody's way, on Saturday, 21 November.
  private func robot() -> BoardRobot {
    BoardRobot([
      Fixtures.lead("ana", "Ana Ruiz", in: "qualify", days: 2) { $0.owner = "maria" }
    ])
  }

  private func answer(_ robot: BoardRobot, _ keys: String, _ text: String) {
    robot.press(keys)
    robot.type(text)
    robot.press("enter")
  }

  @Test(arguments: [
    ("tue 2pm", "2026-11-24T14:00:00Z", nil, "Tue 24 Nov 14:00"),
    ("tomorrow at 14:00 prices", "2026-11-22T14:00:00Z", "prices", "Sun 22 Nov 14:00"),
    ("mon 30 nov 14:00", "2026-11-30T14:00:00Z", nil, "Mon 30 Nov 14:00"),
    (
      "mon, 30 nov with Ana and 2 lawyers", "2026-11-30T09:00:00Z", "with Ana and 2 lawyers",
      "Mon 30 Nov 09:00"
    ),
    ("tue 14:00 30 min demo", "2026-11-24T14:00:00Z", "30 min demo", "Tue 24 Nov 14:00"),
    ("4 jan 2027 10:30", "2027-01-04T10:30:00Z", nil, "Mon 4 Jan 2027 10:30"),
  ])
  func aNextStepIsSetToAllThatWasTyped(
    _ typed: String, _ due: String, _ note: String?, _ said: String
  ) {
    let robot = robot()
    answer(robot, "x 1", typed)
    #expect(robot.leads["ana"]?.nextStep?.due.rfc3339 == due)
    #expect(robot.leads["ana"]?.nextStep?.note == note)
    #expect(robot.statusLine.contains("✓ Next: call \(said)."))
  }

  @Test(arguments: [
    ("tue 14", "“tue” is Tue 24 Nov 09:00, but “14” behind it is unclear."),
    ("mon 30/11", "“mon” is Mon 23 Nov 09:00, but “30/11” behind it is unclear."),
    ("14:00 tue", "“14:00” is Sat 21 Nov 14:00, but “tue” behind it is unclear."),
    ("tue next week", "“tue” is Tue 24 Nov 09:00, but “next week” behind it is unclear."),
    ("tue 14:00-15:00", "“tue” is Tue 24 Nov 09:00, but “14:00-15:00” behind it is unclear."),
    ("mon 1 dec", "1 Dec 2026 is a Tuesday, not a Monday."),
    ("31 nov", "There is no 31 Nov."),
  ])
  func whatIsHalfUnderstoodIsRefusedAndKept(_ typed: String, _ words: String) {
    let robot = robot()
    answer(robot, "x 1", typed)
    #expect(robot.leads["ana"]?.nextStep == nil)
    #expect(robot.screen.contains { $0.contains(words) })
    guard case .prompt(let prompt) = robot.state.overlays.last else {
      Issue.record("The prompt is gone.")
      return
    }
    #expect(prompt.input.text == typed)
  }

  @Test func whatToTypeInsteadIsSaidInFull() {
    for size in [Size(80, 24), Size(120, 40)] {
      let robot = robot()
      robot.send(.resized(size))
      answer(robot, "x 1", "tue 14")
      let screen = robot.screen.joined(separator: "\n")
      #expect(screen.contains("“tue” is Tue 24 Nov 09:00, but “14” behind it is unclear."))
      #expect(screen.contains("another word."))
    }
  }

  @Test func aHoldLastsUntilTheDateThatWasTyped() {
    let robot = robot()
    answer(robot, "p", "mon 30 nov legal asks for quiet")
    #expect(robot.leads["ana"]?.holds.first?.until.rfc3339 == "2026-11-30T09:00:00Z")
    #expect(robot.leads["ana"]?.holds.first?.reason == "legal asks for quiet")
    #expect(robot.statusLine.contains("✓ Nobody contacts them until Mon 30 Nov 09:00."))
  }

  @Test func aHoldOnADateAloneAsksForItsReason() {
    let robot = robot()
    answer(robot, "p", "mon 30 nov")
    #expect(robot.leads["ana"]?.holds.isEmpty == true)
    #expect(robot.screen.contains { $0.contains("A hold needs a reason behind the date.") })
  }

  @Test func whoWaitsKeepsTheWordsBehindTheDate() {
    let robot = robot()
    answer(robot, "v 5 1 5", "mon 30 nov back from leave")
    let parked = robot.leads["ana"]?.parked
    #expect(parked?.kind == .waiting)
    #expect(parked?.until?.rfc3339 == "2026-11-30T09:00:00Z")
    #expect(parked?.note == "back from leave")
    #expect(robot.statusLine.contains("✓ Now waiting until Mon 30 Nov 09:00."))
  }

  @Test func aDateThatIsChosenIsSaidToo() {
    let robot = robot()
    robot.press("v 5 1 1")
    #expect(robot.statusLine.contains("✓ Now waiting until Mon 30 Nov 09:00."))
    let other = self.robot()
    other.press("x 4")
    #expect(other.statusLine.contains("✓ Next: call Mon 23 Nov 09:00."))
  }

  @Test func aRecycledLeadSaysUntilWhen() {
    let robot = robot()
    answer(robot, "v 4 1 5", "mon 30 nov after the fair")
    #expect(robot.leads["ana"]?.parked?.until?.rfc3339 == "2026-11-30T09:00:00Z")
    #expect(robot.leads["ana"]?.parked?.note == "after the fair")
    #expect(robot.statusLine.contains("✓ Recycled until Mon 30 Nov 09:00: bad timing."))
  }

  @Test func aDateThatIsPastSaysWhichItIs() {
    for keys in ["x 1", "p", "v 5 1 5", "v 4 1 5"] {
      let robot = robot()
      answer(robot, keys, "2026-11-20 10:00 late")
      #expect(
        robot.screen.contains { $0.contains("Fri 20 Nov 10:00 is past.") }, "\(keys)")
      #expect(robot.leads["ana"]?.history.isEmpty == true)
    }
  }

  @Test func aDecisionTakesADateOfSeveralWords() {
    let robot = robot()
    answer(robot, "m d", "Show the price @maria mon 30 nov")
    let decision = robot.meetings.values.first?.decisions.first
    #expect(decision?.text == "Show the price")
    #expect(decision?.due == "2026-11-30")
    answer(robot, "d", "Ask legal tue 14:00")
    #expect(robot.meetings.values.first?.decisions.count == 1)
    #expect(robot.screen.contains { $0.contains("A decision is due on a day, not at a time.") })
  }
}
