import BatonModel
import Foundation
import Synchronization
import Testing

@testable import BatonStore

/// Files that vanish while they are read, and a clock that jumps back.
@Suite struct MomentTests {
  let folder: TemporaryFolder
  let board: BoardFolder

  init() throws {
    folder = try TemporaryFolder()
    board = try BoardFolder.create(at: folder.path, board: .standard(name: "Acme"))
    try board.changeLeads((0..<200).map { LeadID("lead-\($0)") }) { id, _ in
      Lead(id: id, name: "Lead", stage: "new", createdAt: Instant(microseconds: 0))
    }
  }

  @Test func filesThatVanishWhileTheyAreReadAreNoFaults() throws {
    let isDone = Mutex(false)
    let path = folder.path
    let remover = Thread.counting(
      until: { isDone.withLock { $0 } },
      {
        // As git does it that goes to another branch and back.
        let leads = "\(path)/leads"
        try FileManager.default.moveItem(atPath: leads, toPath: leads + "-away")
        try FileManager.default.moveItem(atPath: leads + "-away", toPath: leads)
        return true
      })
    for _ in 0..<30 {
      let read = try board.readLeads { $0.id }
      #expect(read.faults == [])
      #expect(read.values.count + read.gone.count <= 200)
    }
    isDone.withLock { $0 = true }
    #expect(remover.wait().wrong == 0)
    #expect(try board.readLeads { $0.id }.values.count == 200)
  }

  @Test func aFileThatIsHalfWrittenIsAFaultUntilItIsWhole() throws {
    let file = try #require(BoardFolder.file(of: "lead-7"))
    let text = try folder.text(file)
    try folder.write(String(text.prefix(40)), to: file)
    #expect(try board.readLeads { $0.id }.faults.map(\.file) == [file])
    try folder.write(text, to: file)
    #expect(try board.check() == [])
  }

  @Test func aClockThatJumpsBackLosesNothing() throws {
    let noon = Instant(microseconds: 1_795_000_000_000_000)
    let clock = Mutex([noon, noon.adding(days: -400), noon.adding(hours: 1)])
    var number = 0
    func context() -> CommandContext {
      number += 1
      let entry = EntryID("e\(number)")
      let now = clock.withLock { $0.isEmpty ? noon : $0.removeFirst() }
      return CommandContext(
        board: .standard(name: "Acme"), actor: "maria", now: now, newEntryID: { entry })
    }
    try board.apply(.move(.init(to: "qualify")), to: "lead-1", in: context())
    try board.apply(.move(.init(to: "new")), to: "lead-1", in: context())
    try board.apply(.amount(Money(minorUnits: 1, currency: "EUR")), to: "lead-1", in: context())
    let lead = try board.readLead("lead-1")
    #expect(lead.history.map(\.id) == ["e1", "e2", "e3"])
    #expect(lead.visits.map(\.stage) == ["new", "qualify", "new"])
    #expect(try board.check() == [])
    // Before it came into its stage, a lead has been there for no time.
    let earlier = Reckoning(board: .standard(name: "Acme"), now: noon.adding(days: -500))
    #expect(earlier.standing(of: LeadSummary(lead)).daysInStage == 0)
    // What was done last is taken back first, whatever the clock said.
    try board.undo("e2", of: "lead-1", in: context())
    #expect(try board.readLead("lead-1").stage == "qualify")
  }
}
