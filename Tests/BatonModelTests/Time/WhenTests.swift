import BatonModel
import Testing

/// Saturday 2026-11-21, 13:00 in Madrid.
private let now = Instant(seconds: 1_795_262_400)
private let madrid = BoardCalendar(timeZoneName: "Europe/Madrid")

private func parsed(
  _ text: String, looking direction: When.Direction = .ahead, hour: Int = When.defaultHour
) throws -> String {
  try When.parse(text, now: now, calendar: madrid, looking: direction, defaultHour: hour).rfc3339
}

@Suite struct WhenTests {
  @Test(arguments: [
    ("2026-12-01", "2026-12-01T08:00:00Z"),
    ("2026-12-01 14:30", "2026-12-01T13:30:00Z"),
    ("2026-12-01T14:30:00Z", "2026-12-01T14:30:00Z"),
    ("today", "2026-11-21T08:00:00Z"),
    ("tomorrow 7:05", "2026-11-22T06:05:00Z"),
    ("yesterday", "2026-11-20T08:00:00Z"),
    ("Tue", "2026-11-24T08:00:00Z"),
    ("saturday", "2026-11-28T08:00:00Z"),
    ("+3d", "2026-11-24T08:00:00Z"),
    ("-3d", "2026-11-18T08:00:00Z"),
    ("+2w 10:00", "2026-12-05T09:00:00Z"),
    ("+36h", "2026-11-23T00:00:00Z"),
    ("-2h", "2026-11-21T10:00:00Z"),
    ("now", "2026-11-21T12:00:00Z"),
    ("14:00", "2026-11-21T13:00:00Z"),
  ])
  func understands(text: String, time: String) throws {
    #expect(try parsed(text) == time)
  }

  @Test func looksBackForTheLastWeekday() throws {
    #expect(try parsed("tue 14:00", looking: .back) == "2026-11-17T13:00:00Z")
    #expect(try parsed("saturday", looking: .back) == "2026-11-14T08:00:00Z")
  }

  @Test func startsADayAtTheGivenHour() throws {
    #expect(try parsed("2026-12-01", hour: 0) == "2026-11-30T23:00:00Z")
  }

  @Test(arguments: [
    "", "3/4/2026", "2026-02-30", "tu", "next week", "+d", "+-3d", "--3d", "+99999d", "25:00",
    "tomorrow noon", "+3h 14:00",
  ])
  func refuses(text: String) {
    #expect(throws: When.Failure.self) { try parsed(text) }
  }

  @Test func namesTheFormsThatFitTheDirection() {
    let failure = #expect(throws: When.Failure.self) { try parsed("soon", looking: .back) }
    #expect(failure?.what == "“soon” is no time.")
    #expect(
      failure?.remedy == "Write it as 2026-12-01, tue, yesterday, -3d or -2h; a time such as 14:00"
        + " may follow a day.")
  }
}
