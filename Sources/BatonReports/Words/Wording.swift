public import BatonModel

/// Figures, spans and dates as the screen writes them.
public enum Wording {
  /// A count with thin groups of thousands: `1 284`.
  public static func count(_ number: Int) -> String {
    let digits = String(abs(number))
    var grouped = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { grouped += " " }
      grouped.append(digit)
    }
    return number < 0 ? "-\(grouped)" : grouped
  }

  /// A count and its noun: `1 lead`, `2 leads`.
  public static func count(_ number: Int, _ singular: String, _ plural: String) -> String {
    "\(count(number)) \(number == 1 ? singular : plural)"
  }

  /// An amount in as few characters as tell it: `€950`, `€12k`, `€4.2M`.
  public static func money(_ minorUnits: Int, _ currency: String) -> String {
    let units = Money(minorUnits: minorUnits, currency: currency).units
    let sign = symbol(of: currency)
    switch units {
    case 999_950_000...: return sign + short(units / 1_000_000_000) + "B"
    case 999_950...: return sign + short(units / 1_000_000) + "M"
    case 10_000...: return sign + String(Int((units / 1000).rounded())) + "k"
    case 1000...: return sign + short(units / 1000) + "k"
    default: return sign + String(Int(units.rounded()))
    }
  }

  /// An amount to the last cent: `€12 000`, `€12 000.50`.
  public static func exactMoney(_ money: Money) -> String {
    symbol(of: money.currency) + money.groupedUnits
  }

  /// A number with one decimal where it is below 100 and the decimal is not 0.
  private static func short(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return tenths >= 1000 || tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }

  private static func symbol(of currency: String) -> String {
    switch currency {
    case "EUR": "€"
    case "USD": "$"
    case "GBP": "£"
    case "JPY", "CNY": "¥"
    default: currency + " "
    }
  }

  /// A span in its largest unit: `now`, `25m`, `7h`, `4d`, `3mo`, `2y`.
  public static func span(days: Double) -> String {
    let minutes = Int(days * 24 * 60)
    switch minutes {
    case ..<1: return "now"
    case ..<60: return "\(minutes)m"
    case ..<(48 * 60): return "\(minutes / 60)h"
    default: break
    }
    let whole = Int(days)
    if whole < 100 { return "\(whole)d" }
    return whole < 730 ? "\(whole / 30)mo" : "\(whole / 365)y"
  }

  /// The span since an instant.
  public static func span(since instant: Instant, now: Instant) -> String {
    span(days: max(0, now.days(since: instant)))
  }

  /// Days in a stage, whole: `4d`.
  public static func days(_ days: Double) -> String { "\(Int(days))d" }

  /// A day near today in one word: `today`, `tomorrow`, `Tue`, `21 Nov`, `21 Nov 2025`.
  public static func day(_ instant: Instant, _ reckoning: Reckoning) -> String {
    let calendar = reckoning.board.calendar
    let day = calendar.day(of: instant)
    let today = calendar.day(of: reckoning.now)
    switch day.dayNumber - today.dayNumber {
    case 0: return "today"
    case 1: return "tomorrow"
    case -1: return "yesterday"
    case 2...6: return weekdays[day.weekday]
    default: break
    }
    let (year, month, number) = day.components
    let date = "\(number) \(months[month - 1])"
    return year == today.components.year ? date : "\(date) \(year)"
  }

  /// The time on the board's wall clock: `14:02`.
  public static func clock(_ instant: Instant, _ calendar: BoardCalendar) -> String {
    calendar.wallClock(at: instant)
  }

  /// A day and the time of it: `Tue 14:00`.
  public static func moment(_ instant: Instant, _ reckoning: Reckoning) -> String {
    "\(day(instant, reckoning)) \(clock(instant, reckoning.board.calendar))"
  }

  /// A moment in full, where somebody is to see what was understood: `Tue 24 Nov 14:00`.
  public static func fullMoment(_ instant: Instant, _ reckoning: Reckoning) -> String {
    reckoning.board.calendar.fullWords(for: instant, asOf: reckoning.now)
  }

  /// The initial of a side: `M`, `S`, `D`, `B`.
  public static func initial(of side: Side) -> String {
    switch side {
    case .marketing: "M"
    case .sales: "S"
    case .delivery: "D"
    case .buyer: "B"
    }
  }

  /// The days of a week, from Monday.
  public static let weekdays = CivilDay.weekdayNames
  /// The months of a year.
  public static let months = CivilDay.monthNames
}
