import BatonModel
import Foundation
import Testing

@testable import BatonStore

@Suite struct CheckTests {
  let folder: TemporaryFolder
  let board: BoardFolder

  init() throws {
    folder = try TemporaryFolder()
    var settings = Board.standard(name: "Acme")
    settings.team = [Member(id: "maria", name: "Maria Costa", side: .sales)]
    board = try BoardFolder.create(at: folder.path, board: settings)
  }

  private func lead(_ id: LeadID) -> Lead {
    Lead(id: id, name: "Ana Ruiz", stage: "new", createdAt: Instant(microseconds: 0))
  }

  private func file(_ id: LeadID) throws -> String { try #require(BoardFolder.file(of: id)) }

  @Test func aSoundBoardHasNoFaults() throws {
    var ana = lead("ana")
    ana.owner = "maria"
    ana.acquisition.creating = Arrival()
    ana.acquisition.creating?.campaign = "spring"
    ana.answers = [SurveyAnswer(question: "own-words", answer: "yes")]
    ana.answers[0].asked = "Is it so?"
    try board.add(ana)
    try board.add(Campaign(id: "spring", title: "Spring"))
    try board.add(Collateral(id: "roi", title: "What it saves"))
    try board.add(Meeting(date: "2026-11-23"))
    #expect(try board.check() == [])
  }

  @Test func namesThatTheBoardDoesNotHaveAreFoundWhereTheyStand() throws {
    let path = try file("ana")
    try folder.write(
      """
      {
        "createdAt": "2026-11-02T09:00:00Z",
        "id": "ana",
        "name": "Ana Ruiz",
        "owner": "nobody",
        "revision": 1,
        "schema": 1,
        "stage": "limbo",
        "touches": [
          {"at": "2026-11-02T09:00:00Z", "channel": "call", "direction": "outbound", "id": "t1",
           "side": "sales"},
          {"at": "2026-11-02T09:00:00Z", "channel": "call", "direction": "outbound",
           "campaign": "autumn", "id": "t1", "side": "sales"}
        ],
        "visits": []
      }
      """, to: path)
    #expect(
      try board.check().map { "\($0) – \($0.remedy)" } == [
        "\(path):5:12: the board has no member \"nobody\" – "
          + "write one of maria, or add it to the team of board.json",
        "\(path):8:12: the board has no stage \"limbo\" – "
          + "write one of account, decide, deliver, new, nurture, propose, qualify, or add it to "
          + "the stages of board.json",
        "\(path):13:18: the board has no campaign \"autumn\" – add it to the folder campaigns",
        "\(path):13:34: the id \"t1\" stands twice among the touches – "
          + "give one of the two another id",
      ])
  }

