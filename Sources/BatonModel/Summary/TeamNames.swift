/// Whom guests may see by name: the members of a board. Whoever else is named in a lead's file
/// could be a buyer, and reads “somebody”.
///
/// An object, which every lead of a masked board shares.
final class TeamNames: Sendable {
  /// What whoever is no member is called.
  private static let somebody = "somebody"

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
}
