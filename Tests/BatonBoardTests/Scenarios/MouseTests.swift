import BatonModel
import BatonReports
import TerminalCanvas
import Testing

@testable import BatonBoard

/// The mouse selects, and opens what is selected.
@Suite struct MouseTests {
  /// Clicks where a text begins on the screen.
  private func click(
    _ text: String, _ robot: BoardRobot, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let screen = robot.screen
    let row = try #require(
      screen.firstIndex { $0.contains(text) }, "\(text) is on the screen",
      sourceLocation: sourceLocation)
    let start = try #require(screen[row].firstRange(of: text)).lowerBound
    let column = DisplayWidth.of(String(screen[row][..<start]))
    robot.send(.mouse(MouseEvent(.press(.left), at: Point(column, row))))
  }

  private func current(_ robot: BoardRobot) -> LeadID? { robot.state.triage?.current?.lead.id }

  @Test func inTheQueue() throws {
    let robot = BoardRobot(TriageTests.leads)
    robot.press("i")
    #expect(current(robot) == "cai")
    try click("Eda Kaya", robot)
    #expect(current(robot) == "eda")
    #expect(robot.state.triage?.lead?.id == "eda")
    #expect(robot.state.page == nil)
    // Any of the two lines of an item is that item.
    try click("back from nurture", robot)
    #expect(current(robot) == "dov")
    try click("▸ Dov Peretz", robot)
    #expect(robot.state.page?.id == "dov")
  }

  /// What is clicked stays under the mouse, so that a double click opens it.
  @Test(arguments: [Size(110, 16), Size(120, 40)])
  func aDoubleClickOpensWhatIsClicked(_ size: Size) throws {
    let leads = (10..<40).map { number in
      Fixtures.lead(LeadID("l\(number)"), "Lead \(number)", in: "qualify", days: 3) {
        $0.owner = "maria"
        $0.nextStep = NextStep(kind: .call, due: Fixtures.ago(days: Double(50 - number)))
      }
    }
    let robot = BoardRobot(leads, size: size)
    robot.press("i")
    let fourth = try #require(robot.state.triage?.items[3].lead)
    let row = try #require(robot.screen.firstIndex { $0.contains(fourth.name) })
    robot.send(.mouse(MouseEvent(.press(.left), at: Point(5, row))))
    #expect(current(robot) == fourth.id)
    #expect(robot.screen[row].contains("▸ \(fourth.name)"))
    robot.send(.mouse(MouseEvent(.press(.left), at: Point(5, row))))
    #expect(robot.state.page?.id == fourth.id)

    robot.press("escape escape r")
    robot.state.reports?.levels.append(.init(.leads(query: "is:open")))
    robot.send(.timePassed(Fixtures.now))
    robot.press(size.rows < 20 ? "page-down" : "home")
    let line = try #require(robot.screen.lastIndex { $0.contains("Lead ") })
    robot.send(.mouse(MouseEvent(.press(.left), at: Point(5, line))))
    let selected = try #require(robot.state.reports?.level.selectedLead)
    #expect(robot.state.page == nil)
    robot.send(.mouse(MouseEvent(.press(.left), at: Point(5, line))))
    #expect(robot.state.page?.id == selected)

  }

  @Test func besideTheQueueNothingHappens() throws {
    let robot = BoardRobot(TriageTests.leads, size: Size(80, 24))
    robot.press("i")
    for row in 0..<24 {
      robot.send(.mouse(MouseEvent(.press(.left), at: Point(4, row))))
    }
    #expect(current(robot) == "cai")
    #expect(robot.state.page == nil)
  }

  @Test(arguments: [Size(80, 24), Size(120, 40)])
  func inAReport(_ size: Size) throws {
    let robot = BoardRobot(size: size)
    robot.press("r")
    robot.state.reports?.levels.append(.init(.leads(query: "is:open")))
    robot.send(.timePassed(Fixtures.now))
    #expect(robot.state.reports?.level.selected == 0)
    try click("Finn Aho", robot)
    #expect(robot.state.reports?.level.selectedLead == "finn")
    #expect(robot.state.page == nil)
    try click("Finn Aho", robot)
    #expect(robot.state.page?.id == "finn")
    robot.press("escape")
    robot.send(.mouse(MouseEvent(.press(.left), at: Point(3, 3))))
    #expect(robot.state.reports?.level.selectedLead == "finn", "a title is no row")
  }

  @Test(arguments: [Size(80, 24), Size(160, 45)])
  func onAPageOfTheMeeting(_ size: Size) throws {
    let robot = BoardRobot(size: size, meetings: Fixtures.meetings)
    robot.press("m end")
    try click("Two pages in Chinese", robot)
    #expect(robot.state.reports?.level.selected != 0)
    try click("Two pages in Chinese", robot)
    #expect(robot.state.reports?.levels.count == 2)
  }

  @Test(arguments: [Size(80, 24), Size(160, 45)])
  func onTheNameOfAReport(_ size: Size) throws {
    let robot = BoardRobot(size: size)
    robot.press("r")
    for (place, tab) in ReportState.tabs.enumerated().reversed() {
      try click("\(tab.key) \(tab.title)", robot)
      #expect(robot.state.reports?.tab == place)
    }
    try click("Silent", robot)
    #expect(robot.state.reports?.tab == 3)
    // From below, back to the report itself.
    robot.state.reports?.levels.append(.init(.leads(query: "is:open")))
    try click("2 Flow", robot)
    #expect(robot.state.reports?.levels.count == 1)
    // Beside the names nothing happens.
    robot.send(.mouse(MouseEvent(.press(.left), at: Point(size.columns - 1, 1))))
    #expect(robot.state.reports?.tab == 1)
  }

  @Test func onASubjectOfTheMeeting() throws {
    let robot = BoardRobot(size: Size(160, 45), meetings: Fixtures.meetings)
    robot.press("m")
    try click("Roadblocks", robot)
    #expect(robot.state.meeting?.part == .roadblocks)
    let narrow = BoardRobot(size: Size(80, 24), meetings: Fixtures.meetings)
    narrow.press("m")
    try click("Handed over, no answer ▸", narrow)
    #expect(narrow.state.meeting?.part == .handoffs)
    try click("◂ What changed", narrow)
    #expect(narrow.state.meeting?.part == .changes)
    narrow.send(.mouse(MouseEvent(.press(.left), at: Point(45, 1))))
    #expect(narrow.state.meeting?.part == .changes, "between them is nothing")
  }

  /// In a pane that was scrolled, the row that is clicked is selected where it stands.
  @Test func inAScrolledFeedbackPane() throws {
    let leads = (10..<40).map { number in
      Fixtures.lead(LeadID("l\(number)"), "Lead \(number)", in: "qualify", days: 3) { lead in
        lead.handoffs = [
          Handoff(
            id: "h1", from: .generate, to: .qualify,
            offeredAt: Fixtures.ago(days: Double(50 - number)), offeredBy: "lin")
        ]
      }
    }
    let robot = BoardRobot(leads, size: Size(120, 40))
    let rect = BoardLayout(robot.state).feedback
    robot.press("tab")
    for _ in 0..<12 { robot.press("down") }
    let rows = (rect.top + 1..<rect.bottom).map { robot.screen[$0] }
    #expect(robot.state.feedback.row == 12)
    #expect(rows.last?.contains("▸") == true)
    robot.send(.mouse(MouseEvent(.press(.left), at: Point(10, rect.top + 1))))
    #expect(robot.state.feedback.row == 13 - rows.count)
    let after = (rect.top + 1..<rect.bottom).map { robot.screen[$0] }
    func bare(_ lines: [String]) -> [String] { lines.map { $0.filter { $0 != "▸" && $0 != " " } } }
    #expect(bare(after) == bare(rows), "nothing moved under the mouse")
    #expect(after.first?.contains("▸") == true)
    // By keys it scrolls no further than it must.
    robot.press("down")
    #expect(bare((rect.top + 1..<rect.bottom).map { robot.screen[$0] }) == bare(rows))
    // Away and back, the oldest are in view, and stay there under the mouse.
    robot.press("tab")
    robot.send(.mouse(MouseEvent(.press(.left), at: Point(10, rect.top + 2))))
    #expect(robot.state.feedback.row == 1)
    #expect(robot.screen[rect.top + 1].contains("Lead 10"))
  }

  @Test func inAChoice() throws {
    let robot = BoardRobot()
    robot.press("down M")
    try click("Propose", robot)
    #expect(robot.leads["ana"]?.stage == "new")
    try click("Propose", robot)
    #expect(robot.leads["ana"]?.stage == "propose")
    #expect(robot.state.overlays.isEmpty)
    // Beside the choice nothing is chosen.
    robot.press("M")
    robot.send(.mouse(MouseEvent(.press(.left), at: Point(1, 1))))
    #expect(robot.state.overlays.count == 1)
  }

  /// A choice that decides goes on in the queue, as by a key.
  @Test func inAChoiceOfTheQueue() throws {
    let robot = BoardRobot(TriageTests.leads)
    robot.press("i c 2")
    try click("In a month", robot)
    try click("In a month", robot)
    #expect(robot.leads["cai"]?.parked?.kind == .nurture)
    #expect(current(robot) == "bea")
  }
}
