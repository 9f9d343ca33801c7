/// What the board, the list and the filter need of a lead, and no more.
///
/// A board of a hundred thousand leads keeps one of these a lead, about two kilobytes, and reads
/// the whole lead when its page is opened. Its facts are an immutable object, so that columns,
/// filters and the search on other threads share them by reference. It holds facts and times, never
/// anything that depends on what time it is: that is `Reckoning`'s.
public struct LeadSummary: Sendable {
  @usableFromInline let facts: LeadFacts
  /// What eyes see of it that may not know the buyer; nil for the team's.
  @usableFromInline var mask: LeadMask?

  /// The lead.
  @inlinable public var id: LeadID { facts.id }
  /// The file's revision.
  @inlinable public var revision: Int { facts.revision }
  /// The person or the buying group.
  public var name: String { mask?.alias.buyer ?? facts.name }
  /// Where they work.
  public var company: String? { mask.map(\.alias.company) ?? facts.company }
  /// What tells which other leads are at the company, masked or not.
  var companyKeys: CompanyKeys { facts.companyKeys }
  /// What the deal is worth.
  @inlinable public var amount: Money? { facts.amount }
  /// The stage that the lead is in.
  @inlinable public var stage: StageID { facts.stage }
  /// When it came into the stage.
  @inlinable public var stageSince: Instant { facts.stageSince }
  /// When it came in.
  @inlinable public var createdAt: Instant { facts.createdAt }
  /// Why and until when it rests, or how it ended.
  @inlinable public var parked: ParkedSummary? { facts.parked }
  /// The owner in sales.
  @inlinable public var owner: MemberID? { mask == nil ? facts.owner : shown(facts.owner) }
  /// The owner in marketing.
  @inlinable public var marketingOwner: MemberID? {
    mask == nil ? facts.marketingOwner : shown(facts.marketingOwner)
  }
  /// Where it came from.
  @inlinable public var origin: OriginSummary { facts.origin }
  /// The latest touch.
  @inlinable public var lastTouch: TouchSummary? { facts.lastTouch }
  /// When both parties last took part in a touch.
  @inlinable public var lastTwoWay: Instant? { facts.lastTwoWay }
  /// What happens next.
  @inlinable public var nextStep: NextStepSummary? {
    mask == nil ? facts.nextStep : nextStepForGuests
  }
  /// The latest rating, 1 to 5.
  @inlinable public var quality: Int? { facts.quality }
  /// The team's own labels; none where it is masked.
  public var tags: [String] { isMasked ? [] : facts.tags }
  /// What the buyer forbids and what stands in the way, without what runs out by itself.
  @inlinable public var marks: Marks { facts.marks }
  /// The times in which contact is held back, some of them over or still to come; without their
  /// reasons where it is masked.
  public var holds: [Hold] { masked(facts.holds) }
  /// The kind of the oldest roadblock that stands.
  @inlinable public var roadblock: String? { facts.roadblock }
  /// The handoff that waits at a joint, or that nobody took in time.
  @inlinable public var handoff: HandoffSummary? {
    mask == nil ? facts.handoff?.value : handoffForGuests
  }
  /// The oldest verdict that awaits the other side's answer.
  @inlinable public var unanswered: UnansweredSummary? {
    mask == nil ? facts.unanswered?.value : unansweredForGuests
  }
  /// The stays in stages, oldest first.
  @inlinable public var stays: [StageStay] { facts.trail.stays }
  /// The touches, in the order of the file.
  @inlinable public var touches: [TouchSummary] { facts.trail.touches }
  /// The handoffs, oldest first.
  @inlinable public var handoffs: [HandoffTrace] { facts.trail.handoffs }
  /// When marketing first handed it over to sales.
  public var givenToSales: Instant? { facts.givenToSales }
  /// The verdicts and ratings, oldest first.
  public var verdicts: [VerdictTrace] { masked(facts.trail.verdicts) }
  /// The roadblocks, in the order of the file.
  public var roadblocks: [RoadblockTrace] { masked(facts.trail.roadblocks) }
  /// What the buyer answered to questions, in the order of the file.
  public var answers: [SurveyTrace] { masked(facts.trail.answers) }
  /// Everything that is written in the lead, folded for finding; nothing where it is masked.
  public var text: FoldedText { isMasked ? FoldedText.empty : facts.text }
  /// Whether aliases stand in the place of the buyer's name and company.
  public var isMasked: Bool { mask != nil }

  /// Who it is, in one line: `Ana Ruiz · Helix Labs`.
  public var title: String {
    let (name, company) = (name, company)
    return [name, company == name ? nil : company].compactMap { $0 }.joined(separator: " · ")
  }

  /// Sums up a lead. Linear in the size of the lead, which is lent: to copy one costs more than
  /// most of what is done here.
  public init(_ lead: borrowing Lead) { facts = LeadFacts(lead) }

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
}
