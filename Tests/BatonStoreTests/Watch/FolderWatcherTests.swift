import Foundation
import Testing

@testable import BatonStore

/// A watched board with one lead, and the log of what is told.
struct WatchedBoard {
  let folder: TemporaryFolder
  let log = EventLog()
  let watcher: FolderWatcher

  init(method: FolderWatcher.Method = .automatic) throws {
    folder = try TemporaryFolder()
    try folder.write("{}", to: "acme/board.json")
    try folder.write("{}", to: "acme/leads/aa/old.json")
    for name in ["campaigns", "collateral", "meetings", "inbox"] {
      try folder.makeFolder("acme/\(name)")
    }
    watcher = FolderWatcher(
      folder: folder.path("acme"), tree: .board, method: method, deliver: log.add)
  }
}

@Suite struct FolderWatcherTests {
  let board: WatchedBoard
  let folder: TemporaryFolder
  let log: EventLog

  init() throws {
    board = try WatchedBoard()
    folder = board.folder
    log = board.log
  }

  /// Changes a file that is always told of, so that all before it was told of too.
  private func markEnd() throws {
    try folder.write("{}", to: "acme/meetings/end.json")
    #expect(log.wait(for: ["meetings/end.json"]))
  }

  /// A watcher of theme files in a folder that is not there yet.
  private func themesWatcher(_ log: EventLog) throws -> FolderWatcher {
    try folder.makeFolder("config")
    return FolderWatcher(
      folder: folder.path("config"), tree: .files(endingIn: ".theme", in: "b/themes"),
      deliver: log.add)
  }

  /// A folder is followed that is made after the watch has begun, with what is above it.
  @Test(arguments: [
    "mkdir -p b/themes && echo 1 > b/themes/x.theme",
    "mkdir b; mkdir b/themes; echo 1 > b/themes/x.theme",
    "mkdir -p new/themes && echo 1 > new/themes/x.theme && mv new b",
    "mkdir -p b/themes; rm -r b; mkdir -p b/themes; echo 1 > b/themes/x.theme",
  ])
  func aFolderThatIsStillToBeMade(script: String) throws {
    let log = EventLog()
    let watcher = try themesWatcher(log)
    defer { watcher.stop() }
    try shell("cd config && echo 1 > y.theme; mkdir c; echo 1 > c/x.theme; \(script)", in: folder)
    #expect(log.wait(for: ["b/themes/x.theme"]))
    #expect(log.paths == ["b/themes/x.theme"])
    #expect(log.events.first == .mode(.live))
  }

  @Test func aLinkInThePlaceOfAFolderIsTold() throws {
    let log = EventLog()
    let watcher = try themesWatcher(log)
    defer { watcher.stop() }
    try shell("mkdir -p mine config/b; ln -s ../../mine config/b/themes", in: folder)
    #expect(log.wait(for: ["b/themes"]))
  }

  @Test func theModeComesFirst() {
    #expect(log.events == [.mode(.live)])
  }

  @Test(arguments: [
    "echo 1 > leads/aa/old.json",
    "echo 1 >> leads/aa/old.json",
    "echo 1 > x.tmp && mv x.tmp leads/aa/old.json",
    "cp board.json leads/aa/.old.swp && mv leads/aa/.old.swp leads/aa/old.json",
    "rm leads/aa/old.json",
    "mv leads/aa/old.json elsewhere",
    "chmod 600 leads/aa/old.json",
    "touch leads/aa/old.json",
    "ln board.json leads/aa/old.json -f",
    "sed -i s/{/[/ leads/aa/old.json",
  ])
  func everyWayToChangeAFileIsSeen(script: String) throws {
    try shell("cd acme && \(script)", in: folder)
    #expect(log.wait(for: ["leads/aa/old.json"]))
    try markEnd()
    #expect(log.paths == ["leads/aa/old.json", "meetings/end.json"])
  }

