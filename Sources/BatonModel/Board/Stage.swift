/// A column of the board.
public struct Stage: Hashable, Sendable {
  /// What a stage asks of time and of a lead.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Has a target time; a lead beyond it without a next step is stalled.
    case clock
    /// Has no target: leads may rest here.
    case inventory
    /// A clock stage that asks for something before a lead may leave it forwards.
    case gate
  }

  /// What a gate asks for.
  public enum Requirement: String, CaseIterable, Hashable, Sendable {
    /// A booked next step.
    case nextStep
    /// An amount.
    case amount
    /// A sales owner.
    case owner
    /// A person on the buyer's side with an e-mail address or a telephone number.
    case contact
    /// Every approval on the buyer's side given.
    case approval
    /// An answer to a question about need.
    case need
    /// An answer to a question about budget.
    case budget
  }

  /// The stage's name in files, queries and commands.
  public var id: StageID
  /// The title of the column.
  public var title: String
  /// The activity that the stage belongs to.
  public var activity: Activity
  /// What the stage asks of time and of a lead.
  public var kind: Kind
  /// The target time in days of 24 hours; nil where the board sets none.
  public var targetDays: Int?
  /// What a gate asks for before a lead may pass.
  public var requires: [Requirement] = []
  /// What the stage means, in a sentence for the team.
  public var explanation: String?
  /// Keys of the file that this version does not know.
  public var unknown: JSONObject = [:]

  /// A stage.
  public init(
    id: StageID, title: String, activity: Activity, kind: Kind = .clock, targetDays: Int? = nil,
    requires: [Requirement] = [], explanation: String? = nil
  ) {
    self.id = id
    self.title = title
    self.activity = activity
    self.kind = kind
    self.targetDays = targetDays
    self.requires = requires
    self.explanation = explanation
  }
}
