import BatonModel
import BatonReports
import TerminalCanvas
import Testing

@testable import BatonBoard

/// The meeting: walked through, gone down into, written down, ended.
@Suite struct MeetingTests {
  private let today = "2026-11-21"

  private func robot(_ size: Size = Size(120, 40)) -> BoardRobot {
    BoardRobot(size: size, meetings: Fixtures.meetings)
  }

  private func title(_ robot: BoardRobot) -> MeetingPart? { robot.state.meeting?.part }

  /// Goes to the page of decisions.
  private func turnToDecisions(_ robot: BoardRobot) { robot.press("m end") }

  @Test func walksThroughTheAgendaAndBack() {
    let robot = robot()
    robot.press("m")
    #expect(robot.state.keyContext == .meeting)
    #expect(robot.screen[0].contains("meeting of Sat 21 Nov  live"))
    #expect(robot.screen[0].contains("1 of 10"))
    var seen: [MeetingPart] = []
    for _ in MeetingPart.allCases {
      seen += [title(robot)].compactMap { $0 }
      robot.press("right")
    }
    #expect(seen == MeetingPart.allCases)
    #expect(robot.screen[0].contains("10 of 10"))
    robot.press("left home space")
    #expect(title(robot) == .handoffs)
    #expect(robot.state.meeting?.shown.count == 10)
    robot.press("m")
    #expect(robot.state.keyContext == .board)
    robot.press("m")
    #expect(title(robot) == .handoffs, "the meeting goes on where it was left")
  }

  @Test func comesBackToTheSamePageAndRowFromALead() throws {
    let robot = robot()
    robot.press("m g")
    robot.type("stalled")
    robot.press("enter down enter")
    #expect(robot.state.reports?.levels.count == 2)
    robot.press("enter")
    #expect(robot.state.keyContext == .lead)
    robot.press("escape")
    #expect(robot.state.reports?.levels.count == 2)
    robot.press("escape")
    #expect(title(robot) == .stalled)
    #expect(robot.state.reports?.level.selected == 1)
    robot.press("right left")
    #expect(robot.state.reports?.level.selected == 1, "the row stays through other pages")
    robot.press("escape")
    #expect(robot.state.keyContext == .board)
  }

  @Test func coversTheReportsAndGivesThemBack() {
    let robot = robot()
    robot.press("r 2 m")
    #expect(robot.state.keyContext == .meeting)
    robot.press("m")
    #expect(robot.state.keyContext == .reports)
    #expect(robot.state.reports?.level.request == .flow)
  }

  // MARK: - Decisions

  @Test func decidesInOneLine() throws {
    let robot = robot()
    robot.press("m d")
    robot.type("Fix the form @lin due:+2w roadblock:\"slow reply\" #ana")
    #expect(robot.screen.contains { $0.contains("“Fix the form”  Lin Wei · until 5 Dec · Ana") })
    robot.press("enter")
    #expect(robot.statusLine.contains("Decided."))
    let decision = try #require(robot.meetings[today]?.decisions.first)
    #expect(decision.text == "Fix the form")
    #expect(decision.owner == "lin")
    #expect(decision.due == "2026-12-05")
    #expect(decision.leads == ["ana"])
    #expect(decision.roadblock == "slow reply")
    #expect(robot.screen.contains { $0.contains("decided Fix the form") })
    robot.press("u")
    #expect(robot.meetings[today]?.decisions.first?.dropped == Fixtures.now)
    #expect(robot.statusLine.contains("Taken back: decide."))
  }

  @Test func saysWhatIsWrongWithALineAndKeepsIt() {
    let robot = robot()
    robot.press("m d")
    robot.type("Fix it @zoe")
    #expect(robot.screen.contains { $0.contains("Nobody on this board is called “zoe”.") })
    robot.press("enter")
    #expect(robot.state.keyContext == .prompt)
    robot.press("ctrl-w")
    robot.type("@j")
    #expect(robot.screen.contains { $0.contains("jonas Jonas Weber") })
    robot.press("tab enter")
    #expect(robot.meetings[today]?.decisions.first?.owner == "jonas")
  }

