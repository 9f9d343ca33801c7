import BatonModel

/// Amounts, spans and times as text output shows them: exact, without a locale.
enum Figures {
  /// An amount with all its digits: `12 000 EUR`, `12 000.50 EUR`.
  static func money(_ money: Money) -> String { "\(money.groupedUnits) \(money.currency)" }

  /// Days as they are spoken of: `4d`, and `5h` below one.
  static func span(days: Double) -> String {
    guard days >= 1 else { return "\(Int(days * 24))h" }
    return "\(Int(min(days, 1e6)))d"
  }

  /// How far a moment is from now: `in 3d`, `2h late`.
  static func distance(to due: Instant, from now: Instant) -> String {
    let days = due.days(since: now)
    return days < 0 ? "\(span(days: -days)) late" : "in \(span(days: days))"
  }

  /// A moment on the board's clock: `2026-11-24 14:00`.
  static func time(_ instant: Instant, _ calendar: BoardCalendar) -> String {
    "\(calendar.day(of: instant)) \(calendar.wallClock(at: instant))"
  }
}
