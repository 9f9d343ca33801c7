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
  /// - Throws: `Refusal` where the name is empty, the board knows no such stage or member, the
  ///   member has left, or the amount is negative.
  public func make(id: LeadID, in context: CommandContext) throws(Refusal) -> Lead {
    guard name.isSaid else {
      throw Refusal(.invalid, "A lead needs a name.", remedy: "Say who it is.")
    }
    guard let stage = stage ?? context.board.stages.first?.id else {
      throw Refusal(
        .invalid, "This board has no stages.", remedy: "Add one to board.json.")
    }
    guard context.board.stage(stage) != nil else {
      throw .unknownStage(stage, on: context.board)
    }
    for member in [owner, marketingOwner] {
      if let member { try context.board.requireOwner(member) }
    }
    try amount?.requireWorth()
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
