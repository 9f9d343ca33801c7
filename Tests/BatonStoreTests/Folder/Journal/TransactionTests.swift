import BatonModel
import Foundation
import Synchronization
import Testing

@testable import BatonStore

/// Changes of several files: what they see, and that nothing is changed when they fail.
@Suite struct TransactionTests {
  @Test func aReaderOfManyFilesSeesAllOfAChangeOrNothing() throws {
    let files = try TemporaryFolder()
    let board = try files.newBoard()
    let ids = (0..<40).map { LeadID("lead-\($0)") }
    let tag = { (text: String) in
      { (id: LeadID, newest: Lead?) -> Lead? in
        var lead = newest ?? Lead(id: id, name: "A", stage: "new", createdAt: Instant(seconds: 0))
        lead.tags = [text]
        return lead
      }
    }
    try board.changeLeads(ids, tag("before"))
    var paths: [BoardPath] = []
    for id in ids { paths.append(try BoardFolder.filePath(.lead, id.rawValue)) }
    let isFirst = Mutex(true)
    let all = paths
    // While the first lead is looked at, all are changed together.
    let read = try board.readLeads { lead -> [String] in
      let isMine = isFirst.withLock { first in
        defer { first = false }
        return first
      }
      if isMine {
        try? board.transact(on: all) { board throws(StoreError) in
          for id in ids {
            var lead = try board.lead(id)
            lead.tags = ["after"]
            try board.put(lead)
          }
        }
      }
      return lead.tags
    }
    #expect(Set(read.values) == [["after"]])
    #expect(read.values.count == ids.count)
  }

  let folder: TemporaryFolder
  let board: BoardFolder
  let ana: BoardPath
  let bo: BoardPath

  init() throws {
    folder = try TemporaryFolder()
    board = try BoardFolder.create(at: folder.path, board: .standard(name: "Acme"))
    ana = try BoardPath(.lead, "ana")
    bo = try BoardPath(.lead, "bo")
    for id in ["ana", "bo"] as [LeadID] {
      try board.add(
        Lead(id: id, name: id.rawValue, stage: "new", createdAt: Instant(microseconds: 0)))
    }
  }

  private var context: CommandContext {
    CommandContext(
      board: .standard(name: "Acme"), actor: "maria", now: Instant(microseconds: 0),
      newEntryID: { "entry" })
  }

  @Test func severalFilesChangeTogether() throws {
    try folder.write("name\nAna\n", to: "inbox/new.csv")
    try board.transact(on: [ana, bo], inbox: ["new.csv", "done/new.csv"]) {
      transaction throws(StoreError) in
      var ana = try transaction.lead("ana")
      ana.tags = [try transaction.lead("bo").name]
      try transaction.put(ana)
      try transaction.apply(.note("called"), to: "ana", in: context)
      try transaction.remove(bo)
      let row = try transaction.inboxFile("new.csv")
      try transaction.putInboxFile("done/new.csv", row)
      try transaction.putInboxFile("new.csv", nil)
    }
    let merged = try board.readLead("ana")
    #expect(merged.tags == ["bo"])
    #expect(merged.notes.map(\.text) == ["called"])
    #expect(merged.revision == 2)
    #expect(throws: StoreError.unknown(.lead, id: "bo")) { try board.readLead("bo") }
    #expect(try folder.text("inbox/done/new.csv") == "name\nAna\n")
    #expect(try folder.names(in: "inbox") == ["done"])
    #expect(try folder.names(in: ".baton") == [".gitignore", "locks", "together"])
  }

  @Test func whatIsThrownLeavesAllAsItWas() throws {
    let before = try folder.text(ana.description)
    #expect {
      try board.transact(on: [ana, bo]) { transaction throws(StoreError) in
        try transaction.remove(ana)
        try transaction.apply(.move(.init(to: "nowhere")), to: "bo", in: context)
      }
    } throws: { error in
      guard case .refused(let refusal) = error as? StoreError else { return false }
      return refusal.cause == .unknownName
    }
    #expect(try folder.text(ana.description) == before)
    #expect(try board.readLead("bo").revision == 1)
  }

  @Test func aFileThatCannotBeWrittenKeepsTheOthers() throws {
    let before = try folder.text(ana.description)
    try shell("rm \(bo); ln -s /etc/passwd \(bo)", in: folder)
    let link = FolderError(.symbolicLink, .write, path: folder.path(bo.description))
    #expect(throws: StoreError.files(link)) {
      let changes = [
        FileChange(place: FilePlace(ana), was: Array(before.utf8), becomes: Array("{}".utf8)),
        FileChange(place: FilePlace(bo), was: nil, becomes: Array("{}".utf8)),
      ]
      try reachingFiles { () throws(FolderError) in try board.files.replaceTogether(changes) }
    }
    #expect(try folder.text(ana.description) == before)
    #expect(try folder.names(in: ana.folder) == ["ana.json"])
    #expect(try folder.names(in: ".baton") == [".gitignore", "locks"])
  }

  @Test func aBrokenFileIsNeverPutOver() throws {
    try folder.write("{ broken", to: bo.description)
    #expect(throws: StoreError.self) {
      try board.transact(on: [ana, bo]) { transaction throws(StoreError) in
        var ana = try transaction.lead("ana")
        ana.tags = ["kept out"]
        try transaction.put(ana)
        try transaction.put(
          Lead(id: "bo", name: "Bo", stage: "new", createdAt: Instant(microseconds: 0)))
      }
    }
    #expect(try folder.text(bo.description) == "{ broken")
    #expect(try board.readLead("ana").tags == [])
  }

  @Test(arguments: [
    "../board.json", "a/../../x", ".hidden", "", "a//b", "/etc/passwd", "a\0b", "sub/.x",
    String(repeating: "n", count: 300),
  ])
  func noNameLeadsOutOfTheInbox(name: String) throws {
    let bad = FolderError(.badName, .open, path: "inbox/\(name)")
    #expect(throws: StoreError.files(bad)) {
      try board.transact(on: [ana], inbox: [name]) { _ in }
    }
  }

  @Test func theJournalIsNoMoreOpenThanTheFilesInIt() throws {
    try folder.setPermissions(0o2770, ".baton")
    try board.files.writeJournal(ChangeJournal([], writer: "x"), most: 0o640)
    #expect(try folder.permissions(".baton/journal") == 0o640)
    try board.files.removeJournal()
  }
}
