/// What a meeting decided: who does what until when.
public struct Decision: Hashable, Sendable {
  /// The decision's name within its meeting.
  public var id: EntryID
  /// What will be done.
  public var text: String
  /// Who does it.
  public var owner: MemberID?
  /// Until when: `2026-11-30`.
  public var due: String?
  /// The leads that it is about.
  public var leads: [LeadID] = []
  /// The roadblock kind that it is about.
  public var roadblock: String?
  /// When it was done; nil while it is open.
  public var done: Instant?
  /// When it was given up; nil while it stands.
  public var dropped: Instant?
  /// Keys of the file that this version does not know.
  public var unknown: JSONObject = [:]

  /// A decision.
  public init(id: EntryID, text: String, owner: MemberID? = nil, due: String? = nil) {
    self.id = id
    self.text = text
    self.owner = owner
    self.due = due
  }

  /// The day until which it is to be done; nil where none is given, or none that is a date.
  public var dueDay: CivilDay? { due.flatMap { CivilDay($0) } }
}

/// Where a decision is written down: in which meeting's file, under which id.
public struct DecisionPlace: Hashable, Sendable {
  /// The date of the meeting, which names its file.
  public let meeting: String
  /// The decision's id within it.
  public let id: EntryID

  /// The place of a decision.
  public init(meeting: String, id: EntryID) {
    self.meeting = meeting
    self.id = id
  }
}

/// How a decision stands at a moment.
public struct DecisionStanding: Hashable, Sendable {
  /// How far a decision is.
  public enum State: String, CaseIterable, Hashable, Sendable {
    /// It is to be done, and its day has not passed.
    case open
    /// It is to be done, and its day has passed.
    case overdue
    /// It was done.
    case done
    /// It was given up.
    case dropped

    /// Whether somebody still has to do something.
    public var isOpen: Bool { self == .open || self == .overdue }
  }

  /// The date of the meeting that decided it, which names the meeting's file.
  public let meeting: String
  /// The decision.
  public let decision: Decision
  /// How far it is.
  public let state: State
  /// Whole days from the moment's day to the due day, negative once that has passed; nil where no
  /// day is given.
  public let daysLeft: Int?

  /// Where it is written down.
  public var place: DecisionPlace { DecisionPlace(meeting: meeting, id: decision.id) }

  /// How a decision of a meeting stands at a moment: what was done later is still to be done.
  public init(
    _ decision: Decision, of meeting: String, asOf now: Instant, on calendar: BoardCalendar
  ) {
    self.meeting = meeting
    self.decision = decision
    let today = calendar.day(of: now)
    daysLeft = decision.dueDay.map { $0.dayNumber - today.dayNumber }
    if let done = decision.done, done <= now {
      state = .done
    } else if let dropped = decision.dropped, dropped <= now {
      state = .dropped
    } else {
      state = (daysLeft ?? 0) < 0 ? .overdue : .open
    }
  }
}

extension DecisionStanding: Comparable {
  /// Orders by what asks for attention first: overdue, open, done, dropped; within each by due
  /// day, those without one last, then by meeting and id.
  public static func < (left: DecisionStanding, right: DecisionStanding) -> Bool {
    left.order < right.order
  }

  private var order: (Int, Int, String, EntryID) {
    (state.urgency, decision.dueDay?.dayNumber ?? .max, meeting, decision.id)
  }
}

extension DecisionStanding.State {
  /// The lower, the sooner somebody has to do something.
  fileprivate var urgency: Int {
    switch self {
    case .overdue: 0
    case .open: 1
    case .done: 2
    case .dropped: 3
    }
  }
}
