import BatonModel

/// The deck of 240 parts from which a board is dealt: it looks like a team's board in the middle
/// of a quarter, and every feature of the model is on it.
///
/// A board of 240 leads has each part once; a larger one has as many decks as it takes. 154 of
/// them are open, and 21 of those are stalled.
enum Script {
  /// The parts in the order of the stages.
  static let slots: [Slot] = {
    var slots: [Slot] = []
    var turns = Slot.Turns()
    for scene in new + nurture + qualify + propose + decide + deliver + account + ended {
      for ordinal in 0..<scene.count {
        let slot = Slot(scene: scene, ordinal: ordinal, number: slots.count, turns: turns)
        turns.count(slot.features)
        slots.append(slot)
      }
    }
    return slots
  }()

  /// The part of a lead: each deck is dealt in another order.
  static func slot(of index: Int, seed: UInt64) -> Slot {
    let (factor, shift) = dealing(of: index / slots.count, seed: seed)
    return slots[(index % slots.count * factor + shift) % slots.count]
  }

  /// The lead of the same deck that has a part.
  static func index(of slot: Int, besides index: Int, seed: UInt64) -> Int {
    let deck = index / slots.count
    let (factor, shift) = dealing(of: deck, seed: seed)
    let place = (0..<slots.count).first { ($0 * factor + shift) % slots.count == slot } ?? 0
    return deck * slots.count + place
  }

  /// Numbers that deal a deck: any factor without a common divisor with 240 reaches every part.
  private static func dealing(of deck: Int, seed: UInt64) -> (factor: Int, shift: Int) {
    var random = DemoRandom(seed: seed, stream: UInt64.max - 1 - UInt64(deck))
    let factors = [67, 71, 73, 77, 79, 83, 89, 91, 97, 101, 103, 107, 109, 113, 137, 139, 149]
    return (random.pick(factors), random.below(slots.count))
  }

  private static let new: [Scene] = [
    Scene(
      12, "new",
      showing: [
        .offered, [.offeredToAll, .asks], [.offered, .survey], [], [.offered, .arrivals],
        [.offered, .foreign], [.offeredToAll, .noEmail], [.survey, .colleague],
        [.offered, .marks], [.offered, .crossing], .offeredToAll, .arrivals,
      ]),
    Scene(
      12, "new",
      showing: [
        .unowned, [.unowned, .survey], [.unowned, .foreign], [.unowned, .asks],
        [.unowned, .hostile], [.unowned, .longName], [.unowned, .arrivals],
        [.unowned, .duplicate], .unowned, .unowned, [.unowned, .foreign], .unowned,
      ]),
    Scene(
      4, "new", .fresh, .today, from: .good,
      showing: [[.accepted, .survey], .accepted, .accepted, []]),
    Scene(
      4, "new", .fresh, .later, from: .good,
      showing: [[.survey, .noted], [.arrivals, .foreign], .noCall, .offered]),
    Scene(
      4, "new", .late, .later,
      showing: [[.offered, .ours], .unanswered, [.offered, .theirs], .offered]),
    Scene(
      7, "new", .stalled, from: .poor,
      showing: [
        [.offered, .ours], [.lapsed, .ours], [.handedBack, .unanswered], [.offered, .bounced],
        [.unowned, .handedBack, .unanswered], .offered, [.unowned, .ours],
      ]),
    Scene(
      3, "new", .fresh, .overdue,
      showing: [[.accepted, .arrivals], [.offered, .foreign], .accepted]),
  ]

  private static let nurture: [Scene] = [
    Scene(
      12, "nurture", parked: .nurture, from: .poor,
      showing: [
        .answered, .unanswered, [.answered, .imported], .survey, [.unanswered, .arrivals],
        [.answered, .foreign], .imported, [.noCall, .answered], [.takenBack, .noted],
        [.answered, .objects], .unanswered, [],
      ]),
    Scene(
      4, "nurture", parked: .nurture,
      showing: [
        [.returned, .answered], [.returned, .arrivals], .returned, [.returned, .imported],
      ]),
    Scene(
      8, "nurture", from: .poor,
      showing: [
        [.handedBack, .answered], [.arrivals, .noEmail], [.handedBack, .unanswered], .imported,
        [.handedBack, .answered, .duplicate], [], [], .survey,
      ]),
  ]

  private static let qualify: [Scene] = [
    Scene(
      9, "qualify", .fresh, .later, from: .good,
      showing: [
        .survey, [.noted, .arrivals], .asks, [.objects, .convinced], .foreign, [.survey, .rated],
        .collision, [.marks, .noted], [.handedBack, .colleague],
      ]),
    Scene(
      5, "qualify", .fresh, .today,
      showing: [[.survey, .noted], .objects, .noCall, [.longName, .arrivals], [.asks, .served]]),
    Scene(
      4, "qualify", .fresh,
      showing: [.offered, [.accepted, .noted], .theirs, [.backwards, .asks]]),
    Scene(
      3, "qualify", .fresh, .overdue,
      showing: [.noted, [.foreign, .objects], [.undone, .survey]]),
    Scene(
      3, "qualify", .late, .later,
      showing: [[.asks, .ours], [.held, .objects], [.crossing, .imported]]),
    Scene(
      6, "qualify", .stalled,
      showing: [
        [.ours, .objects], [.ours, .asks], .leftOwner, [.theirs, .bounced], [.ours, .survey],
        [.unowned, .noted],
      ]),
    Scene(
      4, "qualify", .stalled, parked: .waiting,
      showing: [.noted, [.theirs, .objects], .approvals, [.arrivals, .noEmail]]),
  ]

