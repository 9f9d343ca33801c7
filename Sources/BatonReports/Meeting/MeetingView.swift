public import BatonModel

/// How a meeting looks at the board: what was decided before, since when changes count, and
/// whether the buyers' names are masked for guests.
public struct MeetingView: Hashable, Sendable {
  /// All meetings of the board.
  public var book: MeetingBook
  /// The day of the meeting; nil for today.
  public var day: CivilDay?
  /// The day from which on changes count; nil for that of the last meeting.
  public var since: CivilDay?
  /// Whether aliases stand for the buyers' names, on every page and in the minutes.
  public var masksNames: Bool

  /// The days that changes are counted for where no meeting was held yet.
  public static let usualDays = 7

  /// A view of a board.
  public init(
    book: MeetingBook = MeetingBook(), day: CivilDay? = nil, since: CivilDay? = nil,
    masksNames: Bool = false
  ) {
    self.book = book
    self.day = day
    self.since = since
    self.masksNames = masksNames
  }

  /// The day of the meeting.
  func meetingDay(_ reckoning: Reckoning) -> CivilDay {
    day ?? reckoning.board.calendar.day(of: reckoning.now)
  }

  /// The day from which on changes count at a moment: the day asked for, else that of the last
  /// meeting before this one, else the day a week before it.
  ///
  /// The last meeting's own day counts in full: what happened after it on that day is new, and a
  /// query can name days but no hours.
  public func start(_ reckoning: Reckoning) -> CivilDay {
    let today = reckoning.board.calendar.day(of: reckoning.now)
    if let since { return min(since, today) }
    let day = meetingDay(reckoning)
    let last = book.last(before: day)?.day
    return min(today, last ?? CivilDay(dayNumber: day.dayNumber - MeetingView.usualDays))
  }

  /// The leads that match a filter, masked where names are, and the rules that they are reckoned
  /// by: where names are masked these tell of a company's holds neither why nor on whom they stand.
  func shown(
    _ leads: [LeadSummary], matching filter: ReportFilter, _ reckoning: Reckoning
  ) -> (leads: [LeadSummary], reckoning: Reckoning) {
    let known = masksNames ? LeadSummary.masked(leads, on: reckoning.board) : leads
    let rules = masksNames ? reckoning.masked : reckoning
    guard !filter.query.isEmpty else { return (known, rules) }
    let matcher = QueryMatcher(filter.query, reckoning: reckoning)
    return (leads.indices.lazy.filter { matcher.matches(leads[$0]) }.map { known[$0] }, rules)
  }

  /// What a decision, a note or a buyer says, unless names are masked: words can name anybody.
  public func words(_ text: String) -> String { masksNames ? Lead.withheld : text }

  /// Who does something or is there; where names are masked, nobody but members by name.
  public func member(_ id: MemberID, on board: Board) -> MemberID {
    masksNames ? board.maskedMember(id) : id
  }

  /// A filter's text as typed, unless names are masked and a term could name a buyer, as whoever is
  /// no member of the board could be.
  public func text(of filter: ReportFilter, on board: Board) -> String {
    masksNames ? filter.maskedText(on: board) : filter.text
  }
}
