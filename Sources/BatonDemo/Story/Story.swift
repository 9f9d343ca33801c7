import BatonModel

/// Writes one lead: its stays one after the other, and on them what its part asks for.
///
/// What the model has a command for is done by that command, at its time and by its actor, so
/// that stages, visits and history agree as they would on a real board.
struct Story {
  let world: DemoWorld
  let slot: Slot
  let buyer: Buyer
  let itinerary: Itinerary
  var random: DemoRandom
  var lead: Lead
  /// Who in sales calls first.
  let caller: MemberID
  /// Who in sales makes the offer.
  let seller: MemberID

  var features: Features { slot.features }
  var calendar: WorkCalendar { world.calendar }
  var asOf: Instant { world.calendar.asOf }
  /// The stay that the lead is in, or ended in.
  var lastStay: Itinerary.Stay { itinerary.stays[itinerary.stays.count - 1] }
  /// When the lead ended, or the present.
  var end: Instant { itinerary.closed ?? asOf }

  /// The lead of an index.
  static func lead(at index: Int, in world: DemoWorld) -> Lead {
    var story = Story(index, in: world)
    story.introduce()
    for (number, stay) in story.itinerary.stays.enumerated() {
      if number > 0 { story.enter(number) }
      story.live(in: stay, isLast: number == story.itinerary.stays.count - 1)
    }
    story.addFeedback()
    story.addWaitingHandoff()
    story.addObstacles()
    story.addRequests()
    story.addContactRules()
    story.addRemarks()
    story.park()
    story.plan()
    story.close()
    return story.lead
  }

  private init(_ index: Int, in world: DemoWorld) {
    self.world = world
    slot = Script.slot(of: index, seed: world.seed)
    random = DemoRandom(seed: world.seed, stream: UInt64(index))
    itinerary = Itinerary(of: slot, in: world, using: &random)
    buyer = Story.buyer(of: index, slot: slot, in: world, using: &random)
    let hasLeft = slot.features.contains(.leftOwner)
    seller = hasLeft ? "tom" : DemoTeam.seller(in: buyer.region.country)
    // A lead that waits to be handed from the first call to the offer has two of them.
    let waits =
      slot.scene.stage == "qualify" && !slot.features.isDisjoint(with: .waitsAtJoint)
    let isCalledFirst = random.chance(45)
    caller = hasLeft ? seller : waits || isCalledFirst ? "chidi" : seller
    lead = Lead(
      id: world.id(of: index), name: buyer.name, stage: itinerary.stays[0].stage,
      createdAt: itinerary.stays[0].from)
  }

  /// Who the lead is: somebody of its own, or of the lead before it in the deck.
  private static func buyer(
    of index: Int, slot: Slot, in world: DemoWorld, using random: inout DemoRandom
  ) -> Buyer {
    guard !slot.features.isDisjoint(with: [.duplicate, .colleague]), slot.number > 0 else {
      return world.buyer(of: index, slot: slot)
    }
    let other = Script.index(of: slot.number - 1, besides: index, seed: world.seed)
    var buyer = world.buyer(of: other, slot: Script.slots[slot.number - 1])
    if slot.features.contains(.colleague) {
      (buyer.name, buyer.email) = buyer.colleague(using: &random)
    }
    return buyer
  }

  /// Carries out a command at a time.
  ///
  /// None is refused: a refusal is a mistake of this generator, and the tests look for one.
  mutating func perform(_ command: LeadCommand, at time: Instant, by actor: String) {
    let id = random.entryID()
    let context = CommandContext(board: world.board, actor: actor, now: time) { id }
    do {
      try lead.apply(command, in: context)
    } catch {
      assertionFailure("\(slot.scene.stage) \(slot.number): \(error)")
    }
  }

  /// So many times at which the team works, within a span, ascending; fewer in a short one.
  mutating func workTimes(_ count: Int, from start: Instant, until end: Instant) -> [Instant] {
    var times: [Instant] = []
    for _ in 0..<count {
      if let time = workTime(from: start, until: end) { times.append(time) }
    }
    return times.sorted()
  }

  /// A time at which the team works, within a span; nil where it does not work in it.
  mutating func workTime(from start: Instant, until end: Instant) -> Instant? {
    let time = start.adding(days: random.between(0, max(0, end.days(since: start))))
    for moved in [calendar.workTime(until: time), calendar.workTime(from: time)]
    where moved > start && moved < end {
      return moved
    }
    return nil
  }

  /// Any whole second within a span.
  mutating func anyTime(from start: Instant, until end: Instant) -> Instant {
    let time = start.adding(days: random.between(0, max(0, end.days(since: start))))
    return Instant(seconds: max(time.seconds, start.seconds))
  }

  /// Who of ours works on the lead in a stage.
  func worker(in stage: StageID) -> MemberID {
    switch stage {
    case "new", "nurture", "qualify": caller
    case "deliver": "ravi"
    case "account": "lucie"
    default: seller
    }
  }

  /// Who of marketing keeps the lead.
  var marketer: MemberID { lead.marketingOwner ?? "aylin" }

  /// Puts everything in order, and leaves of the history what happened since the team has Baton.
  private mutating func close() {
    lead.touches.sort { $0.at < $1.at }
    lead.notes.sort { $0.at < $1.at }
    lead.history.sort { $0.at < $1.at }
    var first = HistoryEntry(
      id: random.entryID(), at: lead.createdAt, by: "site", command: "add")
    if lead.createdAt < world.adopted {
      lead.history.removeAll { $0.at <= world.adopted }
      first.at = world.adopted
      first.by = "import"
      first.command = "import"
    } else {
      first.to = "new"
    }
    lead.history.insert(first, at: 0)
    lead.revision = lead.history.count
  }
}
