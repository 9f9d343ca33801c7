/// The words of a typed time, taken from the front for as long as they make one.
struct TimeWords {
  /// What the words name.
  enum Time {
    /// A moment, to the second.
    case exact(Instant)
    /// So many hours from now.
    case hoursAway(Int)
    /// A day, at a time of it or at none.
    case onClock(CivilDay, (hour: Int, minute: Int)?)
  }

  private let words: [Substring]
  private let today: CivilDay
  private let direction: When.Direction
  /// The words that are left.
  private(set) var rest: ArraySlice<Substring>

  /// The words of a text, of which days are counted from one.
  init(
    _ text: some StringProtocol, from today: CivilDay, looking direction: When.Direction
  ) {
    words = Substring(text).split(whereSeparator: \.isWhitespace)
    rest = words[...]
    self.today = today
    self.direction = direction
  }

  /// Whether there never was a word.
  var isBlank: Bool { words.isEmpty }

  /// The words that were taken, as typed.
  var taken: String { words[..<rest.startIndex].joined(separator: " ") }

  // MARK: - Times

  /// Takes the time that the first words name; nil where they name none.
  mutating func takeTime() throws(When.Failure) -> Time? {
    guard let word = rest.first else { return nil }
    if let exact = Instant(rfc3339: String(word)) {
      rest.removeFirst()
      return .exact(exact)
    }
    if let hours = TimeForm.shift(TimeForm.plain(word), unit: "h") ?? (isNow(word) ? 0 : nil) {
      rest.removeFirst()
      return .hoursAway(hours)
    }
    let day = try takeDay()
    let clock = takeClock()
    return day == nil && clock == nil ? nil : .onClock(day ?? today, clock)
  }

  private func isNow(_ word: Substring) -> Bool { TimeForm.plain(word) == "now" }

  /// Takes a time of the day: `14:00`, `14h30`, `2pm`, `2:30 pm`, with `at` before it or without.
  mutating func takeClock() -> (hour: Int, minute: Int)? {
    var ahead = rest
    if let word = ahead.first, TimeForm.plain(word) == "at" { ahead.removeFirst() }
    guard let word = ahead.first.map(TimeForm.plain) else { return nil }
    ahead.removeFirst()
    if let half = ahead.first.map(TimeForm.plain), half == "am" || half == "pm",
      let clock = TimeForm.clock(word + half)
    {
      rest = ahead.dropFirst()
      return clock
    }
    guard let clock = TimeForm.clock(word) else { return nil }
    rest = ahead
    return clock
  }

  // MARK: - Days

  /// Takes the day that the first words name: a weekday, a date, both of one day, or a span from
  /// today; nil where they name none.
  mutating func takeDay() throws(When.Failure) -> CivilDay? {
    guard let word = rest.first.map(TimeForm.plain) else { return nil }
    if let weekday = TimeForm.weekday(word) {
      rest.removeFirst()
      guard let date = try takeDate() else { return nearest(weekday) }
      guard date.weekday == weekday else {
        throw When.Failure(
          "\(date.words) \(date.components.year) is a \(TimeForm.weekdays[date.weekday]), "
            + "not a \(TimeForm.weekdays[weekday]).",
          remedy: "Write the date alone, or the weekday alone.")
      }
      return date
    }
    if let date = try takeDate() { return date }
    guard let days = TimeForm.daysAway(word) else { return nil }
    rest.removeFirst()
    return CivilDay(dayNumber: today.dayNumber + days)
  }

  /// The next such weekday or the last, never today.
  private func nearest(_ weekday: Int) -> CivilDay {
    let ahead = (weekday - today.weekday + 6) % 7 + 1
    let back = (today.weekday - weekday + 6) % 7 + 1
    return CivilDay(dayNumber: today.dayNumber + (direction == .ahead ? ahead : -back))
  }

  /// Takes a date: `2026-12-01`, `1 dec`, `Dec 1, 2026`.
  private mutating func takeDate() throws(When.Failure) -> CivilDay? {
    guard let word = rest.first.map(TimeForm.plain) else { return nil }
    if let date = CivilDay(word) {
      rest.removeFirst()
      return date
    }
    guard let (day, month) = TimeForm.dayAndMonth(rest) else { return nil }
    let year = rest.dropFirst(2).first.map(TimeForm.plain).flatMap(TimeForm.year)
    guard let date = date(day, month, year) else {
      let said = year.map { " \($0)" } ?? ""
      throw When.Failure(
        "There is no \(day) \(CivilDay.monthNames[month - 1])\(said).",
        remedy: "Write a day that the month has.")
    }
    rest.removeFirst(year == nil ? 2 : 3)
    return date
  }

  /// The date in its year, else the next or the last such date, which may be today; nil where there
  /// is none.
  private func date(_ day: Int, _ month: Int, _ year: Int?) -> CivilDay? {
    if let year { return CivilDay(year: year, month: month, day: day) }
    let this = today.components.year
    // 29 February comes back after eight years at the latest.
    let years = (0...8).map { direction == .ahead ? this + $0 : this - $0 }
    return years.lazy.compactMap { CivilDay(year: $0, month: month, day: day) }
      .first { direction == .ahead ? $0 >= today : $0 <= today }
  }

  // MARK: - What is left

  /// The next words where they are like a time, though they were not understood as a part of the
  /// one that was taken; nil where they can only be something else.
  ///
  /// Behind a day without a time any number may have been meant for one; behind a time `30 min` is
  /// a note.
  func unclear(behind time: Time) -> String? {
    let start = rest.firstIndex { !TimeForm.linking.contains(TimeForm.plain($0)) }
    guard let start else { return rest.isEmpty ? nil : rest.joined(separator: " ") }
    let word = TimeForm.plain(rest[start])
    let isNumber = word.drop { $0 == "+" || $0 == "-" }.first?.isNumber == true
    var lacksClock = false
    if case .onClock(_, nil) = time { lacksClock = true }
    let isLikeTime =
      TimeForm.isAlone(word) || TimeForm.dayAndMonth(rest[start...]) != nil
      || (isNumber && (lacksClock || TimeForm.isMarked(word)))
    return isLikeTime ? rest[...start].joined(separator: " ") : nil
  }
}

extension CivilDay {
  /// Day and month: `30 Nov`.
  fileprivate var words: String { "\(components.day) \(CivilDay.monthNames[components.month - 1])" }
}
