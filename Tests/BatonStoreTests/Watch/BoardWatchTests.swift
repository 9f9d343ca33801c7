import BatonModel
import Testing

@testable import BatonStore

@Suite struct BoardWatchTests {
  @Test func pathsBecomeRecords() throws {
    let ana = try #require(BoardFolder.file(of: "ana"))
    let bo = try #require(BoardFolder.file(of: "bo"))
    let change = BoardChange([
      bo, "board.json", "campaigns/spring.json", "campaigns/autumn.json", ana, "inbox/b.csv",
      "inbox/a.json", "leads/zz/eve.json", "meetings/not a date?.json",
    ])
    #expect(change.leads == ["ana", "bo"])
    #expect(change.others == [.board, .campaign])
    #expect(change.inbox == ["inbox/a.json", "inbox/b.csv"])
    #expect(change.strays == ["leads/zz/eve.json", "meetings/not a date?.json"])
  }

  @Test func aCommandOfAnotherIsToldByItsLead() async throws {
    let folder = try TemporaryFolder()
    let board = try BoardFolder.create(at: folder.path, board: .standard(name: "Acme"))
    try board.add(
      Lead(id: "ana", name: "Ana", stage: "new", createdAt: Instant(microseconds: 0)))
    let changes = board.changes()
    try BoardFolder(at: folder.path).changeLead("ana") { $0.tags = ["new"] }
    var iterator = changes.makeAsyncIterator()
    #expect(await iterator.next() == .mode(.live))
    guard case .changed(let change)? = await iterator.next() else {
      Issue.record("no change came")
      return
    }
    #expect(change == BoardChange([try #require(BoardFolder.file(of: "ana"))]))
  }

  @Test func straysThatAreStillThereAreFaults() throws {
    let folder = try TemporaryFolder()
    let board = try BoardFolder.create(at: folder.path, board: .standard(name: "Acme"))
    try folder.write("{}", to: "leads/zz/eve.json")
    let faults = board.faults(ofStrays: ["leads/zz/eve.json", "leads/zz/gone.json"])
    #expect(faults.map(\.file) == ["leads/zz/eve.json"])
  }
}
