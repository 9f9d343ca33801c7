/// What a buyer is called before guests: told nothing but the order in which leads came in, nobody
/// can guess a name and check the guess.
public struct BuyerAlias: Hashable, Sendable {
  /// The number of the lead from 1. Numbers rather than words: every lead of a masked board carries
  /// them, and few are ever read.
  private let number: Int32
  /// The number of the company from 1; 0 where none is known.
  private let companyNumber: Int32

  init(number: Int, company: Int?) {
    self.number = Int32(clamping: number)
    companyNumber = Int32(clamping: company ?? 0)
  }

  /// `Buyer 17`: the seventeenth lead that came in.
  public var buyer: String { "Buyer \(number)" }
  /// `Company 4`: the fourth company of which a lead came; nil where none is known.
  public var company: String? { companyNumber > 0 ? "Company \(companyNumber)" : nil }

  /// The alias of a lead, the same that ``LeadSummary/masked(_:on:)`` gives it.
  ///
  /// - Parameter leads: All leads of the board, in any order.
  /// - Complexity: O(n), without sorting.
  public init(of lead: LeadSummary, among leads: some Sequence<LeadSummary>) {
    var earlier = 0
    var firsts: [CompanyKey: LeadSummary] = [:]
    for other in leads {
      if other.cameBefore(lead) { earlier += 1 }
      guard let company = other.companyKeys.name else { continue }
      if firsts[company]?.cameBefore(other) ?? false { continue }
      firsts[company] = other
    }
    let first = lead.companyKeys.name.map { firsts[$0] ?? lead }
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
