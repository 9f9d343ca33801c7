import BatonModel
import Testing

/// Berlin, Monday to Friday, 9:00 to 17:30.
@Suite struct WorkingClockTests {
  @Test(arguments: [
    // Wednesday 11:00: six and a half hours are left of the day.
    ("2026-11-18T10:00:00Z", 2, "2026-11-18T12:00:00Z"),
    ("2026-11-18T10:00:00Z", 6, "2026-11-18T16:00:00Z"),
    ("2026-11-18T10:00:00Z", 7, "2026-11-19T08:30:00Z"),
    // Three working days less half an hour: across a weekend.
    ("2026-11-18T10:00:00Z", 24, "2026-11-23T08:30:00Z"),
    // Saturday, and after work: the clock starts on the next working day.
    ("2026-11-21T12:00:00Z", 1, "2026-11-23T09:00:00Z"),
    ("2026-11-20T17:00:00Z", 1, "2026-11-23T09:00:00Z"),
    // Before work.
    ("2026-11-18T03:00:00Z", 1, "2026-11-18T09:00:00Z"),
    // Exactly to the end of the day.
    ("2026-11-18T15:30:00Z", 1, "2026-11-18T16:30:00Z"),
    ("2026-11-18T10:00:00Z", 0, "2026-11-18T10:00:00Z"),
    // Over the Sunday on which the clocks go back: nine o'clock is at 8:00 UTC, no longer 7:00.
    ("2026-10-23T14:30:00Z", 2, "2026-10-26T09:00:00Z"),
  ])
  func countsWorkingHours(_ start: String, _ hours: Int, _ end: String) {
    #expect(WorkingClock(testBoard()).adding(hours: hours, to: at(start)).rfc3339 == end)
  }

  @Test func aSpanBeyondAllNumbersNeverEnds() {
    #expect(WorkingClock(testBoard()).adding(hours: .max, to: now) == .distantFuture)
  }

  @Test func passesOverHolidays() {
    var board = testBoard()
    board.workingHours.holidays = ["2026-12-24", "2026-12-25", "nonsense"]
    let end = WorkingClock(board).adding(hours: 2, to: at("2026-12-23T15:30:00Z"))
    #expect(end.rfc3339 == "2026-12-28T09:00:00Z")
  }

  @Test func aBoardThatNeverWorksCountsTheWallClock() {
    var board = testBoard()
    board.workingHours.weekdays = []
    #expect(WorkingClock(board).adding(hours: 5, to: now) == now.adding(hours: 5))
    board.workingHours = WorkingHours()
    board.workingHours.startMinute = 600
    board.workingHours.endMinute = 300
    #expect(WorkingClock(board).adding(hours: 5, to: now) == now.adding(hours: 5))
  }
}
