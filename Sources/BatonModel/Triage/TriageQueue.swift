/// A lead in somebody's queue, with the reasons for its place, the most urgent first.
public struct TriageItem: Sendable {
  /// The lead.
  public let lead: LeadSummary
  /// Why it wants attention; never empty.
  public let reasons: [TriageReason]
  private let rank: (urgency: Int, order: Int64)

  fileprivate init?(_ lead: LeadSummary, _ reasons: [TriageReason], at now: Instant) {
    let sorted = reasons.map { (reason: $0, urgency: $0.urgency(at: now)) }
      .sorted { ($0.urgency, $0.reason.order) < ($1.urgency, $1.reason.order) }
    guard let first = sorted.first else { return nil }
    self.lead = lead
    self.reasons = sorted.map(\.reason)
    rank = (first.urgency, first.reason.order)
  }

  /// Whether this one comes before another: by urgency, then by its moment, then by what the deal
  /// is worth, then by id.
  public func precedes(_ other: TriageItem) -> Bool {
    if rank != other.rank { return rank < other.rank }
    let (worth, otherWorth) = (lead.amount?.minorUnits ?? 0, other.lead.amount?.minorUnits ?? 0)
    return worth != otherWorth ? worth > otherWorth : lead.id < other.lead.id
  }
}

/// Which leads want somebody's attention at a moment, and in which order.
///
/// Made once for a moment and then asked for many leads: each is answered in constant time.
public struct TriageQueue: Sendable {
  /// Whose queue it is.
  public enum Whose: Hashable, Sendable {
    /// Everything that anybody of the team has to look at.
    case everybody
    /// What nobody in sales owns.
    case nobody
    /// What one member has to look at.
    case member(MemberID)
  }

  /// The board's rules at the moment.
  public let reckoning: Reckoning
  /// Whose queue it is.
  public let whose: Whose
  private let running: Set<CampaignID>
  private let member: Member?

  /// A stage's time that runs out within so many days is told.
  static let warningDays = 1.0

  /// A queue at a moment.
  ///
  /// - Parameter campaigns: The campaigns, of which those that run make an ad's promise count.
  public init(
    _ whose: Whose, reckoning: Reckoning, campaigns: some Sequence<Campaign> = [Campaign]()
  ) {
    self.reckoning = reckoning
    self.whose = whose
    running = Set(
      campaigns.lazy.filter { campaign in
        campaign.start ?? .distantPast <= reckoning.now
          && reckoning.now < campaign.end ?? .distantFuture
      }.map(\.id))
    if case .member(let id) = whose { member = reckoning.board.member(id) } else { member = nil }
  }

  /// The queue of somebody who sits before a screen: their own where the board knows them, else
  /// everybody's.
  public static func whose(actor: String, on board: Board) -> Whose {
    let id = MemberID(actor)
    return board.member(id) == nil ? .everybody : .member(id)
  }

  /// The leads of the queue, the most urgent first.
  ///
  /// - Complexity: O(n) in the number of leads, and O(m log m) in the length of the queue.
  public func items(of leads: [LeadSummary]) -> [TriageItem] {
    leads.compactMap(item).sorted { $0.precedes($1) }
  }

  /// The lead with the reasons for its place; nil where it wants no attention of these.
  public func item(_ lead: LeadSummary) -> TriageItem? {
    let parking = reckoning.parking(of: lead)
    var reasons: [TriageReason] = []
    addVerdict(on: lead, to: &reasons)
    if parking?.kind.isClosed != true {
      addHandoff(of: lead, to: &reasons)
      if parking == nil, isResponsible(for: lead) { addWork(on: lead, to: &reasons) }
      if lead.owner != nil, isResponsible(for: lead),
        let prompt = lead.ratingPrompt(reckoning), prompt.isOwed
      {
        reasons.append(.unrated(prompt.moment, prompt.since))
      }
    }
    return TriageItem(lead, reasons, at: reckoning.now)
  }

  // MARK: - Reasons

  private func addVerdict(on lead: LeadSummary, to reasons: inout [TriageReason]) {
    guard let verdict = lead.unanswered else { return }
    let isMine: Bool
    switch whose {
    case .everybody: isMine = true
    case .nobody: isMine = false
    case .member(let id):
      guard let member, (verdict.side == .marketing) != (member.side == .marketing) else { return }
      let owner = member.side == .marketing ? lead.marketingOwner : lead.owner
      isMine = owner == id || owner == nil
    }
    if isMine { reasons.append(.verdict(verdict.verdict, verdict.reason, verdict.at)) }
  }

  private func addHandoff(of lead: LeadSummary, to reasons: inout [TriageReason]) {
    guard let handoff = lead.handoff else { return }
    if handoff.hasLapsed(asOf: reckoning.now) {
      if isMe(handoff.offeredBy) { reasons.append(.lapsed(handoff.due ?? handoff.offeredAt)) }
    } else if handoff.isAccepted {
      let taker = handoff.answeredBy ?? handoff.offeredTo?.rawValue ?? lead.owner?.rawValue
      if isMe(taker) { reasons.append(.proofMissing(handoff.answeredAt ?? handoff.offeredAt)) }
    } else if isOffered(handoff) {
      reasons.append(.offered(until: handoff.due))
    }
  }

  private func isOffered(_ handoff: HandoffSummary) -> Bool {
    switch whose {
    case .everybody: return true
    case .nobody: return handoff.offeredTo == nil
    case .member(let id):
      if let taker = handoff.offeredTo { return taker == id }
      return member?.side == handoff.to.side && handoff.offeredBy != id.rawValue
    }
  }

  private func isMe(_ name: String?) -> Bool {
    switch whose {
    case .everybody: true
    case .nobody: false
    case .member(let id): name == id.rawValue
    }
  }

  /// Whether the lead is theirs to work on: of sales', of marketing's until sales has an owner.
  private func isResponsible(for lead: LeadSummary) -> Bool {
    switch whose {
    case .everybody: true
    case .nobody: lead.owner == nil
    case .member(let id): lead.owner == id || (lead.owner == nil && lead.marketingOwner == id)
    }
  }

  private func addWork(on lead: LeadSummary, to reasons: inout [TriageReason]) {
    let now = reckoning.now
    if let touch = lead.lastTouch, touch.direction == .inbound, touch.isTwoWay {
      reasons.append(.replied(touch.channel, touch.at))
    }
    if let parked = lead.parked, let until = parked.until {
      reasons.append(.returned(parked.kind, until))
    }
    if let step = lead.nextStep {
      if step.due < now {
        reasons.append(.overdue(step.kind, step.due))
      } else if step.due < reckoning.endOfToday {
        reasons.append(.dueToday(step.kind, step.due))
      }
      return
    }
    addClock(of: lead, to: &reasons)
    // Where leads may rest there is no clock, and nothing is new.
    guard reckoning.limits[lead.stage] != nil else { return }
    if reckoning.board.stage(lead.stage)?.activity == .generate {
      if let promise = lead.origin.promise, let campaign = lead.origin.campaign,
        running.contains(campaign)
      {
        reasons.append(.promised(promise, lead.createdAt))
      }
      reasons.append(.fresh(lead.createdAt))
    } else {
      reasons.append(.noNextStep)
    }
  }

  private func addClock(of lead: LeadSummary, to reasons: inout [TriageReason]) {
    guard let end = reckoning.stallsAt(lead) else { return }
    if end < reckoning.now {
      reasons.append(.stalled(end))
    } else if end.days(since: reckoning.now) <= TriageQueue.warningDays {
      reasons.append(.runsOut(end))
    }
  }
}
