import BatonModel

/// What stands in the buyer's way: roadblocks, objections, requests, approvals.
extension Story {
  /// Adds roadblocks, ours and theirs.
  mutating func addObstacles() {
    guard !features.isDisjoint(with: [.ours, .theirs]) else { return }
    let ours = [
      "form too long", "no price shown", "slow reply", "wrong contact", "contract terms",
      "missing document", "handed around",
    ]
    let kind =
      features.contains(.ours) ? ours[slot.turns.roadblocks % ours.count] : "security review"
    let opened = anyTime(from: lastStay.from, until: end)
    var roadblock = Roadblock(
      id: random.entryID(), kind: kind, origin: features.contains(.ours) ? .ours : .theirs,
      opened: opened)
    roadblock.words = BuyerWords.roadblock(kind).one(using: &random)
    if random.chance(70) { roadblock.step = step(of: lastStay.stage) }
    if slot.turns.roadblocks % 3 != 0 {
      roadblock.owner = owner(ofRoadblock: kind)
      roadblock.fix = BuyerWords.fix(kind)
      roadblock.due = calendar.appointment(inDays: random.within(-4...12), using: &random)
    }
    if features.contains(.removed) { roadblock.resolved = anyTime(from: opened, until: end) }
    lead.roadblocks.append(roadblock)
  }

  private func owner(ofRoadblock kind: String) -> MemberID {
    switch kind {
    case "form too long", "no price shown", "missing document": "signe"
    case "security review": "ravi"
    case "contract terms", "handed around": "hanne"
    default: seller == "tom" ? "hanne" : seller
    }
  }

  private func step(of stage: StageID) -> StepID {
    switch stage {
    case "new", "nurture": "ask"
    case "qualify": "talk"
    case "propose": "justify"
    case "decide": "compare"
    default: "order"
    }
  }

  /// Adds objections and requests, answered where the part says so.
  mutating func addRequests() {
    if features.contains(.objects) {
      let (code, words) = BuyerWords.objections[
        slot.turns.objections % BuyerWords.objections.count]
      var objection = Objection(
        id: random.entryID(), code: code, at: anyTime(from: lastStay.from, until: end),
        words: words.one(using: &random))
      objection.by = worker(in: lastStay.stage).rawValue
      if features.contains(.convinced) {
        objection.answeredWith = DemoDocuments.answering(code)
        objection.answeredAt = anyTime(from: objection.at, until: end)
      }
      lead.objections.append(objection)
    }
    guard features.contains(.asks) else { return }
    var ask = Ask(
      id: random.entryID(), at: anyTime(from: lastStay.from, until: end),
      words: BuyerWords.asks.one(using: &random))
    ask.step = step(of: lastStay.stage)
    if features.contains(.served) {
      ask.answeredWith = random.pick(["one-page", "dairy", "no-network", "works-council"])
      ask.answeredAt = anyTime(from: ask.at, until: end)
    }
    lead.asks.append(ask)
  }

  /// Adds what people on the buyer's side must agree to. What is to be delivered has their yes.
  mutating func askForApprovals(in stay: Itinerary.Stay, _ isLast: Bool) {
    let isPassed = !isLast && stay.stage == "decide"
    guard isLast && features.contains(.approvals) || isPassed && wantsApprovals else { return }
    if lead.people.count < 2 { addColleague() }
    let subjects = ["budget", "security review", "contract", "works council"]
    let first = random.below(subjects.count)
    for number in 0..<random.within(1...2) {
      var approval = Approval(subject: subjects[(first + number) % subjects.count], state: .given)
      if isPassed {
        approval.at = anyTime(from: stay.from, until: stay.until)
      } else {
        approval.state = number == 0 ? [.needed, .asked][slot.ordinal % 2] : .given
        approval.at = anyTime(from: stay.from, until: end)
        approval.due = calendar.appointment(inDays: random.within(2...20), using: &random)
      }
      if number == 0, isLast, features.contains(.refusal) {
        approval.state = .refused
        approval.note = "Not with the names of operators in it."
      }
      lead.people[1].approvals.append(approval)
    }
  }

  private var wantsApprovals: Bool {
    features.contains(.approvals) || slot.number % 4 == 0
  }

  /// What the deal is worth; who goes beyond an offer has said so.
  mutating func setAmount(in stay: Itinerary.Stay) {
    let goesOn = itinerary.stays.contains { $0.stage == "decide" }
    guard goesOn || random.chance(88),
      let time = workTime(from: stay.from, until: stay.until) ?? (goesOn ? stay.from : nil)
    else { return }
    perform(.amount(worth()), at: time, by: worker(in: stay.stage).rawValue)
  }

  /// What a deal is worth: most are small, and a few as much as all others.
  mutating func worth() -> Money {
    let people = buyer.company.employees ?? 0
    let share = people < 100 ? 0.6 : people < 300 ? 0.9 : people < 700 ? 1.3 : 2.2
    let units =
      share
      * random.quantile([
        2300, 3600, 5000, 6700, 8900, 12_000, 16_000, 22_000, 33_000, 56_000, 120_000,
      ])
    let rounded = units < 10_000 ? Int(units / 100) * 100 : Int(units / 500) * 500
    return Money(minorUnits: rounded * 100, currency: buyer.region.currency)
  }
}
