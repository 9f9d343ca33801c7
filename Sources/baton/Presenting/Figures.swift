import BatonModel

/// Amounts, spans and times as text output shows them: exact, without a locale.
enum Figures {
  /// An amount with all its digits: `12 000 EUR`, `12 000.50 EUR`.
  static func money(_ money: Money) -> String {
    "\(grouped(units(money))) \(money.currency)"
  }

  /// An amount in whole units, with decimals only where there are any: `12000.50`.
  static func units(_ money: Money) -> String {
    let places = Money.decimalPlaces(of: money.currency)
    var digits = String(money.minorUnits.magnitude)
    digits = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    let whole = digits.dropLast(places)
    let decimals = digits.suffix(places)
    let sign = money.minorUnits < 0 ? "-" : ""
    return sign + whole + (decimals.allSatisfy { $0 == "0" } ? "" : "." + decimals)
  }

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
    let (hour, minute) = calendar.clock(at: instant)
    return "\(calendar.day(of: instant)) \(twoDigits(hour)):\(twoDigits(minute))"
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }

  /// The whole part in groups of three.
  private static func grouped(_ number: String) -> String {
    let whole = number.prefix { $0 != "." }
    var groups: [Substring] = []
    var rest = whole.drop { $0 == "-" }
    while rest.count > 3 {
      groups.insert(rest.suffix(3), at: 0)
      rest = rest.dropLast(3)
    }
    groups.insert(rest, at: 0)
    return (whole.hasPrefix("-") ? "-" : "") + groups.joined(separator: " ")
      + number.dropFirst(whole.count)
  }
}
