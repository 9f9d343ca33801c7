import BatonModel
import TerminalCanvas
import Testing

@testable import BatonBoard

/// Keys in, files and screens out.
@Suite struct ScenarioTests {
  @Test func movesACardByKeysAndTakesItBack() throws {
    let robot = BoardRobot()
    robot.press("down")
    #expect(robot.state.selection.lead == "ana")
    robot.press("L")
    #expect(robot.leads["ana"]?.stage == "nurture")
    #expect(robot.statusLine.contains("✓ Moved to Nurture."))
    // The selection stays on its lead, in its new column.
    #expect(robot.state.selection.lead == "ana")
    #expect(robot.state.selection.column == ColumnKey("nurture"))

    robot.press("u")
    #expect(robot.leads["ana"]?.stage == "new")
    #expect(robot.leads["ana"]?.visits.count == 1)
    #expect(robot.statusLine.contains("Taken back: move"))
    #expect(robot.state.selection.column == ColumnKey("new"))
  }

  @Test func losesNoLeadWithoutAReason() throws {
    let robot = BoardRobot()
    robot.press("down M")
    robot.type("lost")
    robot.press("enter")
    #expect(robot.screen.contains { $0.contains("Why is Ana Ruiz lost?") })
    #expect(robot.leads["ana"]?.parked == nil)
    robot.press("escape")
    #expect(robot.leads["ana"]?.parked == nil)

    robot.press("M")
    robot.type("lost")
    robot.press("enter")
    robot.type("price")
    robot.press("enter")
    #expect(robot.leads["ana"]?.parked?.kind == .lost)
    #expect(robot.leads["ana"]?.parked?.reason == "price")
    #expect(robot.state.index.figures.count == 6)
  }

  @Test func waitsUntilADateWithAReason() throws {
    let robot = BoardRobot()
    robot.press("down M")
    robot.type("wait")
    robot.press("enter")
    robot.type("leave")
    robot.press("enter 5")
    robot.type("last week")
    robot.press("enter")
    #expect(robot.screen.contains { $0.contains("“last”") || $0.contains("is no time") })
    robot.press("ctrl-u")
    robot.type("+2w")
    robot.press("enter")
    let parked = try #require(robot.leads["ana"]?.parked)
    #expect(parked.kind == .waiting)
    #expect(parked.reason == "on-leave")
    #expect(parked.until?.rfc3339 == "2026-12-05T09:00:00Z")
  }

  @Test func filtersAsOneTypesAndExplainsAMistakeWhereItStands() {
    let robot = BoardRobot()
    robot.press("/")
    robot.type("owner:maria")
    #expect(robot.state.index.figures.count == 2)
    robot.type(" is:stale")
    // What holds is the latest text without a mistake: the word “is”.
    #expect(robot.state.filter.query.terms.count == 2)
    #expect(robot.screen.contains { $0.contains("No lead can be “stale”.") })
    robot.press("ctrl-w")
    #expect(!robot.screen.contains { $0.contains("No lead can be") })
    #expect(robot.state.index.figures.count == 2)
    robot.press("enter escape")
    #expect(robot.state.index.figures.count == 7)
  }

  @Test func escapeWhileTypingAFilterGoesBackToTheFormerOne() {
    let robot = BoardRobot()
    robot.press("/")
    robot.type("owner:jonas")
    robot.press("enter /")
    robot.type(" is:parked")
    robot.press("escape")
    #expect(robot.state.filter.input.text == "owner:jonas")
    #expect(robot.state.index.figures.count == 2)
  }

  @Test func aFilterThatEmptiesTheColumnSelectsTheNearestCardAndGoesBackAfterwards() {
    let robot = BoardRobot()
    robot.press("down")
    #expect(robot.state.selection.lead == "ana")
    robot.press("/")
    robot.type("owner:jonas")
    #expect(robot.state.selection.column == ColumnKey("qualify"))
    #expect(robot.state.selection.lead == "dara")
    robot.type(" finn")
    #expect(robot.state.selection.lead == "finn")
    robot.press("escape")
    #expect(robot.state.selection.lead == "ana")
    #expect(robot.state.selection.column == ColumnKey("new"))

    // Where nothing is found nothing is selected, until something is found again.
    robot.press("/")
    robot.type("owner:zoe")
    #expect(robot.state.selection.lead == nil)
    robot.press("backspace backspace backspace")
    robot.type("jonas")
    #expect(robot.state.selection.lead == "dara")
    robot.press("enter enter")
    #expect(robot.screen.contains { $0.contains("Dara O’Neill · Pike & Sons") })
    robot.press("escape escape")
    #expect(robot.state.selection.lead == "ana")

    // Whoever has gone on to another card stays there; so does one that the filter leaves alone.
    robot.press("/")
    robot.type("owner:jonas")
    robot.press("enter right escape")
    #expect(robot.state.selection.lead == "finn")
    robot.press("/")
    robot.type("finn")
    robot.press("enter escape")
    #expect(robot.state.selection.lead == "finn")
  }

