import BatonModel
import TerminalCanvas
import Testing

@testable import BatonBoard

/// What the sides hear of each other on the screen: holds on companies, touches, feedback in full.
@Suite struct LoopTests {
  private static func lead(_ id: LeadID, _ name: String, at company: String) -> Lead {
    Fixtures.lead(id, name, in: "qualify", days: 2) { lead in
      lead.company = Company(name: company)
      lead.owner = "maria"
      lead.nextStep = NextStep(kind: .call, due: Fixtures.now.adding(days: 2), owner: "lin")
    }
  }

  @Test func aHoldOnACompanyWarnsOnItsOtherLeadsAtOnceAndNoLonger() throws {
    let robot = BoardRobot([
      Self.lead("ana", "Ana Ruiz", at: "Helix"), Self.lead("bo", "Bo", at: "HELIX"),
    ])
    #expect(robot.state.selection.lead == "ana")
    try robot.writeOutside("bo") { lead in
      var hold = Hold(
        id: "h1", reason: "tender", from: Fixtures.ago(days: 1),
        until: Fixtures.now.adding(days: 6), by: "jonas")
      hold.scope = .company
      lead.holds = [hold]
    }
    robot.press("t 1")
    #expect(
      robot.screen.contains {
        $0.contains("▲ jonas holds contact with everybody at Helix until Fri: tender")
      })
    #expect(
      robot.screen.contains { $0.contains("▲ Lin Wei of marketing plans a call at Mon 14:02") })
    robot.press("escape enter")
    #expect(robot.screen.contains { $0.contains("‖ hold until Fri: tender (on Bo)") })
    // It is told under the name that its lead has by now, and goes with its lead.
    try robot.writeOutside("bo") { $0.name = "Bo Ek" }
    #expect(robot.screen.contains { $0.contains("‖ hold until Fri: tender (on Bo Ek)") })
    let bo = try #require(robot.leads["bo"])
    robot.send(.leadsChanged([], removed: ["bo"], at: Fixtures.now))
    #expect(!robot.screen.contains { $0.contains("‖ hold") })
    robot.send(.leadsChanged([LeadSummary(bo)], removed: [], at: Fixtures.now))
    #expect(robot.screen.contains { $0.contains("‖ hold until Fri: tender (on Bo Ek)") })
    try robot.writeOutside("bo") { $0.holds = [] }
    #expect(!robot.screen.contains { $0.contains("‖ hold") })
  }

  @Test func aHoldOnACompanyIsHeededAsSoonAsAllIsRead() {
    var bo = Self.lead("bo", "Bo", at: "helix")
    var hold = Hold(
      id: "h1", reason: "tender", from: Fixtures.now.adding(hours: 1),
      until: Fixtures.now.adding(hours: 3), by: "jonas")
    hold.scope = .company
    bo.holds = [hold]
    // Whoever has ended still holds contact with the company.
    bo.parked = Parking(kind: .won, since: Fixtures.ago(days: 1))
    let robot = BoardRobot([Self.lead("ana", "Ana Ruiz", at: "Helix"), bo])
    robot.press("enter")
    let isHeld = { robot.screen.contains { $0.contains("‖ hold") } }
    #expect(!isHeld())
    bo.holds[0].from = Fixtures.ago(days: 1)
    let other = BoardRobot([Self.lead("ana", "Ana Ruiz", at: "Helix"), bo])
    other.press("enter")
    #expect(other.screen.contains { $0.contains("‖ hold until today: tender (on Bo)") })
    // It begins and ends by itself, and the board is reckoned anew for it.
    #expect(robot.state.nextReckoning == hold.from)
    robot.send(.timePassed(hold.from))
    #expect(isHeld())
    #expect(robot.state.nextReckoning == hold.until)
    robot.send(.timePassed(hold.until))
    #expect(!isHeld())
  }

  @Test func theOtherSidesTouchesAreInViewBeforeOnesOwn() throws {
    var ana = Self.lead("ana", "Ana Ruiz", at: "Helix")
    ana.nextStep = nil
    ana.touches = [
      Fixtures.touch("t1", hours: 80, .marketing, .outbound, .email),
      Fixtures.touch("t2", hours: 3, .marketing, .outbound, .call),
    ]
    let robot = BoardRobot([ana])
    robot.press("t 1")
    #expect(
      robot.screen.contains { $0.contains("▲ marketing was in touch by call at today 11:02.") })
    #expect(
      robot.screen.contains {
        $0.contains("Of late: marketing → call 3h ago, marketing → email 3d ago")
      })
    robot.press("enter enter")
    // The touch that was logged in spite of it is shown for what it is.
    #expect(robot.screen.contains { $0.contains("collides") })
    #expect(robot.screen.contains { $0.contains("1 crossing  1 collision") })
    // What comes in is no touch of ours: nothing is to be weighed.
    robot.press("t 7")
    #expect(!robot.screen.contains { $0.contains("▲") && $0.contains("was in touch by") })
  }

  @Test func feedbackInFullOpensTheLeadAndWhatBecameOfTheSources() {
    let robot = BoardRobot()
    robot.press("F")
    #expect(robot.screen.contains { $0.contains("Feedback, both ways") })
    #expect(robot.screen.contains { $0.contains("Awaits marketing, the oldest first") })
    robot.press("enter")
    #expect(robot.state.page?.id == "dara")
    robot.press("escape end enter")
    #expect(robot.screen.contains { $0.contains("What became of the leads, by ad") })
    robot.press("escape 7")
    #expect(robot.screen.contains { $0.contains("What buyers are asked") })
    robot.press("8")
    #expect(robot.screen.contains { $0.contains("Legal asks for quiet") })
  }

  @Test(arguments: [Size(80, 24), Size(120, 40), Size(220, 55)])
  func looksAsItShould(_ size: Size) throws {
    let robot = BoardRobot(size: size)
    robot.press("r")
    for (key, name) in [("6", "feedback"), ("7", "surveys"), ("8", "holds")] {
      robot.press(key)
      try Golden.expect(robot.screen, as: "report-\(name)-\(size)")
    }
  }

  @Test func aNextStepInThePastIsRefusedWhereItIsTyped() {
    let robot = BoardRobot([Self.lead("ana", "Ana Ruiz", at: "Helix")])
    robot.press("x 1")
    robot.type("2026-11-20 10:00")
    robot.press("enter")
    #expect(robot.screen.contains { $0.contains("Fri 20 Nov 10:00 is past.") })
    #expect(robot.leads["ana"]?.nextStep?.owner == "lin")
  }

  @Test func aLeadWithoutANameIsCalledBySomethingElse() {
    let robot = BoardRobot([Fixtures.lead("x7", " ") { $0.company = Company(name: "Nordwerk") }])
    #expect(robot.screen.contains { $0.contains("Nordwerk") })
    #expect(!robot.screen.contains { $0.contains("Nordwerk · Nordwerk") })
  }
}
