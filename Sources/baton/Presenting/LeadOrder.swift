import BatonModel

/// The order in which leads are listed: by stage, then by when somebody must act.
struct LeadOrder {
  private let reckoning: Reckoning
  private let ranks: StageTable<Int>

  /// The order on a board at a moment.
  init(_ reckoning: Reckoning) {
    self.reckoning = reckoning
    ranks = reckoning.board.ranks
  }

  /// The leads in order; those in stages that the board does not know come last.
  func sorted(_ leads: [LeadSummary]) -> [LeadSummary] {
    let keyed = leads.map {
      Keyed(rank: ranks[$0.stage] ?? .max, actBy: reckoning.actBy($0), lead: $0)
    }
    return keyed.sorted(by: <).map(\.lead)
  }

  private struct Keyed {
    let rank: Int
    let actBy: Instant
    let lead: LeadSummary

    static func < (left: Keyed, right: Keyed) -> Bool {
      if left.rank != right.rank { return left.rank < right.rank }
      if left.actBy != right.actBy { return left.actBy < right.actBy }
      return left.lead.id < right.lead.id
    }
  }
}
