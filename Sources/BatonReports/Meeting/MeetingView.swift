public import BatonModel

/// How a meeting looks at the board: what was decided before, since when changes count, and
/// whether the buyers' names are masked for guests.
public struct MeetingView: Hashable, Sendable {
  /// All meetings of the board.
  public var book: MeetingBook
  /// The day from which on changes count; nil for that of the last meeting.
  public var since: CivilDay?
  /// Whether aliases stand for the buyers' names, on every page and in the minutes.
  public var masksNames: Bool

  /// The days that changes are counted for where no meeting was held yet.
  public static let usualDays = 7

  /// A view of a board.
  public init(book: MeetingBook = MeetingBook(), since: CivilDay? = nil, masksNames: Bool = false) {
    self.book = book
    self.since = since
    self.masksNames = masksNames
  }

  /// The day from which on changes count at a moment: the day asked for, else that of the last
  /// meeting before today, else the day a week ago.
  ///
  /// The last meeting's own day counts in full: what happened after it on that day is new, and a
  /// query can name days but no hours.
  public func start(_ reckoning: Reckoning) -> CivilDay {
    let today = reckoning.board.calendar.day(of: reckoning.now)
    if let since { return min(since, today) }
    return book.last(before: today)?.day
      ?? CivilDay(dayNumber: today.dayNumber - MeetingView.usualDays)
  }

  /// The leads that match a filter, masked where names are.
  func shown(
    _ leads: [LeadSummary], matching filter: ReportFilter, _ reckoning: Reckoning
  ) -> [LeadSummary] {
    let known = masksNames ? LeadSummary.masked(leads) : leads
    guard !filter.query.isEmpty else { return known }
    let matcher = QueryMatcher(filter.query, reckoning: reckoning)
    return leads.indices.lazy.filter { matcher.matches(leads[$0]) }.map { known[$0] }
  }

  /// What a decision, a note or a buyer says, unless names are masked: words can name anybody.
  public func words(_ text: String) -> String { masksNames ? "not shown to guests" : text }
}
