import Foundation
import Synchronization
import Testing

@testable import BatonStore

@Suite struct BoardFilesTests {
  let folder: TemporaryFolder
  let files: BoardFiles
  let ana: BoardPath

  init() throws {
    folder = try TemporaryFolder()
    files = try BoardFiles(root: folder.path)
    ana = try BoardPath(.lead, "ana")
  }

  private func write(_ text: String, to path: BoardPath) throws {
    try files.update(path) { _ in Array(text.utf8) }
  }

  @Test func writesAFileAndItsFolders() throws {
    #expect(try files.read(ana) == nil)
    try write("{}\n", to: ana)
    #expect(try folder.text(ana.description) == "{}\n")
    #expect(try files.read(ana) == Array("{}\n".utf8))
    #expect(try folder.names(in: ana.folder) == ["ana.json"])
  }

  @Test func aChangeStartsFromTheNewestBytes() throws {
    try write("one", to: ana)
    try folder.write("two, by hand", to: ana.description)
    try files.update(ana) { newest in
      #expect(newest == Array("two, by hand".utf8))
      return Array("three".utf8)
    }
    #expect(try folder.text(ana.description) == "three")
  }

  @Test func theSameBytesAreNotWritten() throws {
    try write("same", to: ana)
    let before = try folder.fileNumber(ana.description)
    #expect(try files.update(ana) { $0 } == false)
    #expect(try files.update(ana) { _ in nil } == false)
    #expect(try folder.fileNumber(ana.description) == before)
    #expect(try files.update(ana) { _ in Array("other".utf8) })
    #expect(try folder.fileNumber(ana.description) != before)
  }

