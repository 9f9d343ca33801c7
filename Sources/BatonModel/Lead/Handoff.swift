/// A lead offered by one activity to the next, on a clock, until a booked next step proves it done.
public struct Handoff: Hashable, Sendable {
  /// How far a handoff is.
  public enum State: String, CaseIterable, Hashable, Sendable {
    case offered, accepted, rejected, lapsed
  }

  /// The handoff's name within its lead.
  public var id: EntryID
  /// The activity that gives.
  public var from: Activity
  /// The activity that takes.
  public var to: Activity
  /// When it was offered.
  public var offeredAt: Instant
  /// Who gives.
  public var offeredBy: String
  /// To whom; nil means whoever of that activity takes it first.
  public var offeredTo: MemberID?
  /// When the clock runs out.
  public var due: Instant?
  /// How far it is.
  public var state: State
  /// When it was accepted, rejected, or lapsed.
  public var answeredAt: Instant?
  /// Who accepted or rejected.
  public var answeredBy: String?
  /// Why it was rejected.
  public var reason: ReasonID?
  /// The booked step that completes it.
  public var proof: Proof?
  /// What the giver tells the taker.
  public var packet: Packet?
  /// Set when the offer was taken back.
  public var retracted: Retraction?
  /// Keys of the file that this version does not know.
  public var unknown: JSONObject = [:]

  /// A handoff that is being offered.
  public init(
    id: EntryID, from: Activity, to: Activity, offeredAt: Instant, offeredBy: String,
    offeredTo: MemberID? = nil, due: Instant? = nil, state: State = .offered
  ) {
    self.id = id
    self.from = from
    self.to = to
    self.offeredAt = offeredAt
    self.offeredBy = offeredBy
    self.offeredTo = offeredTo
    self.due = due
    self.state = state
  }

  /// Whether the lead waits at the joint: offered without an answer, or accepted without a proof.
  public var isWaiting: Bool { isOffered || awaitsProof }

  /// Whether it waits to be accepted or rejected.
  public var isOffered: Bool { state == .offered && retracted == nil }

  /// Whether it was accepted and only the booked step is missing.
  public var awaitsProof: Bool { state == .accepted && proof == nil && retracted == nil }

  /// Whether nobody answered before the clock ran out: it is with the giver again.
  ///
  /// It is so from that moment on, whether or not somebody has written it down.
  public func hasLapsed(asOf now: Instant) -> Bool {
    retracted == nil && (state == .lapsed || (state == .offered && due.map { $0 <= now } ?? false))
  }

  /// How far it is at a moment, whether or not somebody has written down that it lapsed.
  public func state(asOf now: Instant) -> State { hasLapsed(asOf: now) ? .lapsed : state }
}

/// The booked step that completes a handoff.
public struct Proof: Hashable, Sendable {
  /// A call, a meeting or a kickoff.
  public var kind: NextStep.Kind
  /// When it takes place.
  public var at: Instant
  /// When it was booked.
  public var bookedAt: Instant
  /// Who booked it.
  public var by: String
  /// Keys of the file that this version does not know.
  public var unknown: JSONObject = [:]

  /// A booked step.
  public init(kind: NextStep.Kind, at: Instant, bookedAt: Instant, by: String) {
    self.kind = kind
    self.at = at
    self.bookedAt = bookedAt
    self.by = by
  }
}

/// What the giver of a handoff tells the taker.
public struct Packet: Hashable, Sendable {
  /// What we promised the buyer.
  public var promises: [String] = []
  /// What may go wrong.
  public var risks: [String] = []
  /// Who matters on the buyer's side.
  public var people: [PersonID] = []
  /// What the buyer asked for.
  public var asks: [String] = []
  /// Anything else.
  public var note: String?
  /// Keys of the file that this version does not know.
  public var unknown: JSONObject = [:]

  /// An empty packet.
  public init() {}
}
