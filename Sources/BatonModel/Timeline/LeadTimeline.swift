/// The one timeline of a lead, the latest first: what both teams and the buyer did, what was said
/// of the lead, from hand to hand and from stage to stage.
///
/// Edits of fields do not drown it: those between two events are one event together. Events name
/// their places in the lead's lists and copy nothing, so that the timeline of thousands of touches
/// is made in well under a millisecond.
public struct LeadTimeline: Sendable {
  /// One event.
  public struct Event: Hashable, Sendable {
    /// When it was; of several edits, when the latest was made.
    public let at: Instant
    /// What it was.
    public let kind: Kind
  }

  /// What an event was, with its place in one of the lead's lists.
  public enum Kind: Hashable, Sendable {
    /// A touch.
    case touch(Int)
    /// A note was written.
    case note(Int)
    /// Feedback was given.
    case feedback(Int)
    /// Feedback was answered; the place is that of the feedback.
    case answer(Int)
    /// A handoff was offered.
    case offer(Int)
    /// A handoff was accepted or rejected, or lapsed.
    case reply(Int)
    /// The step that proves a handoff was booked.
    case proof(Int)
    /// The lead came into a stage: the place of the visit, and of the change that says who did it.
    case entry(visit: Int, change: Int?)
    /// The lead was parked: the place of the change; nil where only the lead itself tells.
    case parking(change: Int?)
    /// The lead came back into the stage in which it rested: the place of the change.
    case revival(change: Int)
    /// Fields were changed one after another: places in `edits`.
    case edits(Range<Int>)
  }

  /// The events, the latest first.
  public let events: [Event]
  /// The edits of fields as places in the lead's history, the latest first.
  public let edits: [Int]

  /// The timeline of a lead.
  ///
  /// - Complexity: O(n log n) in the number of the lead's entries.
  public init(_ lead: Lead) {
    var moments = Moments()
    moments.addTouchesAndNotes(of: lead)
    moments.addFeedback(of: lead)
    moments.addHandoffs(of: lead)
    moments.addChanges(of: lead)
    (events, edits) = moments.inOrder()
  }
}

/// Gathers what happened before it is put in order.
private struct Moments {
  /// Something that happened. Of two at the same time the later one in the list is the later.
  struct Moment {
    var at: Instant
    var ordinal: Int
    var what: What
  }

  enum What {
    case event(LeadTimeline.Kind)
    case edit(Int)
  }

  private var moments: [Moment] = []

  private mutating func add(_ at: Instant, _ what: What) {
    moments.append(Moment(at: at, ordinal: moments.count, what: what))
  }

  mutating func addTouchesAndNotes(of lead: Lead) {
    moments.reserveCapacity(lead.touches.count + lead.notes.count + lead.visits.count + 16)
    // What brings a lead in comes before what is done with it.
    let changes = MoveIndex(lead)
    for place in lead.visits.indices {
      let visit = lead.visits[place]
      add(visit.entered, .event(.entry(visit: place, change: changes[visit])))
    }
    for place in lead.touches.indices { add(lead.touches[place].at, .event(.touch(place))) }
    for place in lead.notes.indices { add(lead.notes[place].at, .event(.note(place))) }
  }

  mutating func addFeedback(of lead: Lead) {
    for (place, feedback) in lead.feedback.enumerated() {
      add(feedback.at, .event(.feedback(place)))
      if let answer = feedback.answer { add(answer.at, .event(.answer(place))) }
    }
  }

  mutating func addHandoffs(of lead: Lead) {
    for (place, handoff) in lead.handoffs.enumerated() {
      add(handoff.offeredAt, .event(.offer(place)))
      if let at = handoff.answeredAt { add(at, .event(.reply(place))) }
      if let proof = handoff.proof { add(proof.bookedAt, .event(.proof(place))) }
    }
  }

  mutating func addChanges(of lead: Lead) {
    let undone = Set(lead.history.lazy.compactMap(\.undoes))
    let entered = Set(lead.visits.lazy.map(\.entered))
    let shown = Moments.entriesShown(of: lead)
    var parkings: Set<Instant> = []
    for place in lead.history.indices {
      let change = lead.history[place]
      switch change.command {
      case "touch", "note", "retract": continue
      case "move", "revive", "add":
        if entered.contains(change.at) { continue }
        let isRevival = change.command == "revive" && !undone.contains(change.id)
        add(change.at, isRevival ? .event(.revival(change: place)) : .edit(place))
      default:
        if let subject = change.subject, shown.contains(EntryID(subject)) { continue }
        if Parking.Kind(rawValue: change.command) != nil, !undone.contains(change.id) {
          parkings.insert(change.at)
          add(change.at, .event(.parking(change: place)))
        } else {
          add(change.at, .edit(place))
        }
      }
    }
    if let parked = lead.parked, !parkings.contains(parked.since) {
      add(parked.since, .event(.parking(change: nil)))
    }
  }

  /// The entries, touches and notes apart, that stand for the changes that made them.
  private static func entriesShown(of lead: Lead) -> Set<EntryID> {
    var ids = Set(lead.feedback.lazy.map(\.id))
    ids.formUnion(lead.handoffs.lazy.map(\.id))
    ids.formUnion(lead.roadblocks.lazy.map(\.id))
    ids.formUnion(lead.objections.lazy.map(\.id))
    ids.formUnion(lead.asks.lazy.map(\.id))
    ids.formUnion(lead.holds.lazy.map(\.id))
    return ids
  }

  /// The events, the latest first, with edits that follow each other made one.
  func inOrder() -> (events: [LeadTimeline.Event], edits: [Int]) {
    let sorted = moments.sorted { ($0.at, $0.ordinal) > ($1.at, $1.ordinal) }
    var events: [LeadTimeline.Event] = []
    events.reserveCapacity(sorted.count)
    var edits: [Int] = []
    for moment in sorted {
      switch moment.what {
      case .event(let kind): events.append(.init(at: moment.at, kind: kind))
      case .edit(let place):
        edits.append(place)
        if let last = events.last, case .edits(let run) = last.kind {
          events[events.count - 1] = .init(
            at: last.at, kind: .edits(run.lowerBound..<edits.count))
        } else {
          events.append(.init(at: moment.at, kind: .edits(edits.count - 1..<edits.count)))
        }
      }
    }
    return (events, edits)
  }
}

/// Finds the change that says who brought a lead into a stage.
private struct MoveIndex {
  private var places: [StageVisit: Int] = [:]

  init(_ lead: Lead) {
    for place in lead.history.indices {
      switch lead.history[place].command {
      case "move", "revive", "add", "accept", "reject":
        guard let stage = lead.history[place].to else { continue }
        places[StageVisit(stage: StageID(stage), entered: lead.history[place].at)] = place
      default: continue
      }
    }
  }

  subscript(visit: StageVisit) -> Int? {
    places[StageVisit(stage: visit.stage, entered: visit.entered)]
  }
}
