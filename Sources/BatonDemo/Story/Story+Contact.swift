import BatonModel

/// Touches: what both teams and the buyer did while the lead was in a stage.
extension Story {
  /// Adds a touch as a system would, without a change of history.
  ///
  /// - Returns: its place among the touches.
  @discardableResult
  mutating func add(
    _ direction: Touch.Direction, _ channel: Channel, by side: Side, who: String? = nil,
    at time: Instant, _ summary: String, outcome: Touch.Outcome? = nil
  ) -> Int {
    lead.touches.append(
      Touch(
        id: random.entryID(), at: time, side: side, direction: direction, channel: channel,
        by: who, summary: summary, outcome: outcome))
    return lead.touches.count - 1
  }

  /// Adds a touch that somebody of ours wrote down.
  mutating func log(
    _ channel: Channel, by side: Side, who: MemberID, at time: Instant, _ summary: String,
    outcome: Touch.Outcome? = nil
  ) {
    guard time > world.adopted else {
      add(
        .outbound, channel, by: side, who: who.rawValue, at: time, summary, outcome: outcome)
      return
    }
    let draft = LeadCommand.TouchDraft(
      side: side, direction: .outbound, channel: channel, at: time, summary: summary,
      outcome: outcome)
    perform(.touch(draft), at: time, by: who.rawValue)
  }

  /// Lives through a stay: talks, mails, what marketing sends meanwhile.
  mutating func live(in stay: Itinerary.Stay, isLast: Bool) {
    if stay.stage == "qualify", lead.amount == nil { setAmount(in: stay) }
    if stay.stage == "decide" || stay.stage == "propose" { askForApprovals(in: stay, isLast) }
    switch stay.stage {
    case "new": liveAsNew(in: stay, isLast: isLast)
    case "nurture": keepWarm(in: stay)
    default: work(in: stay, isLast: isLast)
    }
  }

  private mutating func liveAsNew(in stay: Itinerary.Stay, isLast: Bool) {
    guard let time = workTime(from: stay.from, until: stay.until) else { return }
    if features.contains(.bounced), !lead.consent.doNotEmail {
      log(
        .email, by: .marketing, who: marketer, at: time,
        TouchWords.bounced.one(using: &random), outcome: .bounced)
    } else if isLast, slot.scene.pace != .fresh, random.chance(40) {
      write(in: stay, by: .marketing, who: marketer, at: time)
    } else if features.contains(.crossing) || random.chance(isLast ? 24 : 12) {
      write(in: stay, by: .marketing, who: marketer, at: time)
    }
  }

  private mutating func keepWarm(in stay: Itinerary.Stay) {
    for time in workTimes(random.within(1...2), from: stay.from, until: stay.until) {
      if random.chance(35) {
        add(.inbound, .web, by: .marketing, at: time, TouchWords.visits.one(using: &random))
      } else {
        write(in: stay, by: .marketing, who: marketer, at: time)
      }
    }
  }

  private mutating func work(in stay: Itinerary.Stay, isLast: Bool) {
    let side: Side = stay.stage == "deliver" || stay.stage == "account" ? .delivery : .sales
    let who = worker(in: stay.stage)
    let isGone = slot.scene.pace == .stalled || slot.scene.parked == .silent
    let count = isLast ? 1 + random.below(10) / 6 : random.below(10) * 17 / 100
    // Whoever has gone quiet was active at the beginning only.
    let days = stay.until.days(since: stay.from) * (isLast && isGone ? 0.4 : 1)
    let until = stay.from.adding(days: days)
    let times = workTimes(count, from: stay.from, until: until)
    for (number, time) in times.enumerated() {
      switch random.below(10) {
      case 0...4: talk(in: stay.stage, by: side, who: who, at: time, isEarly: number == 0)
      case 5...6: write(in: stay, by: side, who: who, at: time)
      default: answer(in: stay.stage, to: side, at: time)
      }
    }
    if features.contains(.bounced), isLast, let time = times.last, !lead.consent.doNotEmail {
      let later = min(time.adding(hours: 1), stay.until)
      log(
        .email, by: side, who: who, at: later, TouchWords.bounced.one(using: &random),
        outcome: .bounced)
    }
    if isLast, features.contains(.crossing) || features.contains(.collision) || random.chance(6) {
      collide(in: stay)
    }
  }

  /// A talk, or the attempt at one.
  private mutating func talk(
    in stage: StageID, by side: Side, who: MemberID, at time: Instant, isEarly: Bool
  ) {
    let words = TouchWords.talks(in: stage)
    let isMeeting = stage != "qualify" && random.chance(55)
    if isMeeting || lead.consent.doNotCall {
      log(.meeting, by: side, who: who, at: time, words.one(using: &random), outcome: .reached)
    } else if stage == "qualify", isEarly, random.chance(35) {
      let isLeft = random.chance(40)
      let tried = isLeft ? TouchWords.leftMessage : TouchWords.noAnswer
      log(
        .call, by: side, who: who, at: time, tried.one(using: &random),
        outcome: isLeft ? .leftMessage : .noAnswer)
    } else {
      log(.call, by: side, who: who, at: time, words.one(using: &random), outcome: .reached)
    }
  }

  /// Something that we write, on a channel that the buyer allows.
  private mutating func write(
    in stay: Itinerary.Stay, by side: Side, who: MemberID, at time: Instant
  ) {
    let stage: StageID = side == .marketing ? "new" : stay.stage
    if random.chance(12) || lead.consent.doNotEmail {
      let seldom: Channel = random.pick([.social, .letter, .message, .chat])
      let channel = lead.consent.allows(seldom) ? seldom : .letter
      let summary = TouchWords.seldom(channel).one(using: &random)
      return log(channel, by: side, who: who, at: time, summary)
    }
    let summary = TouchWords.letters(in: stage).one(using: &random)
    log(.email, by: side, who: who, at: time, summary)
    guard let index = lead.touches.lastIndex(where: { $0.at == time }) else { return }
    if side == .marketing, random.chance(50) {
      lead.touches[index].campaign = random.pick([DemoCampaigns.audit, DemoCampaigns.openPlant])
    }
    if stage == "propose" {
      lead.touches[index].collateral = random.pick(["one-page", "sixty-answers", "prices"])
      lead.touches[index].step = "justify"
    }
  }

  /// Something that the buyer writes.
  private mutating func answer(in stage: StageID, to side: Side, at time: Instant) {
    let isText = random.chance(10)
    let words = isText ? TouchWords.texts : TouchWords.mails(in: stage)
    let index = add(
      .inbound, isText ? .message : .email, by: side, who: worker(in: stage).rawValue, at: time,
      words.one(using: &random))
    lead.touches[index].person = random.pick(lead.people).id
    if stage == "decide", random.chance(30) { lead.touches[index].step = "order" }
  }

  /// Marketing writes on the day on which sales does, and neither knows.
  private mutating func collide(in stay: Itinerary.Stay) {
    guard let time = workTime(from: stay.from, until: stay.until),
      lead.consent == Consent()
    else { return }
    let isSold = stay.stage == "deliver" || stay.stage == "account"
    let side: Side = isSold ? .delivery : .sales
    log(
      .call, by: side, who: worker(in: stay.stage), at: time,
      TouchWords.talks(in: stay.stage).one(using: &random), outcome: .reached)
    let later = min(time.adding(hours: random.between(0.5, 5)), stay.until)
    let index = add(
      .outbound, .email, by: .marketing, who: "mailing", at: later,
      TouchWords.marketing.one(using: &random))
    lead.touches[index].campaign = DemoCampaigns.audit
  }
}
