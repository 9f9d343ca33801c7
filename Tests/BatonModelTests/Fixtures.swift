import BatonModel
import Synchronization
import Testing

/// Wednesday, 18 November 2026, 10:00 in UTC, 11:00 in Berlin: the present of these tests.
let now = at("2026-11-18T10:00:00Z")

/// The instant of an RFC 3339 time; a mistyped one fails the test that wrote it.
func at(_ text: String, _ location: SourceLocation = #_sourceLocation) -> Instant {
  guard let instant = Instant(rfc3339: text) else {
    Issue.record("“\(text)” is no time", sourceLocation: location)
    return .distantPast
  }
  return instant
}

/// The standard board in Berlin, with two people of sales, two of marketing and one who has left.
func testBoard() -> Board {
  var board = Board.standard(name: "Test", timeZone: "Europe/Berlin")
  board.team = [
    Member(id: "maria", name: "Maria Costa", side: .sales),
    Member(id: "jonas", name: "Jonas Müller", side: .sales),
    Member(id: "aylin", name: "Aylin Demir", side: .marketing),
    Member(id: "marius", name: "Marius Pop", side: .marketing),
    Member(id: "otto", name: "Otto Lang", side: .sales),
  ]
  board.team[4].hasLeft = true
  return board
}

/// A context whose entries are called e1, e2 and so on.
func context(
  _ board: Board = testBoard(), actor: String = "maria", now time: Instant = now
) -> CommandContext {
  let counter = EntryCounter()
  return CommandContext(board: board, actor: actor, now: time) { counter.next() }
}

private final class EntryCounter: Sendable {
  private let count = Mutex(0)

  func next() -> EntryID {
    count.withLock { count in
      count += 1
      return EntryID("e\(count)")
    }
  }
}

/// Ana Ruiz, who came into a stage on 2 November, 9:00 in UTC.
func testLead(in stage: StageID = "qualify") -> Lead {
  Lead(id: "ana", name: "Ana Ruiz", stage: stage, createdAt: at("2026-11-02T09:00:00Z"))
}

/// What a command refuses; fails where it refuses nothing or changes the lead all the same.
func refusal(
  of command: LeadCommand, on lead: Lead, in context: CommandContext = context(),
  _ location: SourceLocation = #_sourceLocation
) throws -> Refusal {
  var changed = lead
  let refusal = #expect(throws: Refusal.self, sourceLocation: location) {
    try changed.apply(command, in: context)
  }
  #expect(changed == lead, sourceLocation: location)
  return try #require(refusal, sourceLocation: location)
}
