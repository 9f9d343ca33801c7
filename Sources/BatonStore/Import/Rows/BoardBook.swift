import BatonModel

/// The board while rows are read: finds the members, campaigns and reasons that cells name, and
/// adds those that the mapping allows to add.
struct BoardBook: Sendable {
  /// The board with what was added.
  private(set) var board: Board
  /// Campaigns that were not there.
  private(set) var newCampaigns: [Campaign] = []
  private let allowed: BoardAdditions
  private var members: [String: MemberID] = [:]
  private var campaigns: [String: CampaignID] = [:]
  private var reasons: [String: ReasonID] = [:]
  private var questions: Set<QuestionID> = []

  init(board: Board, campaigns: [Campaign], allowed: BoardAdditions) {
    self.board = board
    self.allowed = allowed
    for stage in allowed.stages where self.board.stage(stage.id) == nil {
      self.board.stages.append(stage)
    }
    for reason in allowed.reasons where self.board.reason(reason.id) == nil {
      self.board.reasons.append(reason)
    }
    for member in board.team { index(member) }
    for campaign in campaigns { index(campaign) }
    for reason in self.board.reasons {
      reasons[CellText.folded(reason.title)] = reason.id
      reasons[CellText.folded(reason.id.rawValue)] = reason.id
    }
    questions = Set(board.questions.map(\.id))
  }

  // MARK: - Members

  /// The member that a cell names by name, e-mail address or id; added where that is allowed.
  mutating func member(named cell: String, side: Side) -> MemberID? {
    let folded = CellText.folded(cell)
    if let known = members[folded] { return known }
    guard allowed.members else { return nil }
    let isAddress = folded.contains("@")
    let name = isAddress ? String(cell.prefix { $0 != "@" }) : CellText.trimmed(cell)
    var member = Member(id: freeMemberID(for: name), name: name, side: side)
    if isAddress { member.email = CellText.trimmed(cell) }
    board.team.append(member)
    index(member)
    members[folded] = member.id
    return member.id
  }

  /// The member that a cell names; nobody is added.
  func knownMember(named cell: String) -> MemberID? { members[CellText.folded(cell)] }

  /// Notes whom a member reports to and where they work, where the board does not know it yet.
  mutating func complete(_ id: MemberID, manager: String?, office: String?) {
    let managerID = manager.flatMap { member(named: $0, side: .sales) }
    if let managerID, let place = place(of: managerID), board.team[place].role == nil {
      board.team[place].role = "manager"
    }
    guard let place = place(of: id) else { return }
    if board.team[place].manager == nil, managerID != id { board.team[place].manager = managerID }
    if board.team[place].office == nil { board.team[place].office = office }
  }

  private func place(of id: MemberID) -> Int? { board.team.firstIndex { $0.id == id } }

  private mutating func index(_ member: Member) {
    for name in [member.name, member.id.rawValue, member.email].compactMap({ $0 }) {
      let folded = CellText.folded(name)
      if members[folded] == nil { members[folded] = member.id }
    }
  }

  private func freeMemberID(for name: String) -> MemberID {
    let base = StableName.slug(name) ?? StableName.make("member", name)
    var candidate = MemberID(base)
    var number = 2
    while board.member(candidate) != nil {
      candidate = MemberID("\(base)-\(number)")
      number += 1
    }
    return candidate
  }

  // MARK: - Campaigns, reasons, questions

  /// The campaign that a cell names by id or title; made where that is allowed.
  mutating func campaign(named cell: String) -> CampaignID? {
    let folded = CellText.folded(cell)
    if let known = campaigns[folded] { return known }
    guard allowed.campaigns else { return nil }
    let base = StableName.slug(cell) ?? StableName.make("campaign", cell)
    if let known = campaigns[base] {
      campaigns[folded] = known
      return known
    }
    let campaign = Campaign(id: CampaignID(base), title: CellText.trimmed(cell))
    newCampaigns.append(campaign)
    index(campaign)
    return campaign.id
  }

  private mutating func index(_ campaign: Campaign) {
    campaigns[CellText.folded(campaign.id.rawValue)] = campaign.id
    campaigns[CellText.folded(campaign.title)] = campaign.id
  }

  /// The campaign that a cell names by id or title; none is made.
  func knownCampaign(named cell: String) -> CampaignID? { campaigns[CellText.folded(cell)] }

  /// The reason that a cell names by id or title.
  func reason(named cell: String) -> ReasonID? { reasons[CellText.folded(cell)] }

  /// Notes that a question is asked; returns whether the board knows it.
  mutating func notes(question id: QuestionID, asked text: String) -> Bool {
    if questions.contains(id) { return true }
    guard allowed.questions else { return false }
    questions.insert(id)
    board.questions.append(Question(id: id, text: text))
    return true
  }
}
