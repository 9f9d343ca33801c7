import Foundation
import Synchronization
import Testing

@testable import BatonStore

@Suite struct FileScanTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func scan(_ folders: [String]) throws -> (files: [String: String], progress: [Int]) {
    let files = Mutex<[String: String]>([:])
    let progress = Mutex<[Int]>([])
    try FileScan(root: folder.path, subject: .folders(folders)).run(
      makeTransform: {
        { file, contents in
          switch contents {
          case .success(let bytes): (file.path, String(decoding: bytes, as: UTF8.self))
          case .failure(let error): (file.path, "\(error.reason)")
          }
        }
      },
      deliver: { batch in
        files.withLock { $0.merge(batch.values) { first, _ in "twice: \(first)" } }
        progress.withLock { $0 += [batch.done, batch.total] }
      })
    return (files.withLock { $0 }, progress.withLock { $0 })
  }

  @Test func readsTheRecordsOfTheFoldersThatAreThere() throws {
    try folder.write("1", to: "leads/aa/one.json")
    try folder.write("2", to: "leads/bb/two.json")
    try folder.write("", to: "leads/bb/empty.json")
    try folder.write("no", to: "leads/bb/.hidden.json")
    try folder.write("no", to: "leads/bb/.baton-1-1.tmp")
    try folder.write("no", to: "leads/bb/two.json~")
    try folder.write("no", to: "leads/cc/three.json")
    try folder.makeFolder("leads/bb/folder.json")
    let (files, progress) = try scan(["leads/aa", "leads/bb", "leads/dd"])
    #expect(
      files == ["leads/aa/one.json": "1", "leads/bb/two.json": "2", "leads/bb/empty.json": ""])
    #expect(progress.prefix(2) == [0, 3])
    #expect(progress.max() == 3)
  }

  @Test func whatCannotBeReadIsAFailureOfThatFileOnly() throws {
    try folder.write("1", to: "leads/aa/one.json")
    try shell("ln -s one.json leads/aa/link.json; mkfifo leads/aa/pipe.json", in: folder)
    #expect(
      try scan(["leads/aa"]).files == [
        "leads/aa/one.json": "1", "leads/aa/link.json": "symbolicLink",
        "leads/aa/pipe.json": "notAFile",
      ])
  }

  @Test func aFolderThatCannotBeListedIsAFailure() throws {
    try folder.write("1", to: "leads/aa/one.json")
    try folder.write("2", to: "away/two.json")
    try shell("ln -s ../away leads/bb; echo 3 > leads/cc", in: folder)
    #expect(
      try scan(["leads/aa", "leads/bb", "leads/cc", "leads/gone"]).files == [
        "leads/aa/one.json": "1", "leads/bb": "symbolicLink", "leads/cc": "notAFolder",
      ])
  }

  @Test func filesOfEverySizeComeWholeAndPadded() throws {
    for size in [1, 65_535, 65_536, 65_537, 300_000] {
      try folder.write(String(repeating: "x", count: size), to: "leads/aa/\(size).json")
    }
    let sizes = Mutex<[Int: Bool]>([:])
    try FileScan(root: folder.path, subject: .folders(["leads/aa"]), workers: 1).run(
      makeTransform: {
        { _, contents -> Void? in
          guard case .success(let bytes) = contents, let start = bytes.baseAddress else {
            return nil
          }
          let padding = UnsafeRawBufferPointer(
            start: start + bytes.count, count: FileBuffer.padding)
          let isRight = bytes.allSatisfy { $0 == 0x78 } && padding.allSatisfy { $0 == 0 }
          return sizes.withLock { $0[bytes.count] = isRight }
        }
      },
      deliver: { _ in })
    #expect(
      sizes.withLock { $0 }
        == [1: true, 65_535: true, 65_536: true, 65_537: true, 300_000: true])
  }

  @Test func aCancelledScanLeavesTheRest() throws {
    for number in 0..<1000 { try folder.write("{}", to: "leads/aa/\(number).json") }
    let seen = Mutex(0)
    try FileScan(root: folder.path, subject: .folders(["leads/aa"]), workers: 1).run(
      isCancelled: { seen.withLock { $0 > 0 } },
      makeTransform: { { _, _ in seen.withLock { $0 += 1 } } },
      deliver: { _ in })
    #expect(seen.withLock { $0 } == 128)
  }

  @Test func aMissingBoardIsAnError() throws {
    let scan = FileScan(root: folder.path("gone"), subject: .folders(["leads/aa"]))
    #expect(throws: FolderError(.missing, .open, path: folder.path("gone"))) {
      try scan.run(makeTransform: { { _, _ in 0 } }, deliver: { _ in })
    }
  }
}
