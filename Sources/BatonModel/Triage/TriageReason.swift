/// Why a lead wants somebody's attention.
public enum TriageReason: Hashable, Sendable {
  /// The buyer turned to us at that time, and nobody has been in touch since.
  case replied(Channel, Instant)
  /// It is offered; the clock runs out then, where it has one.
  case offered(until: Instant?)
  /// A step was due then.
  case overdue(NextStep.Kind, Instant)
  /// Nobody took it before the clock ran out then: it is with its giver again.
  case lapsed(Instant)
  /// It was taken, and no step is booked that completes the handoff.
  case proofMissing(Instant)
  /// A step is due today.
  case dueToday(NextStep.Kind, Instant)
  /// It rested until then.
  case returned(Parking.Kind, Instant)
  /// The other side gave a verdict then and awaits an answer.
  case verdict(Feedback.Verdict, ReasonID?, Instant)
  /// Its stage's time ran out then.
  case stalled(Instant)
  /// Its stage's time runs out then, within a day.
  case runsOut(Instant)
  /// It came in then, and the ad that brought it promises what we still offer.
  case promised(String, Instant)
  /// It came in then, and nobody has looked at it.
  case fresh(Instant)
  /// Nothing is to happen next.
  case noNextStep
  /// It was accepted so long ago, and since then it is asked how it turned out.
  case unrated(RatingPrompt.Moment, Instant)

  /// A buyer who turned to us within so many days is answered first.
  static let freshReplyDays = 1.0

  /// How soon it wants attention: 0 is first.
  func urgency(at now: Instant) -> Int {
    switch self {
    case .replied(_, let at): now.days(since: at) <= TriageReason.freshReplyDays ? 0 : 5
    case .offered: 1
    case .overdue: 2
    case .lapsed: 3
    case .proofMissing: 4
    case .dueToday: 6
    case .returned: 7
    case .verdict: 8
    case .stalled: 9
    case .runsOut: 10
    case .promised: 11
    case .fresh: 12
    case .noNextStep: 13
    case .unrated: 14
    }
  }

  /// What orders leads of the same urgency, the lowest first: the earliest moment; of buyers who
  /// turned to us the latest, since they are still at their desk.
  var order: Int64 {
    switch self {
    case .replied(_, let at): -at.microseconds
    case .offered(let due): (due ?? .distantFuture).microseconds
    case .overdue(_, let at), .lapsed(let at), .proofMissing(let at), .dueToday(_, let at),
      .returned(_, let at), .verdict(_, _, let at), .stalled(let at), .runsOut(let at),
      .promised(_, let at), .fresh(let at), .unrated(_, let at):
      at.microseconds
    case .noNextStep: 0
    }
  }

  /// The reason in a few words: `wrote 1h ago`, `call 2d overdue`.
  ///
  /// - Parameters:
  ///   - board: The board, for the titles of its reason codes.
  ///   - ago: How the time since a moment is written: `2h`.
  ///   - ahead: How a moment to come is written: `Tue 14:00`.
  public func words(
    on board: Board, ago: (Instant) -> String, ahead: (Instant) -> String
  ) -> String {
    switch self {
    case .replied(let channel, let at): "\(TriageReason.verb(channel)) \(ago(at)) ago"
    case .offered(let due): due.map { "offered, until \(ahead($0))" } ?? "offered"
    case .overdue(let kind, let at): "\(kind.rawValue) \(ago(at)) overdue"
    case .lapsed(let at): "nobody took it, lapsed \(ago(at)) ago"
    case .proofMissing(let at): "accepted \(ago(at)) ago, nothing booked"
    case .dueToday(let kind, let at): "\(kind.rawValue) \(ahead(at))"
    case .returned(let kind, let at): "back from \(kind.rawValue) \(ago(at)) ago"
    case .verdict(let verdict, let reason, let at):
      "\(verdict.past)\(reason.map { ", \(board.reason($0)?.title ?? $0.rawValue)" } ?? ""), "
        + "\(ago(at)) unanswered"
    case .stalled(let at): "stalled \(ago(at))"
    case .runsOut(let at): "stage's time ends \(ahead(at))"
    case .promised(let promise, _): "promised: \(promise)"
    case .fresh(let at): "came in \(ago(at)) ago"
    case .noNextStep: "no next step"
    case .unrated(let moment, _): "\(moment.words): how did it turn out?"
    }
  }

  private static func verb(_ channel: Channel) -> String {
    switch channel {
    case .email, .message, .letter, .chat, .social: "wrote"
    case .call: "called"
    case .form: "sent a form"
    case .meeting, .event: "met us"
    default: "turned to us (\(channel.rawValue))"
    }
  }

  /// The name for scripts: `replied`, `overdue`.
  public var name: String {
    switch self {
    case .replied: "replied"
    case .offered: "offered"
    case .overdue: "overdue"
    case .lapsed: "lapsed"
    case .proofMissing: "proofMissing"
    case .dueToday: "dueToday"
    case .returned: "returned"
    case .verdict: "verdict"
    case .stalled: "stalled"
    case .runsOut: "runsOut"
    case .promised: "promised"
    case .fresh: "fresh"
    case .noNextStep: "noNextStep"
    case .unrated: "unrated"
    }
  }

  /// The moment that it is about; nil where there is none.
  public var moment: Instant? {
    switch self {
    case .offered(let due): due
    case .replied(_, let at), .overdue(_, let at), .lapsed(let at), .proofMissing(let at),
      .dueToday(_, let at), .returned(_, let at), .verdict(_, _, let at), .stalled(let at),
      .runsOut(let at), .promised(_, let at), .fresh(let at), .unrated(_, let at):
      at
    case .noNextStep: nil
    }
  }
}

extension Feedback.Verdict {
  /// What was done to the lead: `rejected`.
  public var past: String {
    switch self {
    case .accept: "accepted"
    case .reject: "rejected"
    case .disqualify: "disqualified"
    case .recycle: "recycled"
    case .praise: "praised"
    }
  }
}
