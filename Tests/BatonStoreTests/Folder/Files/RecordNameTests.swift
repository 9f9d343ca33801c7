import Testing

@testable import BatonStore

@Suite struct RecordNameTests {
  @Test(arguments: [
    "a", "7", "_x", "ana-ruiz", "006Q3000.1", "x..y", String(repeating: "z", count: 64),
  ])
  func acceptsIDsThatCanNameAFile(id: String) {
    #expect(RecordName.refusal(of: id) == nil)
  }

  private static let refused: [(String, RecordName.Refusal)] = [
    ("", .empty),
    (".", .badStart),
    ("..", .badStart),
    (".hidden", .badStart),
    ("-rf", .badStart),
    ("../board", .badCharacter(at: 2)),
    ("/etc/passwd", .badCharacter(at: 0)),
    ("a/b", .badCharacter(at: 1)),
    ("a\\b", .badCharacter(at: 1)),
    ("a\0b", .badCharacter(at: 1)),
    ("a\u{1B}[2J", .badCharacter(at: 1)),
    ("a b", .badCharacter(at: 1)),
    ("é", .badCharacter(at: 0)),
    ("a\u{202E}b", .badCharacter(at: 1)),
    ("nul", .reserved),
    ("COM1", .reserved),
    ("aux.lead", .reserved),
    (String(repeating: "z", count: 65), .tooLong(count: 65)),
  ]

  // Not by arguments, which the runner would print to the terminal as they are.
  @Test func refusesIDsThatCouldLeadElsewhere() {
    for (id, refusal) in Self.refused {
      #expect(RecordName.refusal(of: id) == refusal)
      #expect(throws: refusal) { try BoardPath(.lead, id) }
    }
  }

  @Test func aMegabyteIsRefusedByItsLength() {
    let id = String(repeating: "a", count: 1_000_000)
    #expect(RecordName.refusal(of: id) == .tooLong(count: 1_000_000))
  }
}

@Suite struct BoardPathTests {
  @Test func leadsAreSpreadByTheFoldedHashOfTheirIDs() throws {
    // FNV-1a of "a" is e40c292c, of "foobar" bf9cf968, by the authors' own test vectors.
    #expect(try BoardPath(.lead, "a").description == "leads/ed/a.json")
    #expect(try BoardPath(.lead, "foobar").description == "leads/b2/foobar.json")
  }

  @Test func otherRecordsStandInTheFolderOfTheirKind() throws {
    #expect(BoardPath.board.description == "board.json")
    #expect(try BoardPath(.campaign, "spring").description == "campaigns/spring.json")
    #expect(try BoardPath(.collateral, "roi").description == "collateral/roi.json")
    #expect(try BoardPath(.meeting, "2026-11-23").description == "meetings/2026-11-23.json")
  }

  @Test(arguments: [
    "board.json", "leads/ed/a.json", "campaigns/spring.json", "meetings/2026-11-23.json",
  ])
  func aPathIsReadBack(path: String) throws {
    #expect(try #require(BoardPath(relative: path)).description == path)
  }

  @Test(arguments: [
    "", "leads", "leads/a.json", "leads/00/a.json", "leads/ed/a.txt", "leads/ed/.a.json",
    "leads/ed/x/a.json", "./board.json", "/board.json", "campaigns/../board.json",
    "campaigns//spring.json", "other/spring.json", "inbox/leads.json", "campaigns/board.json/",
  ])
  func whatIsNoRecordHasNoPath(path: String) {
    #expect(BoardPath(relative: path) == nil)
  }
}
