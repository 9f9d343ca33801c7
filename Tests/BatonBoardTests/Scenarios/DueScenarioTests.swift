import BatonModel
import TerminalCanvas
import Testing

@testable import BatonBoard

/// What falls due by itself while the board is open, and when the board is reckoned anew for it.
@Suite struct DueScenarioTests {
  /// What falls due by itself.
  enum Cause: CaseIterable {
    case stall, step, returning, lapse, silentHandoff, silentVerdict, rating, day

    /// When it falls due, in hours from now.
    var hours: Double {
      switch self {
      case .stall: 1
      case .step: 2
      case .returning: 3
      case .lapse: 4
      case .silentHandoff: 5
      case .silentVerdict: 6
      case .rating: 7
      case .day: 9 + 58.0 / 60
      }
    }

    /// A lead that has time for everything else until the day is over.
    var lead: Lead {
      Fixtures.lead("ana", "Ana Ruiz", in: self == .stall ? "new" : "account", days: 2 - 1.0 / 24) {
        lead in
        let due = Fixtures.now.adding(hours: hours)
        switch self {
        case .stall, .day: break
        case .step: lead.nextStep = NextStep(kind: .call, due: due)
        case .returning:
          lead.parked = Parking(kind: .waiting, since: Fixtures.ago(days: 1), until: due)
        case .lapse, .silentHandoff:
          // Without a clock of its own it is to be answered within a day.
          lead.handoffs = [
            Handoff(
              id: "h", from: .generate, to: .qualify, offeredAt: due.adding(days: -1),
              offeredBy: "lin", due: self == .lapse ? due : nil)
          ]
        case .silentVerdict, .rating:
          lead.feedback = [
            Feedback(
              id: "f", at: due.adding(days: -7), by: "maria", side: .sales,
              verdict: self == .rating ? .accept : .reject)
          ]
        }
      }
    }
  }

  /// A board of a team that works around the clock: its working hours are all hours.
  private static let board: Board = {
    var board = Fixtures.board
    board.workingHours.weekdays = Array(0...6)
    board.workingHours.startMinute = 0
    board.workingHours.endMinute = 24 * 60
    return board
  }()

  @Test(arguments: Cause.allCases) func theBoardIsReckonedAnewForIt(_ cause: Cause) {
    let due = Fixtures.now.adding(hours: cause.hours)
    #expect(BoardRobot([cause.lead], board: Self.board).state.nextReckoning == due)
    // The same of a lead that comes later.
    let robot = BoardRobot([], board: Self.board)
    #expect(robot.state.nextReckoning == Fixtures.now.adding(hours: Cause.day.hours))
    robot.send(.leadsChanged([LeadSummary(cause.lead)], removed: [], at: Fixtures.now))
    #expect(robot.state.nextReckoning == due)
  }

  @Test func whatAFilterHidesIsShownWhenItFallsDue() throws {
    let due = Fixtures.now.adding(hours: 2)
    let robot = BoardRobot([
      Fixtures.lead("ana", "Ana Ruiz", in: "nurture") {
        $0.nextStep = NextStep(kind: .call, due: due)
      }
    ])
    robot.press("/")
    robot.type("is:overdue")
    robot.press("enter")
    #expect(robot.state.index.figures.count == 0)
    #expect(robot.state.nextReckoning == due)
    try robot.writeOutside("ana") { $0.nextStep?.due = due.adding(hours: -1) }
    #expect(robot.state.nextReckoning == due.adding(hours: -1))
    robot.send(.timePassed(due))
    #expect(robot.state.index.figures.count == 1)
    #expect(robot.screen.contains { $0.contains("Ana Ruiz") })
  }

  @Test func theBoardIsReckonedAnewWhenSomethingFallsDueOrHasChanged() throws {
    let robot = BoardRobot([Fixtures.lead("ana", "Ana Ruiz", days: 0.1)])
    let due = Fixtures.now.adding(hours: 2)
    #expect(robot.state.nextReckoning > due)
    // What is planned here is due sooner than anything was when the board was reckoned.
    robot.send(
      .applied(
        LeadSummary(
          Fixtures.lead("ana", "Ana Ruiz", days: 0.1) {
            $0.nextStep = NextStep(kind: .call, due: due)
            $0.revision += 1
          }), change: nil, message: "Planned."))
    #expect(robot.state.nextReckoning == due)
    // What others change happens later than the board's own moment: it catches up.
    let later = Fixtures.now.adding(hours: 1)
    robot.send(.leadsChanged([], removed: [], at: later))
    #expect(robot.state.nextReckoning == later)
    robot.send(.timePassed(later))
    #expect(robot.state.nextReckoning == due)
    // The index follows in place, whatever other work is waited for.
    robot.defersWork = true
    robot.send(.timePassed(due))
    #expect(robot.state.index.reckoning.now == due)
    // At this very moment the step is not overdue yet.
    #expect(robot.state.nextReckoning == due)
    robot.send(.timePassed(Instant(microseconds: due.microseconds + 1)))
    #expect(robot.state.nextReckoning > due && robot.state.nextReckoning < .distantFuture)
  }

  /// Filters and moments at which all leads are to be reckoned, not only those that fall due.
  @Test(arguments: [("age<9", 2.0), ("", 10)])
  func underAFilterByAgesAndOnANewDayAllLeadsAreReckoned(_ filter: String, hours: Double) {
    let robot = BoardRobot([Fixtures.lead("ana", "Ana Ruiz", days: 0.1)])
    robot.press("/")
    robot.type(filter)
    robot.press("enter")
    robot.defersWork = true
    robot.send(.timePassed(Fixtures.now.adding(hours: hours)))
    // What the index of the moment before says is over until the new one is made.
    #expect(robot.state.nextReckoning == .distantFuture)
    robot.doWork()
    #expect(robot.state.index.reckoning.now == Fixtures.now.adding(hours: hours))
    #expect(robot.state.nextReckoning < .distantFuture)
  }

  @Test func whatChangedAfterTheMomentOfTheBoardIsTakenUpWithIt() throws {
    let robot = BoardRobot([Fixtures.lead("ana", "Ana Ruiz", in: "nurture")])
    robot.press("/")
    robot.type("is:blocked")
    robot.press("enter")
    let later = Fixtures.now.adding(hours: 1)
    try robot.writeOutside("ana", at: later) {
      $0.roadblocks = [Roadblock(id: "r", kind: "slow reply", origin: .ours, opened: later)]
    }
    // To the moment of the board the roadblock is still to come.
    #expect(robot.state.index.figures.count == 0)
    robot.send(.timePassed(later))
    #expect(robot.state.index.figures.count == 1)
  }
}
