extension Meeting {
  /// Whether anything was decided about a lead.
  public func decides(on lead: LeadID) -> Bool {
    decisions.contains { $0.leads.contains(lead) }
  }

  /// The decisions about a lead, with all the leads that each names.
  public func decisions(naming lead: LeadID) -> [RedirectedDecision] {
    decisions.filter { $0.leads.contains(lead) }.map {
      RedirectedDecision(meeting: date, id: $0.id, leads: $0.leads)
    }
  }

  /// Lets a decision be about the lead again that was part of another for a while.
  public mutating func restore(_ decision: RedirectedDecision, of other: LeadID, from kept: LeadID)
  {
    guard let place = decisions.firstIndex(where: { $0.id == decision.id }) else { return }
    let named = decisions[place].leads
    // Who was taken off it, or came to it, since is so still.
    guard let index = named.firstIndex(of: kept), !named.contains(other) else { return }
    if decision.leads.contains(kept) {
      decisions[place].leads.append(other)
    } else {
      decisions[place].leads[index] = other
    }
  }

  /// Lets what was decided about a lead be about another, of which it has become part.
  public mutating func redirect(_ other: LeadID, to kept: LeadID) {
    for place in decisions.indices where decisions[place].leads.contains(other) {
      var leads: [LeadID] = []
      for lead in decisions[place].leads.map({ $0 == other ? kept : $0 })
      where !leads.contains(lead) {
        leads.append(lead)
      }
      decisions[place].leads = leads
    }
  }
}
