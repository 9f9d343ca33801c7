import BatonModel

/// Finds the stage or member that somebody means by what they typed.
enum Names {
  /// The stage of an id, a title, or the beginning of one.
  ///
  /// What no stage is called is returned as typed: the model refuses it and lists the stages.
  static func stage(_ typed: String, on board: Board) throws(Failure) -> StageID {
    try pick(typed, from: board.stages.map { ($0.id, $0.title) }, kind: "stages")
  }

  /// The member of an id, a name, or the beginning of one.
  ///
  /// What nobody is called is returned as typed: the model refuses it and lists the team.
  static func member(_ typed: String, on board: Board) throws(Failure) -> MemberID {
    try pick(typed, from: board.team.map { ($0.id, $0.name) }, kind: "members")
  }

  private static func pick<Subject>(
    _ typed: String, from named: [(id: Identifier<Subject>, title: String)], kind: String
  ) throws(Failure) -> Identifier<Subject> {
    let exact = Identifier<Subject>(typed)
    if named.contains(where: { $0.id == exact }) { return exact }
    let sought = FoldedText(typed)
    let titled = named.filter { FoldedText($0.title) == sought }
    if titled.count == 1 { return titled[0].id }
    let begun = named.filter {
      FoldedText($0.id.rawValue).bytes.starts(with: sought.bytes)
        || FoldedText($0.title).bytes.starts(with: sought.bytes)
    }
    guard begun.count <= 1 || sought.bytes.isEmpty else {
      let list = begun.map(\.id.rawValue).joined(separator: ", ")
      throw Failure("“\(typed)” may be one of several \(kind).", "Type more of it: \(list).")
    }
    return sought.bytes.isEmpty ? exact : begun.first?.id ?? exact
  }
}
