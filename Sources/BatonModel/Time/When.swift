/// Times as people type them: `tue 14:00`, `mon 30 nov 2pm`, `tomorrow`, `+3d`, `-2h`,
/// `2026-12-01 9:30`.
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

  /// A time at the head of a line, and what is said behind it.
  public struct Reading: Hashable, Sendable {
    /// The time.
    public var time: Instant
    /// The words behind it; nil where there are none.
    public var note: String?
  }

  /// Why a typed time could not be understood.
  public struct Failure: Error, Hashable, Sendable {
    /// What is wrong, in a sentence.
    public var what: String
    /// Which forms are understood.
    public var remedy: String

    init(_ what: String, remedy: String) {
      self.what = what
      self.remedy = remedy
    }

    init(_ what: String, looking direction: Direction) {
      let examples = direction == .ahead ? "tomorrow, +3d or +2w" : "yesterday, -3d or -2h"
      self.init(
        what,
        remedy: "Write it as 2026-12-01, 1 dec, tue, \(examples); a time such as 14:00 or 2pm may "
          + "follow a day.")
    }
  }

  /// The hour of a day for which no time is given.
  public static let defaultHour = 9

  /// The instant that a typed time names.
  ///
  /// - Parameters:
  ///   - direction: Where a weekday lies, never on `now`'s own day, and a date without its year.
  ///   - defaultHour: The hour of a day for which no time is given.
  /// - Throws: `Failure` with the forms that are understood.
  public static func parse(
    _ text: String, now: Instant, calendar: BoardCalendar, looking direction: Direction = .ahead,
    defaultHour: Int = When.defaultHour
  ) throws(Failure) -> Instant {
    if let exact = Instant(rfc3339: text) { return exact }
    var words = TimeWords(text, from: calendar.day(of: now), looking: direction)
    let time = try words.takeTime()
    guard let time, words.rest.isEmpty else {
      throw Failure(
        words.isBlank ? "No time was given." : "“\(text)” is no time.", looking: direction)
    }
    return instant(of: time, now: now, calendar, defaultHour: defaultHour)
  }

  /// The time ahead that the first words of a line name, as many of them as do, and the words
  /// behind it.
  ///
  /// - Throws: `Failure` where no word does, and where the next ones are like a time too: what was
  ///   meant by them is not guessed.
  public static func reading(
    _ line: String, now: Instant, calendar: BoardCalendar
  ) throws(Failure) -> Reading {
    var words = TimeWords(line, from: calendar.day(of: now), looking: .ahead)
    guard let time = try words.takeTime() else {
      let start = words.rest.prefix(3).joined(separator: " ")
      throw Failure(
        words.isBlank ? "No time was given." : "“\(start)” is no time.", looking: .ahead)
    }
    let instant = instant(of: time, now: now, calendar, defaultHour: defaultHour)
    if let unclear = words.unclear(behind: time) {
      let said = calendar.fullWords(for: instant, asOf: now)
      throw Failure(
        "“\(words.taken)” is \(said), but “\(unclear)” behind it is unclear.",
        remedy: "Write a date as 1 dec or 2026-12-01, a time as 14:00 or 2pm. A note begins with "
          + "another word.")
    }
    let note = words.rest.joined(separator: " ")
    return Reading(time: instant, note: note.isEmpty ? nil : note)
  }

  /// The day that a text names: `fri`, `tomorrow`, `+2w`, `2026-12-01`, `mon 30 nov`; nil where it
  /// names none.
  ///
  /// - Throws: `Failure` where it names one that is not there.
  public static func day(
    _ text: some StringProtocol, from today: CivilDay, looking direction: Direction = .ahead
  ) throws(Failure) -> CivilDay? {
    var words = TimeWords(text, from: today, looking: direction)
    let day = try words.takeDay()
    return words.rest.isEmpty ? day : nil
  }

  private static func instant(
    of time: TimeWords.Time, now: Instant, _ calendar: BoardCalendar, defaultHour: Int
  ) -> Instant {
    switch time {
    case .exact(let instant): return instant
    case .hoursAway(let hours): return now.adding(hours: Double(hours))
    case .onClock(let day, let clock):
      return calendar.instant(
        of: day, hour: clock?.hour ?? defaultHour, minute: clock?.minute ?? 0)
    }
  }
}
