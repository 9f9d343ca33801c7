import BatonModel

/// Which of the first two numbers of a date such as `03/04/2024` is the day.
public enum DateOrder: String, CaseIterable, Sendable {
  /// Day, month, year.
  case dayFirst = "dmy"
  /// Month, day, year.
  case monthFirst = "mdy"
}

/// A date as an export writes it, taken apart before anything is decided about its order.
struct DateShape: Equatable {
  enum Day: Equatable {
    case certain(CivilDay)
    /// Two numbers below a year of four digits, of which one is the day.
    case either(first: Int, second: Int, year: Int)
    /// As `either`, but with a year of two digits, which may stand first as well.
    case short(first: Int, second: Int, year: Int)
  }

  let day: Day
  /// Microseconds after midnight; nil where the cell states no time.
  let timeOfDay: Int64?
  /// Seconds east of Greenwich; nil where the cell states no zone.
  let offsetSeconds: Int?

  /// Nil where the cell is no date that can be read in any order.
  init?(_ cell: String) {
    let text = CellText.trimmed(cell)
    if let day = CivilDay(text) {
      (self.day, timeOfDay, offsetSeconds) = (.certain(day), nil, nil)
      return
    }
    var (date, time) = (Substring(text), Substring())
    if let colon = text.firstIndex(of: ":") {
      let hour = text[..<colon].reversed().prefix { $0.isASCIIDigit }.count
      let start = text.index(colon, offsetBy: -hour)
      (date, time) = (text[..<start], text[start...])
      guard hour > 0 else { return nil }
    }
    guard let day = Self.day(date) else { return nil }
    self.day = day
    guard !time.isEmpty else {
      (timeOfDay, offsetSeconds) = (nil, nil)
      return
    }
    guard let clock = ClockShape(time) else { return nil }
    (timeOfDay, offsetSeconds) = (clock.microseconds, clock.offsetSeconds)
  }

  /// Which order this date by itself admits; nil where it fits both or needs none.
  var settles: DateOrder? {
    guard case .either(let first, let second, let year) = day else { return nil }
    let asDay = CivilDay(year: year, month: second, day: first) != nil
    let asMonth = CivilDay(year: year, month: first, day: second) != nil
    return asDay == asMonth ? nil : asDay ? .dayFirst : .monthFirst
  }

  /// Whether only somebody who knows the order can tell the day.
  var isUnclear: Bool {
    switch day {
    case .certain: false
    // 03/03/2024 is the same day either way.
    case .either(let first, let second, _): settles == nil && first != second
    case .short: true
    }
  }

  /// The calendar day, or nil where there is none in that order.
  func civilDay(in order: DateOrder?) -> CivilDay? {
    switch day {
    case .certain(let day): return day
    case .either(let first, let second, let year):
      let order = order ?? settles ?? (first == second ? .dayFirst : nil)
      return order.flatMap { Self.civilDay(first, second, year: year, in: $0) }
    case .short(let first, let second, let year):
      return order.flatMap { Self.civilDay(first, second, year: 2000 + year, in: $0) }
    }
  }

  private static func civilDay(
    _ first: Int, _ second: Int, year: Int, in order: DateOrder
  ) -> CivilDay? {
    switch order {
    case .dayFirst: CivilDay(year: year, month: second, day: first)
    case .monthFirst: CivilDay(year: year, month: first, day: second)
    }
  }

