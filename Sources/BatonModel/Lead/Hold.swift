/// Nobody of these sides contacts the lead on these channels until this date, for this reason.
public struct Hold: Hashable, Sendable {
  /// What a hold covers.
  public enum Scope: String, CaseIterable, Hashable, Sendable {
    /// This lead alone.
    case lead
    /// Everybody at the company.
    case company
  }

  /// The hold's name within its lead.
  public var id: EntryID
  /// What it covers.
  public var scope: Scope = .lead
  /// The sides that hold back; empty means all of ours.
  public var sides: [Side] = []
  /// The channels that are held; empty means all.
  public var channels: [Channel] = []
  /// Why.
  public var reason: String
  /// Since when.
  public var from: Instant
  /// Until when: a hold always ends.
  public var until: Instant
  /// Who put it.
  public var by: String
  /// When it was lifted early; nil while it lasts.
  public var lifted: Instant?
  /// Keys of the file that this version does not know.
  public var unknown: JSONObject = [:]

  /// A hold.
  public init(id: EntryID, reason: String, from: Instant, until: Instant, by: String) {
    self.id = id
    self.reason = reason
    self.from = from
    self.until = until
    self.by = by
  }

  /// When the hold stops: its end, or its lifting where that came first.
  public var end: Instant { lifted.map { min($0, until) } ?? until }
}

/// What the buyer forbids. Absolute: nobody on our side overrides it.
public struct Consent: Hashable, Sendable {
  /// No e-mail.
  public var doNotEmail = false
  /// No calls.
  public var doNotCall = false
  /// When the buyer said so.
  public var at: Instant?
  /// How we know.
  public var provenance: Provenance?
  /// In the buyer's words.
  public var note: String?
  /// Keys of the file that this version does not know.
  public var unknown: JSONObject = [:]

  /// Nothing forbidden.
  public init() {}

  /// Whether an outbound touch on a channel is allowed, however the channel is spelt.
  ///
  /// A channel that Baton has no word for may be any: it is closed as soon as anything is.
  public func allows(_ channel: Channel) -> Bool {
    switch channel.known {
    case .email: !doNotEmail
    case .call, .message: !doNotCall
    case nil: !doNotEmail && !doNotCall
    default: true
    }
  }
}