  @Test func completesLeadsAndRoadblocksByName() throws {
    let robot = robot()
    robot.press("m d")
    robot.type("Ask #dar")
    robot.press("tab")
    robot.type("roadblock:sl")
    robot.press("tab enter")
    let decision = try #require(robot.meetings[today]?.decisions.first)
    #expect(decision.text == "Ask")
    #expect(decision.leads == ["dara"])
    #expect(decision.roadblock == "slow reply")
  }

  /// Leads of one name are told apart by company, stage and owner, and chosen by their ids.
  @Test(arguments: [Size(80, 24), Size(120, 40)])
  func tellsLeadsOfOneNameApart(_ size: Size) {
    let company = Company(name: "Helix Labs")
    let leads = [
      Fixtures.lead("a1", "Ana Ruiz") {
        $0.company = company
        $0.owner = "maria"
      },
      Fixtures.lead("a2", "Ana Ruiz", in: "qualify") { $0.company = company },
      Fixtures.lead("a3", "Ana Rubio") { $0.company = company },
    ]
    let robot = BoardRobot(leads, size: size)
    robot.press("m d")
    robot.type("Ring #ana")
    for line in [
      "# a1 Ana Ruiz · Helix Labs · New, Maria Costa",
      "# a2 Ana Ruiz · Helix Labs · Qualify, nobody's", "# Ana Rubio · Helix Labs",
    ] {
      #expect(robot.screen.contains { $0.contains(line) }, "\(line)")
    }
    robot.type(" ")
    robot.press("backspace backspace backspace backspace")
    robot.type("a2 fri")
    robot.press("enter")
    #expect(robot.meetings[today]?.decisions.first?.leads == ["a2"])
  }

  /// What ends the meeting is in the foot of its last page, whatever else is; and no way on is.
  @Test(arguments: [Size(60, 20), Size(80, 24), Size(120, 40)])
  func saysOnTheLastPageHowItEnds(_ size: Size) {
    let robot = robot(size)
    robot.press("m")
    #expect(!robot.statusLine.contains("← back"))
    #expect(robot.statusLine.contains("→ next"))
    robot.press("left")
    #expect(robot.statusLine.contains("This is the first subject."))
    robot.press("end")
    #expect(robot.statusLine.contains("E end"))
    #expect(robot.statusLine.contains("? help"))
    #expect(!robot.statusLine.contains("→ next"))
    robot.press("right")
    #expect(robot.statusLine.contains("This is the last subject: E ends the meeting."))
    // From what one had gone down to, the key leads back to the page.
    robot.press("enter")
    #expect(robot.state.reports?.levels.count == 2)
    robot.press("right")
    #expect(robot.state.reports?.levels.count == 1)
  }

  /// On a lead's page its id stands behind the cursor, and stays apart from what is typed next.
  @Test func completesBeforeTheLeadOfThePage() throws {
    let robot = robot()
    robot.press("down enter D")
    robot.type("Fix the form @li")
    robot.press("tab")
    robot.type("fri")
    #expect(robot.screen.contains { $0.contains("Fix the form @lin fri #ana") })
    robot.press("enter")
    let decision = try #require(robot.meetings[today]?.decisions.first)
    #expect(decision.text == "Fix the form")
    #expect(decision.owner == "lin")
    #expect(decision.leads == ["ana"])
    #expect(decision.due == "2026-11-27")
  }

  @Test func keepsNamesAtHandWhileADecisionNamesALead() throws {
    let robot = robot()
    robot.press("m d")
    robot.type("Ask")
    #expect(robot.state.names == nil)
    robot.type(" #lind")
    #expect(robot.state.names != nil)
    #expect(robot.screen.contains { $0.contains("Bo Lindqvist") })
    try robot.writeOutside("bo") { $0.name = "Bo Ekholm" }
    try robot.writeOutside("ana") { $0.name = "Ana Lindström" }
    #expect(robot.screen.contains { $0.contains("“Ask”  Ana Lindström") })
    robot.press("escape")
    #expect(robot.state.names == nil)
  }

