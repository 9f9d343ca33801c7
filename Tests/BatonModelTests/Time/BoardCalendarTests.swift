import BatonModel
import Testing

@Suite struct BoardCalendarTests {
  @Test(arguments: [
    ("Europe/Berlin", "2026-11-18T22:59:59Z", "2026-11-18", 23, 59),
    ("Europe/Berlin", "2026-11-18T23:00:00Z", "2026-11-19", 0, 0),
    ("Europe/Berlin", "2026-07-01T22:00:00Z", "2026-07-02", 0, 0),
    ("America/New_York", "2026-11-18T04:59:00Z", "2026-11-17", 23, 59),
    ("Asia/Kathmandu", "2026-11-18T18:15:00Z", "2026-11-19", 0, 0),
    ("Pacific/Kiritimati", "2026-11-18T10:00:00Z", "2026-11-19", 0, 0),
    ("UTC", "1969-12-31T23:59:59Z", "1969-12-31", 23, 59),
    ("UTC", "1969-12-31T00:00:00Z", "1969-12-31", 0, 0),
  ])
  func tellsTheDayAndTheWallClock(
    _ zone: String, _ instant: String, _ day: String, _ hour: Int, _ minute: Int
  ) {
    let calendar = BoardCalendar(timeZoneName: zone)
    #expect(calendar.day(of: at(instant)).description == day)
    #expect(calendar.clock(at: at(instant)) == (hour, minute))
  }

  @Test(arguments: [
    ("Europe/Berlin", "2026-11-18", 9, 30, "2026-11-18T08:30:00Z"),
    ("Europe/Berlin", "2026-07-01", 9, 30, "2026-07-01T07:30:00Z"),
    ("America/New_York", "2026-11-18", 0, 0, "2026-11-18T05:00:00Z"),
    ("Asia/Kathmandu", "2026-11-18", 0, 0, "2026-11-17T18:15:00Z"),
    // Before and after the clocks change.
    ("Europe/Berlin", "2026-03-29", 1, 59, "2026-03-29T00:59:00Z"),
    ("Europe/Berlin", "2026-03-29", 3, 0, "2026-03-29T01:00:00Z"),
    ("Europe/Berlin", "2026-10-25", 3, 0, "2026-10-25T02:00:00Z"),
    ("America/New_York", "2026-03-08", 1, 59, "2026-03-08T06:59:00Z"),
    ("America/New_York", "2026-03-08", 3, 0, "2026-03-08T07:00:00Z"),
    ("America/New_York", "2026-11-01", 2, 0, "2026-11-01T07:00:00Z"),
    ("Australia/Lord_Howe", "2026-10-04", 2, 30, "2026-10-03T15:30:00Z"),
  ])
  func namesTheInstantOfAWallClock(
    _ zone: String, _ day: String, _ hour: Int, _ minute: Int, _ instant: String
  ) throws {
    let calendar = BoardCalendar(timeZoneName: zone)
    let date = try #require(CivilDay(day))
    #expect(calendar.instant(of: date, hour: hour, minute: minute).rfc3339 == instant)
  }

  @Test(arguments: [
    // 2:30 does not exist: it is taken as 3:30, in every part of the world.
    ("Europe/Berlin", "2026-03-29", 2, "2026-03-29T01:30:00Z"),
    ("America/New_York", "2026-03-08", 2, "2026-03-08T07:30:00Z"),
    ("Australia/Sydney", "2026-10-04", 2, "2026-10-03T16:30:00Z"),
    // 2:30 and 1:30 happen twice: the first one counts.
    ("Europe/Berlin", "2026-10-25", 2, "2026-10-25T00:30:00Z"),
    ("America/New_York", "2026-11-01", 1, "2026-11-01T05:30:00Z"),
    ("Australia/Sydney", "2026-04-05", 2, "2026-04-04T15:30:00Z"),
  ])
  func takesAWallClockThatIsMissingOrDoubledInOneWay(
    _ zone: String, _ day: String, _ hour: Int, _ instant: String
  ) throws {
    let calendar = BoardCalendar(timeZoneName: zone)
    let date = try #require(CivilDay(day))
    #expect(calendar.instant(of: date, hour: hour, minute: 30).rfc3339 == instant)
  }

  @Test(arguments: [
    // Clocks go forward at midnight: the day begins at one.
    ("America/Santiago", "2026-09-06", "2026-09-06T04:00:00Z"),
    ("Africa/Cairo", "2026-04-24", "2026-04-23T22:00:00Z"),
    // Clocks go back at one to midnight: the day begins at the first of the two.
    ("Atlantic/Azores", "2026-10-25", "2026-10-25T00:00:00Z"),
  ])
  func beginsADayWithinIt(_ zone: String, _ day: String, _ instant: String) throws {
    let calendar = BoardCalendar(timeZoneName: zone)
    let date = try #require(CivilDay(day))
    let start = calendar.instant(of: date)
    #expect(start.rfc3339 == instant)
    #expect(calendar.day(of: start) == date)
    #expect(calendar.day(of: Instant(microseconds: start.microseconds - 1)) < date)
  }

  @Test func keepsUTCWhereTheZoneIsUnknown() {
    #expect(BoardCalendar(timeZoneName: "Mars/Olympus").offsetSeconds(at: now) == 0)
  }
}
