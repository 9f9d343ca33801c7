/// Moments as they are said to people.
extension BoardCalendar {
  /// The time on the wall clock: `14:00`.
  public func wallClock(at instant: Instant) -> String {
    let (hour, minute) = clock(at: instant)
    return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }

  /// A moment: `22 Nov 03:29`, and with its year where that is another than now's.
  public func words(for instant: Instant, asOf now: Instant) -> String {
    let (year, month, number) = day(of: instant).components
    let other = year == day(of: now).components.year ? "" : " \(year)"
    return "\(number) \(CivilDay.monthNames[month - 1])\(other) \(wallClock(at: instant))"
  }

  /// A moment with its weekday, as whoever typed it can compare it: `Sun 22 Nov 03:29`.
  public func fullWords(for instant: Instant, asOf now: Instant) -> String {
    "\(CivilDay.weekdayNames[day(of: instant).weekday]) \(words(for: instant, asOf: now))"
  }
}

extension CivilDay {
  /// The days of a week from Monday, as they are said to people.
  public static let weekdayNames = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  /// The months of a year, as they are said to people.
  public static let monthNames = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