  @Test func whatNoLeadCanMeanIsFoundWhereItStands() throws {
    let path = try file("ana")
    try folder.write(
      """
      {
        "amount": {"currency": "euro", "minorUnits": -5},
        "createdAt": "2026-11-02T09:00:00Z",
        "id": "ana",
        "name": "Ana Ruiz",
        "parked": {"kind": "waiting", "since": "2026-11-02T09:00:00Z"},
        "people": [{"id": "p1", "name": "Ana"}],
        "revision": 1,
        "schema": 1,
        "stage": "new",
        "touches": [
          {"at": "2026-11-02T09:00:00Z", "channel": "call", "direction": "outbound", "id": "t1",
           "person": "p99", "side": "sales"}
        ],
        "visits": []
      }
      """, to: path)
    #expect(
      try board.check().map(\.description) == [
        "\(path):2:26: \"euro\" is no code of a currency",
        "\(path):2:48: an amount of less than nothing",
        "\(path):6:22: a lead that waits has no date on which it returns",
        "\(path):6:22: a lead that waits has no reason",
        "\(path):13:16: the lead has no person \"p99\"",
      ])
  }

  @Test func decisionsNameLeadsThatAreThere() throws {
    try board.add(lead("ana"))
    var meeting = Meeting(date: "2026-11-23")
    meeting.decisions = [Decision(id: "d1", text: "Call")]
    meeting.decisions[0].leads = ["ana", "gone"]
    try board.add(meeting)
    #expect(try board.check().map(\.message) == ["the board has no lead \"gone\""])
  }

  @Test func theCurrencyOfTheBoardIsACode() throws {
    try board.changeBoard { $0.currency = "EURO" }
    #expect(try board.check().map(\.message) == ["\"EURO\" is no code of a currency"])
  }

  @Test func filesThatNothingReadsAreNamed() throws {
    let path = try file("ana")
    try board.add(lead("ana"))
    let shard = String(path.dropLast("/ana.json".count))
    let text = try folder.text(path)
    try folder.write(text.replacing("ana", with: "bo"), to: "\(shard)/sub/bo.json")
    try folder.write(text.replacing("ana", with: "cy"), to: "\(shard)/cy.JSON")
    try folder.write("a note", to: "\(shard)/README.txt")
    let faults = try board.check()
    #expect(faults.map(\.file) == ["\(shard)/cy.JSON", "\(shard)/sub/bo.json"])
    #expect(faults[0].remedy == "rename it to \(shard)/cy.json")
    #expect(faults[1].message.hasPrefix("a lead of this name is looked for in leads/"))
    let context = CommandContext(
      board: try board.readBoard(), actor: "maria", now: Instant(microseconds: 0)
    ) { "e" }
    for repair in try board.proposeRepairs(of: faults) { try board.makeRepair(repair, in: context) }
    #expect(try board.check() == [])
    #expect(try board.readLead("bo").id == "bo")
    #expect(try board.readLead("cy").id == "cy")
  }

  @Test func anInboxThatLeadsElsewhereIsNamed() throws {
    try folder.makeFolder("elsewhere")
    try? FileManager.default.removeItem(atPath: folder.path("inbox"))
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("inbox"), withDestinationPath: folder.path("elsewhere"))
    #expect(
      try board.check().map(\.description) == ["inbox: cannot open it: it is a symbolic link"])
  }

  @Test func everyKindOfFileIsChecked() throws {
    var campaign = Campaign(id: "spring", title: "Spring")
    campaign.owner = "x"
    try board.add(campaign)
    var document = Collateral(id: "roi", title: "What it saves")
    document.servesSteps = ["x"]
    try board.add(document)
    var meeting = Meeting(date: "2026-11-23")
    meeting.present = ["maria", "x"]
    try board.add(meeting)
    try board.changeBoard { $0.team.append(Member(id: "maria", name: "M", side: .sales)) }
    try folder.write("{}", to: "meetings/2026-11-24.json")
    try folder.write("{}", to: "leads/odd.json")
    try shell("ln -s /tmp leads/out", in: folder)
    #expect(
      try board.check().map { "\($0.file) \($0.kind)" } == [
        "board.json inconsistent",
        "campaigns/spring.json inconsistent",
        "collateral/roi.json inconsistent",
        "leads/odd.json inconsistent",
        "leads/out unreadable",
        "meetings/2026-11-23.json inconsistent",
        "meetings/2026-11-24.json invalid",
      ])
  }

  @Test func withoutSettingsOnlyTheFilesThemselvesAreChecked() throws {
    var ana = lead("ana")
    ana.stage = "limbo"
    try board.add(ana)
    try folder.write("{", to: "board.json")
    #expect(try board.check().map(\.file) == ["board.json"])
  }
}

@Suite struct JSONPlaceTests {
  private func place(_ path: [JSONPlace.Step], in text: String) -> [Int]? {
    Array(text.utf8).withUnsafeBytes { JSONPlace.find(path, in: $0) }.map { [$0.line, $0.column] }
  }

  @Test func aValueIsFoundByItsPath() {
    let text = "{\n  \"a\": [1, {\"b\": \"é\", \"c\": null}],\n  \"d\": 2\n}\n"
    #expect(place([], in: text) == [1, 1])
    #expect(place([.key("a")], in: text) == [2, 8])
    #expect(place([.key("a"), .index(1), .key("c")], in: text) == [2, 28])
    #expect(place([.key("d")], in: text) == [3, 8])
    #expect(place([.key("e")], in: text) == nil)
    #expect(place([.key("a"), .index(2)], in: text) == nil)
    #expect(place([.key("d"), .key("x")], in: text) == nil)
  }
}
