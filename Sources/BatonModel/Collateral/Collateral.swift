/// A document that serves steps of the journey and answers objections.
public struct Collateral: Hashable, Sendable {
  /// The version of the file format.
  public var schema = Board.currentSchema
  /// Counts the rewrites of the file.
  public var revision = 1
  /// The document's name in files; also the name of its file.
  public var id: CollateralID
  /// The words on the screen.
  public var title: String
  /// Where it is found.
  public var link: String?
  /// What it is: `case study`, `calculator`, `data sheet`.
  public var kind: String?
  /// The steps that it serves.
  public var servesSteps: [StepID] = []
  /// The codes of the objections that it answers.
  public var answersObjections: [String] = []
  /// Who keeps it.
  public var owner: MemberID?
  /// When somebody last saw that it is still right.
  public var reviewed: Instant?
  /// Keys of the file that this version does not know.
  public var unknown: JSONObject = [:]

  /// A document.
  public init(id: CollateralID, title: String) {
    self.id = id
    self.title = title
  }
}
