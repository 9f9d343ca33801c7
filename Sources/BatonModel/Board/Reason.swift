/// A reason code: why a lead was rejected, disqualified, recycled, lost, or waits.
public struct Reason: Hashable, Sendable {
  /// What a reason may explain.
  public enum Use: String, CaseIterable, Hashable, Sendable {
    /// Before contact: wrong owner, duplicate, bad data, not our profile, below threshold.
    case reject
    /// After contact: no need, no budget, no authority, chose a competitor, spam.
    case disqualify
    /// Bad timing, unresponsive: the lead returns on a date.
    case recycle
    /// The deal was lost.
    case lost
    /// The lead legitimately waits.
    case wait
    /// Praise for a lead.
    case praise
  }

  /// The code in files and commands: `no-budget`.
  public var id: ReasonID
  /// The words on the screen.
  public var title: String
  /// What the reason may explain.
  public var uses: [Use]
  /// Keys of the file that this version does not know.
  public var unknown: JSONObject = [:]

  /// The code of a lead that ended in another system without a word why: it stands for none, so
  /// that nobody takes it for an answer.
  public static let notRecordedID: ReasonID = "not-recorded"

  /// A reason code.
  public init(id: ReasonID, title: String, uses: [Use]) {
    self.id = id
    self.title = title
    self.uses = uses
  }
}
