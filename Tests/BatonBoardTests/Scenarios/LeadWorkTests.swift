import BatonModel
import TerminalCanvas
import Testing

@testable import BatonBoard

/// Work on all leads that is done beside the screen: what is shown meanwhile, and what comes of it
/// where leads have changed in the time.
@Suite struct LeadWorkTests {
  private func robot(_ leads: [Lead] = TriageTests.leads) -> BoardRobot {
    let robot = BoardRobot(leads)
    robot.defersWork = true
    return robot
  }

  private func queue(_ robot: BoardRobot) -> [LeadID] {
    robot.state.triage?.items.map(\.lead.id) ?? []
  }

  @Test func aQueueThatIsBeingMadeSaysSo() {
    let robot = robot()
    robot.press("i")
    #expect(robot.screen.contains { $0.contains("One moment …") })
    #expect(!robot.screen.contains { $0.contains("Nothing wants attention") })
    // Keys that come too early do no harm.
    robot.press("y enter j")
    robot.doWork()
    #expect(queue(robot) == ["cai", "bea", "dov", "eda"])
    #expect(robot.state.triage?.lead?.id == "cai")
  }

  @Test func whatChangedWhileTheQueueWasMadeIsInIt() throws {
    let robot = robot()
    robot.press("i")
    try robot.writeOutside("eda") { $0.owner = "jonas" }
    try robot.writeOutside("jon") { $0.owner = "maria" }
    robot.doWork()
    #expect(queue(robot) == ["cai", "bea", "dov", "jon"])
  }

  @Test func aQueueThatIsNoLongerWantedIsMadeAnew() {
    let robot = robot()
    robot.press("i g")
    robot.type("jonas")
    robot.press("enter")
    robot.doWork()
    #expect(robot.state.triage?.whose == .member("jonas"))
    #expect(queue(robot) == ["jon"])
    robot.press("escape i escape")
    robot.doWork()
    #expect(robot.state.triage == nil)
  }

  @Test func theQueueAheadIsMadeAnewAndTheLeadThatIsShownStays() {
    let robot = robot()
    robot.press("i")
    robot.doWork()
    robot.press("down")
    robot.send(.timePassed(Fixtures.now.adding(days: 3)))
    robot.doWork()
    #expect(robot.state.triage?.current?.lead.id == "bea")
    #expect(Set(queue(robot)) == ["cai", "bea", "dov", "eda"])
  }

  @Test func membersCanBeChosenBeforeTheirWorkIsAddedUp() throws {
    let robot = robot(Fixtures.leads)
    let lead = try #require(robot.state.selectedLead?.id)
    robot.press("a")
    let shown = { robot.screen.first { $0.contains("Jonas Weber") && $0.contains("sales") } ?? "" }
    #expect(shown().contains("sales") && !shown().contains("open"))
    robot.doWork()
    #expect(shown().contains("sales, 2 open"))
    robot.press("escape a")
    robot.type("jonas")
    robot.press("enter")
    robot.doWork()
    #expect(robot.leads[lead]?.owner == "jonas")
  }

  @Test func aLeadThatComesInWhileOneTypesIsFoundByItsName() {
    let robot = robot(Fixtures.leads)
    robot.press("m d")
    robot.type("Ask #zoe")
    robot.doWork()
    #expect(!robot.screen.contains { $0.contains("Zoe Adler") })
    robot.send(
      .leadsLoaded([LeadSummary(Fixtures.lead("z1", "Zoe Adler"))], done: 9, total: 9))
    robot.doWork()
    #expect(robot.screen.contains { $0.contains("Zoe Adler") })
    robot.send(.leadsChanged([], removed: ["z1"], at: Fixtures.now))
    robot.doWork()
    #expect(!robot.screen.contains { $0.contains("Zoe Adler") })
  }

  @Test func aLeadIsNamedByTheWayItsNameIsWrittenOrNot() throws {
    // As macOS writes names and as most others do: with marks of their own, and without.
    let robot = robot([
      Fixtures.lead("ze", "Zoe\u{301} A\u{30A}berg"), Fixtures.lead("bo", "B\u{F6} Ek"),
    ])
    for (typed, id) in [
      ("zo\u{E9}", "ze"), ("ZOE\u{301}", "ze"), ("zoe", "ze"), ("\u{E5}ber", "ze"),
      ("bo\u{308}", "bo"), ("b\u{F6}", "bo"),
    ] {
      robot.press("m d")
      robot.type("Ask #\(typed)")
      robot.doWork()
      robot.press("enter")
      robot.doWork()
      let decided = robot.meetings.values.first?.decisions.last
      #expect(decided?.leads == [LeadID(id)], "\(typed)")
      #expect(decided?.text == "Ask", "\(typed)")
      // What is decided already is refused, which is acknowledged first.
      robot.press("escape")
      if robot.state.meeting?.isOpen == true { robot.press("escape") }
    }
  }

  @Test func namesAreLookedForAsSoonAsTheyAreAtHand() throws {
    let robot = robot(Fixtures.leads)
    robot.press("m d")
    robot.type("Ask #lind")
    #expect(robot.state.names == nil)
    // However much is typed meanwhile, they are looked through once.
    #expect(robot.works.filter { if case .names = $0 { true } else { false } }.count == 1)
    robot.doWork()
    #expect(robot.screen.contains { $0.contains("Bo Lindqvist") })
    // Whoever is renamed meanwhile is found by the new name.
    try robot.writeOutside("bo") { $0.name = "Bo Lindgren" }
    robot.doWork()
    #expect(robot.screen.contains { $0.contains("Bo Lindgren") })
    // Enter waits for the names.
    try robot.writeOutside("bo") { $0.name = "Bo Lindner" }
    robot.press("backspace backspace backspace backspace")
    robot.type("lindner @lin")
    robot.press("enter")
    #expect(robot.meetings.values.first?.decisions.first?.leads == ["bo"])
    #expect(robot.state.names == nil)
  }
}
