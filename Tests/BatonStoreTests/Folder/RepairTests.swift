import BatonModel
import Foundation
import Testing

@testable import BatonStore

@Suite struct RepairTests {
  let folder: TemporaryFolder
  let board: BoardFolder

  init() throws {
    folder = try TemporaryFolder()
    var settings = Board.standard(name: "Acme")
    settings.team = [Member(id: "maria", name: "María Costa", side: .sales)]
    board = try BoardFolder.create(at: folder.path, board: settings)
  }

  private func context() throws -> CommandContext {
    CommandContext(
      board: try board.readBoard(), actor: "jonas", now: Instant(microseconds: 0),
      newEntryID: { EntryID(UUID().uuidString) })
  }

  private func text(_ id: LeadID, _ change: (inout Lead) -> Void = { _ in }) -> String {
    var lead = Lead(id: id, name: "Ana Ruiz", stage: "new", createdAt: Instant(microseconds: 0))
    change(&lead)
    return String(decoding: LeadFile.encode(lead), as: UTF8.self)
  }

  private func file(_ id: LeadID) throws -> String { try #require(BoardFolder.file(of: id)) }

  private func proposed() throws -> [BoardRepair] {
    try board.proposeRepairs(of: try board.check())
  }

  private func repairAll() throws {
    for repair in try proposed() { #expect(try board.makeRepair(repair, in: context())) }
  }

  @Test func aSoundBoardNeedsNoRepair() throws {
    try folder.write(text("ana"), to: try file("ana"))
    #expect(try proposed() == [])
  }

  @Test(arguments: ["leads/zz/ana.json", "leads/ana.json", "leads/00/Ana Ruiz.json"])
  func aRecordInTheWrongPlaceIsMovedAsItIs(place: String) throws {
    try folder.write(text("ana"), to: place)
    let right = try BoardPath(.lead, "ana")
    #expect(try proposed() == [BoardRepair(file: place, act: .move(to: right))])
    try repairAll()
    #expect(try folder.text(right.description) == text("ana"))
    #expect(!FileManager.default.fileExists(atPath: folder.path(place)))
    #expect(try board.check() == [])
  }

  @Test func aCampaignUnderAWrongNameIsRenamed() throws {
    let bytes = CampaignFile.encode(Campaign(id: "spring", title: "Spring"))
    try folder.write(String(decoding: bytes, as: UTF8.self), to: "campaigns/autumn.json")
    try repairAll()
    #expect(try board.readCampaigns().records.map(\.id) == ["spring"])
  }

  @Test func aCopyThatStandsTwiceIsSetAside() throws {
    try folder.write(text("ana"), to: try file("ana"))
    try folder.write(text("ana"), to: "leads/zz/ana.json")
    try repairAll()
    #expect(try folder.names(in: "leads/zz") == ["ana.json.before-repair-19700101T000000Z"])
    #expect(try board.check() == [])
  }

  @Test func ofTwoThatDifferNeitherIsTouched() throws {
    try folder.write(text("ana"), to: try file("ana"))
    try folder.write(text("ana") { $0.tags = ["other"] }, to: "leads/zz/ana.json")
    #expect(try proposed() == [])
  }

  @Test func namesInAnotherCaseAreWrittenAsTheBoardDoes() throws {
    let before = text("ana") {
      $0.stage = "Qualify"
      $0.visits[0].stage = "Qualify"
      $0.owner = "maria costa"
    }
    try folder.write(before, to: try file("ana"))
    #expect(try proposed().map(\.name) == ["correct", "correct"])
    try repairAll()
    let ana = try board.readLead("ana")
    #expect(ana.stage == "qualify")
    #expect(ana.owner == "maria")
    #expect(ana.history.map(\.by) == ["jonas", "jonas"])
    #expect(ana.history.map(\.subject) == ["stage", "owner"])
    let kept = try file("ana") + ".before-repair-19700101T000000Z"
    #expect(try folder.text(kept) == before)
    #expect(try board.check() == [])
    #expect(try board.readLeads { $0.id }.values == ["ana"])
  }

  @Test(arguments: ["{", "{\"id\": \"ana\"}", "<<<<<<< HEAD\n", "{\"a\": 1,}"])
  func whatOnlyAPersonCanMendIsLeft(broken: String) throws {
    try folder.write(broken, to: try file("ana"))
    try folder.write(text("bo") { $0.stage = "limbo" }, to: try file("bo"))
    #expect(try board.check().count == 2)
    #expect(try proposed() == [])
  }

  @Test func whatTheDeadLeftIsRemovedAndADamagedJournalSetAside() throws {
    let dead = try startShell("exit 0", in: folder)
    dead.waitUntilExit()
    try folder.write("{", to: "leads/4f/.baton-\(dead.processIdentifier)-1.tmp")
    try folder.write("{", to: "leads/4f/.baton-1-1.tmp")
    try folder.write("damaged", to: ".baton/journal")
    #expect(try proposed().map(\.name) == ["setAside", "remove"])
    try repairAll()
    #expect(try folder.names(in: "leads/4f") == [".baton-1-1.tmp"])
    #expect(try folder.names(in: ".baton").contains("journal.before-repair-19700101T000000Z"))
    #expect(try board.check() == [])
  }

  @Test func aRepairThatIsNoLongerNeededIsNotMade() throws {
    try folder.write(text("ana"), to: "leads/zz/ana.json")
    let repairs = try proposed()
    try folder.write(text("ana") { $0.tags = ["newer"] }, to: try file("ana"))
    #expect(try repairs.map { try board.makeRepair($0, in: context()) } == [false])
    #expect(try board.readLead("ana").tags == ["newer"])
  }

  @Test func whoIsForgottenIsForgottenInWhatRepairsHaveKept() throws {
    try folder.write(text("ana") { $0.owner = "MARIA" }, to: try file("ana"))
    try repairAll()
    #expect(try folder.names(in: try BoardPath(.lead, "ana").folder).count == 2)
    try board.forget(try board.findPerson("ana"), month: "2026-11")
    #expect(try folder.names(in: try BoardPath(.lead, "ana").folder) == [])
  }
}
