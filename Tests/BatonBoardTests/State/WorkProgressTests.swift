import Testing

@testable import BatonBoard

/// Work that is done elsewhere, one piece at a time.
@Suite struct WorkProgressTests {
  @Test(arguments: [
    (WorkProgress.idle, true, WorkProgress.running), (.running, false, .outdated),
    (.outdated, false, .outdated),
  ])
  func whatIsWantedStartsWhereNothingRuns(
    before: WorkProgress, starts: Bool, after: WorkProgress
  ) {
    var progress = before
    let hasStarted = progress.start()
    #expect(hasStarted == starts)
    #expect(progress == after)
    #expect(progress.isRunning)
  }

  @Test(arguments: [(WorkProgress.running, false), (.outdated, true)])
  func whatIsDoneIsDoneAgainWhereItIsOutdated(before: WorkProgress, isOutdated: Bool) {
    var progress = before
    let wasOutdated = progress.finish()
    #expect(wasOutdated == isOutdated)
    #expect(progress == .idle)
    #expect(!progress.isRunning)
  }
}
