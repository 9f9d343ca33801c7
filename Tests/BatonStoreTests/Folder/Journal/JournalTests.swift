import BatonModel
import Foundation
import Testing

@testable import BatonStore

/// What becomes of a change of several files whose writer has died, at each of its moments.
@Suite struct JournalTests {
  let folder: TemporaryFolder
  let board: BoardFolder
  let changes: [FileChange]
  let places: [FilePlace]

  init() throws {
    folder = try TemporaryFolder()
    board = try BoardFolder.create(at: folder.path, board: .standard(name: "Acme"))
    func lead(_ id: LeadID, _ name: String) -> [UInt8] {
      LeadFile.encode(Lead(id: id, name: name, stage: "new", createdAt: Instant(microseconds: 0)))
    }
    changes = [
      FileChange(
        place: FilePlace(try BoardPath(.lead, "ana")), was: lead("ana", "old"),
        becomes: lead("ana", "new")),
      FileChange(
        place: FilePlace(try BoardPath(.lead, "bo")), was: lead("bo", "old"), becomes: nil),
      FileChange(
        place: FilePlace(try BoardPath(.lead, "cy")), was: nil, becomes: lead("cy", "new")),
      FileChange(
        place: try #require(FilePlace(inbox: "raw.csv")), was: [0xFF, 0x0A, 0x00], becomes: []),
    ]
    places = changes.map(\.place)
  }

  /// The board as a writer leaves it that dies after so many of the files have their names.
  private func die(after count: Int) throws {
    for (index, change) in changes.enumerated() {
      try set(index < count ? change.becomes : change.was, at: change.place)
    }
    let journal = ChangeJournal(changes, writer: "process 42 of maria")
    try board.files.writeJournal(journal, most: 0o666)
  }

  private func set(_ bytes: [UInt8]?, at place: FilePlace) throws {
    try folder.makeFolder(place.folder)
    let file = URL(filePath: folder.path(place.description))
    if let bytes {
      try Data(bytes).write(to: file)
    } else {
      try? FileManager.default.removeItem(at: file)
    }
  }

  private func bytes() throws -> [[UInt8]?] {
    try places.map { try board.files.read($0.name, in: $0.folder) }
  }

  private var isLeft: Bool { FileManager.default.fileExists(atPath: folder.path(".baton/journal")) }

  @Test(arguments: 0...4)
  func whoOpensTheBoardCompletesIt(count: Int) throws {
    try die(after: count)
    let opened = try BoardFolder(at: folder.path)
    #expect(try bytes() == changes.map(\.becomes))
    #expect(!isLeft)
    #expect(try opened.check() == [])
  }

  @Test(arguments: 0...4)
  func whoChangesOneOfTheFilesCompletesItFirst(count: Int) throws {
    try die(after: count)
    try board.files.update(try BoardPath(.lead, "ana")) { newest in
      #expect(newest == changes[0].becomes)
      return changes[0].was
    }
    #expect(!isLeft)
    #expect(try bytes() == [changes[0].was] + changes.dropFirst().map(\.becomes))
  }

  @Test func whoReadsCompletesIt() throws {
    try die(after: 1)
    #expect(throws: StoreError.unknown(.lead, id: "bo")) { try board.readLead("bo") }
    try die(after: 1)
    #expect(Set(try board.readLeads { $0.id }.values) == ["ana", "cy"])
    #expect(!isLeft)
  }

  @Test func whoChangesOtherFilesDoesNotWaitForIt() throws {
    try die(after: 1)
    try board.files.update(.board) { $0.map { $0 + [0x20] } }
    #expect(isLeft)
  }

  @Test func anotherChangeOfSeveralFilesCompletesItFirst() throws {
    try die(after: 2)
    try board.transact(on: [.board, try BoardPath(.lead, "cy")]) { transaction throws(StoreError) in
      var cy = try transaction.lead("cy")
      cy.name = "newer"
      try transaction.put(cy)
    }
    #expect(try board.readLead("cy").name == "newer")
    #expect(try bytes().prefix(2) == [changes[0].becomes, nil])
    #expect(!isLeft)
  }

  @Test(arguments: 0...4)
  func whatSomebodyEditedSinceIsKeptAndTheRestTakenBack(count: Int) throws {
    try die(after: count)
    try folder.write("edited by hand", to: places[1].description)
    _ = try BoardFolder(at: folder.path)
    var expected = changes.map(\.was)
    expected[1] = Array("edited by hand".utf8)
    #expect(try bytes() == expected)
    #expect(!isLeft)
  }

  @Test func theTemporaryFilesOfTheDeadAreSwept() throws {
    try die(after: 1)
    let dead = try startShell("exit 0", in: folder)
    dead.waitUntilExit()
    try folder.write("{", to: "\(places[2].folder)/.baton-\(dead.processIdentifier)-1.tmp")
    _ = try BoardFolder(at: folder.path)
    #expect(try folder.names(in: places[2].folder) == ["cy.json"])
  }

  @Test func aLivingWriterIsWaitedFor() throws {
    try board.transact(on: [.board]) { _ in }
    try die(after: 1)
    // Another process has the lock, as the writer of the journal has it.
    let holder = try LockHolder(
      of: ".baton/locks/.baton.lock", in: folder, script: "rm .baton/journal")
    let impatient = BoardLocks(root: folder.path, patience: .milliseconds(20))
    #expect {
      try board.files.completeJournal(locks: impatient)
    } throws: { error in
      guard case .files(let why) = error as? StoreError, case .busy = why.reason else {
        return false
      }
      return true
    }
    #expect(try bytes()[1] == changes[1].was)
    holder.end()
    try board.files.completeJournal()
    #expect(try bytes()[1] == changes[1].was)
  }

