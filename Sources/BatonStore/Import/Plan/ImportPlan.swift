public import BatonModel

/// What an import would do, reckoned without touching a file.
///
/// Each row of the file counts once: it creates a lead, updates one, changes nothing, or is
/// refused.
public struct ImportPlan: Sendable {
  /// A lead that comes in.
  public struct Creation: Sendable {
    /// Where its first row begins in the file.
    public let line: Int
    /// The lead with the facts of all its rows.
    public internal(set) var lead: Lead
    /// What the rows say, in case the lead is there by the time that it is written.
    var facts: [RowFacts]
  }

  /// A lead of the board that changes.
  public struct Update: Sendable {
    /// Where its rows begin in the file.
    public internal(set) var lines: [Int]
    /// The lead as it was when the plan was made.
    public let before: Lead
    /// What changes.
    public internal(set) var changes: [FieldChange]
    /// What the rows say, to be put on the newest version of the lead.
    var facts: [RowFacts]
  }

  /// How many rows the file holds.
  public internal(set) var read = 0
  /// The leads that come in, in the order of the file.
  public internal(set) var creations: [Creation] = []
  /// The leads that change, in the order of the file.
  public internal(set) var updates: [Update] = []
  /// How many rows create a lead.
  public var created: Int { creations.count }
  /// How many rows change a lead that was there or came in with an earlier row.
  public internal(set) var updated = 0
  /// How many rows say nothing that the board does not know.
  public internal(set) var unchanged = 0
  /// The lead of the last row that is not refused.
  public internal(set) var lastLead: LeadID?
  /// The rows that are refused, in the order of the file.
  public internal(set) var refused: [RefusedRow] = []
  /// What must be answered first; then nothing else is filled in.
  public internal(set) var questions: [ImportQuestion] = []
  /// What whoever imports should know.
  public internal(set) var notices: [ImportNotice] = []
  /// Which touches were made while somebody asks that nobody contacts the lead; also among the
  /// notices.
  public internal(set) var warnings: [ImportNotice] = []
  /// What the board gets besides leads; nil where nothing.
  public internal(set) var supplement: BoardSupplement?
  /// The names of the file's columns, for the reject file.
  public internal(set) var columns: [String] = []

  let writer: LeadWriter

  /// The facts that a lead comes in with, as changes from nothing: for showing, as it is reckoned
  /// anew.
  public func changes(of creation: Creation) -> [FieldChange] {
    var lead = Lead(
      id: creation.lead.id, name: creation.lead.name, stage: creation.lead.stage,
      createdAt: creation.lead.createdAt)
    lead.history = creation.lead.history
    let place = creation.lead.parked?.kind.rawValue ?? lead.stage.rawValue
    return [
      FieldChange(field: "name", before: nil, after: lead.name),
      FieldChange(field: "stage", before: nil, after: place),
    ] + creation.facts.flatMap { writer.apply($0, to: &lead) }
  }

  /// Puts rows on the newest version of their lead.
  ///
  /// - Returns: whether anything changed, and the rows that the lead refuses by now.
  func apply(
    _ rows: [RowFacts], to lead: inout Lead
  ) -> (isChanged: Bool, refused: [RefusedRow]) {
    var changes: [FieldChange] = []
    var isChanged = false
    var refused: [RefusedRow] = []
    for row in rows {
      guard let touch = row.touch else {
        changes += writer.apply(row, to: &lead)
        continue
      }
      do throws(RowRefusal) {
        if try writer.log(touch, of: row, on: &lead) != nil { isChanged = true }
      } catch {
        refused.append(RefusedRow(line: row.line, reason: error.reason, remedy: error.remedy))
      }
    }
    writer.record(changes, in: &lead)
    return (isChanged || !changes.isEmpty, refused)
  }
}

/// What an import adds to a board besides leads.
public struct BoardSupplement: Hashable, Sendable {
  /// Members that join the team, with what is known of them.
  public var members: [Member] = []
  /// Members that were there, with what was not known of them before.
  public var completedMembers: [Member] = []
  /// Stages that are added behind the others.
  public var stages: [Stage] = []
  /// Reason codes that are added.
  public var reasons: [Reason] = []
  /// Questions that are added.
  public var questions: [Question] = []
  /// Campaigns that are made.
  public var campaigns: [Campaign] = []

  /// Nothing.
  public init() {}

  /// The difference that reading a file made to a board.
  init(from before: Board, to after: Board, campaigns: [Campaign]) {
    members = after.team.filter { before.member($0.id) == nil }
    completedMembers = after.team.filter { member in
      before.member(member.id).map { $0 != member } ?? false
    }
    stages = after.stages.filter { before.stage($0.id) == nil }
    reasons = after.reasons.filter { before.reason($0.id) == nil }
    let known = Set(before.questions.map(\.id))
    questions = after.questions.filter { !known.contains($0.id) }
    self.campaigns = campaigns
  }

  /// Whether the board stays as it is.
  public var isEmpty: Bool { self == BoardSupplement() }

  /// Adds to the newest version of a board what it does not have by now.
  ///
  /// - Returns: whether anything changed.
  func apply(to board: inout Board) -> Bool {
    let before = board
    board.team += members.filter { board.member($0.id) == nil }
    for member in completedMembers {
      guard let place = board.team.firstIndex(where: { $0.id == member.id }) else { continue }
      board.team[place].manager = board.team[place].manager ?? member.manager
      board.team[place].office = board.team[place].office ?? member.office
      board.team[place].role = board.team[place].role ?? member.role
    }
    board.stages += stages.filter { board.stage($0.id) == nil }
    board.reasons += reasons.filter { board.reason($0.id) == nil }
    let known = Set(board.questions.map(\.id))
    board.questions += questions.filter { !known.contains($0.id) }
    guard board != before else { return false }
    board.revision = board.revision.oneMore
    return true
  }
}
