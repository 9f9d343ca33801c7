import BatonModel
import Testing

@Suite struct CivilDayTests {
  @Test(arguments: [
    ("1970-01-01", 0, 3),
    ("1969-12-31", -1, 2),
    ("2026-11-18", 20_775, 2),
    ("2000-02-29", 11_016, 1),
    ("1900-03-01", -25_508, 3),
    ("2024-12-31", 20_088, 1),
    ("0000-01-01", -719_528, 5),
    ("0000-02-29", -719_469, 1),
    ("9999-12-31", 2_932_896, 4),
  ])
  func countsDaysOfTheGregorianCalendar(_ text: String, _ number: Int, _ weekday: Int) {
    #expect(CivilDay(text)?.dayNumber == number)
    #expect(CivilDay(dayNumber: number).description == text)
    #expect(CivilDay(dayNumber: number).weekday == weekday)
  }

  @Test func givesAndTakesTheSamePartsForFourCenturies() {
    let wrong = stride(from: -30_000, through: 130_000, by: 1).first { number in
      let (year, month, day) = CivilDay(dayNumber: number).components
      return CivilDay(year: year, month: month, day: day)?.dayNumber != number
    }
    #expect(wrong == nil)
  }

  @Test(arguments: [
    "", "2026-2-03", "2026-02-3", "26-02-03", "2026-02-30", "1900-02-29", "2026-04-31",
    "2026-13-01", "2026-00-10", "2026-01-00", "2026-01-32", "2026/01/02", "2026-01-02 ",
    "2026-01-02-", "-2026-01-02", "+026-01-02", "2026-+1-02", "٢٠٢٦-٠١-٠٢", "20260102",
  ])
  func refusesWhatIsNoDate(_ text: String) {
    #expect(CivilDay(text) == nil)
  }

  @Test func refusesYearsThatTheFormatCannotSay() {
    #expect(CivilDay(year: -1, month: 1, day: 1) == nil)
    #expect(CivilDay(year: 10_000, month: 1, day: 1) == nil)
  }

  @Test func ordersByDate() {
    #expect(CivilDay(dayNumber: -1) < CivilDay(dayNumber: 0))
  }
}
