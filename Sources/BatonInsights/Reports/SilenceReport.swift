public import BatonModel

/// The sales prevention department: leads lost without a reason, or quiet beyond the window.
public struct SilenceReport: Sendable {
  /// Leads that have something in common.
  public struct Row: Sendable {
    /// What they have in common; nil for none.
    public let value: String?
    /// Those lost without a reason.
    public fileprivate(set) var lostSilently = 0
    /// The open ones quiet beyond the window.
    public fileprivate(set) var vanished = 0

    /// The silent losses.
    public var count: Int { lostSilently + vanished }
  }

  /// A silent loss.
  public struct Loss: Sendable {
    /// The lead.
    public let lead: LeadSummary
    /// The days since the last touch, or since it came in.
    public let quietDays: Double
    /// Whether it was lost without a reason, rather than quiet.
    public let isClosed: Bool
  }

  /// The team's contact as a whole.
  public let summary: ContactSummary
  /// The silent losses, the longest quiet first.
  public let losses: [Loss]

  /// Looks at leads as they stand at a moment.
  ///
  /// - Complexity: O(touches + n log n).
  public init(_ leads: [LeadSummary], _ reckoning: Reckoning) {
    let now = reckoning.now
    let windows = reckoning.board.windows
    let present = leads.filter { $0.createdAt <= now }
    summary = ContactSummary(
      present.lazy.map { $0.contact(asOf: now) }, asOf: now.dayNumber,
      marketing: Side.marketing.team, collisionsWithin: Double(windows.collisionHours) / 24,
      silentBeyond: Double(windows.silenceDays))
    losses = zip(present, summary.leads).compactMap { lead, contact in
      switch lead.fate(asOf: now) {
      case .won: nil
      case .lost:
        lead.parked?.reason == nil
          ? Loss(lead: lead, quietDays: contact.quietDays, isClosed: true) : nil
      case .open:
        contact.quietDays > Double(windows.silenceDays)
          ? Loss(lead: lead, quietDays: contact.quietDays, isClosed: false) : nil
      }
    }
    .sorted {
      $0.quietDays != $1.quietDays ? $0.quietDays > $1.quietDays : $0.lead.id < $1.lead.id
    }
  }

  /// The silent losses by what they have in common, the most first.
  public func rows(by value: (LeadSummary) -> String?) -> [Row] {
    var rows: [String?: Row] = [:]
    for loss in losses {
      let value = value(loss.lead)
      if loss.isClosed {
        rows[value, default: Row(value: value)].lostSilently += 1
      } else {
        rows[value, default: Row(value: value)].vanished += 1
      }
    }
    return rows.values.sorted {
      $0.count != $1.count ? $0.count > $1.count : ($0.value ?? "") < ($1.value ?? "")
    }
  }
}
