/// What the board, the list and the filter need of a lead, and no more.
///
/// A board of a hundred thousand leads keeps one of these a lead, about two kilobytes, and reads the
/// whole lead when its page is opened. It is an immutable object rather than a struct so that
/// columns, filters and the search on other threads share it by reference. It holds facts and
/// times, never anything that depends on what time it is: that is `Reckoning`'s.
public final class LeadSummary: Sendable {
  /// The lead.
  public let id: LeadID
  /// The file's revision.
  public let revision: Int
  /// The person or the buying group.
  public let name: String
  /// Where they work.
  public let company: String?
  /// What tells which other leads are at the company, masked or not.
  let companyKeys: CompanyKeys
  /// What the deal is worth.
  public let amount: Money?
  /// The stage that the lead is in.
  public let stage: StageID
  /// When it came into the stage.
  public let stageSince: Instant
  /// When it came in.
  public let createdAt: Instant
  /// Why and until when it rests, or how it ended.
  public let parked: ParkedSummary?
  /// The owner in sales.
  public let owner: MemberID?
  /// The owner in marketing.
  public let marketingOwner: MemberID?
  /// Where it came from.
  public let origin: OriginSummary
  /// The latest touch.
  public let lastTouch: TouchSummary?
  /// When both parties last took part in a touch.
  public let lastTwoWay: Instant?
  /// What happens next.
  public let nextStep: NextStepSummary?
  /// The latest rating, 1 to 5.
  public let quality: Int?
  /// The team's own labels.
  public let tags: [String]
  /// What the buyer forbids and what stands in the way, without what runs out by itself.
  public let marks: Marks
  /// The times in which contact is held back, some of them over or still to come.
  public let holds: [Hold]
  /// The kind of the oldest roadblock that stands.
  public let roadblock: String?
  /// The handoff that waits at a joint, or that nobody took in time.
  public let handoff: HandoffSummary?
  /// The oldest verdict that awaits the other side's answer.
  public let unanswered: UnansweredSummary?
  /// Its past, for the reports.
  public let trail: LeadTrail
  /// Everything that is written in the lead, folded for finding.
  public let text: FoldedText
  /// Whether aliases stand in the place of the buyer's name and company.
  public let isMasked: Bool

  /// Who it is, in one line: `Ana Ruiz · Helix Labs`.
  public var title: String {
    [name, company == name ? nil : company].compactMap { $0 }.joined(separator: " · ")
  }

  /// Standing marks of a lead.
  public struct Marks: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt8

    /// Marks of bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The buyer wants no e-mail.
    public static let doNotEmail = Marks(rawValue: 1)
    /// The buyer wants no calls.
    public static let doNotCall = Marks(rawValue: 2)
    /// A roadblock stands in the buyer's way.
    public static let roadblock = Marks(rawValue: 4)
    /// An approval on the buyer's side is missing.
    public static let approvalMissing = Marks(rawValue: 8)
  }

  /// Sums up a lead. Linear in the size of the lead, which is lent: to copy one costs more than
  /// most of what is done here.
  public init(_ lead: borrowing Lead) {
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
    marks = Marks(lead)
    holds = lead.holds
    roadblock = lead.roadblocks.filter(\.stands).min { $0.opened < $1.opened }?.kind
    handoff = lead.openHandoff.map(HandoffSummary.init)
    unanswered = lead.feedback.first(where: \.awaitsAnswer).map(UnansweredSummary.init)
    trail = LeadTrail(lead)
    text = lead.foldedText
    isMasked = false
  }

  /// The same lead for eyes that may not know the buyer (see ``masked(_:)``).
  init(masking other: LeadSummary, as alias: BuyerAlias) {
    id = other.id
    revision = other.revision
    name = alias.buyer
    company = alias.company
    companyKeys = other.companyKeys
    amount = other.amount
    stage = other.stage
    createdAt = other.createdAt
    stageSince = other.stageSince
    parked = other.parked
    owner = other.owner
    marketingOwner = other.marketingOwner
    origin = other.origin
    lastTouch = other.lastTouch
    lastTwoWay = other.lastTwoWay
    nextStep = other.nextStep
    quality = other.quality
    tags = []
    marks = other.marks
    holds = other.holds.map { hold in
      var hold = hold
      hold.reason = Lead.withheld
      return hold
    }
    roadblock = other.roadblock
    handoff = other.handoff
    unanswered = other.unanswered
    trail = other.trail.masked
    text = FoldedText("")
    isMasked = true
  }
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
