import BatonModel
import Testing

@Suite struct InstantTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", Int64(0)),
    ("2026-11-18T10:00:00Z", 1_794_996_000_000_000),
    ("2026-11-18T10:00:00.5Z", 1_794_996_000_500_000),
    ("2026-11-18T10:00:00.000001Z", 1_794_996_000_000_001),
    ("1969-12-31T23:59:59.999999Z", -1),
    ("1969-12-31T23:59:59Z", -1_000_000),
    ("2024-02-29T23:59:59Z", 1_709_251_199_000_000),
    ("0000-01-01T00:00:00Z", -62_167_219_200_000_000),
    ("9999-12-31T23:59:59.999999Z", 253_402_300_799_999_999),
  ])
  func readsAndWritesTheSameText(_ text: String, _ microseconds: Int64) {
    #expect(Instant(rfc3339: text)?.microseconds == microseconds)
    #expect(Instant(microseconds: microseconds).rfc3339 == text)
  }

  @Test(arguments: [
    ("2026-11-18T12:00:00+02:00", "2026-11-18T10:00:00Z"),
    ("2026-11-18T04:30:00-05:30", "2026-11-18T10:00:00Z"),
    ("2026-11-18T10:00:00-00:00", "2026-11-18T10:00:00Z"),
    ("2026-11-18t10:00:00z", "2026-11-18T10:00:00Z"),
    ("2026-11-18 10:00:00Z", "2026-11-18T10:00:00Z"),
    ("2026-11-18T10:00:00.500Z", "2026-11-18T10:00:00.5Z"),
    ("2026-11-18T10:00:00.000Z", "2026-11-18T10:00:00Z"),
    ("2026-11-18T10:00:00.1234567899Z", "2026-11-18T10:00:00.123456Z"),
    ("2026-12-31T23:59:60Z", "2027-01-01T00:00:00Z"),
    ("2026-12-31T23:59:59+23:59", "2026-12-31T00:00:59Z"),
    ("2026-01-01T00:00:00+00:01", "2025-12-31T23:59:00Z"),
  ])
  func writesWhatOthersWroteInUTC(_ text: String, _ written: String) {
    #expect(Instant(rfc3339: text)?.rfc3339 == written)
  }

  @Test(arguments: [
    "", "2026-11-18", "2026-11-18T10:00:00", "2026-11-18T10:00Z", "2026-11-18T10:00:00.Z",
    "2026-11-18T10:00:00.5", "2026-11-18T24:00:00Z", "2026-11-18T10:60:00Z",
    "2026-11-18T10:00:61Z", "2026-13-01T10:00:00Z", "2026-00-01T10:00:00Z",
    "2026-02-29T10:00:00Z", "2026-11-00T10:00:00Z", "2026/11/18T10:00:00Z",
    "2026-11-18X10:00:00Z", "2026-11-18T10.00.00Z", "2026-11-18T10:00:00Z ",
    " 2026-11-18T10:00:00Z", "2026-11-18T10:00:00+0200", "2026-11-18T10:00:00+02",
    "2026-11-18T10:00:00+24:00", "2026-11-18T10:00:00+02:60", "2026-11-18T10:00:00ZZ",
    "+026-11-18T10:00:00Z", "2026-11-18T-1:00:00Z", "２026-11-18T10:00:00Z",
    "2026-11-18T10:00:00\u{0}Z",
  ])
  func refusesWhatIsNoDateTime(_ text: String) {
    #expect(Instant(rfc3339: text) == nil)
  }

  @Test func holdsTimesThatTheFormatCannotSayAtItsEnds() {
    #expect(Instant.distantPast.rfc3339 == "0000-01-01T00:00:00Z")
    #expect(Instant.distantFuture.rfc3339 == "9999-12-31T23:59:59Z")
  }

  @Test func roundsSecondsDownOnBothSidesOf1970() {
    #expect(Instant(microseconds: 1_999_999).seconds == 1)
    #expect(Instant(microseconds: -1).seconds == -1)
    #expect(Instant(microseconds: -1_000_000).seconds == -1)
    #expect(Instant(microseconds: -1_000_001).seconds == -2)
  }

  @Test func countsDaysAndSaturates() {
    #expect(now.adding(days: 1.5) == at("2026-11-19T22:00:00Z"))
    #expect(now.adding(hours: -10) == at("2026-11-18T00:00:00Z"))
    #expect(at("2026-11-20T22:00:00Z").days(since: now) == 2.5)
    #expect(now.days(since: at("2026-11-19T10:00:00Z")) == -1)
    #expect(now.adding(days: 1e300) == .distantFuture)
    #expect(now.adding(days: -.infinity) == .distantPast)
    #expect(Instant.distantFuture.adding(days: 1) == .distantFuture)
    #expect(Instant.distantPast.adding(days: -1) == .distantPast)
  }

  @Test func convertsToDatesAndBackToTheMicrosecond() {
    let instant = at("2026-11-18T10:00:00.123456Z")
    #expect(Instant(instant.date) == instant)
  }
}
