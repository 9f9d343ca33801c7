/// Times as people type them: `tue 14:00`, `tomorrow`, `+3d`, `2026-12-01 9:30`.
///
/// Only forms that mean one thing in every country: no `3/4/2026`.
public enum When {
  /// Why a typed time could not be understood.
  public struct Failure: Error, Hashable, Sendable {
    /// What is wrong, in a sentence.
    public var what: String
    /// Which forms are understood.
    public var remedy = "Write it as 2026-12-01, tue, tomorrow, +3d or +2w, with 14:00 behind it."
  }

  /// The hour of a day for which no time is given.
  public static let defaultHour = 9

  /// The instant that a typed time names, after `now`'s day where it names a weekday.
  ///
  /// - Throws: `Failure` with the forms that are understood.
  public static func parse(_ text: String, now: Instant, calendar: BoardCalendar)
    throws(Failure) -> Instant
  {
    if let exact = Instant(rfc3339: text) { return exact }
    var words = text.lowercased().split(whereSeparator: \.isWhitespace)
    guard !words.isEmpty else { throw Failure(what: "No time was given.") }
    var clock: (hour: Int, minute: Int)?
    if let last = words.last, let time = wallClock(last) {
      clock = time
      words.removeLast()
    }
    guard words.count <= 1 else { throw Failure(what: "“\(text)” is no time.") }
    if let hours = words.first.flatMap({ shift($0, unit: "h") }) {
      return now.adding(hours: Double(hours))
    }
    let today = calendar.day(of: now)
    let day: CivilDay
    if let word = words.first {
      guard let named = self.day(word, after: today) else {
        throw Failure(what: "“\(text)” is no time.")
      }
      day = named
    } else {
      day = today
    }
    return calendar.instant(of: day, hour: clock?.hour ?? defaultHour, minute: clock?.minute ?? 0)
  }

  private static func day(_ word: Substring, after today: CivilDay) -> CivilDay? {
    if let date = CivilDay(word) { return date }
    if let days = shift(word, unit: "d") { return CivilDay(dayNumber: today.dayNumber + days) }
    if let weeks = shift(word, unit: "w") {
      return CivilDay(dayNumber: today.dayNumber + 7 * weeks)
    }
    if word == "today" { return today }
    if word == "tomorrow" { return CivilDay(dayNumber: today.dayNumber + 1) }
    let names = [
      "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]
    guard word.count >= 3, let weekday = names.firstIndex(where: { $0.hasPrefix(word) }) else {
      return nil
    }
    let ahead = (weekday - today.weekday + 6) % 7 + 1
    return CivilDay(dayNumber: today.dayNumber + ahead)
  }

  /// `+3d` read for the unit `d`: 3. At most ten thousand, so that nothing overflows.
  private static func shift(_ word: Substring, unit: Character) -> Int? {
    guard word.first == "+", word.last == unit, let number = Int(word.dropFirst().dropLast()),
      (0...10_000).contains(number)
    else { return nil }
    return number
  }

  private static func wallClock(_ word: Substring) -> (hour: Int, minute: Int)? {
    let parts = word.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
      let hour = Int(parts[0]), let minute = Int(parts[1]), (0..<24).contains(hour),
      (0..<60).contains(minute)
    else { return nil }
    return (hour, minute)
  }
}
