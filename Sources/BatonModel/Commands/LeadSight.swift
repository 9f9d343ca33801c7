/// What somebody had seen of a lead when giving a command.
///
/// A command changes one field of the newest lead, so that two people on different fields both
/// win. On the same field the second one meant to change what was seen, not what somebody else has
/// put there since: with what was seen in its context, the command is refused, and says who was
/// first.
public struct LeadSight: Hashable, Sendable {
  /// The revision of the lead.
  public let revision: Int
  /// The fields of which a lead has one value; nil where no more than the revision is known.
  private let values: Values?

  private struct Values: Hashable, Sendable {
    var stage: StageID
    var parked: Parking.Kind?
    var owner: MemberID?
    var marketingOwner: MemberID?
    var nextStep: NextStepSummary?
    var amount: Money?
  }

  /// What a lead shows.
  public init(_ lead: Lead) {
    revision = lead.revision
    values = Values(
      stage: lead.stage, parked: lead.parked?.kind, owner: lead.owner,
      marketingOwner: lead.marketingOwner, nextStep: lead.nextStep.map(NextStepSummary.init),
      amount: lead.amount)
  }

  /// What a card shows.
  public init(_ lead: LeadSummary) {
    revision = lead.revision
    values = Values(
      stage: lead.stage, parked: lead.parked?.kind, owner: lead.owner,
      marketingOwner: lead.marketingOwner, nextStep: lead.nextStep, amount: lead.amount)
  }

  /// All that a lead showed at a revision.
  public init(revision: Int) {
    self.revision = revision
    values = nil
  }

  /// Whether what a change is about is as it was seen, as far as that can be told.
  fileprivate func matches(_ lead: Lead, in facet: String) -> Bool {
    guard let values, let now = LeadSight(lead).values else { return true }
    return switch facet {
    case "place": values.stage == now.stage && values.parked == now.parked
    case "assign \(LeadCommand.Ownership.sales.rawValue)": values.owner == now.owner
    case "assign \(LeadCommand.Ownership.marketing.rawValue)":
      values.marketingOwner == now.marketingOwner
    case "next": values.nextStep == now.nextStep
    case "amount": values.amount == now.amount
    default: true
    }
  }
}

extension Lead {
  /// Refuses a change of what somebody else has changed since it was seen.
  ///
  /// Each command adds one entry to the history and one to the revision, and other rewrites only
  /// to the revision, so that the entries since a revision are at most as many as it has grown.
  /// Edits outside of Baton add nothing to the revision: of them only the values tell whether they
  /// were seen.
  func refuseIfOvertaken(_ entry: HistoryEntry, in context: CommandContext) throws(Refusal) {
    guard let seen = context.seen else { return }
    let facets = entry.facets
    let touching = { (change: HistoryEntry) in !change.facets.isDisjoint(with: facets) }
    // What was seen may be any number that somebody typed.
    let grown = max(0, revision - max(0, seen.revision))
    let since = history.lazy.filter { !$0.isOutsideEdit }.suffix(grown)
    let latest = since.last(where: touching)
    if let latest, latest.by != entry.by { throw .overtaken(by: latest, name, in: context) }
    let edit = history.last(where: touching).flatMap { $0.isOutsideEdit ? $0 : nil }
    if latest != nil, edit == nil { return }
    guard !facets.allSatisfy({ seen.matches(self, in: $0) }) else { return }
    throw .overtaken(by: edit, name, in: context)
  }
}

extension Refusal {
  fileprivate static func overtaken(
    by entry: HistoryEntry?, _ name: String, in context: CommandContext
  ) -> Refusal {
    let time = entry.map { ", at \(context.said($0.at))" } ?? ""
    var what = "\(name) was changed outside Baton meanwhile, in the same place\(time)."
    if let entry, !entry.isOutsideEdit {
      let change = entry.words(money: { "\($0.groupedUnits) \($0.currency)" }, time: context.said)
      what = "\(entry.by) changed \(name) meanwhile, at \(context.said(entry.at)): \(change)."
    }
    return Refusal(
      .overtaken(by: entry), what, remedy: "Look at it again: leave it so, or do it anyway.")
  }
}
