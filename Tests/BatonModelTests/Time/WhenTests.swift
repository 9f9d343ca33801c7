import BatonModel
import Testing

@Suite struct WhenTests {
  let berlin = BoardCalendar(timeZoneName: "Europe/Berlin")

  // It is Wednesday, 11:00 in Berlin, which is an hour ahead of UTC.
  @Test(arguments: [
    ("2026-12-01", "2026-12-01T08:00:00Z"),
    ("2026-12-01 9:30", "2026-12-01T08:30:00Z"),
    ("2026-07-01 14:00", "2026-07-01T12:00:00Z"),
    ("2026-12-01T14:00:00Z", "2026-12-01T14:00:00Z"),
    ("2026-12-01T14:00:00+05:00", "2026-12-01T09:00:00Z"),
    ("now", "2026-11-18T10:00:00Z"),
    ("today", "2026-11-18T08:00:00Z"),
    ("today 17:45", "2026-11-18T16:45:00Z"),
    ("tomorrow", "2026-11-19T08:00:00Z"),
    ("Tomorrow 00:00", "2026-11-18T23:00:00Z"),
    ("yesterday", "2026-11-17T08:00:00Z"),
    ("thu", "2026-11-19T08:00:00Z"),
    ("tuesday 14:00", "2026-11-24T13:00:00Z"),
    ("TUES 8:05", "2026-11-24T07:05:00Z"),
    ("wed", "2026-11-25T08:00:00Z"),
    ("sun 23:59", "2026-11-22T22:59:00Z"),
    ("+0d", "2026-11-18T08:00:00Z"),
    ("+3d", "2026-11-21T08:00:00Z"),
    ("-3d", "2026-11-15T08:00:00Z"),
    ("+3d 14:00", "2026-11-21T13:00:00Z"),
    ("+2w", "2026-12-02T08:00:00Z"),
    ("-1w 9:00", "2026-11-11T08:00:00Z"),
    ("+5h", "2026-11-18T15:00:00Z"),
    ("-36h", "2026-11-16T22:00:00Z"),
    ("  fri   10:15 ", "2026-11-20T09:15:00Z"),
    ("16:00", "2026-11-18T15:00:00Z"),
    ("at 16:00", "2026-11-18T15:00:00Z"),
    ("tue at 14:00", "2026-11-24T13:00:00Z"),
    ("tue 2pm", "2026-11-24T13:00:00Z"),
    ("tue 2 PM", "2026-11-24T13:00:00Z"),
    ("tue at 2:30pm", "2026-11-24T13:30:00Z"),
    ("tue 12am", "2026-11-23T23:00:00Z"),
    ("tue 12pm", "2026-11-24T11:00:00Z"),
    ("tue 14h30", "2026-11-24T13:30:00Z"),
    ("30 nov", "2026-11-30T08:00:00Z"),
    ("30th November 14:00", "2026-11-30T13:00:00Z"),
    ("nov 30, 2pm", "2026-11-30T13:00:00Z"),
    ("mon 30 nov", "2026-11-30T08:00:00Z"),
    ("Mon, 30 Nov. 14:00", "2026-11-30T13:00:00Z"),
    ("monday 2026-11-30", "2026-11-30T08:00:00Z"),
    ("18 nov", "2026-11-18T08:00:00Z"),
    ("17 nov", "2027-11-17T08:00:00Z"),
    ("4 jan 2027 10:30", "2027-01-04T09:30:00Z"),
    ("jan 4, 2027", "2027-01-04T08:00:00Z"),
    ("29 feb", "2028-02-29T08:00:00Z"),
    ("+10000d", "2054-04-05T07:00:00Z"),
  ])
  func understandsWhatPeopleType(_ text: String, _ instant: String) throws {
    #expect(try When.parse(text, now: now, calendar: berlin).rfc3339 == instant)
  }

  @Test(arguments: [
    ("tue 14:00", "2026-11-17T13:00:00Z"), ("wed", "2026-11-11T08:00:00Z"),
    ("thu", "2026-11-12T08:00:00Z"), ("2026-12-01", "2026-12-01T08:00:00Z"),
    ("19 nov", "2025-11-19T08:00:00Z"), ("18 nov 8:00", "2026-11-18T07:00:00Z"),
  ])
  func looksBackForTheLastWeekday(_ text: String, _ instant: String) throws {
    let found = try When.parse(text, now: now, calendar: berlin, looking: .back)
    #expect(found.rfc3339 == instant)
  }

  @Test func startsADayAtTheGivenHour() throws {
    let start = try When.parse("2026-12-01", now: now, calendar: berlin, defaultHour: 0)
    #expect(start.rfc3339 == "2026-11-30T23:00:00Z")
  }

  @Test(arguments: [
    "3/4/2026", "4.3.2026", "2026-02-30", "someday", "tu", "mo 9:00", "thursdays", "+3", "+d",
    "+-3d", "++3d", "--3d", "-+3d", "+10001d", "-10001d", "+3m", "tue 25:00", "tue 14:60",
    "tue 14", "tue 1400", "tue 14:0", "tue wed", "tue 14:00 15:00", "14:00 tue", "+9:30", "9:+5",
    "+5h 14:00", "now 14:00", "+٣d", "tue at", "tue at 14", "14pm", "tue 0am", "tue 2:5pm",
    "tue 14:00pm", "14h", "tue 24h00", "30 no", "0 nov", "30 nov tue", "mon +2w", "32 nov",
  ])
  func refusesWhatMeansNoOneTime(_ text: String) {
    let failure = #expect(throws: When.Failure.self) {
      try When.parse(text, now: now, calendar: berlin)
    }
    #expect(failure?.what == "“\(text)” is no time.")
    #expect(
      failure?.remedy == "Write it as 2026-12-01, 1 dec, tue, tomorrow, +3d or +2w;"
        + " a time such as 14:00 or 2pm may follow a day.")
  }

  @Test(arguments: [
    ("tue 30 nov", "30 Nov 2026 is a Monday, not a Tuesday."), ("31 nov", "There is no 31 Nov."),
    ("29 feb 2027", "There is no 29 Feb 2027."), ("fri 31 feb", "There is no 31 Feb."),
  ])
  func refusesADateThatIsNotThere(_ text: String, _ what: String) {
    let failure = #expect(throws: When.Failure.self) {
      try When.parse(text, now: now, calendar: berlin)
    }
    #expect(failure?.what == what)
  }

  @Test(arguments: ["", "  \t"]) func asksForATimeWhereNoneIsGiven(_ text: String) {
    let failure = #expect(throws: When.Failure.self) {
      try When.parse(text, now: now, calendar: berlin, looking: .back)
    }
    #expect(failure?.what == "No time was given.")
    #expect(
      failure?.remedy == "Write it as 2026-12-01, 1 dec, tue, yesterday, -3d or -2h;"
        + " a time such as 14:00 or 2pm may follow a day.")
  }

  @Test func countsWeekdaysOnTheBoardsDay() throws {
    // In Auckland it is Thursday by now.
    let auckland = BoardCalendar(timeZoneName: "Pacific/Auckland")
    let late = at("2026-11-18T12:00:00Z")
    #expect(try When.parse("thu", now: late, calendar: auckland).rfc3339 == "2026-11-25T20:00:00Z")
    #expect(try When.parse("fri", now: late, calendar: auckland).rfc3339 == "2026-11-19T20:00:00Z")
  }
}
