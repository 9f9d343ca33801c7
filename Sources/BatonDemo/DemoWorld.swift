import BatonModel

/// What all leads of a demo share.
final class DemoWorld: Sendable {
  /// Chooses everything.
  let seed: UInt64
  /// The demo's present and the team's days.
  let calendar: WorkCalendar
  /// The board.
  let board: Board
  /// The campaigns, by id.
  let campaigns: [CampaignID: Campaign]
  /// The target of each clock stage, in days.
  let limits: StageTable<Double>
  /// When the team began to use Baton: what was before came from its old system, without a history.
  let adopted: Instant

  init(seed: UInt64, asOf: Instant) {
    self.seed = seed
    board = Board.demo(asOf: asOf)
    calendar = WorkCalendar(board: board, asOf: asOf)
    let all = DemoCampaigns.all(calendar)
    campaigns = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
    limits = Reckoning(board: board, now: asOf).limits
    adopted = calendar.time(day: -13, minute: 9 * 60)
  }

  /// The activity of a stage; `generate` for a stage that the board does not have.
  func activity(of stage: StageID) -> Activity { board.stage(stage)?.activity ?? .generate }

  /// The name of a lead.
  func id(of index: Int) -> LeadID {
    var bits = FixedBits(bits: DistinctBits.bits(of: index, seed: seed))
    return LeadID(ShortName.random(using: &bits))
  }

  /// Who a lead is, before its story: the same each time it is asked for.
  func buyer(of index: Int, slot: Slot) -> Buyer {
    var random = DemoRandom(seed: seed &+ 1, stream: UInt64(index))
    let isRare = slot.features.contains(.foreign)
    let region =
      isRare
      ? Region.rare[slot.turns.foreign % Region.rare.count] : random.pick(Region.common)
    var buyer = Buyer(in: region, using: &random)
    if slot.features.contains(.marks) { buyer.decompose(slot.ordinal) }
    if slot.features.contains(.longName) { buyer.lengthen(slot.ordinal) }
    return buyer
  }
}
