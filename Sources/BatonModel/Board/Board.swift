/// What the whole team shares: stages, people, codes, targets and the expected journey.
public struct Board: Hashable, Sendable {
  /// The version of the file format that this Baton writes.
  public static let currentSchema = 1

  /// The version of the file format.
  public var schema = Board.currentSchema
  /// Counts the rewrites of the file.
  public var revision = 1
  /// The team's or the company's name.
  public var name: String
  /// The currency of amounts that state none: an ISO 4217 code.
  public var currency: String
  /// The IANA name of the zone whose days and hours the board keeps.
  public var timeZone: String
  /// When the team works: the hours that handoff clocks count.
  public var workingHours = WorkingHours()
  /// The columns, in order.
  public var stages: [Stage] = []
  /// The team.
  public var team: [Member] = []
  /// The reason codes.
  public var reasons: [Reason] = []
  /// The expected steps of a buyer, in order; the last is the order.
  public var journey: [JourneyStep] = []
  /// The questions of surveys and forms.
  public var questions: [Question] = []
  /// The kinds of roadblock that the register knows.
  public var roadblockKinds: [String] = []
  /// The spans of time after which something counts as late, silent or a collision.
  public var windows = Windows()
  /// How long the team keeps what it knows of people; nil where it has no policy.
  public var retention: Retention?
  /// How many people were forgotten, by month: `2026-11`.
  public var forgotten: [String: Int] = [:]
  /// Keys of the file that this version does not know.
  public var unknown: JSONObject = [:]

  /// An empty board.
  public init(name: String, currency: String = "EUR", timeZone: String = "UTC") {
    self.name = name
    self.currency = currency
    self.timeZone = timeZone
  }

  /// The board's days.
  public var calendar: BoardCalendar { BoardCalendar(timeZoneName: timeZone) }

  /// The stage of an id. Linear in the number of stages, which is small.
  public func stage(_ id: StageID) -> Stage? { stages.first { $0.id == id } }

  /// The place of a stage among the columns.
  public func rank(of id: StageID) -> Int? { stages.firstIndex { $0.id == id } }

  /// The member of an id. Linear in the size of the team.
  public func member(_ id: MemberID) -> Member? { team.first { $0.id == id } }

  /// The reason of an id.
  public func reason(_ id: ReasonID) -> Reason? { reasons.first { $0.id == id } }

  /// The reasons that may explain something, in the board's order.
  public func reasons(for use: Reason.Use) -> [Reason] {
    reasons.filter { $0.uses.contains(use) }
  }
}

/// The spans of time after which something counts as late, silent or a collision.
public struct Windows: Hashable, Sendable {
  /// Two sides' touches closer than this, uncoordinated, collide. Hours.
  public var collisionHours = 24
  /// Without a two-way touch for longer than this, and no reason, a lead is a silent loss. Days.
  public var silenceDays = 30
  /// A handoff without an answer for longer than this is late, and so is one that was accepted,
  /// from then on, without its proof. Working hours.
  public var handoffHours = 24
  /// A verdict without marketing's answer for longer than this is late. Days.
  public var answerDays = 7
  /// A hold older than this is put before the meeting. Days.
  public var holdDays = 14
  /// Keys of the file that this version does not know.
  public var unknown: JSONObject = [:]

  /// The default windows.
  public init() {}
}

/// When the team works.
public struct WorkingHours: Hashable, Sendable {
  /// The working days of a week: 0 is Monday, 6 is Sunday.
  public var weekdays: [Int] = [0, 1, 2, 3, 4]
  /// When work begins, in minutes after midnight on the board's clock.
  public var startMinute = 9 * 60
  /// When work ends, in minutes after midnight on the board's clock.
  public var endMinute = 17 * 60 + 30
  /// Days without work: `2026-12-25`.
  public var holidays: [String] = []
  /// Keys of the file that this version does not know.
  public var unknown: JSONObject = [:]

  /// Monday to Friday, nine to half past five.
  public init() {}
}