  @Test func newFilesOfEveryKindAreSeen() throws {
    try shell(
      """
      cd acme; echo 1 > board.json; echo 1 > campaigns/a.json; echo 1 > collateral/b.json;
      echo 1 > meetings/c.json; echo 1 > 'inbox/new leads.csv'; ln board.json leads/aa/d.json
      """, in: folder)
    #expect(
      log.wait(for: [
        "board.json", "campaigns/a.json", "collateral/b.json", "meetings/c.json",
        "inbox/new leads.csv", "leads/aa/d.json",
      ]))
  }

  @Test func whatIsNoRecordIsNotToldOf() throws {
    let files = try BoardFiles(root: folder.path("acme"))
    try shell(
      """
      cd acme; echo 1 > README.md; echo 1 > leads/aa/.x.json.swp; echo 1 > leads/aa/x.json~;
      echo 1 > inbox/.y.csv; echo 1 > inbox/z.csv.part; mkdir other; echo 1 > other/x.json
      """, in: folder)
    try files.update(try BoardPath(.meeting, "2026-11-23")) { _ in Array("{}".utf8) }
    try markEnd()
    #expect(log.paths == ["meetings/2026-11-23.json", "meetings/end.json"])
  }

  // MARK: Folders

  @Test func aNewFolderIsWatchedWithWhatIsInItAlready() throws {
    try shell("cd acme; mkdir leads/bb; echo 1 > leads/bb/one.json", in: folder)
    #expect(log.wait(for: ["leads/bb/one.json"]))
    log.forget()
    try shell("cd acme; echo 2 > leads/bb/one.json", in: folder)
    #expect(log.wait(for: ["leads/bb/one.json"]))
  }

  @Test func aDeletedFolderAndItsReturnAreSeen() throws {
    try shell("rm -r acme/leads", in: folder)
    #expect(log.wait(for: ["leads/aa/old.json"]))
    log.forget()
    try folder.write("{}", to: "acme/leads/aa/old.json")
    #expect(log.wait(for: ["leads/aa/old.json"]))
    log.forget()
    try folder.write("[]", to: "acme/leads/aa/old.json")
    #expect(log.wait(for: ["leads/aa/old.json"]))
  }

  @Test func aFolderMovedAwayAndBackIsReadAnew() throws {
    try shell("mv acme/leads/aa away", in: folder)
    #expect(log.wait(for: .rescan(.folderMoved)))
    log.forget()
    try shell("echo 1 > away/hidden.json", in: folder)
    try markEnd()
    #expect(log.paths == ["meetings/end.json"])
    try shell("mv away acme/leads/aa", in: folder)
    #expect(log.wait(for: ["leads/aa/hidden.json", "leads/aa/old.json"]))
    log.forget()
    try shell("echo 2 > acme/leads/aa/old.json", in: folder)
    #expect(log.wait(for: ["leads/aa/old.json"]))
  }

  @Test func aFolderRenamedWithinTheBoardIsWatchedUnderItsNewName() throws {
    try shell("mv acme/leads/aa acme/leads/bb", in: folder)
    #expect(log.wait(for: .rescan(.folderMoved)))
    log.forget()
    try shell("echo 2 > acme/leads/bb/old.json", in: folder)
    #expect(log.wait(for: ["leads/bb/old.json"]))
    try markEnd()
    #expect(!log.paths.contains("leads/aa/old.json"))
  }

  // MARK: Several files together

  @Test func filesThatAreChangedTogetherAreToldOfTogether() throws {
    // Who heeds no journal tells of the first file by itself; then the second one comes.
    var heedless = WatchedTree.board
    heedless.gate = nil
    let others = EventLog()
    let other = FolderWatcher(folder: folder.path("acme"), tree: heedless, deliver: others.add)
    try shell(
      """
      cd acme && mkdir -p .baton && echo j > .baton/j && echo 2 > a.tmp && echo 2 > b.tmp
      mv .baton/j .baton/journal && mv a.tmp leads/aa/a.json
      """, in: folder)
    withExtendedLifetime(other) { #expect(others.wait(for: ["leads/aa/a.json"])) }
    try shell("cd acme && mv b.tmp leads/aa/b.json && rm .baton/journal", in: folder)
    #expect(log.wait(for: ["leads/aa/a.json"]))
    let first = log.events.first { $0 != .mode(.live) }
    #expect(first == .changed(["leads/aa/a.json", "leads/aa/b.json"]))
  }

  @Test func aWriterThatDiedHoldsNothingBack() throws {
    try shell(
      "cd acme && mkdir -p .baton && echo j > .baton/journal && echo 2 > leads/aa/a.json",
      in: folder)
    #expect(log.wait(for: ["leads/aa/a.json"]))
  }

  // MARK: The board itself

  @Test(arguments: ["acme", "."])
  func theBoardMovedAwayAndBackIsReadAnew(moved: String) throws {
    // The second time it is the folder above that moves.
    let script = moved == "acme" ? ("mv acme away", "mv away acme") : nil
    let base = folder.path
    if let script {
      try shell(script.0, in: folder)
    } else {
      try shell("mv \(base) \(base)-away", in: folder)
    }
    #expect(log.wait(for: .mode(.missing)))
    if let script {
      try shell(script.1, in: folder)
    } else {
      try shell("mv \(base)-away \(base)", in: try TemporaryFolder())
    }
    #expect(log.wait(for: .rescan(.returned)))
    #expect(log.events.filter { $0 == .mode(.live) }.count == 2)
    log.forget()
    try folder.write("[]", to: "acme/leads/aa/old.json")
    #expect(log.wait(for: ["leads/aa/old.json"]))
  }

  @Test func anotherBoardInItsPlaceIsReadAnew() throws {
    try shell("cp -r acme other; mv acme away; mv other acme", in: folder)
    #expect(log.wait(for: .rescan(.returned)))
    log.forget()
    try folder.write("[]", to: "away/leads/aa/old.json")
    try folder.write("[]", to: "acme/board.json")
    #expect(log.wait(for: ["board.json"]))
    #expect(log.paths == ["board.json"])
  }

  @Test func aDeletedBoardThatSomebodyHasOpenIsMissed() throws {
    let isOpen = try OpenFolder(path: folder.path("acme"))
    try shell("rm -r acme", in: folder)
    #expect(log.wait(for: .mode(.missing)))
    #expect(isOpen.status() != nil)
    try folder.write("{}", to: "acme/board.json")
    #expect(log.wait(for: .rescan(.returned)))
  }

  @Test func aBoardThatIsNotThereYetIsWaitedFor() throws {
    let log = EventLog()
    let watcher = FolderWatcher(folder: folder.path("later"), tree: .board, deliver: log.add)
    #expect(log.events == [.mode(.missing)])
    try folder.write("{}", to: "later/board.json")
    #expect(log.wait(for: .rescan(.returned)))
    watcher.stop()
  }

  // MARK: Much at once

  @Test func aCheckoutOfManyFilesComesInFewEvents() throws {
    try shell(
      """
      cd acme && git init -q . && git config user.name t && git config user.email t@t &&
      for i in $(seq 2000); do echo 1 > leads/aa/$i.json; done &&
      git add -A && git commit -qm one &&
      for i in $(seq 2000); do echo 2 > leads/aa/$i.json; done && git commit -qam two
      """, in: folder)
    try markEnd()
    log.forget()
    try shell("cd acme && git checkout -q HEAD~1", in: folder)
    #expect(log.wait(for: Set((1...2000).map { "leads/aa/\($0).json" })))
    #expect(log.events.count < 500)
  }

  #if os(Linux)
    @Test func afterAnOverflowEverythingIsReadAnewAndWatchingGoesOn() throws {
      try folder.write("{}", to: "acme/campaigns/a.json")
      #expect(log.wait(for: ["campaigns/a.json"]))
      let limit = try String(
        contentsOfFile: "/proc/sys/fs/inotify/max_queued_events", encoding: .utf8)
      let most = try #require(Int(limit.trimmingCharacters(in: .whitespacesAndNewlines)))
      // While the watcher is kept busy, more changes come than the system keeps: two a rename.
      board.watcher.queue.sync {
        for round in 0..<(most / 2 + 1) {
          let names = round % 2 == 0 ? ["a", "b"] : ["b", "a"]
          let paths = names.map { folder.path("acme/campaigns/\($0).json") }
          if rename(paths[0], paths[1]) != 0 { Issue.record("cannot rename") }
        }
      }
      #expect(log.wait(for: .rescan(.overflow)))
      log.forget()
      try folder.write("[]", to: "acme/leads/aa/old.json")
      #expect(log.wait(for: ["leads/aa/old.json"]))
    }
  #endif

  @Test func nothingComesAfterTheEnd() throws {
    board.watcher.stop()
    log.forget()
    let other = EventLog()
    let watcher = FolderWatcher(folder: folder.path("acme"), tree: .board, deliver: other.add)
    try folder.write("[]", to: "acme/leads/aa/old.json")
    #expect(other.wait(for: ["leads/aa/old.json"]))
    #expect(log.events == [])
    watcher.stop()
  }

  @Test func aStreamEndsTheWatchingWithItsIteration() async throws {
    let events = FolderWatcher.events(in: folder.path("acme"), tree: .board)
    try folder.write("[]", to: "acme/leads/aa/old.json")
    var seen: [FolderEvent] = []
    for await event in events {
      seen.append(event)
      if event == .changed(["leads/aa/old.json"]) { break }
    }
    #expect(seen == [.mode(.live), .changed(["leads/aa/old.json"])])
  }
}
