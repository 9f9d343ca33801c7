/// An obstacle in a buyer's way, ours or theirs, in the buyer's words.
public struct Roadblock: Hashable, Sendable {
  /// Who put the obstacle there.
  public enum Origin: String, CaseIterable, Hashable, Sendable {
    case ours, theirs
  }

  /// The roadblock's name within its lead.
  public var id: EntryID
  /// The kind, as the board's register names it.
  public var kind: String
  /// Who put it there.
  public var origin: Origin
  /// The journey step at which it stands.
  public var step: StepID?
  /// What the buyer said.
  public var words: String?
  /// Since when.
  public var opened: Instant
  /// Until when; nil while it stands.
  public var resolved: Instant?
  /// Who removes it.
  public var owner: MemberID?
  /// What removes it.
  public var fix: String?
  /// By when it is to be removed.
  public var due: Instant?
  /// Keys of the file that this version does not know.
  public var unknown: JSONObject = [:]

  /// A roadblock that stands.
  public init(id: EntryID, kind: String, origin: Origin, opened: Instant) {
    self.id = id
    self.kind = kind
    self.origin = origin
    self.opened = opened
  }
}

/// What a buyer objects to.
public struct Objection: Hashable, Sendable {
  /// The objection's name within its lead.
  public var id: EntryID
  /// The code by which copy and collateral answer it.
  public var code: String
  /// What the buyer said.
  public var words: String?
  /// When.
  public var at: Instant
  /// Who heard it.
  public var by: String?
  /// The document that answered it.
  public var answeredWith: CollateralID?
  /// When it was answered; nil while it stands.
  public var answeredAt: Instant?
  /// Keys of the file that this version does not know.
  public var unknown: JSONObject = [:]

  /// An objection that stands.
  public init(id: EntryID, code: String, at: Instant, words: String? = nil) {
    self.id = id
    self.code = code
    self.at = at
    self.words = words
  }
}

/// What a buyer requests.
public struct Ask: Hashable, Sendable {
  /// The ask's name within its lead.
  public var id: EntryID
  /// When.
  public var at: Instant
  /// What the buyer asked for, in the buyer's words.
  public var words: String
  /// The journey step at which it was asked.
  public var step: StepID?
  /// The document that answered it.
  public var answeredWith: CollateralID?
  /// When it was answered; nil while it is open.
  public var answeredAt: Instant?
  /// Keys of the file that this version does not know.
  public var unknown: JSONObject = [:]

  /// An ask that is open.
  public init(id: EntryID, at: Instant, words: String) {
    self.id = id
    self.at = at
    self.words = words
  }
}
