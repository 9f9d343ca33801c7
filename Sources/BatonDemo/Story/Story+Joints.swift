import BatonModel

/// From stage to stage, and from hand to hand.
extension Story {
  /// Comes into a stay: handed over where the activity changes, moved by whoever takes it.
  mutating func enter(_ number: Int) {
    let before = itinerary.stays[number - 1]
    let now = itinerary.stays[number]
    let taker = now.stage == "nurture" ? marketer : worker(in: now.stage)
    if before.stage == now.stage {
      return comeBack(in: now, by: taker)
    }
    let from = world.activity(of: before.stage)
    let to = world.activity(of: now.stage)
    if from < to, random.chance(to == .deliver ? 50 : 22) {
      handOver(from: from, to: to, between: before, and: now, taker: taker)
    }
    perform(.move(.init(to: now.stage, from: before.stage)), at: now.from, by: taker.rawValue)
    let owner = worker(in: now.stage)
    if now.stage != "nurture", lead.owner != owner, owner != "tom",
      !features.contains(.unowned)
    {
      let later = now.from.adding(hours: 0.02)
      perform(.assign(.init(.sales, to: owner)), at: later, by: taker.rawValue)
    }
  }

  /// Was lost, and came back.
  private mutating func comeBack(in stay: Itinerary.Stay, by taker: MemberID) {
    let before = calendar.workTime(until: stay.from.adding(days: -2))
    let lost = max(before, lead.stageSince.adding(hours: 1))
    let park = LeadCommand.Park(
      .lost, reason: "no-decision", note: TeamWords.parking("no-decision").one(using: &random))
    perform(.park(park), at: lost, by: taker.rawValue)
    perform(
      .revive(.init(note: "New plant manager; asks for the offer again.")), at: stay.from,
      by: taker.rawValue)
  }

  private mutating func handOver(
    from: Activity, to: Activity, between before: Itinerary.Stay, and now: Itinerary.Stay,
    taker: MemberID
  ) {
    let giver = from == .generate ? marketer : worker(in: before.stage)
    guard giver != taker else { return }
    let earlier = now.from.adding(hours: -random.between(0.4, 40))
    var offered = calendar.workTime(until: earlier)
    if offered < before.from { offered = min(calendar.workTime(from: before.from), now.from) }
    var handoff = Handoff(
      id: random.entryID(), from: from, to: to, offeredAt: offered, offeredBy: giver.rawValue,
      offeredTo: taker, due: due(of: offered), state: .accepted)
    handoff.answeredAt = now.from
    handoff.answeredBy = taker.rawValue
    let kind: NextStep.Kind =
      to == .deliver ? .kickoff : to == .qualify ? .call : .meeting
    let booked = calendar.workTime(from: now.from.adding(days: random.between(0.5, 4)))
    handoff.proof = Proof(kind: kind, at: booked, bookedAt: now.from, by: taker.rawValue)
    if to == .deliver { handoff.packet = packet() }
    lead.handoffs.append(handoff)
  }

  /// What sales tells delivery.
  private mutating func packet() -> Packet {
    var packet = Packet()
    packet.promises = [TeamWords.promises.one(using: &random)]
    packet.risks = [TeamWords.risks.one(using: &random)]
    packet.people = lead.people.map(\.id)
    if random.chance(40) { packet.asks = [BuyerWords.asks.one(using: &random)] }
    if random.chance(30) { packet.note = TeamWords.notes.one(using: &random) }
    return packet
  }

  /// Adds the handoff that waits at the joint behind the lead's stage, or that came to nothing.
  mutating func addWaitingHandoff() {
    if features.contains(.handedBack) { addRejected() }
    guard !features.isDisjoint(with: .waitsAtJoint) else { return }
    let from = world.activity(of: lead.stage)
    guard let to = Activity.allCases.first(where: { $0 > from }) else { return }
    let isSlow = slot.scene.pace != .fresh
    let age = random.quantile(isSlow ? [2.5, 4, 6, 9] : [0.05, 0.2, 0.6, 1.4])
    let start = max(asOf.adding(days: -age), lastStay.from)
    let offered = max(calendar.workTime(until: start), lastStay.from)
    let giver = from == .generate ? marketer : worker(in: lead.stage)
    var handoff = Handoff(
      id: random.entryID(), from: from, to: to, offeredAt: offered, offeredBy: giver.rawValue,
      offeredTo: features.contains(.offeredToAll) ? nil : taker(of: to),
      due: due(of: offered))
    if features.contains(.accepted) {
      handoff.state = .accepted
      handoff.answeredAt = calendar.workTime(until: asOf)
      handoff.answeredAt = handoff.answeredAt.map { max($0, offered) }
      handoff.answeredBy = taker(of: to).rawValue
    }
    if features.contains(.lapsed) {
      handoff.state = .lapsed
      handoff.due = min(handoff.due ?? asOf, asOf)
      handoff.answeredAt = handoff.due
    }
    if to == .deliver { handoff.packet = packet() }
    lead.handoffs.append(handoff)
  }

  /// When the clock of a handoff runs out.
  private func due(of offered: Instant) -> Instant {
    calendar.addingWork(hours: world.board.windows.handoffHours, to: offered)
  }

  private func taker(of activity: Activity) -> MemberID {
    switch activity {
    case .generate: marketer
    case .qualify: caller
    case .close: seller
    case .deliver: "ravi"
    case .account: "lucie"
    case .review: "hanne"
    }
  }

  private mutating func addRejected() {
    let stay = itinerary.stays[0]
    let offered = workTime(from: stay.from, until: stay.until) ?? stay.from
    var handoff = Handoff(
      id: random.entryID(), from: .generate, to: .qualify, offeredAt: offered,
      offeredBy: marketer.rawValue, offeredTo: caller,
      due: due(of: offered), state: .rejected)
    handoff.answeredAt = workTime(from: offered, until: stay.until) ?? offered
    handoff.answeredBy = caller.rawValue
    handoff.reason = rejection
    lead.handoffs.append(handoff)
    lead.handoffs.sort { $0.offeredAt < $1.offeredAt }
  }

  /// Why the lead was handed back.
  var rejection: ReasonID {
    let reasons: [ReasonID] = [
      "bad-data", "below-threshold", "not-our-profile", "wrong-owner", "duplicate",
    ]
    if features.contains(.duplicate) { return "duplicate" }
    return reasons[slot.turns.rejections % reasons.count]
  }
}
