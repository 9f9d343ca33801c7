/// A step that we expect of buyers on their way to an order.
public struct JourneyStep: Hashable, Sendable {
  /// The step's name in files and commands.
  public var id: StepID
  /// The words on the screen.
  public var title: String
  /// The stage in which the step usually happens.
  public var stage: StageID?
  /// Whether a buyer may leave the step out.
  public var isOptional = false
  /// Whether the step may occur several times in a row.
  public var mayRepeat = false
  /// Touches on these channels count as this step, unless the touch names its step.
  public var channels: [Channel] = []
  /// Keys of the file that this version does not know.
  public var unknown: JSONObject = [:]

  /// A step of the journey.
  public init(
    id: StepID, title: String, stage: StageID? = nil, isOptional: Bool = false,
    mayRepeat: Bool = false, channels: [Channel] = []
  ) {
    self.id = id
    self.title = title
    self.stage = stage
    self.isOptional = isOptional
    self.mayRepeat = mayRepeat
    self.channels = channels
  }
}

/// A question of our surveys and forms.
public struct Question: Hashable, Sendable {
  /// What an answer tells about a buyer.
  public enum Qualifies: String, CaseIterable, Hashable, Sendable {
    case need, budget, authority, timing, fit
  }

  /// The question's name in files and commands.
  public var id: QuestionID
  /// The question as asked.
  public var text: String
  /// What an answer tells about a buyer; nil where it tells nothing.
  public var qualifies: Qualifies?
  /// Keys of the file that this version does not know.
  public var unknown: JSONObject = [:]

  /// A question.
  public init(id: QuestionID, text: String, qualifies: Qualifies? = nil) {
    self.id = id
    self.text = text
    self.qualifies = qualifies
  }
}