  @Test func aDecisionIsAboutTheLeadAtHand() throws {
    let robot = robot()
    robot.press("enter D")
    #expect(robot.screen.contains { $0.contains("#") })
    let lead = try #require(robot.state.page?.id)
    robot.type("Call")
    robot.press("enter")
    #expect(robot.meetings[today]?.decisions.first?.leads == [lead])
    #expect(robot.screen.contains { $0.contains("DECIDED") })
    robot.press("u")
    #expect(robot.meetings[today]?.decisions.first?.isOpen == false)
  }

  @Test func showsOpenDecisionsOnTheCardsAndPagesOfTheirLeads() {
    let robot = robot(Size(220, 55))
    #expect(robot.screen.contains { $0.contains("◆ decided") })
    #expect(Set(robot.state.openDecisions.keys) == ["ana", "bo", "chen", "dara"])
    _ = robot.state.openPage(of: "dara")
    robot.send(.leadRead("dara", robot.leads["dara"]))
    #expect(robot.screen.contains { $0.contains("overdue") && $0.contains("Call back within a") })
  }

  @Test func settlesAndReopensADecisionOnItsPage() {
    let robot = robot()
    turnToDecisions(robot)
    #expect(title(robot) == .decisions)
    #expect(robot.screen.contains { $0.contains("▸ Call back within a day") })
    robot.press("y")
    #expect(robot.meetings["2026-11-09"]?.decisions[0].done == Fixtures.now)
    #expect(robot.state.openDecisions["dara"] == nil)
    #expect(
      robot.screen.contains { $0.contains("▸ Call back within a day") && $0.contains("done") },
      "the selection stays on the decision, not on its row")
    robot.press("u")
    #expect(robot.meetings["2026-11-09"]?.decisions[0].done == nil)
    #expect(robot.state.openDecisions["dara"]?.count == 1)
    robot.press("home y")
    #expect(robot.statusLine.contains("No decision is selected"))
  }

  @Test func decisionsLeadToTheirLeads() {
    let robot = robot()
    turnToDecisions(robot)
    robot.press("enter")
    #expect(robot.screen.contains { $0.contains("Dara O’Neill") })
    robot.press("escape")
    robot.press("end page-down enter")
    #expect(robot.state.reports?.levels.count ?? 0 <= 2)
  }

  @Test func seesWhatAnotherTerminalDecides() throws {
    let robot = robot()
    robot.press("m")
    try robot.applyOutside(.decide(.init("Ask legal", owner: "jonas", leads: ["eva"])), on: today)
    #expect(robot.screen.contains { $0.contains("decided Ask legal") })
    #expect(robot.state.openDecisions["eva"]?.first?.decision.text == "Ask legal")
  }

  @Test func keepsTheLastGoodStateOfABrokenRecord() {
    let robot = robot()
    let rest = Fixtures.meetings.filter { $0.date != "2026-11-16" }
    robot.send(.meetingsRead(MeetingBook(rest), broken: ["meetings/2026-11-16.json"]))
    #expect(robot.state.meetings["2026-11-16"] != nil)
    robot.send(.meetingsRead(MeetingBook(rest)))
    #expect(robot.state.meetings["2026-11-16"] == nil)
  }

  // MARK: - Notes, people, the end

  @Test func notesOnTheSubjectOfThePage() {
    let robot = robot()
    robot.press("m right n")
    robot.type("Two of them tomorrow")
    robot.press("enter")
    #expect(robot.meetings[today]?.agenda.first?.title == MeetingPart.handoffs.title)
    #expect(robot.screen.contains { $0.contains("Two of them tomorrow") })
    robot.press("right")
    #expect(!robot.screen.contains { $0.contains("Two of them tomorrow") })
  }

  @Test func keepsWhoIsThere() {
    let robot = robot()
    robot.press("m p enter down enter")
    #expect(robot.meetings[today]?.present == ["maria", "jonas"])
    robot.press("enter escape")
    #expect(robot.meetings[today]?.present == ["maria"])
    #expect(robot.state.keyContext == .meeting)
  }

  @Test func endsWithTheRecordAndTheMinutes() throws {
    let robot = robot()
    robot.state.minutesFolder = "/tmp/minutes"
    robot.press("m right right p enter escape E")
    #expect(robot.screen.contains { $0.contains("Who was there") && $0.contains("Maria Costa") })
    robot.press("enter")
    #expect(robot.state.keyContext == .board)
    #expect(robot.state.meeting == nil)
    let record = try #require(robot.meetings[today])
    #expect(
      record.agenda.map(\.title) == ["What changed", "Handed over, no answer", "Overdue clocks"])
    #expect(record.agenda.allSatisfy { $0.figure?.isEmpty == false })
    #expect(record.present == ["maria"])
    #expect(
      robot.minutes == [MinutesOrder(date: today, folder: "/tmp/minutes", masksNames: false)])
    #expect(robot.statusLine.contains("/tmp/minutes: 2026-11-21.md"))
  }

  @Test func recordsOfWhichLeadsTheFiguresAre() throws {
    let robot = robot()
    robot.state.minutesFolder = "/tmp/minutes"
    robot.press("/")
    robot.type("owner:maria")
    robot.press("enter m p enter escape E enter")
    let figure = try #require(robot.meetings[today]?.agenda.first?.figure)
    #expect(figure.hasSuffix(" · owner:maria"))
    let order = try #require(robot.minutes.first)
    #expect(order.filter.text == "owner:maria")
    #expect(order.filter.query.terms.count == 1)
  }

  @Test func showsTheWholeOfADecisionThatIsAboutNoLead() throws {
    let robot = robot(Size(80, 24))
    let text = "Write the answers to the five questions that buyers ask on the first call"
    try robot.applyOutside(.decide(.init(text, owner: "jonas", leads: [])), on: "2026-11-16")
    turnToDecisions(robot)
    func selected() -> Decision? {
      robot.state.reports?.level.selectedDecision.flatMap { robot.state.meetings.decision(at: $0) }
    }
    for _ in 0..<20 where selected()?.text != text { robot.press("down") }
    #expect(!robot.screen.contains { $0.contains("on the first call") })
    robot.press("enter")
    #expect(robot.state.toast?.text == "\(text): it is about no lead.")
  }

  @Test func writesTheMinutesElsewhere() {
    let robot = robot()
    robot.state.minutesFolder = "/tmp/minutes"
    robot.press("m E down down enter")
    #expect(robot.screen.contains { $0.contains("Where do the minutes go?") })
    robot.press("ctrl-u enter")
    #expect(robot.screen.contains { $0.contains("Name a folder, such as minutes.") })
    robot.type("out")
    robot.press("enter")
    #expect(robot.minutes == [MinutesOrder(date: today, folder: "out", masksNames: false)])
  }

  @Test func endsWithoutMinutesOrGoesOn() {
    let robot = robot()
    robot.press("m E")
    robot.type("go on")
    robot.press("enter")
    #expect(robot.state.keyContext == .meeting)
    #expect(robot.meetings[today] == nil)
    robot.press("E")
    robot.type("no minutes")
    robot.press("enter")
    #expect(robot.minutes.isEmpty)
    #expect(robot.meetings[today]?.agenda.count == 1)
    #expect(robot.state.keyContext == .board)
  }

  // MARK: - Guests

  @Test func masksNamesEverywhereTheMeetingGoes() {
    let robot = robot(Size(220, 55))
    robot.press("m x")
    #expect(robot.screen[0].contains("names masked"))
    let names = ["Ana Ruiz", "Helix", "Dara", "O’Neill", "Eva", "Kunz", "陳大文", "Nordwerk"]
    for _ in MeetingPart.allCases {
      for name in names {
        #expect(!robot.screen.contains { $0.contains(name) }, "\(name) on \(title(robot) as Any)")
      }
      robot.press("enter")
      for name in names { #expect(!robot.screen.contains { $0.contains(name) }) }
      if robot.state.page == nil { robot.press("enter") }
      for name in names { #expect(!robot.screen.contains { $0.contains(name) }) }
      if robot.state.page != nil { robot.press("escape") }
      robot.press("right")
    }
    robot.press("m")
    #expect(robot.state.keyContext == .meeting, "the board shows names")
    #expect(robot.statusLine.contains("x unmasks them first"))
    robot.press("x m")
    #expect(robot.state.keyContext == .board)
  }

  @Test func beginsMaskedBeforeTheFirstFrame() {
    let robot = BoardRobot(meetings: Fixtures.meetings)
    robot.send(.meetingOpened(date: today, masksNames: true))
    #expect(robot.screen[0].contains("names masked"))
    #expect(!robot.screen.contains { $0.contains("Ana Ruiz") })
  }

  // MARK: - The clocks

  @Test func tellsTheMinutesOfThePageAndOfTheMeeting() {
    let robot = robot()
    robot.clock = Fixtures.now
    robot.press("m")
    #expect(robot.screen[0].contains("0 min here · 0 min"))
    #expect(robot.state.nextMinuteOfMeeting == Fixtures.now.adding(days: 1.0 / 1440))
    robot.send(.timeTold(Fixtures.now.adding(days: 3.5 / 1440)))
    #expect(robot.screen[0].contains("3 min here · 3 min"))
    robot.clock = Fixtures.now.adding(days: 4.0 / 1440)
    robot.press("right")
    #expect(robot.screen[0].contains("0 min here · 4 min"))
    robot.press("m")
    #expect(robot.state.nextMinuteOfMeeting == nil, "no wake-up while the board is shown")
  }

  @Test func showsNoClockWhereTimeStandsStill() {
    let robot = robot()
    robot.press("m")
    #expect(!robot.screen[0].contains("min here"))
    #expect(robot.state.nextMinuteOfMeeting == nil)
  }

  // MARK: - Screens

  @Test(arguments: [Size(80, 24), Size(120, 40), Size(220, 55)])
  func looksAsItDid(_ size: Size) throws {
    let robot = robot(size)
    robot.clock = Fixtures.now
    let name = "\(size.columns)x\(size.rows)"
    robot.press("m")
    try Golden.expect(robot.screen, as: "meeting-changes-\(name)")
    robot.press("g")
    robot.type("stalled")
    robot.press("enter n")
    robot.type("Both wait for legal")
    robot.press("enter right")
    try Golden.expect(robot.screen, as: "meeting-roadblocks-\(name)")
    robot.press("end d")
    robot.type("Call Dara today @jonas fri #dara")
    try Golden.expect(robot.screen, as: "meeting-deciding-\(name)")
    robot.press("enter")
    try Golden.expect(robot.screen, as: "meeting-decisions-\(name)")
  }

  @Test func isSensibleOnAnEmptyBoardAndWithOneLead() throws {
    for leads in [[], [Fixtures.leads[3]]] {
      let robot = BoardRobot(leads, size: Size(80, 24))
      robot.press("m")
      for part in MeetingPart.allCases {
        #expect(title(robot) == part)
        #expect(robot.screen[3].contains(part.title) || robot.screen[3].contains("Wha"))
        robot.press("enter escape")
        if robot.state.keyContext == .board { robot.press("m") }
        robot.press("right")
      }
      robot.press("home")
      try Golden.expect(robot.screen, as: "meeting-\(leads.count)-leads-80x24")
    }
  }

  @Test func drawsWhereThereIsHardlyRoom() {
    for size in [Size(20, 6), Size(40, 10), Size(60, 16)] {
      let robot = robot(size)
      robot.press("m end d")
      robot.type("Call @jonas")
      #expect(robot.screen.count == size.rows)
      robot.press("enter")
      #expect(robot.screen.count == size.rows)
    }
  }
}
