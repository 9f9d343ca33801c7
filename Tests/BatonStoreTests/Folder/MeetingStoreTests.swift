import BatonModel
import BatonStore
import Foundation
import Testing

@Suite("Meetings on the disk")
struct MeetingStoreTests {
  private let day = "2026-11-23"

  private func board() -> Board {
    var board = Board.standard(name: "Test")
    board.team = [
      Member(id: "maria", name: "Maria Costa", side: .sales),
      Member(id: "tom", name: "Tom Berg", side: .marketing),
    ]
    return board
  }

  private func context(_ actor: String = "maria", _ id: EntryID? = nil) -> CommandContext {
    CommandContext(
      board: board(), actor: actor, now: Instant(seconds: 1_795_428_000)
    ) { id ?? EntryID(UUID().uuidString) }
  }

  private func text(_ folder: TemporaryFolder) throws -> String {
    try String(contentsOfFile: folder.path + "/meetings/\(day).json", encoding: .utf8)
  }

  @Test func aDecisionMakesTheFileOfItsMeeting() throws {
    let temporary = try TemporaryFolder()
    let folder = try BoardFolder.create(at: temporary.path, board: board())
    try folder.add(Lead(id: "ana", name: "Ana", stage: "new", createdAt: Instant(seconds: 1)))
    let change = try folder.apply(
      .decide(.init("Fix the form", owner: "maria", due: CivilDay("2026-11-30"), leads: ["ana"])),
      toMeetingOf: day, in: context("maria", "d1"))
    #expect(change.before == nil)
    #expect(change.inverse == .drop("d1"))
    #expect(try folder.readMeetings().records == [change.after])
    #expect(
      try text(temporary) == """
        {
          "date": "2026-11-23",
          "decisions": [
            {
              "due": "2026-11-30",
              "id": "d1",
              "leads": [
                "ana"
              ],
              "owner": "maria",
              "text": "Fix the form"
            }
          ],
          "history": [
            {
              "at": "2026-11-23T10:00:00Z",
              "by": "maria",
              "command": "decide",
              "id": "d1",
              "subject": "d1"
            }
          ],
          "revision": 1,
          "schema": 1
        }

        """)
  }

  @Test func refusesWhatMakesNoSenseAndWritesNothing() throws {
    let temporary = try TemporaryFolder()
    let folder = try BoardFolder.create(at: temporary.path, board: board())
    #expect(throws: StoreError.self) {
      try folder.apply(.decide(.init("x", leads: ["zoe"])), toMeetingOf: day, in: context())
    }
    #expect(throws: StoreError.self) {
      try folder.apply(.decide(.init("x", leads: ["../../x"])), toMeetingOf: day, in: context())
    }
    #expect(throws: StoreError.unknown(.meeting, id: day)) {
      try folder.apply(.settle("d1"), toMeetingOf: day, in: context())
    }
    #expect(throws: StoreError.self) {
      try folder.apply(.decide(.init("x")), toMeetingOf: "2026-02-30", in: context())
    }
    #expect(try folder.readMeetings().records.isEmpty)
  }

  @Test func keepsWhatItDoesNotKnowAndLeavesABrokenFileAlone() throws {
    let temporary = try TemporaryFolder()
    let folder = try BoardFolder.create(at: temporary.path, board: board())
    let file = temporary.path + "/meetings/\(day).json"
    try
      #"{"schema":1,"revision":4,"date":"2026-11-23","room":"blue","decisions":[{"id":"d1","text":"x","votes":3}]}"#
      .write(toFile: file, atomically: true, encoding: .utf8)
    let change = try folder.apply(.settle("d1"), toMeetingOf: day, in: context("tom"))
    #expect(change.after.revision == 5)
    #expect(try text(temporary).contains(#""room": "blue""#))
    #expect(try text(temporary).contains(#""votes": 3"#))
    try "{ half".write(toFile: file, atomically: true, encoding: .utf8)
    #expect(throws: StoreError.self) {
      try folder.apply(.decide(.init("y")), toMeetingOf: day, in: context())
    }
    #expect(try text(temporary) == "{ half")
    #expect(try folder.readMeetingBook().faults.map(\.file) == ["meetings/\(day).json"])
  }

  @Test func twoWhoDecideAtOnceBothKeepTheirDecisions() async throws {
    let temporary = try TemporaryFolder()
    let folder = try BoardFolder.create(at: temporary.path, board: board())
    let other = try BoardFolder(at: temporary.path)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<20 {
        let (writer, actor) = number.isMultiple(of: 2) ? (folder, "maria") : (other, "tom")
        let context = context(actor)
        group.addTask {
          try writer.apply(.decide(.init("Do \(number)")), toMeetingOf: "2026-11-23", in: context)
        }
      }
      try await group.waitForAll()
    }
    let meeting = try #require(try folder.readMeetings().records.first)
    #expect(Set(meeting.decisions.map(\.text)) == Set((0..<20).map { "Do \($0)" }))
    #expect(meeting.revision == 20)
    #expect(meeting.history.count == 20)
  }

  @Test func namesTheLeadIntoWhichAnotherWasMerged() throws {
    let temporary = try TemporaryFolder()
    let folder = try BoardFolder.create(at: temporary.path, board: board())
    for id: LeadID in ["ana", "anna"] {
      try folder.add(Lead(id: id, name: "Ana", stage: "new", createdAt: Instant(seconds: 1)))
    }
    try folder.merge("anna", into: "ana", in: context())
    let change = try folder.apply(
      .decide(.init("Call", leads: ["anna", "ana"])), toMeetingOf: day, in: context())
    #expect(change.after.decisions[0].leads == ["ana"])
  }
}