  // MARK: Journals that cannot be used

  @Test(arguments: [
    "", "{}", "{\"files\":[{\"path\":\"leads/x.json\",\"was\":5}],\"schema\":1,\"writer\":\"x\"}\n",
    "{\"files\":[{\"becomes\":9,\"path\":\"board.json\"}],\"schema\":1,\"writer\":\"x\"}\nshort",
    "{\"files\":[{\"becomes\":2,\"path\":\"../x\"}],\"schema\":1,\"writer\":\"x\"}\n{}",
    "{\"files\":[{\"becomes\":-1,\"path\":\"board.json\"}],\"schema\":1,\"writer\":\"x\"}\n",
    "{\"files\":[],\"schema\":1,\"writer\":\"x\"}\nmore",
  ])
  func aDamagedJournalIsNamedAndKeptAndStopsOnlyItsLike(text: String) throws {
    let before = try folder.text("board.json")
    try folder.write(text, to: ".baton/journal")
    let opened = try BoardFolder(at: folder.path)
    #expect(try opened.check().map(\.file) == [".baton/journal"])
    try opened.add(Campaign(id: "spring", title: "Spring"))
    #expect(throws: StoreError.self) { try opened.transact(on: [.board]) { _ in } }
    #expect(try folder.text(".baton/journal") == text)
    #expect(try folder.text("board.json") == before)
  }

  @Test func aNewerJournalStopsWhoWouldWriteOnIt() throws {
    try folder.write("{\"schema\":2}\n", to: ".baton/journal")
    #expect(try board.check().map(\.kind) == [.newer])
    #expect(throws: StoreError.self) { try board.add(Campaign(id: "spring", title: "Spring")) }
  }

  @Test func aJournalThatCannotBeCompletedIsNamed() throws {
    try die(after: 1)
    try shell("rm -f \(places[2]); mkdir \(places[2])", in: folder)
    let faults = try board.check().filter { $0.file == ".baton/journal" }
    #expect(
      faults.map(\.message) == [
        "a change of \(places.map(\.description).joined(separator: ", ")) by process 42 of maria "
          + "is half done: cannot read \(folder.path(places[2].description)): "
          + "it is not a regular file"
      ])
    #expect(isLeft)
  }

  @Test func aJournalIsReadAsItWasWritten() throws {
    let journal = ChangeJournal(changes, writer: "process 42 of maria")
    #expect(try ChangeJournal(journal.encoded(), file: "j") == journal)
  }
}
