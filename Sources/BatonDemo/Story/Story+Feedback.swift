import BatonModel

/// What sales says of the lead, and what marketing answers.
extension Story {
  /// Adds the verdicts that the lead's part asks for, oldest first.
  mutating func addFeedback() {
    if features.contains(.handedBack) { reject() }
    accept()
    if features.contains(.rated) { rate() }
    if features.contains(.takenBack) { takeBack() }
    switch slot.scene.parked {
    case .disqualified: judge(.disqualify, reason: endReason, at: end)
    case .nurture: judge(.recycle, reason: endReason, at: nurtureStart)
    case .lost where !features.isDisjoint(with: [.answered, .unanswered]):
      judge(.disqualify, reason: "no-budget", at: end)
    default:
      if features.contains(.unanswered), !features.contains(.handedBack) {
        judge(.recycle, reason: "unresponsive", at: anyTime(from: lastStay.from, until: end))
      }
    }
    if features.contains(.praised) { praise() }
    lead.feedback.sort { $0.at < $1.at }
  }

  private mutating func add(
    _ verdict: Feedback.Verdict?, reason: ReasonID? = nil, quality: Int? = nil, at time: Instant,
    by member: MemberID? = nil, side: Side = .sales, note: String?
  ) {
    lead.feedback.append(
      Feedback(
        id: random.entryID(), at: time, by: (member ?? caller).rawValue, side: side,
        verdict: verdict, reason: reason, quality: quality, note: note))
  }

  /// Taken by sales after the first days: how good it was.
  private mutating func accept() {
    guard let stay = itinerary.stays.first(where: { $0.stage == "qualify" }), random.chance(42)
    else { return }
    let early = stay.from.adding(days: 0.5 * stay.until.days(since: stay.from))
    guard let time = workTime(from: stay.from, until: early) else { return }
    let quality: Int
    switch slot.scene.quality {
    case .good: quality = random.pick([3, 4, 4, 5, 5])
    case .mixed: quality = random.pick([2, 3, 3, 4])
    case .poor: quality = random.pick([1, 2, 2, 3])
    }
    let words = TeamWords.verdict(.accept, nil).one(using: &random)
    add(.accept, quality: quality, at: time, note: random.chance(60) ? words : nil)
  }

  private mutating func reject() {
    guard let handoff = lead.handoffs.first(where: { $0.state == .rejected }) else {
      return judge(
        .reject, reason: rejection,
        at: anyTime(from: itinerary.stays[0].from, until: itinerary.stays[0].until))
    }
    judge(.reject, reason: handoff.reason, at: handoff.answeredAt ?? handoff.offeredAt)
  }

  /// A verdict that marketing owes an answer, and the answer where the part has one.
  private mutating func judge(_ verdict: Feedback.Verdict, reason: ReasonID?, at time: Instant) {
    add(
      verdict, reason: reason, quality: random.chance(50) ? random.within(1...2) : nil, at: time,
      note: TeamWords.verdict(verdict, reason).one(using: &random))
    // What is older than a month has been answered, by and large.
    let isOld = asOf.days(since: time) > 30 && !features.contains(.unanswered)
    guard features.contains(.answered) || isOld else { return }
    let days = random.quantile([0.2, 1, 2, 4, 9])
    let answered = min(calendar.workTime(from: time.adding(days: days)), asOf)
    let (action, note) = TeamWords.answer(to: reason)
    lead.feedback[lead.feedback.count - 1].answer = FeedbackAnswer(
      at: answered, by: marketer.rawValue, action: action, note: note.one(using: &random))
  }

  /// A rating, without a verdict.
  private mutating func rate() {
    let note = TeamWords.verdict(.praise, nil).one(using: &random)
    add(nil, quality: 3, at: anyTime(from: lastStay.from, until: end), note: note)
    add(nil, at: anyTime(from: lastStay.from, until: end), note: "Second plant asks too.")
  }

  private mutating func takeBack() {
    let time = anyTime(from: lastStay.from, until: end)
    add(.disqualify, reason: "no-need", quality: 1, at: time, note: "Mixed up with their sister.")
    lead.feedback[lead.feedback.count - 1].retracted = Retraction(
      at: min(time.adding(hours: 2), asOf), by: caller.rawValue)
  }

  private mutating func praise() {
    let reason: ReasonID = slot.ordinal % 2 == 0 ? "good-fit" : "well-prepared"
    let isDelivery = lead.stage == "deliver" || lead.stage == "account"
    let side: Side = isDelivery && slot.ordinal % 4 < 2 ? .delivery : .sales
    add(
      .praise, reason: reason, quality: 5, at: anyTime(from: lastStay.from, until: end),
      by: side == .delivery ? worker(in: lead.stage) : nil, side: side,
      note: TeamWords.verdict(.praise, reason).one(using: &random))
  }

  /// When a lead of the nurture column went to rest.
  var nurtureStart: Instant { lastStay.from }

  /// Why the lead rests or ended: the reasons of its kind go round.
  var endReason: ReasonID? {
    let reasons: [ReasonID]
    switch slot.scene.parked {
    case .lost:
      reasons = [
        "price", "competitor", "terms", "too-slow", "no-decision", "no-budget", "no-need",
        "no-authority",
      ]
    case .disqualified: reasons = ["no-need", "no-budget", "no-authority", "competitor", "spam"]
    case .nurture: reasons = ["bad-timing", "unresponsive", "budget-cycle"]
    case .waiting: reasons = ["on-leave", "approval", "budget-cycle", "bad-timing"]
    case .won, .silent, nil: return nil
    }
    return reasons[slot.ordinal % reasons.count]
  }
}
