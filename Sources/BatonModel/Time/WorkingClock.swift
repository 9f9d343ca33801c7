/// A board's working time: what the clocks of handoffs count.
///
/// Only the hours at which the team works pass: not nights, not the days of the week on which
/// nobody works, not holidays.
public struct WorkingClock: Hashable, Sendable {
  private let calendar: BoardCalendar
  private let weekdays: Set<Int>
  private let holidays: Set<CivilDay>
  private let minutes: Range<Int>

  /// So many days are looked ahead; a board that does not work for ten years never does.
  private static let reach = 3660

  /// The working time of a board.
  public init(_ board: Board) {
    calendar = board.calendar
    let hours = board.workingHours
    weekdays = Set(hours.weekdays)
    holidays = Set(hours.holidays.compactMap { CivilDay($0) })
    let start = min(max(hours.startMinute, 0), 1440)
    minutes = start..<max(start, min(hours.endMinute, 1440))
  }

  /// The moment at which so many working hours have passed.
  ///
  /// On a board that never works, hours of the wall clock are counted instead.
  ///
  /// - Complexity: O(n) in the number of days passed over.
  public func adding(hours: Int, to start: Instant) -> Instant {
    let (span, isEndless) = Int64(max(0, hours)).multipliedReportingOverflow(by: 3_600_000_000)
    var left = isEndless ? .max : span
    var day = calendar.day(of: start)
    for _ in 0..<WorkingClock.reach {
      if let work = work(on: day), work.end > start {
        let begin = max(work.start, start)
        let room = work.end.microseconds - begin.microseconds
        if left <= room { return Instant(microseconds: begin.microseconds + left) }
        left -= room
      }
      day = CivilDay(dayNumber: day.dayNumber + 1)
    }
    return start.adding(hours: Double(hours))
  }

  /// The first moment at which a day's work begins, from a moment on.
  ///
  /// On a board that never works, the moment itself.
  public func nextStart(from moment: Instant) -> Instant {
    var day = calendar.day(of: moment)
    for _ in 0..<WorkingClock.reach {
      if let work = work(on: day), work.start >= moment { return work.start }
      day = CivilDay(dayNumber: day.dayNumber + 1)
    }
    return moment
  }

  /// When work begins and ends on a day; nil on a day without any.
  private func work(on day: CivilDay) -> (start: Instant, end: Instant)? {
    guard !minutes.isEmpty, weekdays.contains(day.weekday), !holidays.contains(day) else {
      return nil
    }
    let start = calendar.instant(
      of: day, hour: minutes.lowerBound / 60, minute: minutes.lowerBound % 60)
    let end = calendar.instant(
      of: day, hour: minutes.upperBound / 60, minute: minutes.upperBound % 60)
    return start < end ? (start, end) : nil
  }
}
