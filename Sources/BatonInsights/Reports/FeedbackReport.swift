public import BatonModel

/// The loop of feedback, both ways: what is owed to whom, what was answered, and whether it helped.
public struct FeedbackReport: Sendable {
  /// What was answered within so many days is listed; so many days before and after an answer are
  /// compared.
  public static let days = 28.0

  /// A verdict that was answered.
  public struct Answered: Sendable {
    /// The lead.
    public let lead: LeadSummary
    /// The verdict with its answer.
    public let verdict: VerdictTrace
    /// When it was answered.
    public let answeredAt: Instant
    /// How often the same reason was given for leads of the same source in the days before the
    /// answer, this verdict included.
    public fileprivate(set) var before = 0
    /// The same in the days since.
    public fileprivate(set) var since = 0
    /// The days since the answer that are counted, at most as many as before it.
    public let daysSince: Double
  }

  /// What each side owes, the oldest first.
  public let awaiting: [Side: [Awaited]]
  /// The leads that sales has just accepted and not rated, the latest first; nobody owes it.
  public let invited: [LeadSummary]
  /// What was answered of late, the latest first.
  public let answered: [Answered]
  /// Of the verdicts that want an answer, and whose clock has run out or that were answered, those
  /// answered in time.
  public let inTime: Proportion
  /// The leads that marketing has not touched since it handed them over, the longest ago first.
  public let dropped: [LeadSummary]

  /// Looks at leads as they stand at a moment.
  ///
  /// - Complexity: O(n log n + verdicts).
  public init(_ leads: [LeadSummary], _ reckoning: Reckoning) {
    let tally = LoopTally(reckoning).counting(leads) { $0.count($1, by: reckoning) }
    awaiting = tally.awaiting.mapValues { items in items.sorted { $0.precedes($1) } }
    invited = tally.invited.sorted { ($1.since, $0.lead.id) < ($0.since, $1.lead.id) }
      .map(\.lead)
    dropped = tally.dropped.sorted { ($0.since, $0.lead.id) < ($1.since, $1.lead.id) }
      .map(\.lead)
    answered = tally.answers.answered
    inTime = tally.answers.inTime
  }
}

/// What is owed, invited, dropped and answered.
private struct LoopTally: PartialTally {
  var awaiting: [Side: [Awaited]] = [:]
  var invited: [(lead: LeadSummary, since: Instant)] = []
  var dropped: [(lead: LeadSummary, since: Instant)] = []
  var answers: AnswerTally

  init(_ reckoning: Reckoning) { answers = AnswerTally(reckoning) }

  /// The rules are lent rather than kept: out of a value that is being changed they would be copied
  /// for each lead, with all that the board holds.
  mutating func count(_ lead: LeadSummary, by reckoning: Reckoning) {
    let now = reckoning.now
    guard lead.createdAt <= now else { return }
    answers.count(lead)
    if let item = Awaited(lead, reckoning) { awaiting[item.side, default: []].append(item) }
    guard reckoning.parking(of: lead)?.kind.isClosed != true else { return }
    if let prompt = lead.ratingPrompt(reckoning), !prompt.isOwed {
      invited.append((lead, prompt.acceptedAt))
    }
    if reckoning.isDropped(lead) {
      dropped.append((lead, lead.givenToSales ?? now))
    }
  }

  mutating func add(_ later: LoopTally) {
    awaiting.merge(later.awaiting, uniquingKeysWith: +)
    invited += later.invited
    dropped += later.dropped
    answers.add(later.answers)
  }
}

/// Counts verdicts that want an answer, lead by lead.
private struct AnswerTally: Tally {
  /// What kind of complaint it is: a reason, for leads of a source.
  private struct Complaint: Hashable {
    var source: String?
    var reason: ReasonID
  }

  private let now: Instant
  private let answerDays: Double
  private var ripe = 0
  private var kept = 0
  private var found: [FeedbackReport.Answered] = []
  /// When each complaint was made.
  private var times: [Complaint: [Instant]] = [:]

  init(_ reckoning: Reckoning) {
    now = reckoning.now
    answerDays = Double(reckoning.board.windows.answerDays)
  }

  mutating func count(_ lead: LeadSummary) {
    // By place rather than by element: a verdict is a large value to copy, and few want an answer.
    let verdicts = lead.verdicts
    for place in verdicts.indices where verdicts[place].at <= now {
      guard verdicts[place].verdict?.wantsAnswer ?? false else { continue }
      let verdict = verdicts[place]
      if let reason = verdict.reason {
        times[Complaint(source: lead.origin.source, reason: reason), default: []].append(
          verdict.at)
      }
      guard let at = verdict.answeredAt, at <= now else {
        if now.days(since: verdict.at) > answerDays { ripe += 1 }
        continue
      }
      ripe += 1
      if at.days(since: verdict.at) <= answerDays { kept += 1 }
      let age = now.days(since: at)
      guard age <= FeedbackReport.days else { continue }
      found.append(
        FeedbackReport.Answered(
          lead: lead, verdict: verdict, answeredAt: at, daysSince: min(FeedbackReport.days, age)))
    }
  }

  mutating func add(_ later: AnswerTally) {
    ripe += later.ripe
    kept += later.kept
    found += later.found
    times.merge(later.times, uniquingKeysWith: +)
  }

  /// Of those that should be answered by now, the ones answered in time.
  var inTime: Proportion { Proportion(kept, of: ripe) }

  /// What was answered of late, the latest first, and how often the like was said before and since.
  var answered: [FeedbackReport.Answered] {
    var answered = found
    let times = times.mapValues { $0.sorted() }
    for place in answered.indices {
      let one = answered[place]
      guard let reason = one.verdict.reason else { continue }
      let said = times[Complaint(source: one.lead.origin.source, reason: reason)] ?? []
      let (before, since) = AnswerTally.counts(of: said, around: one.answeredAt)
      answered[place].before = before
      answered[place].since = since
    }
    return answered.sorted { ($1.answeredAt, $0.lead.id) < ($0.answeredAt, $1.lead.id) }
  }

  /// How many of some times, in order, lie within the days before an answer and since it.
  private static func counts(of times: [Instant], around answer: Instant) -> (Int, Int) {
    let first = times.firstIndex(beyond: { $0.days(since: answer) >= -FeedbackReport.days })
    let after = times.firstIndex(beyond: { $0.days(since: answer) > 0 })
    let end = times.firstIndex(beyond: { $0.days(since: answer) > FeedbackReport.days })
    return (after - first, end - after)
  }
}
