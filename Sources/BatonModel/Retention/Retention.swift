/// How long the team keeps what it knows of people; nothing is due where nothing is said.
///
/// `"retention": {"closedDays": 730, "idleDays": 1095}` in `board.json`.
public struct Retention: Hashable, Sendable {
  /// A lead that was lost, disqualified or fell silent is due so many days after its end.
  public var closedDays: Int?
  /// A lead that is open or rests is due so many days after its last sign of life.
  public var idleDays: Int?
  /// Keys of the file that this version does not know.
  public var unknown: JSONObject = [:]

  /// No policy.
  public init() {}
}

/// A lead that the board's policy says is to be forgotten.
public struct RetentionDue: Hashable, Sendable {
  /// Why a lead is due.
  public enum Cause: Hashable, Sendable {
    /// It ended long ago, in this way.
    case closed(Parking.Kind)
    /// Nothing has happened for long.
    case idle
  }

  /// The lead.
  public let lead: LeadID
  /// What it is called.
  public let name: String
  /// Why it is due.
  public let cause: Cause
  /// When it ended, or when something last happened.
  public let since: Instant
  /// When it came to be due.
  public let due: Instant
}

extension Retention {
  /// Whether a lead is due at a moment; nil where it is not. Customers never are.
  ///
  /// - Complexity: linear in the number of the lead's entries.
  public func due(_ lead: Lead, at now: Instant) -> RetentionDue? {
    let cause: RetentionDue.Cause
    let since: Instant
    let days: Int?
    switch lead.parked {
    case .some(let parked) where parked.kind == .won: return nil
    case .some(let parked) where parked.kind.isClosed:
      (cause, since, days) = (.closed(parked.kind), parked.since, closedDays)
    default: (cause, since, days) = (.idle, lead.lastSign, idleDays)
    }
    guard let days else { return nil }
    let due = since.adding(days: Double(days))
    guard due <= now else { return nil }
    return RetentionDue(lead: lead.id, name: lead.name, cause: cause, since: since, due: due)
  }
}

extension Lead {
  /// When something last happened to the lead, by anybody's doing.
  fileprivate var lastSign: Instant {
    let latest = [
      touches.lazy.filter { $0.retracted == nil }.map(\.at).max(), notes.lazy.map(\.at).max(),
      visits.last?.entered, history.last?.at,
    ]
    return latest.compactMap { $0 }.reduce(createdAt, max)
  }
}
