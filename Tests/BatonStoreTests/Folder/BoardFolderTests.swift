import BatonModel
import Foundation
import Synchronization
import Testing

@testable import BatonStore

@Suite struct BoardFolderTests {
  let folder: TemporaryFolder
  let board: BoardFolder

  init() throws {
    folder = try TemporaryFolder()
    board = try BoardFolder.create(at: folder.path("acme"), board: .standard(name: "Acme"))
  }

  private var context: CommandContext {
    CommandContext(
      board: .standard(name: "Acme"), actor: "maria", now: Instant(microseconds: 0),
      newEntryID: { "entry" })
  }

  private func lead(_ id: LeadID) -> Lead {
    Lead(id: id, name: "Ana Ruiz", stage: "new", createdAt: Instant(microseconds: 0))
  }

  // MARK: Finding and making

  @Test func aNewBoardHasItsFolders() throws {
    #expect(
      try folder.names(in: "acme") == [
        ".baton", "board.json", "campaigns", "collateral", "inbox", "leads", "meetings",
      ])
    #expect(try board.readBoard().name == "Acme")
    #expect(try board.readLeads { $0 }.values == [])
  }

  @Test func aBoardIsNotMadeOverAnother() throws {
    let before = try folder.text("acme/board.json")
    let exists = FolderError(.exists, .write, path: folder.path("acme/board.json"))
    #expect(throws: StoreError.files(exists)) {
      try BoardFolder.create(at: folder.path("acme"), board: .standard(name: "Other"))
    }
    #expect(try folder.text("acme/board.json") == before)
  }

  @Test func aFolderWithoutABoardIsNotOpened() throws {
    let missing = FolderError(.missing, .open, path: folder.path("board.json"))
    #expect(throws: StoreError.files(missing)) { try BoardFolder(at: folder.path) }
  }

  // MARK: Commands

  @Test func aCommandIsAppliedToTheNewestFile() throws {
    try board.add(lead("ana"))
    try board.changeLead("ana") { $0.tags = ["by another"] }
    let change = try board.apply(.move(.init(to: "qualify")), to: "ana", in: context)
    #expect(change.before.tags == ["by another"])
    #expect(change.after.stage == "qualify")
    #expect(change.after.revision == 3)
    #expect(try board.readLead("ana") == change.after)
  }

  @Test func unknownKeysStayInTheFile() throws {
    try board.add(lead("ana"))
    let path = "acme/" + (try #require(BoardFolder.file(of: "ana")))
    let text = try folder.text(path)
    try folder.write(
      text.replacing("\"name\"", with: "\"mood\": 1E400,\n  \"name\""), to: path)
    try board.apply(.note("called"), to: "ana", in: context)
    #expect(try folder.text(path).contains("\n  \"mood\": 1E400,\n"))
  }

  @Test func aRefusalLeavesTheFile() throws {
    try board.add(lead("ana"))
    let path = "acme/" + (try #require(BoardFolder.file(of: "ana")))
    let before = try folder.fileNumber(path)
    #expect {
      try board.apply(.move(.init(to: "nowhere")), to: "ana", in: context)
    } throws: { error in
      guard case .refused(let refusal) = error as? StoreError else { return false }
      return refusal.cause == .unknownName
    }
    #expect(try folder.fileNumber(path) == before)
  }

  @Test(arguments: [
    "{\"id\": \"ana\", ", "", "[]", "{\"schema\": 2}", "\u{FEFF}<<<<<<< HEAD\n", "null",
  ])
  func aBrokenFileIsNeverWritten(text: String) throws {
    let path = try #require(BoardFolder.file(of: "ana"))
    try folder.write(text, to: "acme/\(path)")
    #expect {
      try board.apply(.note("called"), to: "ana", in: context)
    } throws: { error in
      guard case .fault(let fault) = error as? StoreError else { return false }
      return fault.file == path && fault.line == 1
    }
    #expect(throws: StoreError.self) { try board.add(lead("ana")) }
    let change = try board.changeLeads(["ana"]) { id, _ in lead(id) }
    #expect(change.written == [])
    #expect(change.faults.map(\.file) == [path])
    #expect(try folder.text("acme/\(path)") == text)
  }

  @Test func aLeadThatIsNotThereIsUnknown() throws {
    #expect(throws: StoreError.unknown(.lead, id: "bo")) { try board.readLead("bo") }
    #expect(throws: StoreError.unknown(.lead, id: "bo")) {
      try board.apply(.note("called"), to: "bo", in: context)
    }
    #expect(throws: StoreError.badID("../board", .badCharacter(at: 2))) {
      try board.readLead("../board")
    }
    #expect(try folder.names(in: "acme/leads") == [])
  }

  @Test func manyLeadsAreChangedAtOnce() throws {
    try board.add(lead("ana"))
    let change = try board.changeLeads(["ana", "bo", "cy"]) { id, newest in
      if id == "cy" { return nil }
      var changed = newest ?? lead(id)
      changed.tags = ["imported"]
      return changed
    }
    #expect(Set(change.written) == ["ana", "bo"])
    #expect(try board.readLead("ana").revision == 2)
    #expect(try board.readLead("bo").revision == 1)
    #expect(try board.readLead("bo").tags == ["imported"])
  }

  // MARK: Reading all

  @Test func allLeadsAreReadWithTheFaultsOfTheOthers() throws {
    try board.add(lead("ana"))
    try board.add(lead("bo"))
    let cy = try #require(BoardFolder.file(of: "cy"))
    let dee = try #require(BoardFolder.file(of: "dee"))
    try folder.write("{", to: "acme/\(cy)")
    try folder.write(
      String(decoding: LeadFile.encode(lead("ana")), as: UTF8.self), to: "acme/\(dee)")
    try folder.write("{}", to: "acme/leads/zz/eve.json")
    try folder.write("{}", to: "acme/leads/eve.json")
    let read = try board.readLeads(summarise: { $0.id })
    #expect(Set(read.values) == ["ana", "bo"])
    let right = try #require(BoardFolder.file(of: "eve"))
    let elsewhere = "; where there is one already, compare them and delete one"
    #expect(
      Set(read.faults.map { "\($0.file): \($0.kind): \($0.remedy)" }) == [
        "\(cy): malformed: it may be only half written: save it again, or restore it",
        "\(dee): inconsistent: make the two alike: rename the file, or correct the id",
        "leads/zz/eve.json: inconsistent: move the file to \(right)" + elsewhere,
        "leads/eve.json: inconsistent: move the file to \(right)" + elsewhere,
      ])
  }

  @Test func theStreamTellsHowFarItIs() async throws {
    try board.changeLeads((0..<300).map { LeadID("lead-\($0)") }) { id, _ in lead(id) }
    var ids: Set<LeadID> = []
    var totals: Set<Int> = []
    var done = 0
    for await batch in LiveReading(board).loadLeads(summarise: { $0.id }) {
      ids.formUnion(batch.values)
      totals.insert(batch.total)
      done = max(done, batch.done)
    }
    #expect(ids.count == 300)
    #expect(totals == [300])
    #expect(done == 300)
  }

  @Test func someLeadsAreReadAgain() throws {
    try board.add(lead("ana"))
    try board.add(lead("bo"))
    let read = try board.readLeads(["bo", "gone"], summarise: { $0.id })
    #expect(read.values == ["bo"])
    #expect(read.gone.map(\.id) == ["gone"])
    #expect(read.faults == [])
  }

  @Test func otherRecordsAreReadInTheOrderOfTheirNames() throws {
    try board.add(Campaign(id: "spring", title: "Spring"))
    try board.add(Campaign(id: "autumn", title: "Autumn"))
    try board.add(Collateral(id: "roi", title: "What it saves"))
    try board.add(Meeting(date: "2026-11-23"))
    try folder.write("?", to: "acme/campaigns/bad.json")
    let campaigns = try board.readCampaigns()
    #expect(campaigns.records.map(\.title) == ["Autumn", "Spring"])
    #expect(campaigns.faults.map(\.file) == ["campaigns/bad.json"])
    #expect(try board.readCollateral().records.map(\.id) == ["roi"])
    #expect(try board.readMeetings().records.map(\.date) == ["2026-11-23"])
  }
}
