internal import BatonInsights
internal import BatonModel
internal import TerminalCanvas

/// Figures of reports in words; what is not defined is a dash, never 0.
enum ReportWords {
  /// What is not defined.
  static let undefined = "–"

  /// Days of an estimate or a limit, to the nearest: `66d`.
  static func days(_ days: Double?) -> String {
    guard let days, days.isFinite else { return undefined }
    return days > 0 && days < 1 ? "<1d" : "\(Wording.count(Int(min(days.rounded(), 1e9))))d"
  }

  /// Days that something has lasted, and no day that is not over: a thing is twenty days old until
  /// it is twenty-one, as on the board.
  static func age(_ days: Double?) -> String {
    self.days(days.map { $0 < 1 ? $0 : $0.rounded(.down) })
  }

  /// A sum of amounts, with a plus where it leaves out others; a dash where it leaves out all.
  ///
  /// - Parameter none: What is said where there are no amounts.
  static func money(_ sum: MoneySum, _ currency: String, none: String = "") -> String {
    if sum.isUndefined { return undefined }
    if sum.minorUnits == 0 { return none }
    return Wording.money(sum.minorUnits, currency) + (sum.otherCurrencies > 0 ? "+" : "")
  }

  /// The same in large, where no amounts are an amount of 0.
  static func figure(_ sum: MoneySum, _ currency: String) -> String {
    money(sum, currency, none: Wording.money(0, currency))
  }

  /// The span since a moment, in its largest unit: `9d`.
  static func span(since moment: Instant?, _ now: Instant) -> String {
    moment.map { Wording.span(since: $0, now: now) } ?? undefined
  }

  /// A day with its weekday: `Mon 16 Nov`.
  static func day(_ day: CivilDay) -> String {
    let (_, month, number) = day.components
    return "\(Wording.weekdays[day.weekday]) \(number) \(Wording.months[month - 1])"
  }

  /// A share: `56%`.
  static func share(_ share: Double?) -> String {
    guard let share, share.isFinite else { return undefined }
    return "\(Int((share * 100).rounded()))%"
  }

  /// A share with its interval: `56% (45–66)`.
  static func share(_ proportion: Proportion) -> String {
    guard let interval = proportion.interval else { return undefined }
    return "\(share(proportion.share)) \(range(interval))"
  }

  /// An interval of a share: `(45–66)`.
  static func range(_ interval: Interval?) -> String {
    guard let interval else { return "" }
    return "(\(Int((interval.low * 100).rounded()))–\(Int((interval.high * 100).rounded())))"
  }

  /// A chance under some assumption: `0.03`, `<0.001`.
  static func chance(_ chance: Double?) -> String {
    guard let chance, chance.isFinite else { return undefined }
    if chance < 0.001 { return "<0.001" }
    let thousandths = Int((chance * 1000).rounded())
    let digits = "\(thousandths % 1000)"
    let zeros = String(repeating: "0", count: 3 - digits.count)
    return "\(thousandths / 1000).\(zeros)\(digits)"
  }

  /// One decimal: `3.4`.
  static func decimal(_ number: Double?) -> String {
    guard let number, number.isFinite, abs(number) < 1e12 else { return undefined }
    let tenths = Int((number * 10).rounded())
    return "\(tenths < 0 ? "-" : "")\(Wording.count(abs(tenths) / 10)).\(abs(tenths) % 10)"
  }

  /// A count, with a dash for none, so that a table is calm where there is nothing.
  static func count(_ count: Int) -> String { count == 0 ? undefined : Wording.count(count) }
}

extension JSONValue {
  /// A number in full, null where there is none.
  static func double(_ number: Double?) -> JSONValue {
    guard let number, number.isFinite else { return .null }
    let text = number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
    return JSONNumber(text: text).map(JSONValue.number) ?? .null
  }

  /// A sum in minor units, null where it leaves out all amounts.
  static func sum(_ sum: MoneySum) -> JSONValue {
    sum.isUndefined ? .null : .whole(sum.minorUnits)
  }

  /// A share with its interval and its counts.
  static func proportion(_ proportion: Proportion) -> JSONValue {
    .object([
      "count": .whole(proportion.count), "of": .whole(proportion.total),
      "share": .double(proportion.share), "low": .double(proportion.interval?.low),
      "high": .double(proportion.interval?.high),
    ])
  }
}
