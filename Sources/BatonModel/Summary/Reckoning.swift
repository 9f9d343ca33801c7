/// A board's rules at a moment: all that is derived from leads with the help of the time.
///
/// Made once for a moment and then asked for many leads: every question is answered in constant
/// time. Its facts are an immutable object: whoever lends it on for a lead copies a reference,
/// where all that a board holds would be retained a hundred thousand times over.
public struct Reckoning: Sendable {
  @usableFromInline let facts: ReckoningFacts
  /// The holds that cover everybody at a company.
  public private(set) var companyHolds: CompanyHolds

  /// The board whose rules are kept.
  @inlinable public var board: Board { facts.board }
  /// The moment.
  @inlinable public var now: Instant { facts.now }
  /// Whether the moment was chosen: what ended after it has not ended then. Where it is the present
  /// instead, whatever a file tells has happened, for `now` is when rules were last made.
  @inlinable public var isPast: Bool { facts.isPast }
  /// The first instant of the board's today.
  @inlinable public var startOfToday: Instant { facts.startOfToday }
  /// The first instant of the board's tomorrow.
  @inlinable public var endOfToday: Instant { facts.endOfToday }
  /// For each stage with a clock, the days after which a lead in it is late.
  @inlinable public var limits: StageTable<Double> { facts.limits }

  /// A board's rules at a moment.
  ///
  /// - Parameters:
  ///   - proposedLimits: For clock stages to which the board sets no target, the team's own 80 %
  ///     point in days, where it is known.
  ///   - companyHolds: The holds of the board's leads that cover more than the lead itself.
  ///   - isPast: Whether the moment was chosen, rather than that it is the present.
  public init(
    board: Board, now: Instant, proposedLimits: [StageID: Double] = [:],
    companyHolds: CompanyHolds = CompanyHolds(), isPast: Bool = false
  ) {
    facts = ReckoningFacts(board, now, isPast, proposedLimits)
    self.companyHolds = companyHolds
  }

  /// The same rules at the same moment, with other holds on companies.
  public func heeding(_ companyHolds: CompanyHolds) -> Reckoning {
    var rules = self
    rules.companyHolds = companyHolds
    return rules
  }

  /// The same rules for guests, who may not know on whom a company's hold stands, nor why.
  public var masked: Reckoning {
    heeding(companyHolds.masked(on: board))
  }

  /// The standing of a lead at this moment.
  public func standing(of lead: LeadSummary) -> Standing {
    let parking = parking(of: lead)
    let end = parking?.kind.isClosed == true ? parking?.since ?? now : now
    let days = max(0, end.days(since: lead.stageSince))
    return Standing(
      parking: parking, daysInStage: days, limitDays: limits[lead.stage],
      isStalled: parking == nil && stallsAt(lead).map { now > $0 } ?? false,
      isOverdue: parking == nil && lead.nextStep.map { $0.due < now } ?? false,
      light: light(of: lead, parking: parking))
  }

  /// How a lead is parked at this moment; nil where it is not, or has returned by its date.
  public func parking(of lead: LeadSummary) -> ParkedSummary? {
    if !isPast, let parked = lead.parked, parked.kind.isClosed { return parked }
    return lead.parking(asOf: now)
  }

  /// The moment after which a lead is stalled unless something happens; nil where it never is.
  ///
  /// Beyond the stage's limit, with no next step ahead and no wait: an overdue step no longer
  /// protects, and neither does a wait that is over.
  public func stallsAt(_ lead: LeadSummary) -> Instant? {
    if let parking = parking(of: lead), parking.kind.isClosed { return nil }
    guard let limit = limits[lead.stage] else { return nil }
    var moment = lead.stageSince.adding(days: limit)
    if let due = lead.nextStep?.due { moment = max(moment, due) }
    if let until = lead.parked?.until { moment = max(moment, until) }
    return moment
  }

  /// What orders the cards of a column: the moment by which somebody must act. Earliest first.
  ///
  /// It depends on no clock, so that an order once made holds while time passes.
  public func actBy(_ lead: LeadSummary) -> Instant {
    if let parked = lead.parked {
      return parked.until ?? .distantFuture
    }
    if let due = lead.nextStep?.due { return due }
    guard let limit = limits[lead.stage] else { return .distantFuture }
    return lead.stageSince.adding(days: limit)
  }

  /// The holds that last now and cover a lead, its own and those on its company, the earliest
  /// first.
  public func holds(on lead: LeadSummary) -> [StandingHold] {
    holds(on: lead, at: now)
  }

  /// The holds that a side's outbound touch of a lead on a channel would break at a moment.
  public func holds(
    on lead: LeadSummary, against side: Side, on channel: Channel, at moment: Instant
  ) -> [StandingHold] {
    holds(on: lead, at: moment).filter { $0.hold.covers(side, on: channel) }
  }

