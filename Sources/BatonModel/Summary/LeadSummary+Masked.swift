/// Leads shown to guests, who may see how they stand but not who they are.
extension LeadSummary {
  /// Leads without what could name their buyers: aliases for person and company, no tags and no
  /// words.
  ///
  /// `Buyer 17` is the seventeenth lead that came in, `Company 4` the fourth company of which one
  /// came, however its name is capitalised: told nothing but that order, nobody can guess a name and
  /// check the guess, and a lead has the same alias on every page and in the minutes. The ids stay, for whoever opens a lead; what
  /// is printed is ``shownID``.
  ///
  /// - Parameter leads: All leads of the board, in any order, which is kept.
  /// - Complexity: O(n log n).
  public static func masked(_ leads: [LeadSummary]) -> [LeadSummary] {
    // What is sorted and looked up lies together: to go to each lead again takes far longer.
    var order: [(createdAt: Instant, place: Int)] = []
    var companies: [CompanyKey?] = []
    order.reserveCapacity(leads.count)
    companies.reserveCapacity(leads.count)
    for (place, lead) in leads.enumerated() {
      order.append((lead.createdAt, place))
      companies.append(lead.companyKeys.name)
    }
    order.sort { one, other in
      one.createdAt != other.createdAt
        ? one.createdAt < other.createdAt : leads[one.place].id < leads[other.place].id
    }
    var aliases = [BuyerAlias](repeating: .none, count: leads.count)
    var numbers: [CompanyKey: Int] = [:]
    for (number, entry) in order.enumerated() {
      let company = companies[entry.place].map { company in
        if let known = numbers[company] { return known }
        numbers[company] = numbers.count + 1
        return numbers.count
      }
      aliases[entry.place] = BuyerAlias(number: number + 1, company: company)
    }
    return zip(leads, aliases).map { $0.masked(as: $1) }
  }

  /// The lead under an alias. Nothing is copied but a reference.
  public func masked(as alias: BuyerAlias) -> LeadSummary {
    var masked = self
    masked.alias = alias
    return masked
  }

  /// The id as it may be printed: the alias, where the lead is masked.
  public var shownID: String { isMasked ? name : id.rawValue }

  /// Who did something with the lead, as it may be printed: `actor`, unless the lead is masked and
  /// they are no member.
  public func shownActor(_ actor: String, on board: Board) -> String {
    isMasked ? board.maskedActor(actor) : actor
  }
}
