/// The name of one thing of a kind, unique among the things of that kind on a board.
///
/// The type parameter keeps a stage's id from being passed where a member's is meant. An
/// identifier is text from a file: whoever makes a path of one checks it first.
public struct Identifier<Subject>: RawRepresentable, Hashable, Sendable, Comparable,
  ExpressibleByStringLiteral, CustomStringConvertible
{
  /// The id as it stands in the file.
  public var rawValue: String

  /// Takes any text: whether it may name a file is the store's question.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Takes any text, without the label.
  public init(_ rawValue: String) { self.rawValue = rawValue }

  /// An id written in the source.
  public init(stringLiteral value: String) { self.rawValue = value }

  /// The id as it stands in the file.
  public var description: String { rawValue }

  /// Orders ids by their text.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// Names a lead; also the name of its file.
public typealias LeadID = Identifier<Lead>
/// Names a stage of the board.
public typealias StageID = Identifier<Stage>
/// Names a member of the team.
public typealias MemberID = Identifier<Member>
/// Names a campaign; also the name of its file.
public typealias CampaignID = Identifier<Campaign>
/// Names a document; also the name of its file.
public typealias CollateralID = Identifier<Collateral>
/// Names a person on the buyer's side, within its lead.
public typealias PersonID = Identifier<Person>
/// Names a reason code of the board.
public typealias ReasonID = Identifier<Reason>
/// Names a step of the buyer's journey.
public typealias StepID = Identifier<JourneyStep>
/// Names a survey question of the board.
public typealias QuestionID = Identifier<Question>
/// Names one entry of a lead's append-only lists: a touch, a handoff, a note, a change.
public typealias EntryID = Identifier<HistoryEntry>