  @Test(arguments: ["is:disqualified", "ended<56d", "ended:2026-11-01..", "reason:no-need"])
  func showsClosedLeadsWhenTheFilterAsksForThem(_ filter: String) {
    let robot = BoardRobot()
    robot.press("/")
    robot.type(filter)
    #expect(robot.screen[0].contains("1 shown"))
    #expect(robot.state.index.columns.flatMap(\.leads).map(\.id) == ["gil"])
  }

  @Test func anOutsideChangeShowsAndTheSelectionStaysOnItsLead() throws {
    let robot = BoardRobot()
    robot.press("down down")
    let selected = try #require(robot.state.selection.lead)
    try robot.writeOutside("chen") { $0.stage = "qualify" }
    #expect(robot.state.selection.lead == selected)
    #expect(robot.state.selection.row == 1)
    #expect(robot.screen.contains { $0.contains("陳大文") })
    #expect(robot.screen[0].contains("live ● 14:02"))
  }

  @Test func aLeadThatGoesLeavesTheSelectionAtItsPlace() {
    let robot = BoardRobot()
    robot.press("down")
    robot.send(.leadsChanged([], removed: ["ana"], at: Fixtures.now))
    #expect(robot.state.selection.row == 1)
    #expect(robot.state.selection.lead == "bo")
    #expect(robot.state.shelf.count == 7)
  }

  @Test func aRefusalIsToldAndNothingChanges() {
    let robot = BoardRobot()
    robot.press("right right right")
    #expect(robot.state.selection.lead == "finn")
    robot.press("t")
    robot.type("e-mail sent")
    robot.press("enter enter")
    #expect(robot.leads["finn"]?.touches.count == 1)
    robot.press("home left left left down down t")
    robot.type("e-mail")
    robot.press("enter")
    robot.press("enter")
    #expect(robot.leads["bo"]?.touches.isEmpty == true)
    #expect(robot.statusLine.contains("does not want to be contacted by email"))
  }

  @Test func booksANextStepWithItsNote() throws {
    let robot = BoardRobot()
    robot.press("x enter")
    robot.type("tue 14:30 bring the calculator")
    robot.press("enter")
    let step = try #require(robot.leads["chen"]?.nextStep)
    #expect(step.kind == .call)
    #expect(step.due.rfc3339 == "2026-11-24T14:30:00Z")
    #expect(step.note == "bring the calculator")
  }

