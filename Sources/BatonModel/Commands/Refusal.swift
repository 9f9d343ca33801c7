/// Why a command was not carried out, and what to do instead.
public struct Refusal: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kind of refusal, for callers that act on it.
  public enum Cause: Hashable, Sendable {
    /// The lead is there already, or nothing would change.
    case nothingToDo
    /// Somebody else changed the same thing meanwhile.
    case changedMeanwhile
    /// Somebody else changed the same field since it was seen, by this change; nil where it was
    /// changed outside. The same command without what was seen is carried out.
    case overtaken(by: HistoryEntry?)
    /// The board knows no such stage, member, reason or entry.
    case unknownName
    /// A reason is required; the codes that may be given are listed.
    case reasonRequired([ReasonID])
    /// A date is required, in the future.
    case dateRequired
    /// The stage's gate asks for something that the lead lacks.
    case gate([Stage.Requirement])
    /// The lead has ended.
    case closed
    /// The buyer forbids this channel.
    case consent(Channel)
    /// It is too late: somebody has had contact with the buyer.
    case contacted
    /// It is too early: nobody has had contact with the buyer.
    case notContacted
    /// A handoff waits, and has to be answered, proved or taken back first.
    case handoffWaits
    /// Somebody else is to do it: one of these members.
    case notTheTaker([MemberID])
    /// What a buyer forbade is allowed again by a person of the team with a source, or not at all.
    case consentNarrowsOnly
    /// What was given makes no sense.
    case invalid
  }

  /// The kind of refusal.
  public var cause: Cause
  /// What is refused and why, in a sentence.
  public var what: String
  /// What to do instead, in a sentence.
  public var remedy: String

  /// A refusal.
  public init(_ cause: Cause, _ what: String, remedy: String) {
    self.cause = cause
    self.what = what
    self.remedy = remedy
  }

  /// Whether the same command is carried out when it is given once more, knowing of the change.
  public var isOvertaken: Bool {
    if case .overtaken = cause { true } else { false }
  }

  /// What is refused, and what to do.
  public var description: String { "\(what) \(remedy)" }
}
