import BatonModel
import BatonReports
import TerminalCanvas
import Testing

@testable import BatonBoard

/// Leads that went without a word: closed for a reason or brought back, straight from their list.
@Suite struct SilentLossTests {
  /// One that nobody has touched for two months, and one that was lost without a word why.
  private static let leads = [
    Fixtures.lead("ana", "Ana Ruiz", in: "qualify", days: 60) { $0.owner = "maria" },
    Fixtures.lead("bo", "Bo Lindqvist", in: "propose", days: 50) {
      $0.parked = Parking(kind: .lost, since: Fixtures.ago(days: 20), by: "import")
    },
  ]

  /// The silent losses, with the row of a lead selected.
  private func robot(on lead: LeadID) -> BoardRobot {
    let robot = BoardRobot(Self.leads)
    robot.press("r 4 end")
    if lead == "ana" { robot.press("up") }
    #expect(robot.state.reports?.level.selectedLead == lead)
    return robot
  }

  @Test func closesAVanishedLeadWithAReasonOrNotAtAll() throws {
    let robot = robot(on: "ana")
    robot.press("C")
    #expect(robot.screen.contains { $0.contains("What became of Ana Ruiz?") })
    robot.press("1")
    #expect(robot.screen.contains { $0.contains("Why is Ana Ruiz lost?") })
    robot.press("escape")
    #expect(robot.leads["ana"] == Self.leads[0])
    robot.press("C 1 1")
    let parked = try #require(robot.leads["ana"]?.parked)
    #expect(parked.kind == .lost)
    #expect(parked.reason == robot.state.board.reasons(for: .lost).first?.id)
    #expect(robot.state.keyContext == .reports)
    #expect(!robot.screen.contains { $0.contains("Ana Ruiz") })
    robot.press("u")
    #expect(robot.leads["ana"]?.parked == nil)
    #expect(robot.screen.contains { $0.contains("Ana Ruiz") })
  }

  @Test func standsInLargeFiguresOnASmallScreenToo() throws {
    var leads = Self.leads
    leads[0].amount = Money(minorUnits: 1_370_000_000, currency: "EUR")
    let robot = BoardRobot(leads, size: Size(80, 24))
    robot.press("m g")
    robot.type("silent")
    robot.press("enter")
    try Golden.expect(robot.screen, as: "meeting-silence-80x24")
  }

  @Test func saysAfterwardsWhyALeadWasLost() throws {
    let robot = robot(on: "bo")
    robot.press("C 1 2")
    let parked = try #require(robot.leads["bo"]?.parked)
    #expect(parked.reason == robot.state.board.reasons(for: .lost)[1].id)
    #expect(parked.since == Fixtures.ago(days: 20))
    #expect(!robot.screen.contains { $0.contains("Bo Lindqvist") })
    robot.press("u")
    #expect(robot.leads["bo"]?.parked == Self.leads[1].parked)
  }

  @Test func bringsALeadBackWithWhatHappensNext() throws {
    let robot = robot(on: "bo")
    robot.press("R")
    #expect(robot.leads["bo"]?.parked == nil)
    #expect(robot.screen.contains { $0.contains("What happens next with Bo Lindqvist?") })
    robot.press("4")
    #expect(robot.leads["bo"]?.nextStep?.kind == .call)
    robot.press("u u")
    #expect(robot.leads["bo"]?.parked == Self.leads[1].parked)
    #expect(robot.leads["bo"]?.nextStep == nil)
  }

  @Test func doesSoFromTheListOfAStageToo() throws {
    let robot = BoardRobot(Self.leads)
    robot.press("r 4 enter")
    let lead = try #require(robot.state.reports?.level.selectedLead)
    robot.press("C")
    let name = try #require(robot.leads[lead]?.name)
    #expect(robot.screen.contains { $0.contains("What became of \(name)?") })
  }

  @Test func doesSoInTheMeeting() throws {
    let robot = BoardRobot(Self.leads)
    robot.press("m right right right right right")
    #expect(robot.state.meeting?.part == .silence)
    let targets = try #require(robot.state.reports?.level.page?.targets)
    robot.state.reports?.level.selected = try #require(targets.firstIndex(of: .lead("ana")))
    robot.press("R 4")
    #expect(robot.leads["ana"]?.nextStep?.kind == .call)
    robot.press("C 2 1")
    #expect(robot.leads["ana"]?.parked?.kind == .disqualified)
    #expect(robot.state.keyContext == .meeting)
  }

  @Test func leavesAloneWhatHasItsReason() {
    var bo = Self.leads[1]
    bo.parked?.reason = "price"
    let robot = BoardRobot([bo])
    robot.press("/")
    robot.type("is:lost")
    robot.press("enter right right right C")
    #expect(robot.state.overlays.isEmpty)
    #expect(robot.statusLine.contains("why is known"))
  }
}