  @Test func assignsAndShowsTheLoad() {
    let robot = BoardRobot()
    robot.press("a")
    #expect(
      robot.screen.contains {
        $0.contains("Jonas Weber") && $0.contains("sales, 2 open, 0 closed a week, heavy")
      })
    robot.type("jonas")
    robot.press("enter")
    #expect(robot.leads["chen"]?.owner == "jonas")
  }

  @Test func regroupsColumns() {
    let robot = BoardRobot()
    robot.press("g")
    robot.type("owner")
    robot.press("enter")
    #expect(
      robot.state.index.columns.map(\.title) == ["Jonas Weber", "Maria Costa", "none"])
    robot.press("L")
    #expect(robot.statusLine.contains("Columns are by owner: use M to move."))
  }

  @Test func walksTheFeedbackPane() {
    let robot = BoardRobot()
    robot.press("tab")
    #expect(robot.state.feedback.hasFocus)
    #expect(robot.state.feedback.selected == "dara")
    robot.press("down")
    #expect(robot.state.feedback.selected == "eva")
    robot.press("right")
    #expect(robot.state.feedback.selected == "hana")
    robot.press("enter")
    #expect(robot.state.page?.id == "hana")
    robot.press("escape escape")
    #expect(!robot.state.feedback.hasFocus)
  }

  /// The file read first is any; what is owed for longest comes later.
  @Test func theFeedbackPaneShowsTheOldestHoweverTheBoardWasRead() {
    let leads = (1...30).map { days in
      Fixtures.lead(LeadID("l\(days)"), "Owed \(days)") { lead in
        lead.feedback = [
          Feedback(
            id: "f1", at: Fixtures.ago(days: Double(days)), by: "maria", side: .sales,
            verdict: .reject, reason: "budget")
        ]
      }
    }
    let summaries = leads.map(LeadSummary.init)
    let robot = BoardRobot([])
    robot.state.reading = .loading(done: 0, total: 30)
    robot.send(.leadsLoaded([summaries[0]], done: 1, total: 30))
    robot.send(.leadsLoaded(Array(summaries[1...]), done: 30, total: 30))
    robot.send(.loadingFinished)
    let pane = BoardLayout(robot.state).feedback
    #expect(robot.screen[pane.top + 1].contains("30d  Owed 30"))
    robot.press("tab")
    #expect(robot.state.feedback.selected == "l30")
    robot.press("end")
    #expect(robot.state.feedback.selected == "l1")
    #expect(!robot.screen[pane.top + 1].contains("Owed 30"))
    // Left alone it shows what matters most again, and keeps the place for a return.
    robot.press("tab")
    #expect(robot.screen[pane.top + 1].contains("30d  Owed 30"))
    robot.press("tab")
    #expect(robot.state.feedback.selected == "l1")
  }

  @Test func hidesAndResizesTheFeedbackPane() {
    let robot = BoardRobot()
    let rows = BoardLayout(robot.state).feedback.rows
    robot.press("+")
    #expect(BoardLayout(robot.state).feedback.rows == rows + 1)
    robot.press("f")
    #expect(BoardLayout(robot.state).feedback.rows == 0)
    robot.press("f - -")
    #expect(BoardLayout(robot.state).feedback.rows == rows - 1)
  }

  @Test func tellsOfBrokenFilesUntilTheyAreMended() throws {
    let robot = BoardRobot()
    let row = try #require(robot.state.index.columns[0].leads.firstIndex { $0.id == "ana" })
    for _ in 0..<row { robot.press("j") }
    let fault = FileFault(
      file: "leads/3f/ana.json", kind: .malformed, line: 12, column: 5,
      message: "A comma is missing", remedy: "Put it there")
    robot.send(.faultsFound([fault]))
    let line = robot.screen[robot.screen.count - 2]
    #expect(line.contains("! 1 broken file leads/3f/ana.json:12:5 A comma is missing"))
    robot.press("! y")
    #expect(robot.copied == ["leads/3f/ana.json"])
    robot.press("escape")
    // The page of the lead says that it shows what was before; others say that there is something.
    robot.press("enter")
    #expect(
      robot.screen[robot.screen.count - 2].hasPrefix(
        " ! as before its file broke: leads/3f/ana.json:12:5 A comma is missing: Put it there"))
    #expect(robot.statusLine.hasSuffix(" ! 1 broken file"))
    robot.press(row == 0 ? "escape j enter" : "escape k enter")
    #expect(!robot.screen.contains { $0.contains("ana.json") })
    #expect(robot.statusLine.hasSuffix(" ! 1 broken file"))
    robot.press("escape r")
    #expect(robot.statusLine.hasSuffix(" ! 1 broken file"))
    robot.press("escape")
    robot.send(.faultsFound([]))
    #expect(!robot.screen.contains { $0.contains("broken file") })
  }

  @Test func loadingMovesAboutAndKeepsTheNewerState() throws {
    let robot = BoardRobot([])
    let leads = (0..<3000).map { Fixtures.lead(LeadID("l\($0)"), "Lead \($0)") }
    let summaries = leads.map(LeadSummary.init)
    robot.state.reading = .loading(done: 0, total: 3000)
    robot.send(.leadsLoaded(Array(summaries[..<1000]), done: 1000, total: 3000))
    #expect(robot.screen[0].contains("1 000 of 3 000"))
    robot.press("down down")
    #expect(robot.state.selection.row == 2)
    var newer = leads[1500]
    newer.revision = 2
    newer.name = "Changed meanwhile"
    robot.send(.leadsChanged([LeadSummary(newer)], removed: [], at: Fixtures.now))
    robot.send(.leadsLoaded(Array(summaries[1000...]), done: 3000, total: 3000))
    robot.send(.loadingFinished)
    #expect(robot.state.shelf["l1500"]?.name == "Changed meanwhile")
    #expect(robot.state.index.figures.count == 3000)
  }

  @Test func quitsSuspendsAndRedraws() {
    let robot = BoardRobot()
    robot.press("ctrl-l ctrl-z")
    #expect(robot.redraws == 1 && robot.suspensions == 1 && !robot.hasQuit)
    robot.press("q")
    #expect(robot.hasQuit)
  }

  @Test func survivesEverySizeOnEveryScreen() {
    for (columns, rows) in [(1, 1), (19, 5), (20, 6), (40, 10), (60, 20), (300, 100)] {
      let robot = BoardRobot(size: Size(columns, rows))
      for keys in ["down", "?", "escape m", "escape tab", "escape enter", "escape / a"] {
        robot.press(keys)
        #expect(robot.screen.count == rows)
      }
    }
  }
}
