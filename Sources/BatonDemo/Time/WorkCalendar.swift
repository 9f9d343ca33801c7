import BatonModel

/// The team's days around the demo's present: when they begin, and on which of them people work.
///
/// A table, since a hundred thousand leads have a million times between them, and a time zone
/// answers slowly. Times within a day are counted from its beginning: on the Sundays on which the
/// clocks change they are an hour off, and nobody works on those.
struct WorkCalendar: Sendable {
  /// The demo's present.
  let asOf: Instant
  /// When today ends.
  let endOfToday: Instant
  private let starts: [Instant]
  private let isWorkday: [Bool]

  /// When work begins and ends, in minutes after midnight.
  private let hours: Range<Int>

  /// How many days the table holds before and after today.
  private static let reach = (before: 900, after: 300)

  init(board: Board, asOf: Instant) {
    self.asOf = asOf
    let calendar = board.calendar
    let today = calendar.day(of: asOf).dayNumber
    let days = (today - WorkCalendar.reach.before...today + WorkCalendar.reach.after)
      .map(CivilDay.init(dayNumber:))
    starts = days.map { calendar.instant(of: $0) }
    isWorkday = days.map { day in
      board.workingHours.weekdays.contains(day.weekday)
        && !board.workingHours.holidays.contains(day.description)
    }
    hours = board.workingHours.startMinute..<board.workingHours.endMinute
    endOfToday = starts[WorkCalendar.reach.before + 1]
  }

  /// The time of a day, counted from today, at a minute after midnight.
  func time(day: Int, minute: Int, second: Int = 0) -> Instant {
    let start = starts[clamped(WorkCalendar.reach.before + day)]
    return Instant(microseconds: start.microseconds + Int64(minute * 60 + second) * 1_000_000)
  }

  /// A time at which the team works: this one, else one on the last working day before.
  func workTime(until instant: Instant) -> Instant {
    var (day, second) = position(of: instant)
    let minute = second / 60
    if isWorkday[day], hours.contains(minute) { return wholeSeconds(instant) }
    if minute < hours.upperBound || !isWorkday[day] { day -= 1 }
    while day > 0, !isWorkday[day] { day -= 1 }
    return withinHours(day, second)
  }

  /// A time at which the team works: this one, else one on the next working day.
  func workTime(from instant: Instant) -> Instant {
    var (day, second) = position(of: instant)
    let minute = second / 60
    if isWorkday[day], hours.contains(minute) { return wholeSeconds(instant) }
    if minute >= hours.lowerBound || !isWorkday[day] { day += 1 }
    while day < isWorkday.count - 1, !isWorkday[day] { day += 1 }
    return withinHours(day, second)
  }

  /// A time at which buyers are awake, from six to eleven: this one, else one shortly before.
  func wakingTime(until instant: Instant) -> Instant {
    let (day, second) = position(of: instant)
    let minute = second / 60
    if (360..<1380).contains(minute) { return wholeSeconds(instant) }
    let late = 1140 + second / 60 % 240
    let evening = minute < 360 ? clamped(day - 1) : day
    return at(day: evening, second: min(late, 1379) * 60 + second % 60)
  }

  /// A working day at least so many days ahead, at a full or half hour or a quarter.
  func appointment(inDays days: Int, using random: inout DemoRandom) -> Instant {
    var day = clamped(WorkCalendar.reach.before + days)
    while day < isWorkday.count - 1, !isWorkday[day] { day += 1 }
    let quarters = (hours.count - 60) / 15
    return at(day: day, second: (hours.lowerBound + 15 * random.below(quarters)) * 60)
  }

  /// The time at which so many working hours have passed.
  func addingWork(hours count: Int, to instant: Instant) -> Instant {
    var (day, second) = position(of: workTime(from: instant))
    var left = count * 3600
    while day < isWorkday.count - 1 {
      let room = isWorkday[day] ? max(0, hours.upperBound * 60 - second) : 0
      if left <= room { break }
      left -= room
      day += 1
      second = hours.lowerBound * 60
    }
    return at(day: day, second: second + left)
  }

  /// Squeezes a time of day into the working hours of a day: what was later stays later.
  private func withinHours(_ day: Int, _ second: Int) -> Instant {
    at(day: day, second: hours.lowerBound * 60 + second * hours.count / 1440)
  }

  private func at(day: Int, second: Int) -> Instant {
    Instant(microseconds: starts[day].microseconds + Int64(second) * 1_000_000)
  }

  private func wholeSeconds(_ instant: Instant) -> Instant { Instant(seconds: instant.seconds) }

  private func clamped(_ day: Int) -> Int { min(max(day, 0), starts.count - 1) }

  /// The day in the table and the second of that day; the table's ends for what lies beyond.
  private func position(of instant: Instant) -> (day: Int, second: Int) {
    var day = clamped(Int(instant.days(since: starts[0]).rounded(.down)))
    if starts[day] > instant { day = clamped(day - 1) }
    if day + 1 < starts.count, starts[day + 1] <= instant { day += 1 }
    let second = (instant.microseconds - starts[day].microseconds) / 1_000_000
    return (day, Int(min(max(second, 0), 86_399)))
  }
}
