/// How the team as a whole bounces, collides and goes silent: the sales prevention department.
public struct ContactSummary: Hashable, Sendable {
  /// The days of quiet that divide the bands: up to 7, up to 14, up to 30 and beyond.
  public static let quietBounds = [7.0, 14.0, 30.0]

  /// Each lead's own figures, in the order given.
  public let leads: [LeadContact]
  /// The leads' crossings, sorted.
  public let crossings: SortedSample
  /// How many leads had a collision.
  public let collidingLeads: Int
  /// All leads' collisions.
  public let collisions: Int
  /// How many open leads have been quiet for how long, by the bands of ``quietBounds``.
  public let openByQuietBand: [Int]
  /// How many open leads were never touched.
  public let openNeverTouched: Int
  /// How many leads marketing has not touched since it handed them over.
  public let droppedByMarketing: Int
  /// All outbound marketing touches after sales accepted the lead.
  public let marketingTouchesAfterAcceptance: Int
  /// How many leads were lost without a reason.
  public let lostSilently: Int
  /// How many open leads have been quiet beyond the silence window.
  public let vanished: Int
  /// The silent losses among all lost and vanished leads.
  public let salesPrevention: Proportion

  /// Sums up leads that existed at `asOf`.
  ///
  /// - Parameters:
  ///   - marketing: The number of the marketing team, or nil where there is none.
  ///   - window: Two teams' outbound touches at most this many days apart collide.
  ///   - silence: An open lead quiet for more days than this has vanished.
  /// - Complexity: O(touches + leads · log leads).
  public init(
    _ histories: some Sequence<ContactHistory>, asOf: Double, marketing: Int?,
    collisionsWithin window: Double, silentBeyond silence: Double
  ) {
    var leads: [LeadContact] = []
    var bands = [Int](repeating: 0, count: Self.quietBounds.count + 1)
    var neverTouched = 0
    var vanished = 0
    var lost = 0
    var lostSilently = 0
    for history in histories {
      let lead = LeadContact(
        history, asOf: asOf, marketing: marketing, collisionsWithin: window)
      leads.append(lead)
      switch history.fate {
      case .won: break
      case .lost:
        lost += 1
        if !history.hasReason { lostSilently += 1 }
      case .open:
        bands[Self.quietBounds.firstIndex { lead.quietDays <= $0 } ?? bands.count - 1] += 1
        if lead.isNeverTouched { neverTouched += 1 }
        if lead.quietDays > silence { vanished += 1 }
      }
    }
    self.leads = leads
    crossings = SortedSample(leads.lazy.map { Double($0.crossings) })
    collidingLeads = leads.reduce(0) { $0 + ($1.collisions > 0 ? 1 : 0) }
    collisions = leads.reduce(0) { $0 + $1.collisions }
    droppedByMarketing = leads.reduce(0) { $0 + ($1.isDroppedByMarketing ? 1 : 0) }
    marketingTouchesAfterAcceptance = leads.reduce(0) { $0 + $1.marketingTouchesAfterAcceptance }
    openByQuietBand = bands
    openNeverTouched = neverTouched
    self.lostSilently = lostSilently
    self.vanished = vanished
    salesPrevention = Proportion(lostSilently + vanished, of: lost + vanished)
  }
}
