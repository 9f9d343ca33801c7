/// Times as people type them: `tue 14:00`, `tomorrow`, `+3d`, `-2h`, `2026-12-01 9:30`.
///
/// Only forms that mean one thing in every country: no `3/4/2026`.
public enum When {
  /// On which side of now a weekday is looked for.
  public enum Direction: Hashable, Sendable {
    /// The next such day, for what is planned.
    case ahead
    /// The last such day, for what has happened.
    case back
  }

  /// Why a typed time could not be understood.
  public struct Failure: Error, Hashable, Sendable {
    /// What is wrong, in a sentence.
    public var what: String
    /// Which forms are understood.
    public var remedy: String

    init(_ what: String, looking direction: Direction) {
      self.what = what
      let examples = direction == .ahead ? "tomorrow, +3d or +2w" : "yesterday, -3d or -2h"
      remedy = "Write it as 2026-12-01, tue, \(examples); a time such as 14:00 may follow a day."
    }
  }

  /// The hour of a day for which no time is given.
  public static let defaultHour = 9

  /// The instant that a typed time names.
  ///
  /// - Parameters:
  ///   - direction: Where a weekday lies; never on `now`'s own day.
  ///   - defaultHour: The hour of a day for which no time is given.
  /// - Throws: `Failure` with the forms that are understood.
  public static func parse(
    _ text: String, now: Instant, calendar: BoardCalendar, looking direction: Direction = .ahead,
    defaultHour: Int = When.defaultHour
  ) throws(Failure) -> Instant {
    if let exact = Instant(rfc3339: text) { return exact }
    var words = text.lowercased().split(whereSeparator: \.isWhitespace)
    guard !words.isEmpty else { throw Failure("No time was given.", looking: direction) }
    var clock: (hour: Int, minute: Int)?
    if let last = words.last, let time = wallClock(last) {
      clock = time
      words.removeLast()
    }
    guard words.count <= 1 else { throw Failure("“\(text)” is no time.", looking: direction) }
    if clock == nil, let word = words.first {
      if word == "now" { return now }
      if let hours = shift(word, unit: "h") { return now.adding(hours: Double(hours)) }
    }
    let today = calendar.day(of: now)
    let day: CivilDay
    if let word = words.first {
      guard let named = self.day(lowercased: word, from: today, looking: direction) else {
        throw Failure("“\(text)” is no time.", looking: direction)
      }
      day = named
    } else {
      day = today
    }
    return calendar.instant(of: day, hour: clock?.hour ?? defaultHour, minute: clock?.minute ?? 0)
  }

  /// The day that one word names: `fri`, `tomorrow`, `+2w`, `2026-12-01`; nil where it names none.
  public static func day(
    _ word: some StringProtocol, from today: CivilDay, looking direction: Direction = .ahead
  ) -> CivilDay? {
    day(lowercased: word.lowercased()[...], from: today, looking: direction)
  }

  private static func day(
    lowercased word: Substring, from today: CivilDay, looking direction: Direction
  ) -> CivilDay? {
    if let date = CivilDay(word) { return date }
    if let days = shift(word, unit: "d") { return CivilDay(dayNumber: today.dayNumber + days) }
    if let weeks = shift(word, unit: "w") {
      return CivilDay(dayNumber: today.dayNumber + 7 * weeks)
    }
    if word == "today" { return today }
    if word == "tomorrow" { return CivilDay(dayNumber: today.dayNumber + 1) }
    if word == "yesterday" { return CivilDay(dayNumber: today.dayNumber - 1) }
    let names = [
      "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]
    guard word.count >= 3, let weekday = names.firstIndex(where: { $0.hasPrefix(word) }) else {
      return nil
    }
    let ahead = (weekday - today.weekday + 6) % 7 + 1
    let back = (today.weekday - weekday + 6) % 7 + 1
    return CivilDay(dayNumber: today.dayNumber + (direction == .ahead ? ahead : -back))
  }

  /// `+3d` read for the unit `d`: 3. At most ten thousand, so that nothing overflows.
  private static func shift(_ word: Substring, unit: Character) -> Int? {
    guard let sign = word.first, sign == "+" || sign == "-", word.last == unit,
      let number = unsigned(word.dropFirst().dropLast()), number <= 10_000
    else { return nil }
    return sign == "+" ? number : -number
  }

  private static func wallClock(_ word: Substring) -> (hour: Int, minute: Int)? {
    let parts = word.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
      let hour = unsigned(parts[0]), let minute = unsigned(parts[1]), hour < 24, minute < 60
    else { return nil }
    return (hour, minute)
  }

  /// A number of digits and nothing else: `Int` would take a sign.
  private static func unsigned(_ text: Substring) -> Int? {
    text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
  }
}
