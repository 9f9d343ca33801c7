import BatonModel

/// The stays of a lead: which stages it has been in, from when to when.
struct Itinerary: Sendable {
  /// A stay in a stage.
  struct Stay: Sendable {
    var stage: StageID
    var from: Instant
    var until: Instant
  }

  /// The stays, oldest first.
  var stays: [Stay]
  /// When the lead ended; nil while it is open.
  var closed: Instant?

  /// Counts back from the end, or from the present, so that the last stay is as long as the scene
  /// asks.
  init(of slot: Slot, in world: DemoWorld, using random: inout DemoRandom) {
    let calendar = world.calendar
    let scene = slot.scene
    if scene.parked?.isClosed == true {
      let ago = random.quantile([0.6, 6, 14, 27, 44, 70, 105, 150, 215])
      closed = calendar.workTime(until: calendar.asOf.adding(days: -ago))
    }
    let path = Itinerary.path(of: slot, using: &random)
    var until = closed ?? calendar.asOf
    stays = []
    for (index, stage) in path.enumerated().reversed() {
      let days =
        index == path.count - 1
        ? Itinerary.age(in: stage, slot: slot, limit: world.limits[stage], using: &random)
        : random.quantile(Itinerary.usual(stage))
      let start = until.adding(days: -days)
      // Buyers come when they are awake; the rest happens when the team works.
      let from = index == 0 ? calendar.wakingTime(until: start) : calendar.workTime(until: start)
      stays.append(Stay(stage: stage, from: from, until: until))
      until = from
    }
    stays.reverse()
  }

  private static let order: [StageID] = [
    "new", "qualify", "propose", "decide", "deliver", "account",
  ]

  private static func path(of slot: Slot, using random: inout DemoRandom) -> [StageID] {
    let stage = slot.scene.stage
    if stage == "nurture" {
      return random.chance(45) ? ["new", "qualify", "nurture"] : ["new", "nurture"]
    }
    var path = Array(order.prefix { $0 != stage }) + [stage]
    if slot.features.contains(.backwards) { path += ["propose", stage] }
    if slot.features.contains(.revived) { path.append(stage) }
    return path
  }

  /// Days in the stage that the lead is in, or ended in.
  private static func age(
    in stage: StageID, slot: Slot, limit: Double?, using random: inout DemoRandom
  ) -> Double {
    guard let limit else { return random.quantile(usual(stage)) }
    // Recent enough for the history to know how it came back.
    if slot.features.contains(.revived) { return random.between(2, 8) }
    switch slot.scene.pace {
    case .fresh:
      // Times are moved back to working hours, over a long weekend by almost four days.
      let most = stage == "new" ? 0.45 : (limit - 3.9) / limit
      return limit * random.between(0.06, min(most, 0.75))
    case .late: return limit * random.between(1.15, 1.8) + (stage == "new" ? 0.8 : 0)
    case .stalled:
      return limit * random.quantile([1.15, 1.3, 1.5, 1.9, 2.4, 3.4]) + (stage == "new" ? 0.8 : 0)
    }
  }

  /// The quantiles of days that leads spend in a stage.
  private static func usual(_ stage: StageID) -> [Double] {
    switch stage {
    case "new": [0.05, 0.15, 0.4, 0.9, 1.6, 3, 7]
    case "nurture": [2, 7, 15, 27, 44, 70]
    case "qualify": [0.6, 2, 3.5, 5, 7, 11, 19]
    case "propose": [2, 5, 8, 12, 17, 26]
    case "decide": [3, 8, 14, 20, 31, 48]
    case "deliver": [9, 14, 20, 28, 41]
    default: [6, 20, 45, 90, 150, 240]
    }
  }
}
