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

extension Board {
  /// Refuses a reason that is missing, or that explains something else.
  ///
  /// - Parameters:
  ///   - missing: What is said where none is given.
  ///   - verb: What the reason was given for.
  func require(
    _ reason: ReasonID?, for use: Reason.Use, missing: String, verb: String
  ) throws(Refusal) {
    let codes = reasons(for: use)
    guard reason == nil || !codes.contains(where: { $0.id == reason }) else { return }
    let list = codes.map(\.id.rawValue).joined(separator: ", ")
    let what = reason.map { "“\($0)” is no reason \(verb) on this board." } ?? missing
    throw Refusal(
      .reasonRequired(codes.map(\.id)), what,
      remedy: codes.isEmpty ? "Add one to board.json." : "Give one of: \(list).")
  }
}
