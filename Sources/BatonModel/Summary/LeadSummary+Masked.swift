/// Leads shown to guests, who may see how they stand but not who they are.
extension LeadSummary {
  /// Leads without what could name their buyers: aliases for person and company, no tags and no
  /// words.
  ///
  /// `Buyer 17` is the seventeenth lead that came in, `Company 4` the fourth company of which one
  /// came: told nothing but that order, nobody can guess a name and check the guess, and a lead has
  /// the same alias on every page and in the minutes. The ids stay, for whoever opens a lead; what
  /// is printed is ``shownID``.
  ///
  /// - Parameter leads: All leads of the board, in any order, which is kept.
  /// - Complexity: O(n log n).
  public static func masked(_ leads: [LeadSummary]) -> [LeadSummary] {
    let order = leads.indices.sorted { leads[$0].cameBefore(leads[$1]) }
    var masked = leads
    var companies: [String: Int] = [:]
    for (place, lead) in order.enumerated() {
      var number: Int?
      if let company = leads[lead].company {
        number = companies[company, default: companies.count + 1]
        companies[company] = number
      }
      masked[lead] = leads[lead].masked(as: BuyerAlias(number: place + 1, company: number))
    }
    return masked
  }

  /// The lead under an alias.
  public func masked(as alias: BuyerAlias) -> LeadSummary {
    LeadSummary(masking: self, as: alias)
  }

  /// The id as it may be printed: the alias, where the lead is masked.
  public var shownID: String { isMasked ? name : id.rawValue }
}
