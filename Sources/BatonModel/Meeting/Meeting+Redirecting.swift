extension Meeting {
  /// Whether anything was decided about a lead.
  public func decides(on lead: LeadID) -> Bool {
    decisions.contains { $0.leads.contains(lead) }
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
