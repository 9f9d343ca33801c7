public import BatonModel

/// Reads dates and times as exports write them.
///
/// ISO 8601 and RFC 3339 (also `2024-03-05 14:22` and offsets as `+0000`), `5 Mar 2024`, and three
/// numbers with the year last. For the latter the order of day and month is never guessed: a date
/// of the column that fits one order only settles it (``evidence(in:)``), or somebody says it.
public struct DateReader: Sendable {
  /// Why a cell is no date.
  public enum Fault: Error, Hashable, Sendable {
    /// The cell holds no date in a form that is known, or one that the calendar does not have.
    case notADate
    /// The day may come first or the month, and nothing settles which.
    case unclearOrder
  }

  /// Which of the first two numbers is the day, where it is settled.
  public var order: DateOrder?
  /// Whose midnight and wall clock is meant where a cell states no zone.
  public var calendar: BoardCalendar

  /// A reader for one column.
  public init(order: DateOrder? = nil, calendar: BoardCalendar) {
    self.order = order
    self.calendar = calendar
  }

  /// What the dates of a column say about their order.
  public static func evidence(in cells: some Sequence<String>) -> ColumnEvidence<DateOrder> {
    var evidence = ColumnEvidence<DateOrder>.open
    for cell in cells { evidence.take(DateShape(cell)?.settles) }
    return evidence
  }

  /// Whether only somebody who knows the order can tell the day.
  public static func isUnclear(_ cell: String) -> Bool { DateShape(cell)?.isUnclear ?? false }

  /// Whether the cell is a date, in whatever order.
  public static func isDate(_ cell: String) -> Bool { DateShape(cell) != nil }

  /// The instant that a cell names; the first of its day where it states no time.
  public func read(_ cell: String) throws(Fault) -> Instant {
    guard let shape = DateShape(cell) else { throw .notADate }
    guard let day = shape.civilDay(in: order) else {
      throw order == nil && shape.isUnclear ? .unclearOrder : .notADate
    }
    let time = shape.timeOfDay ?? 0
    if let offset = shape.offsetSeconds {
      let seconds = Int64(day.dayNumber) * 86_400 - Int64(offset)
      return Instant(microseconds: seconds * 1_000_000 + time)
    }
    let minutes = Int(time / 60_000_000)
    let whole = calendar.instant(of: day, hour: minutes / 60, minute: minutes % 60)
    return Instant(microseconds: whole.microseconds + time % 60_000_000)
  }
}
