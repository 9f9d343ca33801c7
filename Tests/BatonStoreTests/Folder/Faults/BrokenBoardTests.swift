import BatonModel
import Foundation
import Testing

@testable import BatonStore

/// A board with broken files in it: all others are there, the broken are named and left alone.
@Suite struct BrokenBoardTests {
  /// Texts that are no lead, and those of "Parsing JSON is a Minefield" where they are at hand.
  private static func brokenTexts() throws -> [[UInt8]] {
    let own: [String] = [
      "", "\0", "{", "[]", "null", "{\"id\": \"x\"}", "{\"schema\": 99}", "\u{FEFF}", "{}}",
      "<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> theirs\n", "{\"id\": 1, \"id\": 2}", "{\"a\": 1,}",
    ]
    var texts = own.map { Array($0.utf8) } + [[0xFF, 0xFE, 0x00], [0xC0, 0xAF]]
    if SharedData.exists("json-test-suite") {
      let files = try FileManager.default.contentsOfDirectory(
        at: SharedData.url("json-test-suite/test_parsing"), includingPropertiesForKeys: nil)
      for file in files where file.lastPathComponent.hasPrefix("n_") {
        texts.append([UInt8](try Data(contentsOf: file)))
      }
    }
    return texts
  }

  let folder: TemporaryFolder
  let board: BoardFolder
  let broken: [LeadID: [UInt8]]

  init() throws {
    folder = try TemporaryFolder()
    board = try BoardFolder.create(at: folder.path, board: .standard(name: "Acme"))
    try board.changeLeads((0..<1000).map { LeadID("lead-\($0)") }) { id, _ in
      Lead(id: id, name: "Lead", stage: "new", createdAt: Instant(microseconds: 0))
    }
    var broken: [LeadID: [UInt8]] = [:]
    for (number, text) in try Self.brokenTexts().enumerated() {
      let id = LeadID("broken-\(number)")
      broken[id] = text
      let file = try #require(BoardFolder.file(of: id))
      try folder.makeFolder((file as NSString).deletingLastPathComponent)
      try Data(text).write(to: URL(filePath: folder.path(file)))
    }
    self.broken = broken
  }

  @Test func allOthersAreReadAndTheBrokenAreListed() throws {
    let opened = try BoardFolder(at: folder.path)
    let read = try opened.readLeads { $0.id }
    #expect(read.values.count == 1000)
    let files = broken.keys.compactMap(BoardFolder.file(of:)).sorted()
    #expect(read.faults.map(\.file).sorted() == files)
    let checked = try opened.check()
    #expect(checked.map(\.file) == files)
    #expect(checked.allSatisfy { $0.line != nil && !$0.remedy.isEmpty })
  }

  @Test func noCommandWritesABrokenFile() throws {
    let context = CommandContext(
      board: .standard(name: "Acme"), actor: "maria", now: Instant(microseconds: 0),
      newEntryID: { "entry" })
    for (id, text) in broken {
      let path = try BoardFolder.filePath(.lead, id.rawValue)
      let lead = Lead(id: id, name: "Over", stage: "new", createdAt: Instant(microseconds: 0))
      #expect(throws: StoreError.self) { try board.apply(.note("x"), to: id, in: context) }
      #expect(throws: StoreError.self) { try board.undo("entry", of: id, in: context) }
      #expect(throws: StoreError.self) { try board.add(lead) }
      #expect(throws: StoreError.self) {
        try board.transact(on: [path]) { board throws(StoreError) in try board.put(lead) }
      }
      #expect(try board.changeLeads([id]) { _, _ in lead }.written == [])
      #expect(try board.files.read(path) == text, "\(id)")
    }
  }
}
