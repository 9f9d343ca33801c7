public import BatonModel
public import BatonReports

/// The meeting, while it lasts: which subject is on the screen, and what was shown so far.
///
/// The page of the subject, and what one went down to from it, are those of `ReportState`.
public struct MeetingState: Sendable {
  /// The day of the meeting, which names its file.
  public var date: String
  /// Whether it is on the screen; while it is not, the board is, and the meeting goes on.
  public var isOpen = true
  /// Whether aliases stand for the buyers' names.
  public var masksNames: Bool
  /// The subject that is shown.
  public var part = MeetingPart.allCases[0]
  /// The row that was selected on each subject's page, for coming back.
  var selected: [MeetingPart: Int] = [:]
  /// The figure of each subject as it was last shown.
  public internal(set) var shown: [MeetingPart: String] = [:]
  /// The reports that were open when the meeting was opened; they come back when it is left.
  var covered: ReportState?
  /// The clocks, where time passes.
  public var timer: MeetingTimer?

  /// A meeting that begins.
  public init(date: String, masksNames: Bool = false) {
    self.date = date
    self.masksNames = masksNames
  }

  /// The subjects in their order.
  static let parts = MeetingPart.allCases

  /// The place of the subject that is shown.
  var place: Int { MeetingState.parts.firstIndex(of: part) ?? 0 }
}

/// How long a meeting and its page have lasted, to the minute.
public struct MeetingTimer: Hashable, Sendable {
  /// When the meeting was opened.
  public let start: Instant
  /// When its page was opened; nil until the time is told for it.
  public internal(set) var pageStart: Instant?
  /// The last time that was told.
  public private(set) var now: Instant

  /// Clocks that begin.
  public init(start: Instant) {
    self.start = start
    pageStart = start
    now = start
  }

  /// Takes up what time it is.
  mutating func tell(_ time: Instant) {
    now = max(now, time)
    pageStart = pageStart ?? now
  }

  /// The whole minutes of the meeting.
  var minutes: Int { MeetingTimer.minutes(from: start, to: now) }

  /// The whole minutes of the page.
  var pageMinutes: Int { MeetingTimer.minutes(from: pageStart ?? now, to: now) }

  /// When another minute of the meeting is over: the one moment at which the screen is drawn anew.
  var nextMinute: Instant { start.adding(days: Double(minutes + 1) / 1440) }

  private static func minutes(from start: Instant, to end: Instant) -> Int {
    max(0, Int((end.microseconds - start.microseconds) / 60_000_000))
  }
}
