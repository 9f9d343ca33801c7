public import struct Foundation.TimeZone

/// The board's days: which calendar day an instant falls on where the team works.
///
/// The one place that asks the time zone, so that "today" means the same on every screen, in
/// every command and in every test.
public struct BoardCalendar: Hashable, Sendable {
  /// Where the team works.
  public var timeZone: TimeZone

  /// A calendar for a time zone.
  public init(timeZone: TimeZone) { self.timeZone = timeZone }

  /// A calendar for an IANA zone name; UTC where the name is unknown.
  public init(timeZoneName: String) {
    timeZone = TimeZone(identifier: timeZoneName) ?? .gmt
  }

  /// Whether there is a time zone of a name.
  public static func knows(timeZoneName: String) -> Bool {
    TimeZone(identifier: timeZoneName) != nil
  }

  /// The seconds east of Greenwich at an instant.
  public func offsetSeconds(at instant: Instant) -> Int {
    timeZone.secondsFromGMT(for: instant.date)
  }

  /// The day an instant falls on.
  public func day(of instant: Instant) -> CivilDay {
    let local = Int(clamping: instant.seconds) &+ offsetSeconds(at: instant)
    return CivilDay(dayNumber: local >= 0 ? local / 86_400 : (local - 86_399) / 86_400)
  }

  /// The hour (0 to 23) and minute (0 to 59) on the wall clock.
  public func clock(at instant: Instant) -> (hour: Int, minute: Int) {
    let local = Int(clamping: instant.seconds) &+ offsetSeconds(at: instant)
    let second = local - day(of: instant).dayNumber * 86_400
    return (second / 3600, second / 60 % 60)
  }

  /// The first instant of a day, plus a time of day.
  ///
  /// Of a wall-clock time that happens twice that day (the clocks go back) the first counts; one
  /// that is left out (they go forward) is taken later by as much as was left out.
  public func instant(of day: CivilDay, hour: Int = 0, minute: Int = 0) -> Instant {
    let wall = Int64(day.dayNumber) * 86_400 + Int64(hour) * 3600 + Int64(minute) * 60
    // No zone is further than a day from Greenwich: these are the offsets before and after any
    // change that this wall clock could meet.
    let before = Instant(seconds: wall - Int64(offsetSeconds(at: Instant(seconds: wall - 86_400))))
    if isWallClock(wall, at: before) { return before }
    let after = Instant(seconds: wall - Int64(offsetSeconds(at: Instant(seconds: wall + 86_400))))
    return isWallClock(wall, at: after) ? after : before
  }

  /// Whether the wall clock shows `wall`, in seconds since 1970 as if it were UTC, at an instant.
  private func isWallClock(_ wall: Int64, at instant: Instant) -> Bool {
    instant.seconds + Int64(offsetSeconds(at: instant)) == wall
  }
}
