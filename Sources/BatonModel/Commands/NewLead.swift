/// What is said of a lead when somebody adds it by hand.
public struct NewLead: Hashable, Sendable {
  /// The person or the buying group.
  public var name: String
  /// Where they work.
  public var company: String?
  /// Where they are written to.
  public var email: String?
  /// Where they are called.
  public var phone: String?
  /// The stage; the board's first where none is named.
  public var stage: StageID?
  /// The owner in sales.
  public var owner: MemberID?
  /// The owner in marketing.
  public var marketingOwner: MemberID?
  /// Where they came from.
  public var source: String?
  /// The campaign that brought them.
  public var campaign: CampaignID?
  /// What the deal is worth.
  public var amount: Money?
  /// The team's own labels.
  public var tags: [String] = []
  /// Something to remember.
  public var note: String?

  /// A lead of which only the name is known.
  public init(name: String) { self.name = name }

  /// Makes the lead.
  ///
  /// - Throws: `Refusal` where the name is empty or the board knows no such stage or member.
  public func make(id: LeadID, in context: CommandContext) throws(Refusal) -> Lead {
    guard name.contains(where: { !$0.isWhitespace }) else {
      throw Refusal(.invalid, "A lead needs a name.", remedy: "Say who it is.")
    }
    guard let stage = stage ?? context.board.stages.first?.id,
      context.board.stage(stage) != nil
    else {
      let list = context.board.stages.map(\.id.rawValue).joined(separator: ", ")
      throw Refusal(
        .unknownName, "This board has no stage “\(self.stage?.rawValue ?? "")”.",
        remedy: "Its stages are: \(list).")
    }
    for member in [owner, marketingOwner].compactMap({ $0 })
    where context.board.member(member) == nil {
      let list = context.board.team.map(\.id.rawValue).joined(separator: ", ")
      throw Refusal(
        .unknownName, "Nobody on this board is called “\(member)”.",
        remedy: "The team is: \(list).")
    }
    var lead = Lead(id: id, name: name, stage: stage, createdAt: context.now)
    fill(&lead, in: context)
    var entry = HistoryEntry(
      id: context.newEntryID(), at: context.now, by: context.actor, command: "add")
    entry.to = stage.rawValue
    lead.history = [entry]
    return lead
  }

  private func fill(_ lead: inout Lead, in context: CommandContext) {
    lead.company = company.map(Company.init(name:))
    if email != nil || phone != nil {
      var person = Person(id: "p1", name: name)
      person.email = email
      person.phone = phone
      lead.people = [person]
    }
    lead.owner = owner
    lead.marketingOwner = marketingOwner
    lead.amount = amount
    lead.tags = tags
    if source != nil || campaign != nil {
      var arrival = Arrival()
      arrival.at = context.now
      arrival.source = source
      arrival.campaign = campaign
      arrival.provenance = .declared
      lead.acquisition.creating = arrival
    }
    if let note {
      lead.notes = [
        Note(id: context.newEntryID(), at: context.now, by: context.actor, text: note)
      ]
    }
  }
}
