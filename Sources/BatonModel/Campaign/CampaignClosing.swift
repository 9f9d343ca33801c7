/// The end of a campaign: what is told of it, and what becomes of the leads that nobody has taken.
public struct CampaignClosing: Hashable, Sendable {
  /// Why it ends, in words.
  public var note: String?
  /// Where the leads rest that no one has taken; nil leaves them where they are.
  public var nurture: LeadCommand.Park?

  /// The end of a campaign.
  public init(note: String? = nil, nurture: LeadCommand.Park? = nil) {
    self.note = note
    self.nurture = nurture
  }

  /// What becomes of a lead: its people learn that the promise no longer holds.
  ///
  /// Empty for leads of other campaigns and for those that have ended.
  public func commands(
    for lead: Lead, of campaign: Campaign, on board: Board
  ) -> [LeadCommand] {
    guard lead.acquisition.principal?.campaign == campaign.id,
      lead.parked?.kind.isClosed != true
    else { return [] }
    let why = note.map { ": \($0)" } ?? "."
    let told = LeadCommand.note("The campaign “\(campaign.title)” has ended\(why)")
    let isTaken =
      lead.handoffs.contains { $0.state == .accepted && $0.retracted == nil }
      || board.stage(lead.stage)?.activity != .generate
    guard let nurture, lead.parked == nil, !isTaken else { return [told] }
    return [told, .park(nurture)]
  }
}

extension Campaign {
  /// Ends the campaign now.
  public mutating func close(in context: CommandContext) throws(Refusal) {
    if let end, end <= context.now {
      throw Refusal(
        .nothingToDo, "“\(title)” ended at \(context.said(end)).",
        remedy: "`baton campaign reopen \(id)` lets it run again.")
    }
    end = context.now
  }

  /// Lets an ended campaign run again. Its leads stay where they are.
  public mutating func reopen() throws(Refusal) {
    guard end != nil else {
      throw Refusal(.nothingToDo, "“\(title)” has not ended.", remedy: "There is nothing to do.")
    }
    end = nil
  }
}
