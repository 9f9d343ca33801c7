/// The forms of which typed times are made. Words are lower case, without a comma behind them.
enum TimeForm {
  /// The days of a week, from Monday.
  static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
  private static let lowercasedWeekdays = weekdays.map { $0.lowercased() }
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// Words that lead from one part of a time to the next and are none themselves.
  static let linking: Set<Substring> = [
    "at", "by", "from", "in", "next", "on", "the", "this", "till", "to", "until", "-", "–", "—",
  ]

  /// Words that tell a time, though not one that is understood.
  private static let others: Set<Substring> = [
    "now", "noon", "midday", "midnight", "morning", "afternoon", "evening", "night", "week",
    "weeks", "weekend", "fortnight", "month", "months", "quarter", "year", "am", "pm", "a.m", "p.m",
    "o'clock",
  ]

  /// A word as forms are compared.
  static func plain(_ word: Substring) -> Substring {
    var word = word.lowercased()[...]
    while let last = word.last, ",.;:".contains(last) { word.removeLast() }
    return word
  }

  /// Monday is 0: `tue`, `tuesday`; nil for what names no weekday.
  static func weekday(_ word: Substring) -> Int? {
    word.count < 3 ? nil : lowercasedWeekdays.firstIndex { $0.hasPrefix(word) }
  }

  /// Day of the month and month at the beginning of some words: `30 nov`, `nov 30`, `30th
  /// november`.
  static func dayAndMonth(_ words: ArraySlice<Substring>) -> (day: Int, month: Int)? {
    guard let first = words.first.map(plain), let second = words.dropFirst().first.map(plain)
    else { return nil }
    if let day = dayOfMonth(first), let month = month(second) { return (day, month) }
    if let month = month(first), let day = dayOfMonth(second) { return (day, month) }
    return nil
  }

  private static func month(_ word: Substring) -> Int? {
    word.count < 3 ? nil : months.firstIndex { $0.hasPrefix(word) }.map { $0 + 1 }
  }

  private static func dayOfMonth(_ word: Substring) -> Int? {
    let endings = ["st", "nd", "rd", "th"]
    let digits = endings.contains { word.hasSuffix($0) } ? word.dropLast(2) : word
    guard (1...2).contains(digits.utf8.count), let day = unsigned(digits), (1...31).contains(day)
    else { return nil }
    return day
  }

  /// A year of four digits in which something may be planned or have happened.
  static func year(_ word: Substring) -> Int? {
    guard word.utf8.count == 4, let year = unsigned(word), (1970..<2200).contains(year) else {
      return nil
    }
    return year
  }

  /// The days from today that one word tells: `tomorrow`, `+3d`, `-2w`.
  static func daysAway(_ word: Substring) -> Int? {
    switch word {
    case "today": 0
    case "tomorrow": 1
    case "yesterday": -1
    default: shift(word, unit: "d") ?? shift(word, unit: "w").map { 7 * $0 }
    }
  }

  /// `+3d` read for the unit `d`: 3. At most ten thousand, so that nothing overflows.
  static func shift(_ word: Substring, unit: Character) -> Int? {
    guard let sign = word.first, sign == "+" || sign == "-", word.last == unit,
      let number = unsigned(word.dropFirst().dropLast()), number <= 10_000
    else { return nil }
    return sign == "+" ? number : -number
  }

  /// A time of the day: `14:00`, `14h30`, `2pm`, `2:30pm`.
  static func clock(_ word: Substring) -> (hour: Int, minute: Int)? {
    let isHalf = word.hasSuffix("am") || word.hasSuffix("pm")
    let digits = isHalf ? word.dropLast(2) : word
    let parts = digits.split(omittingEmptySubsequences: false) {
      $0 == ":" || ($0 == "h" && !isHalf)
    }
    guard parts.count == 2 || (parts.count == 1 && isHalf),
      (1...2).contains(parts[0].utf8.count), let hour = unsigned(parts[0]),
      let minute = parts.count == 1 ? 0 : minute(parts[1])
    else { return nil }
    guard isHalf else { return hour < 24 ? (hour, minute) : nil }
    guard (1...12).contains(hour) else { return nil }
    return (hour % 12 + (word.hasSuffix("pm") ? 12 : 0), minute)
  }

  private static func minute(_ text: Substring) -> Int? {
    guard text.utf8.count == 2, let minute = unsigned(text), minute < 60 else { return nil }
    return minute
  }

  /// Whether a word by itself tells a time.
  static func isAlone(_ word: Substring) -> Bool {
    weekday(word) != nil || daysAway(word) != nil || shift(word, unit: "h") != nil
      || clock(word) != nil || CivilDay(word) != nil || others.contains(word)
  }

  /// Whether a word is of digits with the marks of dates and times between them: `30/11`,
  /// `14:00-15:00`.
  static func isMarked(_ word: Substring) -> Bool {
    word.contains { !$0.isNumber } && word.allSatisfy { $0.isNumber || "/.:-–".contains($0) }
  }

  /// A number of digits and nothing else: `Int` would take a sign.
  private static func unsigned(_ text: Substring) -> Int? {
    text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
  }
}
