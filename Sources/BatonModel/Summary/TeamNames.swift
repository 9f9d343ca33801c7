/// Whom guests may see by name: the members of a board. Whoever else is named in a lead's file
/// could be a buyer, and reads “somebody”.
///
/// An object, which every lead of a masked board shares.
final class TeamNames: Sendable {
  /// What whoever is no member is called.
  fileprivate static let somebody = "somebody"

  private let members: Set<String>

  init(_ board: Board) { members = Set(board.team.map(\.id.rawValue)) }

  /// A member by their id, others unnamed.
  func name(_ actor: String) -> String {
    members.contains(actor) ? actor : TeamNames.somebody
  }

  /// The same of an owner.
  func name(_ member: MemberID) -> MemberID { MemberID(name(member.rawValue)) }
}

extension Board {
  /// Somebody as guests may see them: a member by their id, others unnamed.
  public func maskedMember(_ member: MemberID) -> MemberID { TeamNames(self).name(member) }

  /// Whether guests may see what somebody looks for among people: nobody, a part of a member's id
  /// or name, or what others are called before them.
  public func showsGuests(_ value: QueryValue) -> Bool {
    value.text.bytes.isEmpty || value.matches(TeamNames.somebody)
      || team.contains { value.matches($0.id.rawValue) || value.matches($0.name) }
  }
}
