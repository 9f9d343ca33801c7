internal import BatonInsights
internal import BatonModel
internal import TerminalCanvas

/// Figures of reports in words; what is not defined is a dash, never 0.
enum ReportWords {
  /// What is not defined.
  static let undefined = "–"

  /// Days, whole: `66d`.
  static func days(_ days: Double?) -> String {
    guard let days, days.isFinite else { return undefined }
    return days > 0 && days < 1 ? "<1d" : "\(Wording.count(Int(min(days.rounded(), 1e9))))d"
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

  /// A share with its interval and its counts.
  static func proportion(_ proportion: Proportion) -> JSONValue {
    .object([
      "count": .whole(proportion.count), "of": .whole(proportion.total),
      "share": .double(proportion.share), "low": .double(proportion.interval?.low),
      "high": .double(proportion.interval?.high),
    ])
  }
}
