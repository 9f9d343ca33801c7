/// What a summary knows of a lead, once for all who share it.
///
/// What the reports look at comes first and lies together, and what few leads have is kept apart: a
/// pass over a hundred thousand leads takes the time in which they come from memory.
@usableFromInline
final class LeadFacts: Sendable {
  @usableFromInline let id: LeadID
  @usableFromInline let createdAt: Instant
  @usableFromInline let stage: StageID
  @usableFromInline let stageSince: Instant
  @usableFromInline let parked: ParkedSummary?
  @usableFromInline let trail: LeadTrail
  /// When sales last accepted it, when marketing first handed it to sales, and when marketing last
  /// took part in a touch: the feedback report asks all three of every lead.
  let acceptedBySales: Instant?
  let givenToSales: Instant?
  let touchedByMarketing: Instant?
  @usableFromInline let holds: [Hold]
  @usableFromInline let handoff: Boxed<HandoffSummary>?
  @usableFromInline let unanswered: Boxed<UnansweredSummary>?
  @usableFromInline let nextStep: NextStepSummary?
  @usableFromInline let owner: MemberID?
  @usableFromInline let amount: Money?
  @usableFromInline let origin: OriginSummary
  let companyKeys: CompanyKeys
  @usableFromInline let lastTouch: TouchSummary?
  @usableFromInline let lastTwoWay: Instant?
  @usableFromInline let roadblock: String?
  @usableFromInline let quality: Int?
  @usableFromInline let marks: LeadSummary.Marks
  @usableFromInline let marketingOwner: MemberID?
  @usableFromInline let revision: Int
  let name: String
  let company: String?
  let tags: [String]
  let text: FoldedText

  init(_ lead: borrowing Lead) {
    id = lead.id
    revision = lead.revision
    name = lead.shownName
    company = lead.company?.name
    companyKeys = CompanyKeys(
      name: lead.company?.name, domain: lead.company?.domain.flatMap(ContactKey.ownDomain))
    amount = lead.amount
    stage = lead.stage
    createdAt = lead.createdAt
    stageSince = lead.stageSince
    parked = lead.parked.map(ParkedSummary.init)
    owner = lead.owner
    marketingOwner = lead.marketingOwner
    origin = OriginSummary(lead.acquisition.principal)
    (lastTouch, lastTwoWay) = lead.latestTouches
    nextStep = lead.nextStep.map(NextStepSummary.init)
    quality = lead.quality
    tags = lead.tags
    marks = LeadSummary.Marks(lead)
    holds = lead.holds
    roadblock = lead.roadblocks.filter(\.stands).min { $0.opened < $1.opened }?.kind
    handoff = lead.openHandoff.map { Boxed(HandoffSummary($0)) }
    unanswered = lead.feedback.first(where: \.awaitsAnswer).map { Boxed(UnansweredSummary($0)) }
    trail = LeadTrail(lead)
    acceptedBySales = trail.acceptedBySales
    givenToSales = trail.handoffs.first(where: \.isFromMarketingToSales)?.offeredAt
    touchedByMarketing = trail.touches.lazy.filter { $0.side == .marketing }.map(\.at).max()
    text = lead.foldedText
  }
}

/// A value in an object of its own, so that where there is none a reference is all it takes.
@usableFromInline
final class Boxed<Value: Sendable>: Sendable {
  @usableFromInline let value: Value

  init(_ value: Value) { self.value = value }
}

extension Lead {
  /// The latest touch, and when both parties last took part in one. By place rather than by
  /// element: a touch is a large value to copy.
  fileprivate var latestTouches: (any: TouchSummary?, twoWay: Instant?) {
    var latest: Int?
    var twoWay: Instant?
    for place in touches.indices where touches[place].retracted == nil {
      let at = touches[place].at
      if latest.map({ touches[$0].at <= at }) ?? true { latest = place }
      if touches[place].isTwoWay, twoWay.map({ $0 < at }) ?? true { twoWay = at }
    }
    return (latest.map { TouchSummary(touches[$0]) }, twoWay)
  }
}

extension LeadSummary.Marks {
  init(_ lead: borrowing Lead) {
    self = []
    if lead.consent.doNotEmail { insert(.doNotEmail) }
    if lead.consent.doNotCall { insert(.doNotCall) }
    if lead.roadblocks.contains(where: \.stands) { insert(.roadblock) }
    let missing = lead.people.lazy.flatMap(\.approvals).contains { $0.state != .given }
    if missing { insert(.approvalMissing) }
  }
}
