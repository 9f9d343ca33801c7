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
    var counts = Counts(
      asOf: asOf, marketing: marketing, collisionsWithin: window, silentBeyond: silence)
    for history in histories { counts.count(history) }
    self.init(counts)
  }

  /// Sums up leads that were counted.
  init(_ counts: Counts) {
    leads = counts.leads
    crossings = SortedSample(leads.lazy.map { Double($0.crossings) })
    collidingLeads = leads.reduce(0) { $0 + ($1.collisions > 0 ? 1 : 0) }
    collisions = leads.reduce(0) { $0 + $1.collisions }
    droppedByMarketing = leads.reduce(0) { $0 + ($1.isDroppedByMarketing ? 1 : 0) }
    marketingTouchesAfterAcceptance = leads.reduce(0) { $0 + $1.marketingTouchesAfterAcceptance }
    openByQuietBand = counts.openByQuietBand
    openNeverTouched = counts.openNeverTouched
    lostSilently = counts.lostSilently
    vanished = counts.vanished
    salesPrevention = Proportion(lostSilently + vanished, of: counts.lost + vanished)
  }

  /// Counts lead by lead, for whoever has other things to do with each.
  struct Counts: Sendable {
    private(set) var leads: [LeadContact] = []
    private(set) var openByQuietBand = [Int](
      repeating: 0, count: ContactSummary.quietBounds.count + 1)
    private(set) var openNeverTouched = 0
    private(set) var vanished = 0
    private(set) var lost = 0
    private(set) var lostSilently = 0
    private let asOf: Double
    private let marketing: Int?
    private let window: Double
    private let silence: Double

    init(
      asOf: Double, marketing: Int?, collisionsWithin window: Double, silentBeyond silence: Double
    ) {
      self.asOf = asOf
      self.marketing = marketing
      self.window = window
      self.silence = silence
    }

    /// Counts a lead, and says how it was touched.
    @discardableResult
    mutating func count(_ history: ContactHistory) -> LeadContact {
      let lead = LeadContact(
        history, asOf: asOf, marketing: marketing, collisionsWithin: window)
      leads.append(lead)
      switch history.fate {
      case .won: break
      case .lost:
        lost += 1
        if !history.hasReason { lostSilently += 1 }
      case .open:
        let band = ContactSummary.quietBounds.firstIndex(where: { lead.quietDays <= $0 })
        openByQuietBand[band ?? openByQuietBand.count - 1] += 1
        if lead.isNeverTouched { openNeverTouched += 1 }
        if lead.quietDays > silence { vanished += 1 }
      }
      return lead
    }

    /// Adds what another one counted of the leads that follow.
    mutating func add(_ later: Counts) {
      leads += later.leads
      for band in openByQuietBand.indices { openByQuietBand[band] += later.openByQuietBand[band] }
      openNeverTouched += later.openNeverTouched
      vanished += later.vanished
      lost += later.lost
      lostSilently += later.lostSilently
    }
  }
}
