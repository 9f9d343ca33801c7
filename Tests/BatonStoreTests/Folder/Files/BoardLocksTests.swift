import Dispatch
import Foundation
import Synchronization
import Testing

@testable import BatonStore

@Suite struct BoardLocksTests {
  let folder: TemporaryFolder
  let ana: BoardPath
  let lockName: String

  init() throws {
    folder = try TemporaryFolder()
    ana = try BoardPath(.lead, "ana")
    lockName = ".baton/locks/leads-\(ana.folder.suffix(2)).lock"
  }

  /// Runs `body` on so many threads at once, and waits for all of them.
  private func onThreads(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    let group = DispatchGroup()
    for index in 0..<count {
      group.enter()
      Thread.detachNewThread {
        body(index)
        group.leave()
      }
    }
    group.wait()
  }

  @Test func threadsNeverLoseEachOthersChanges() throws {
    let files = try BoardFiles(root: folder.path, patience: .seconds(60))
    let failures = Mutex<[String]>([])
    onThreads(8) { _ in
      for _ in 0..<25 {
        do {
          try files.update(ana) { newest in
            let count = newest.flatMap { Int(String(decoding: $0, as: UTF8.self)) } ?? 0
            return Array(String(count + 1).utf8)
          }
        } catch {
          failures.withLock { $0.append("\(error)") }
        }
      }
    }
    #expect(failures.withLock { $0 } == [])
    #expect(try folder.text(ana.description) == "200")
  }

  @Test func anotherProcessKeepsUsOutAndIsNamed() throws {
    let files = try BoardFiles(root: folder.path, patience: .milliseconds(30))
    try files.update(ana) { _ in Array("one".utf8) }
    let holder = try LockHolder(of: lockName, in: folder)

    let busy = FolderError(
      .busy(holder: "process 42 of maria"), .lock, path: folder.path(ana.folder))
    #expect(throws: StoreError.files(busy)) { try files.update(ana) { _ in Array("two".utf8) } }
    #expect(try files.read(ana) == Array("one".utf8))

    // However it ends, its lock ends with it.
    holder.kill()
    let patient = try BoardFiles(root: folder.path)
    try patient.update(ana) { _ in Array("three".utf8) }
    #expect(try folder.text(ana.description) == "three")
  }

  @Test func anotherThreadKeepsUsOutForNoLongerThanAllowed() throws {
    let files = try BoardFiles(root: folder.path, patience: .milliseconds(30))
    try files.update(ana) { _ in
      let failure = Mutex<FolderError.Reason?>(nil)
      onThreads(1) { _ in
        do throws(StoreError) {
          try files.update(ana) { _ in Array("inner".utf8) }
        } catch {
          if case .files(let error) = error { failure.withLock { $0 = error.reason } }
        }
      }
      guard case .busy = failure.withLock({ $0 }) else {
        Issue.record("the second writer was let in")
        return nil
      }
      return Array("outer".utf8)
    }
    #expect(try folder.text(ana.description) == "outer")
  }

  @Test func writersOfDifferentFoldersDoNotMeet() throws {
    let files = try BoardFiles(root: folder.path, patience: .milliseconds(30))
    try files.update(ana) { _ throws(StoreError) in
      try files.update(.board) { _ in Array("{}".utf8) }
      return nil
    }
    #expect(try folder.text("board.json") == "{}")
  }

  @Test func aLockFileThatWasDeletedIsMadeAnew() throws {
    let files = try BoardFiles(root: folder.path)
    try files.update(ana) { _ in
      #expect(throws: Never.self) { try shell("rm -rf .baton", in: folder) }
      return Array("one".utf8)
    }
    try files.update(ana) { _ in Array("two".utf8) }
    #expect(try folder.names(in: ".baton/locks") == ["leads-\(ana.folder.suffix(2)).lock"])
  }

  @Test func gitIsToldToIgnoreTheLocks() throws {
    try BoardFiles(root: folder.path).update(.board) { _ in Array("{}".utf8) }
    #expect(try folder.text(".baton/.gitignore") == "*\n")
    #expect(try folder.names(in: ".baton") == [".gitignore", "locks"])
  }
}

@Suite struct ProcessLocksTests {
  @Test func turnsComeInTheOrderOfTheQueue() throws {
    let locks = ProcessLocks()
    #expect(locks.acquire("a", until: .distantFuture))
    #expect(locks.acquire("b", until: .now()))
    let order = Mutex<[Int]>([])
    let group = DispatchGroup()
    for index in 0..<3 {
      group.enter()
      Thread.detachNewThread {
        if locks.acquire("a", until: .distantFuture) { order.withLock { $0.append(index) } }
        locks.release("a")
        group.leave()
      }
      let end = Date(timeIntervalSinceNow: 10)
      while locks.waiting(for: "a") != index + 1, Date() < end { sched_yield() }
      #expect(locks.waiting(for: "a") == index + 1)
    }
    locks.release("a")
    group.wait()
    #expect(order.withLock { $0 } == [0, 1, 2])
    #expect(locks.acquire("a", until: .now()))
  }

  @Test func whoGivesUpLeavesTheQueue() {
    let locks = ProcessLocks()
    #expect(locks.acquire("a", until: .now()))
    #expect(!locks.acquire("a", until: .now()))
    #expect(locks.waiting(for: "a") == 0)
    locks.release("a")
    #expect(locks.acquire("a", until: .now()))
  }
}
