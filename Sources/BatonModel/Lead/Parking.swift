/// Why and until when a lead rests, or how it ended.
public struct Parking: Hashable, Sendable {
  /// How a lead is parked.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Not ready: marketing keeps in touch, and it returns on a date.
    case nurture
    /// Snoozed until a date.
    case waiting
    /// Sold, and with delivery or the account done.
    case won
    /// The deal was lost.
    case lost
    /// No buyer of ours.
    case disqualified
    /// Gone without a word, and closed as such.
    case silent

    /// Whether the lead returns on a date.
    public var returns: Bool { self == .nurture || self == .waiting }

    /// Whether the lead has ended.
    public var isClosed: Bool { !returns }

    /// What a reason for this must be good for; nil where none is asked for.
    public var reasonUse: Reason.Use? {
      switch self {
      case .nurture: .recycle
      case .waiting: .wait
      case .won: nil
      case .lost: .lost
      case .disqualified: .disqualify
      case .silent: nil
      }
    }
  }

  /// How the lead is parked.
  public var kind: Kind
  /// Since when.
  public var since: Instant
  /// When it returns; nil for leads that have ended.
  public var until: Instant?
  /// Why: a reason code of the board.
  public var reason: ReasonID?
  /// Why, in words.
  public var note: String?
  /// Who parked it.
  public var by: String?
  /// The stage that it returns to; the stage it is in where none is named.
  public var returnsTo: StageID?
  /// Keys of the file that this version does not know.
  public var unknown: JSONObject = [:]

  /// A lead parked in some way.
  public init(
    kind: Kind, since: Instant, until: Instant? = nil, reason: ReasonID? = nil,
    note: String? = nil, by: String? = nil
  ) {
    self.kind = kind
    self.since = since
    self.until = until
    self.reason = reason
    self.note = note
    self.by = by
  }
}

extension Parking.Kind {
  /// Whether a lead parked so for a reason, or for none, has ended unexplained: not won, and nobody
  /// has said why. That a file of another system did not say why explains nothing.
  func isUnexplained(by reason: ReasonID?) -> Bool {
    isClosed && self != .won && (reason == nil || reason == Reason.notRecordedID)
  }
}
