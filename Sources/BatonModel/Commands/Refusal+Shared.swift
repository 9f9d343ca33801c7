/// Refusals that several commands share.
extension Refusal {
  /// A stage is named that the board does not have.
  static func unknownStage(_ id: StageID, on board: Board) -> Refusal {
    let list = board.stages.map(\.id.rawValue).joined(separator: ", ")
    return Refusal(
      .unknownName, "This board has no stage “\(id)”.", remedy: "Its stages are: \(list).")
  }
}

extension Board {
  /// Refuses an owner whom the team does not know, or who has left it.
  func requireOwner(_ id: MemberID) throws(Refusal) {
    guard let member = member(id) else {
      let list = team.map(\.id.rawValue).joined(separator: ", ")
      throw Refusal(
        .unknownName, "Nobody on this board is called “\(id)”.", remedy: "The team is: \(list).")
    }
    guard !member.hasLeft else {
      throw Refusal(.invalid, "\(member.name) has left the team.", remedy: "Choose somebody else.")
    }
  }
}

extension Money {
  /// Refuses what no deal is worth.
  func requireWorth() throws(Refusal) {
    guard minorUnits >= 0 else {
      throw Refusal(.invalid, "An amount is not negative.", remedy: "Say what the deal is worth.")
    }
  }
}
