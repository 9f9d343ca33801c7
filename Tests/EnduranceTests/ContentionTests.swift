import BatonModel
import BatonStore
import StoreActing
import Testing

/// Sixteen processes on fifty leads: every result is accounted for, every applied one is there.
@Suite struct ContentionTests {
  @Test func nothingIsLostBetweenManyProcesses() throws {
    let scratch = try Scratch()
    let board = try makeActorsBoard(in: scratch, leads: 50)
    let each = Endurance.count(12, long: 200)
    let actors = try (0..<16).map { number in
      try ActorProcess(
        on: board, name: "p\(number)", seed: UInt64(number), count: each, leads: 50,
        kinds: "commands")
    }
    let deeds = try actors.flatMap { try $0.deeds() }
    #expect(deeds.count == 16 * each)
    #expect(Set(deeds.map(\.outcome)) == ["applied", "refused"])
    let applied = Set(deeds.filter { $0.outcome == "applied" }.map(\.entry))

    #expect(try board.check() == [])
    let read = try board.readLeads { $0 }
    #expect(read.values.count == 50)
    let entries = read.values.flatMap { $0.history.map(\.id) }
    #expect(entries.count == applied.count)
    #expect(Set(entries) == applied)
    for lead in read.values where lead.revision != 1 + lead.history.count {
      Issue.record("\(lead.id) has revision \(lead.revision) after \(lead.history.count) changes")
    }
  }
}
