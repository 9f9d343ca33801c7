/// Somebody of the team.
public struct Member: Hashable, Sendable {
  /// The name in files, queries and commands: `maria`.
  public var id: MemberID
  /// The name on the screen: `Maria Costa`.
  public var name: String
  /// The side that the member acts for.
  public var side: Side
  /// What the member does, in the team's words.
  public var role: String?
  /// Whom the member reports to.
  public var manager: MemberID?
  /// Where the member works: a region, an office.
  public var office: String?
  /// Where the member is reached.
  public var email: String?
  /// Set when the member has left; their leads want another owner.
  public var hasLeft = false
  /// Keys of the file that this version does not know.
  public var unknown: JSONObject = [:]

  /// A member of the team.
  public init(
    id: MemberID, name: String, side: Side, role: String? = nil, manager: MemberID? = nil,
    office: String? = nil, email: String? = nil
  ) {
    self.id = id
    self.name = name
    self.side = side
    self.role = role
    self.manager = manager
    self.office = office
    self.email = email
  }
}
