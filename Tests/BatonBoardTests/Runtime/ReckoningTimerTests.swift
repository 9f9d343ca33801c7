import BatonModel
import TerminalCanvas
import Testing

@testable import BatonBoard

/// The timer of an open board, by a clock that stands where the test puts it.
///
/// The timer lets at least a second pass. A test whose board is never reckoned anew ends by its
/// time limit.
@MainActor @Suite(.timeLimit(.minutes(1))) struct ReckoningTimerTests {
  private final class Clock {
    var now = Fixtures.now
    /// Tells each time that somebody has asked for the time.
    let (asked, ask) = AsyncStream.makeStream(of: Void.self)
  }

  private let clock = Clock()

  private func controller(_ leads: [Lead]) -> BoardController {
    let clock = clock
    let environment = BoardEnvironment(
      readLead: { _ in }, apply: { _, _, _ in }, insist: { _ in }, findDuplicates: {},
      merge: { _, _ in }, undo: { _ in }, applyMeeting: { _ in }, writeMinutes: { _ in },
      useTheme: { _ in },
      clock: {
        clock.ask.yield()
        return clock.now
      }, quit: {})
    let controller = BoardController(
      state: BoardState(
        size: Size(120, 40), board: Fixtures.board, now: Fixtures.now, actor: "maria"),
      terminal: MemoryTerminal(size: Size(120, 40)), theme: Theme.builtIn[0],
      environment: environment)
    controller.send(
      .leadsLoaded(leads.map(LeadSummary.init), done: leads.count, total: leads.count))
    controller.send(.loadingFinished)
    return controller
  }

  private func lead(due: Instant) -> Lead {
    Fixtures.lead("ana", "Ana Ruiz", days: 0.1) { $0.nextStep = NextStep(kind: .call, due: due) }
  }

  /// Waits until the board is reckoned by the time that the clock shows.
  private func reckoned(
    _ controller: BoardController, meanwhile: () -> Void = {}
  ) async {
    for await _ in clock.asked {
      if controller.state.reckoning.now == clock.now { return }
      meanwhile()
    }
  }

  @Test func wakesWhenSomethingFallsDue() async {
    let due = Fixtures.now.adding(hours: 1)
    clock.now = due.adding(hours: -1e-7)
    let controller = controller([lead(due: due)])
    #expect(controller.state.nextReckoning == due)
    clock.now = due.adding(hours: 0.001)
    await reckoned(controller)
    let lead = controller.state.selectedLead
    #expect(lead.map { controller.state.reckoning.standing(of: $0).isOverdue } == true)
    controller.stop()
  }

  @Test func whatFallsDueSoonerWakesSooner() async {
    let controller = controller([lead(due: Fixtures.now.adding(hours: 2))])
    let due = Fixtures.now.adding(hours: 1)
    clock.now = due.adding(hours: -1e-7)
    var planned = lead(due: due)
    planned.revision += 1
    controller.send(.applied(LeadSummary(planned), change: nil, message: "Planned."))
    #expect(controller.state.nextReckoning == due)
    clock.now = due.adding(hours: 0.001)
    await reckoned(controller)
    #expect(controller.state.nextReckoning > due)
    controller.stop()
  }

  @Test func changesThatFollowEachOtherDoNotPutItOff() async {
    let controller = controller([])
    clock.now = Fixtures.now.adding(hours: 1)
    var changes = 0
    await reckoned(controller) {
      changes += 1
      clock.now = clock.now.adding(hours: 1e-6)
      controller.send(.leadsChanged([], removed: [], at: clock.now))
    }
    #expect(changes > 0)
    controller.stop()
  }
}