  private static let propose: [Scene] = [
    Scene(
      6, "propose", .fresh, .later, from: .good,
      showing: [
        [.asks, .served], [.objects, .convinced], [.survey, .noted], .collision,
        [.foreign, .asks], [.group, .approvals],
      ]),
    Scene(
      3, "propose", .fresh, .today, from: .good,
      showing: [[.objects, .approvals], [.noted, .asks], [.ours, .removed]]),
    Scene(2, "propose", .fresh, from: .good, showing: [[.asks, .objects], .noted]),
    Scene(
      2, "propose", .fresh, .overdue, showing: [[.objects, .noEmail], [.asks, .undone]]),
    Scene(1, "propose", .late, .later, showing: [[.holdEnds, .objects]]),
    Scene(
      4, "propose", .stalled,
      showing: [
        [.ours, .asks], [.ours, .objects], [.theirs, .approvals, .refusal], [.ours, .crossing],
      ]),
    Scene(
      2, "propose", .late, parked: .waiting,
      showing: [[.theirs, .approvals], [.noted, .objects]]),
  ]

  private static let decide: [Scene] = [
    Scene(
      4, "decide", .fresh, .later, from: .good,
      showing: [
        [.approvals, .asks, .served], [.objects, .convinced, .offered], [.collision, .noted],
        [.revived, .survey],
      ]),
    Scene(1, "decide", .fresh, .today, from: .good, showing: [[.offered, .group]]),
    Scene(1, "decide", .fresh, from: .good, showing: [[.accepted, .approvals]]),
    Scene(1, "decide", .fresh, .overdue, showing: [[.objects, .approvals]]),
    Scene(1, "decide", .late, .later, showing: [[.heldLong, .ours, .removed]]),
    Scene(
      2, "decide", .stalled,
      showing: [[.offered, .theirs, .approvals], [.ours, .approvals, .refusal]]),
    Scene(
      2, "decide", .fresh, parked: .waiting, showing: [[.approvals, .noted], [.held, .theirs]]),
  ]

  private static let deliver: [Scene] = [
    Scene(
      3, "deliver", .fresh, .later, from: .good,
      showing: [[.noted, .praised], [.ours, .removed], []]),
    Scene(1, "deliver", .fresh, .today, from: .good, showing: [[.approvals, .noted]]),
    Scene(2, "deliver", .fresh, from: .good, showing: [.offered, .theirs]),
    Scene(1, "deliver", .fresh, .overdue, from: .good, showing: [.objects]),
    Scene(
      2, "deliver", .stalled, from: .good, showing: [[.offered, .holdLifted], [.ours, .asks]]),
  ]

  private static let account: [Scene] = [
    Scene(
      5, "account", .fresh, .later, from: .good,
      showing: [.praised, .noted, [.asks, .served], .collision, .offered]),
    Scene(4, "account", .fresh, from: .good, showing: [.imported, .noEmail, .foreign, .noted]),
  ]

  private static let ended: [Scene] = [
    Scene(
      8, "account", .fresh, parked: .won, from: .good,
      showing: [.praised, .imported, [.objects, .convinced], [], .survey, .approvals, [], []]),
    Scene(
      6, "deliver", .fresh, parked: .won, from: .good,
      showing: [[], .praised, [.ours, .removed], .imported, [.asks, .served], []]),
    Scene(
      12, "qualify", .late, parked: .lost, from: .poor,
      showing: [
        .ours, [], .imported, .answered, .objects, [], .unanswered, .foreign, [], .ours, [], [],
      ]),
    Scene(
      8, "propose", .late, parked: .lost,
      showing: [[.ours, .objects], .objects, .ours, .asks, [.theirs, .approvals], .imported]),
    Scene(
      6, "decide", .late, parked: .lost,
      showing: [[.approvals, .refusal], .objects, [.ours, .asks], [], .theirs, .imported]),
    Scene(
      22, "new", .late, parked: .disqualified, from: .poor,
      showing: [
        [.handedBack, .answered], [.hostile, .unanswered], .answered, .duplicate,
        [.handedBack, .unanswered], .hostile, .answered, .imported, [], [], .foreign, [],
      ]),
    Scene(
      12, "qualify", .fresh, parked: .disqualified, from: .poor,
      showing: [.answered, .unanswered, [], .imported, [.answered, .takenBack], [], [], []]),
    Scene(
      6, "qualify", .late, parked: .silent, from: .poor, showing: [.ours, [], [.ours, .asks]]),
    Scene(
      6, "propose", .late, parked: .silent, showing: [[.ours, .objects], [.ours, .asks], []]),
  ]
}
