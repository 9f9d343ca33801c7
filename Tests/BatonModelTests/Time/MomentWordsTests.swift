import BatonModel
import Testing

/// How a refusal says when something was.
@Suite struct MomentWordsTests {
  private let berlin = BoardCalendar(timeZoneName: "Europe/Berlin")

  @Test(arguments: [
    ("2026-11-22T02:29:24.069639Z", "22 Nov 03:29"), ("2026-07-01T22:05:00Z", "2 Jul 00:05"),
    ("2025-12-31T23:30:00Z", "1 Jan 00:30"), ("2025-12-31T22:30:00Z", "31 Dec 2025 23:30"),
  ])
  func isOnTheBoardsClock(_ moment: String, _ words: String) {
    #expect(berlin.words(for: at(moment), asOf: now) == words)
  }
}