  @Test func aRefusedChangeLeavesTheFileAndReleasesTheLock() throws {
    let refusal = StoreError.unknown(.lead, id: "bo")
    try write("kept", to: ana)
    #expect(throws: refusal) {
      try files.update(ana) { _ throws(StoreError) in throw refusal }
    }
    #expect(try folder.text(ana.description) == "kept")
    try write("next", to: ana)
    #expect(try folder.names(in: ana.folder) == ["ana.json"])
  }

  @Test func aLargeFileIsReadWhole() throws {
    let text = String(repeating: "0123456789abcdef", count: 70_000)
    try write(text, to: ana)
    #expect(try files.read(ana) == Array(text.utf8))
  }

  @Test func aFileBeyondTheLimitIsRefused() throws {
    try folder.makeFolder(ana.folder)
    try shell("truncate -s 65M \(ana)", in: folder)
    #expect(
      throws: FolderError(.tooLarge(limit: 67_108_864), .read, path: folder.path(ana.description))
    ) {
      try files.read(ana)
    }
  }

  // MARK: What may not be followed

  @Test func linksAreRefusedForReadingAndWriting() throws {
    try folder.write("secret", to: "outside.json")
    try folder.makeFolder(ana.folder)
    try shell("ln -s \(folder.path)/outside.json \(ana)", in: folder)
    let path = folder.path(ana.description)
    #expect(throws: FolderError(.symbolicLink, .read, path: path)) { try files.read(ana) }
    #expect(throws: StoreError.files(FolderError(.symbolicLink, .read, path: path))) {
      try write("x", to: ana)
    }
    #expect(try folder.text("outside.json") == "secret")
  }

  @Test func aLinkedFolderIsRefused() throws {
    let elsewhere = try TemporaryFolder()
    try shell("ln -s \(elsewhere.path) leads", in: folder)
    let error = FolderError(.symbolicLink, .open, path: folder.path("leads"))
    #expect(throws: error) { try files.read(ana) }
    #expect(throws: StoreError.files(error)) { try write("x", to: ana) }
    #expect(try elsewhere.names(in: "") == [])
  }

  @Test func aPipeIsNotWaitedFor() throws {
    try folder.makeFolder(ana.folder)
    try shell("mkfifo \(ana)", in: folder)
    let path = folder.path(ana.description)
    #expect(throws: FolderError(.notAFile, .read, path: path)) { try files.read(ana) }
  }

  // MARK: Whose the file is

  @Test func anOldFileKeepsItsPermissionsAndOwner() throws {
    try write("one", to: ana)
    try folder.setPermissions(0o640, ana.description)
    let isRoot = geteuid() == 0
    if isRoot { #expect(chown(folder.path(ana.description), 1234, 5678) == 0) }
    try write("two", to: ana)
    #expect(try folder.permissions(ana.description) == 0o640)
    if isRoot {
      let attributes = try FileManager.default.attributesOfItem(
        atPath: folder.path(ana.description))
      #expect(attributes[.ownerAccountID] as? Int == 1234)
      #expect(attributes[.groupOwnerAccountID] as? Int == 5678)
    }
  }

  @Test func aSharedFolderMakesSharedFiles() throws {
    try folder.setPermissions(0o2775, "")
    try write("{}", to: ana)
    #expect(try folder.permissions("leads") == 0o2775)
    #expect(try folder.permissions(ana.folder) == 0o2775)
    #expect(try folder.permissions(ana.description) == 0o664)
    #expect(try folder.permissions(".baton/locks/leads-\(ana.folder.suffix(2)).lock") == 0o664)
  }

  @Test func aPrivateFolderMakesPrivateFiles() throws {
    try folder.setPermissions(0o755, "")
    try write("{}", to: ana)
    #expect(try folder.permissions(ana.description) == 0o644)
  }

  // MARK: Leavings

  @Test func theTemporaryFileOfADeadWriterIsSwept() throws {
    let dead = try startShell("exit 0", in: folder)
    dead.waitUntilExit()
    let left = "\(ana.folder)/.baton-\(dead.processIdentifier)-7.tmp"
    try folder.write("half", to: left)
    let living = "\(ana.folder)/.baton-1-7.tmp"
    try folder.write("half", to: living)
    try write("{}", to: ana)
    #expect(try folder.names(in: ana.folder) == [".baton-1-7.tmp", "ana.json"])
  }

  @Test func aFailedWriteLeavesNothing() throws {
    try folder.write("in the way", to: "leads")
    let notAFolder = FolderError(.notAFolder, .open, path: folder.path("leads"))
    #expect(throws: StoreError.files(notAFolder)) {
      try write("{}", to: ana)
    }
    #expect(try folder.text("leads") == "in the way")
    try folder.makeFolder("campaigns/spring.json")
    let spring = try BoardPath(.campaign, "spring")
    let notAFile = FolderError(.notAFile, .read, path: folder.path("campaigns/spring.json"))
    #expect(throws: StoreError.files(notAFile)) {
      try write("{}", to: spring)
    }
    #expect(try folder.names(in: "campaigns") == ["spring.json"])
  }

  @Test func aReaderNeverSeesAPart() throws {
    let texts = ["a", "b"].map { String(repeating: $0, count: 300_000) }
    try write(texts[0], to: ana)
    let isDone = Mutex(false)
    let reader = Thread.counting(
      until: { isDone.withLock { $0 } },
      {
        guard let bytes = try files.read(ana) else { return false }
        return texts.contains { Array($0.utf8) == bytes }
      })
    for round in 1...40 { try write(texts[round % 2], to: ana) }
    isDone.withLock { $0 = true }
    let result = reader.wait()
    #expect(result.wrong == 0)
    #expect(result.right > 0)
  }
}

extension TemporaryFolder {
  /// The inode, which a replacement changes.
  func fileNumber(_ relative: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path(relative))[.systemFileNumber] as? Int
  }
}

/// A thread that repeats a check until it is told to end, and counts the answers.
final class CountingThread: Sendable {
  private let counts = Mutex((right: 0, wrong: 0))
  private let ended = DispatchSemaphore(value: 0)

  func run(until isDone: () -> Bool, _ check: () throws -> Bool) {
    repeat {
      let isRight = (try? check()) ?? false
      counts.withLock { counts in
        if isRight { counts.right += 1 } else { counts.wrong += 1 }
      }
    } while !isDone()
    ended.signal()
  }

  func wait() -> (right: Int, wrong: Int) {
    ended.wait()
    return counts.withLock { $0 }
  }
}

extension Thread {
  static func counting(
    until isDone: @escaping @Sendable () -> Bool, _ check: @escaping @Sendable () throws -> Bool
  ) -> CountingThread {
    let thread = CountingThread()
    detachNewThread { thread.run(until: isDone, check) }
    return thread
  }
}
