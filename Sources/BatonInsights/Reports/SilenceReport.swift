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
    let tally = SilenceTally(reckoning).counting(leads)
    summary = ContactSummary(tally.counts)
    losses = tally.losses.sorted {
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

/// How leads were touched, and which of them were lost silently.
private struct SilenceTally: Tally {
  var counts: ContactSummary.Counts
  var losses: [SilenceReport.Loss] = []
  private let now: Instant
  private let silenceDays: Double

  init(_ reckoning: Reckoning) {
    let windows = reckoning.board.windows
    now = reckoning.now
    silenceDays = Double(windows.silenceDays)
    counts = ContactSummary.Counts(
      asOf: now.dayNumber, marketing: Side.marketing.team,
      collisionsWithin: Double(windows.collisionHours) / 24, silentBeyond: silenceDays)
  }

  mutating func count(_ lead: LeadSummary) {
    guard lead.createdAt <= now else { return }
    let history = lead.contact(asOf: now)
    let quietDays = counts.count(history).quietDays
    switch history.fate {
    case .won: break
    case .lost:
      guard !history.hasReason else { return }
      losses.append(SilenceReport.Loss(lead: lead, quietDays: quietDays, isClosed: true))
    case .open:
      guard quietDays > silenceDays else { return }
      losses.append(SilenceReport.Loss(lead: lead, quietDays: quietDays, isClosed: false))
    }
  }

  mutating func add(_ later: SilenceTally) {
    counts.add(later.counts)
    losses += later.losses
  }
}
