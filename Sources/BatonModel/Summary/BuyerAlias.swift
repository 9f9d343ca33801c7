/// What a buyer is called before guests: told nothing but the order in which leads came in, nobody
/// can guess a name and check the guess.
public struct BuyerAlias: Hashable, Sendable {
  /// `Buyer 17`: the seventeenth lead that came in.
  public let buyer: String
  /// `Company 4`: the fourth company of which a lead came; nil where none is known.
  public let company: String?

  init(number: Int, company: Int?) {
    buyer = "Buyer \(number)"
    self.company = company.map { "Company \($0)" }
  }

  /// The alias of a lead, the same that ``LeadSummary/masked(_:)`` gives it.
  ///
  /// - Parameter leads: All leads of the board, in any order.
  /// - Complexity: O(n), without sorting.
  public init(of lead: LeadSummary, among leads: some Sequence<LeadSummary>) {
    var earlier = 0
    var firsts: [String: LeadSummary] = [:]
    for other in leads {
      if other.cameBefore(lead) { earlier += 1 }
      guard let company = other.company else { continue }
      if firsts[company]?.cameBefore(other) ?? false { continue }
      firsts[company] = other
    }
    let first = lead.company.map { firsts[$0] ?? lead }
    self.init(
      number: earlier + 1,
      company: first.map { first in firsts.values.count { $0.cameBefore(first) } + 1 })
  }
}

extension LeadSummary {
  /// Whether the lead came in before another; of two at once the one of the lesser id.
  func cameBefore(_ other: LeadSummary) -> Bool {
    createdAt != other.createdAt ? createdAt < other.createdAt : id < other.id
  }
}
