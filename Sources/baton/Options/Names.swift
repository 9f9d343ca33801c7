import BatonModel

/// Finds the stage or member that somebody means by what they typed.
enum Names {
  /// The stage of an id, a title, or the beginning of one.
  ///
  /// What no stage is called is returned as typed: the model refuses it and lists the stages.
  static func stage(_ typed: String, on board: Board) throws(Failure) -> StageID {
    try pick(typed, from: board.stages.map { ($0.id, $0.title) }, kind: "stages")
  }

  /// The stage of an id, a title, or the beginning of one; wrong usage where the board has none.
  static func knownStage(_ typed: String, on board: Board) throws(Failure) -> StageID {
    let stage = try stage(typed, on: board)
    guard board.stage(stage) != nil else {
      let known = board.stages.map(\.id.rawValue).joined(separator: ", ")
      throw Failure("The board has no stage “\(typed)”.", "It has \(known).", status: .usage)
    }
    return stage
  }

  /// The member of an id, a name, or the beginning of one.
  ///
  /// What nobody is called is returned as typed: the model refuses it and lists the team.
  static func member(_ typed: String, on board: Board) throws(Failure) -> MemberID {
    try pick(typed, from: board.team.map { ($0.id, $0.name) }, kind: "members")
  }

  /// The member of an id, a name, or the beginning of one; wrong usage where the board has none.
  static func knownMember(_ typed: String, on board: Board) throws(Failure) -> MemberID {
    let member = try member(typed, on: board)
    guard board.member(member) != nil else {
      let team = board.team.map(\.id.rawValue).joined(separator: ", ")
      throw Failure(
        "Nobody on this board is called “\(typed)”.",
        team.isEmpty ? "Add them to the team in board.json." : "The team is: \(team).",
        status: .usage)
    }
    return member
  }

  private static func pick<Subject>(
    _ typed: String, from named: [(id: Identifier<Subject>, title: String)], kind: String
  ) throws(Failure) -> Identifier<Subject> {
    let meant = NameMatch.ids(for: typed, among: named)
    guard meant.count <= 1 else {
      let list = meant.map(\.rawValue).joined(separator: ", ")
      throw Failure("“\(typed)” may be one of several \(kind).", "Type more of it: \(list).")
    }
    return meant.first ?? Identifier(typed)
  }
}