  private static func day(_ text: Substring) -> Day? {
    let separators: Set<Character> = ["-", "/", ".", ",", " ", "\u{A0}"]
    var parts = text.split(whereSeparator: separators.contains)
    // The T of `2024-03-05T14:22` is left at the end of the date.
    if let last = parts.last, last.count > 1, last.last == "T" || last.last == "t",
      last.dropLast().allSatisfy(\.isASCIIDigit)
    {
      parts[parts.count - 1] = last.dropLast()
    }
    if parts.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }) { return numericDay(parts) }
    return namedDay(parts.filter { !weekdays.contains($0.prefix(3).lowercased()) })
  }

  private static func numericDay(_ parts: [Substring]) -> Day? {
    if parts.count == 1, parts[0].count == 8 {
      let digits = parts[0]
      let month = digits.dropFirst(4).prefix(2)
      return ymd(digits.prefix(4), month, digits.suffix(2)).map(Day.certain)
    }
    guard parts.count == 3 else { return nil }
    if parts[0].count == 4 { return ymd(parts[0], parts[1], parts[2]).map(Day.certain) }
    guard parts[0].count <= 2, parts[1].count <= 2, let first = Int(parts[0]),
      let second = Int(parts[1]), let year = Int(parts[2])
    else { return nil }
    switch parts[2].count {
    case 4:
      let shape = Day.either(first: first, second: second, year: year)
      let isDay = [(first, second), (second, first)].contains { month, day in
        CivilDay(year: year, month: month, day: day) != nil
      }
      return isDay ? shape : nil
    case 2: return .short(first: first, second: second, year: year)
    default: return nil
    }
  }

  private static func ymd(_ year: Substring, _ month: Substring, _ day: Substring) -> CivilDay? {
    guard month.count <= 2, day.count <= 2, let year = Int(year), let month = Int(month),
      let day = Int(day)
    else { return nil }
    return CivilDay(year: year, month: month, day: day)
  }

  /// `5 Mar 2024`, `March 5, 2024`, `2024 Mar 5`.
  private static func namedDay(_ parts: [Substring]) -> Day? {
    guard parts.count == 3,
      let name = parts.firstIndex(where: { !$0.allSatisfy(\.isASCIIDigit) && $0.count >= 3 }),
      let month = months.firstIndex(of: parts[name].prefix(3).lowercased())
    else { return nil }
    var numbers = parts
    numbers.remove(at: name)
    guard let year = numbers.firstIndex(where: { $0.count == 4 }) else { return nil }
    let day = numbers[1 - year].prefix { $0.isASCIIDigit }
    guard let year = Int(numbers[year]), let day = Int(day) else { return nil }
    return CivilDay(year: year, month: month + 1, day: day).map(Day.certain)
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
  private static let weekdays: Set<String> = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
}

/// A time of day such as `14:22`, `2:22:05.5 PM` or `14:32:11+0000`.
struct ClockShape: Equatable {
  let microseconds: Int64
  /// Seconds east of Greenwich; nil where no zone is stated.
  let offsetSeconds: Int?

  /// Nil where the text is no time.
  init?(_ text: Substring) {
    var rest = text
    guard let hour = Self.number(&rest, upTo: 2), rest.first == ":" else { return nil }
    rest.removeFirst()
    guard let minute = Self.number(&rest, upTo: 2), minute < 60 else { return nil }
    var second = 0
    var fraction: Int64 = 0
    if rest.first == ":" {
      rest.removeFirst()
      guard let value = Self.number(&rest, upTo: 2), value <= 60 else { return nil }
      second = value
      if rest.first == "." || rest.first == "," {
        let digits = rest.dropFirst().prefix { $0.isASCIIDigit }
        guard !digits.isEmpty else { return nil }
        rest = rest.dropFirst(digits.count + 1)
        fraction = Int64(digits.prefix(6).padding(to: 6)) ?? 0
      }
    }
    let tail = rest.uppercased().split(separator: " ").joined()
    var zone = Substring(tail)
    guard let hour = Self.hour(hour, half: &zone) else { return nil }
    switch zone {
    case "": offsetSeconds = nil
    case "Z", "UTC", "GMT": offsetSeconds = 0
    default:
      guard let offset = Self.offset(zone) else { return nil }
      offsetSeconds = offset
    }
    microseconds = Int64(hour * 3600 + minute * 60 + second) * 1_000_000 + fraction
  }

  /// The hour of 24, after taking AM or PM off the front of what follows the time.
  private static func hour(_ hour: Int, half: inout Substring) -> Int? {
    let isMorning = half.hasPrefix("AM")
    guard isMorning || half.hasPrefix("PM") else { return hour < 24 ? hour : nil }
    half = half.dropFirst(2)
    guard (1...12).contains(hour) else { return nil }
    return hour % 12 + (isMorning ? 0 : 12)
  }

  private static func number(_ text: inout Substring, upTo count: Int) -> Int? {
    let digits = text.prefix(count).prefix { $0.isASCIIDigit }
    text = text.dropFirst(digits.count)
    return Int(digits)
  }

  /// `+02`, `+0200`, `+02:00`, also behind `GMT` or `UTC`.
  private static func offset(_ zone: Substring) -> Int? {
    let text = zone.hasPrefix("GMT") || zone.hasPrefix("UTC") ? zone.dropFirst(3) : zone
    let digits = text.dropFirst().filter { $0 != ":" }
    guard text.first == "+" || text.first == "-", digits.count == 2 || digits.count == 4,
      digits.allSatisfy(\.isASCIIDigit), let hours = Int(digits.prefix(2)), hours < 24
    else { return nil }
    let minutes = Int(digits.dropFirst(2)) ?? 0
    guard minutes < 60 else { return nil }
    return (text.first == "-" ? -1 : 1) * (hours * 3600 + minutes * 60)
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}

extension Substring {
  /// The text with zeroes behind it until it is that long.
  fileprivate func padding(to count: Int) -> String {
    self + String(repeating: "0", count: Swift.max(0, count - self.count))
  }
}
