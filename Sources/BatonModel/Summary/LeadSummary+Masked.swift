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
    let order = leads.indices.sorted {
      let (one, other) = (leads[$0], leads[$1])
      return one.createdAt != other.createdAt ? one.createdAt < other.createdAt : one.id < other.id
    }
    var masked = leads
    var companies: [String: Int] = [:]
    for (number, place) in order.enumerated() {
      var alias: String?
      if let company = leads[place].company {
        let known = companies[company, default: companies.count + 1]
        companies[company] = known
        alias = "Company \(known)"
      }
      masked[place] = LeadSummary(
        masking: leads[place], as: "Buyer \(number + 1)", of: alias)
    }
    return masked
  }

  /// The id as it may be printed: the alias, where the lead is masked.
  public var shownID: String { isMasked ? name : id.rawValue }
}
