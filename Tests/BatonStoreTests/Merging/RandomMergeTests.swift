import BatonModel
import Testing

@testable import BatonStore

/// Two branches of a lead, each with commands of its own, from a seed.
@Suite("Random merges")
struct RandomMergeTests {
  private let board = Board.standard(name: "Test", currency: "EUR")

  /// A command for a lead; some of them contradict those of the other branch.
  private func command(_ random: inout Random, at now: Instant) -> LeadCommand {
    switch random.next(below: 6) {
    case 0: .note("note \(random.next(below: 1_000))")
    case 1: .touch(.init(side: .sales, direction: .outbound, channel: .call, summary: "called"))
    case 2: .amount(Money(minorUnits: Int(random.next(below: 1_000)), currency: "EUR"))
    case 3: .move(.init(to: board.stages[Int(random.next(below: 3))].id))
    case 4: .next(NextStep(kind: .call, due: now.adding(days: 1)))
    default: .retract(EntryID("t1"))
    }
  }

  private func branch(_ lead: Lead, _ name: String, _ random: inout Random) -> Lead {
    var lead = lead
    var names = 0
    for step in 0..<random.next(below: 6) {
      names += 1
      let seconds = Int64(step) * 20 + (name == "ours" ? 0 : 10)
      let now = Instant(seconds: 1_800_000_000 + seconds)
      let id = "\(name)-\(names)"
      let context = CommandContext(board: board, actor: name, now: now) { EntryID(id) }
      // What the model refuses is not done on this branch.
      try? lead.apply(command(&random, at: now), in: context)
    }
    return lead
  }

  @Test("Either way round gives the same file, with everything of both in it", arguments: 0..<300)
  func random(seed: Int) throws {
    var random = Random(seed: UInt64(seed))
    var base = Lead(
      id: "ana", name: "Ana", stage: "new", createdAt: Instant(seconds: 1_790_000_000))
    base.touches = [
      Touch(
        id: "t1", at: base.createdAt, side: .sales, direction: .outbound, channel: .call)
    ]
    base.unknown = ["later": ["version": 2]]
    let (ours, theirs) = (branch(base, "ours", &random), branch(base, "theirs", &random))
    let path = try #require(BoardFolder.file(of: "ana"))
    func merged(_ left: Lead, _ right: Lead) -> RecordMerge {
      RecordMerge(
        base: base.encoded(), ours: left.encoded(), theirs: right.encoded(),
        path: "boards/acme/\(path)")
    }
    let (one, other) = (merged(ours, theirs), merged(theirs, ours))
    #expect(one.conflicts == other.conflicts)
    guard one.conflicts.isEmpty else { return }
    #expect(one.bytes == other.bytes)
    let lead = try LeadFile.decode(one.bytes)
    for branch in [ours, theirs] {
      #expect(Set(branch.history.map(\.id)).isSubset(of: lead.history.map(\.id)))
      #expect(Set(branch.touches.map(\.id)).isSubset(of: lead.touches.map(\.id)))
      #expect(Set(branch.notes.map(\.id)).isSubset(of: lead.notes.map(\.id)))
    }
    #expect(lead.history.count == ours.history.count + theirs.history.count)
    #expect(lead.history.map(\.at) == lead.history.map(\.at).sorted())
    #expect(lead.unknown == base.unknown)
    #expect(lead.visits.last?.stage == lead.stage)
  }
}

/// Numbers from a seed (Knuth's linear congruential generator, the upper bits).
private struct Random {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next(below bound: UInt64) -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state >> 33) % bound
  }
}