  private func holds(on lead: LeadSummary, at moment: Instant) -> [StandingHold] {
    let own = lead.holds.map { StandingHold($0, of: lead) }
    let all = own + companyHolds.holds(on: lead)
    return all.filter { $0.hold.lasts(at: moment) }.sorted { $0.hold.from < $1.hold.from }
  }

  /// The span in which the holds lie that last now and cover a lead, its own and those on its
  /// company; nil where none lasts.
  ///
  /// No part of ``Standing``: whom the holds of a whole company cover takes longer to find than all
  /// the rest of a standing, and most reports do not ask.
  public func held(_ lead: LeadSummary) -> HeldSpan? {
    held(lead, alsoBy: companyHolds.holds(on: lead))
  }

  /// The same, where the holds on its company are known that stand in the files of others.
  public func held(_ lead: LeadSummary, alsoBy wide: [StandingHold]) -> HeldSpan? {
    var span: HeldSpan?
    for hold in lead.holds where hold.lasts(at: now) {
      span = HeldSpan(span, and: hold)
    }
    for hold in wide where hold.lasts(at: now) {
      span = HeldSpan(span, and: hold)
    }
    return span
  }

  /// Whether marketing has handed a lead over to sales that is open, and has not touched it since,
  /// in either direction.
  ///
  /// - Complexity: Constant, but for a moment before marketing's latest touch.
  public func isDropped(_ lead: LeadSummary) -> Bool {
    guard let given = lead.givenToSales, given <= now else { return false }
    if let parking = parking(of: lead), parking.kind.isClosed { return false }
    guard let latest = lead.facts.touchedByMarketing, latest > given else { return true }
    return latest > now
      && !lead.touches.contains { $0.side == .marketing && $0.at > given && $0.at <= now }
  }

  private func light(of lead: LeadSummary, parking: ParkedSummary?) -> Standing.Light {
    if parking != nil { return .resting }
    guard let due = lead.nextStep?.due else { return .missing }
    if due < now { return .overdue }
    return due < endOfToday ? .today : .later
  }
}

/// What a reckoning knows, once for all who share it.
@usableFromInline
final class ReckoningFacts: Sendable {
  @usableFromInline let board: Board
  @usableFromInline let now: Instant
  @usableFromInline let isPast: Bool
  @usableFromInline let startOfToday: Instant
  @usableFromInline let endOfToday: Instant
  @usableFromInline let limits: StageTable<Double>
  let workingClock: WorkingClock

  init(
    _ board: Board, _ now: Instant, _ isPast: Bool, _ proposedLimits: [StageID: Double]
  ) {
    self.board = board
    self.now = now
    self.isPast = isPast
    let calendar = board.calendar
    let today = calendar.day(of: now)
    startOfToday = calendar.instant(of: today)
    endOfToday = calendar.instant(of: CivilDay(dayNumber: today.dayNumber + 1))
    workingClock = WorkingClock(board)
    limits = StageTable(
      board.stages.compactMap { stage in
        guard stage.kind != .inventory else { return nil }
        let limit = stage.targetDays.map(Double.init) ?? proposedLimits[stage.id]
        return limit.map { (stage.id, $0) }
      })
  }
}

/// From the beginning of the first of some holds to the end of the last.
public struct HeldSpan: Hashable, Sendable {
  /// Since when the first lasts.
  public let since: Instant
  /// When the last ends.
  public let until: Instant

  fileprivate init(_ known: HeldSpan?, and hold: some Lasting) {
    since = min(known?.since ?? hold.from, hold.from)
    until = max(known?.until ?? hold.end, hold.end)
  }
}

/// How a lead stands at a moment. Three clocks, never mixed.
public struct Standing: Hashable, Sendable {
  /// The next step's light.
  public enum Light: String, Hashable, Sendable {
    /// Red: the next step is past due.
    case overdue
    /// Green: it is due today.
    case today
    /// Grey: it is due later.
    case later
    /// Yellow: there is none.
    case missing
    /// None wanted: the lead rests or has ended.
    case resting
  }

  /// How the lead is parked; nil where it is in play.
  public var parking: ParkedSummary?
  /// Days of 24 hours in its stage; up to its end, where it has ended.
  public var daysInStage: Double
  /// The days after which a lead in this stage is late; nil where it has no clock.
  public var limitDays: Double?
  /// Whether it is beyond the limit with no next step ahead and no wait.
  public var isStalled: Bool
  /// Whether its next step is past due, and it neither rests nor has ended.
  public var isOverdue: Bool
  /// The next step's light.
  public var light: Light

  /// Whether the lead has not ended.
  public var isOpen: Bool { parking?.kind.isClosed != true }
  /// Whether it is in play beyond its stage's limit, whatever comes next.
  public var isLate: Bool {
    guard let limitDays, parking == nil else { return false }
    return daysInStage > limitDays
  }
  /// Whether it is snoozed until a date.
  public var isWaiting: Bool { parking?.kind == .waiting }
}
