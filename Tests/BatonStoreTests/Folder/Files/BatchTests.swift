import Foundation
import Testing

@testable import BatonStore

@Suite struct BatchTests {
  let folder: TemporaryFolder
  let files: BoardFiles

  init() throws {
    folder = try TemporaryFolder()
    files = try BoardFiles(root: folder.path)
  }

  private func leads(_ numbers: Range<Int>) throws -> [BoardPath] {
    try numbers.map { try BoardPath(.lead, "lead-\($0)") }
  }

  @Test(arguments: [3, 300])
  func everyFileIsWrittenOnce(count: Int) throws {
    let paths = try leads(0..<count)
    let written = try files.updateAll(paths + paths.prefix(2)) { path, newest in
      #expect(newest == nil)
      return Array(path.id.utf8)
    }
    #expect(written.count == count)
    #expect(Set(written) == Set(paths))
    for path in paths where try files.read(path) != Array(path.id.utf8) {
      Issue.record("\(path) is not what was written")
    }
    let again = try files.updateAll(paths) { path, _ in Array(path.id.utf8) }
    #expect(again == [])
  }

  @Test func aFailureLeavesTheGroupAsItWas() throws {
    let refusal = StoreError.unknown(.lead, id: "bo")
    let paths = try leads(0..<20)
    let last = try #require(paths.map(\.description).max())
    #expect(throws: refusal) {
      try files.updateAll(paths) { path, _ throws(StoreError) in
        if path.description == last { throw refusal }
        return Array("{}".utf8)
      }
    }
    for path in paths where try files.read(path) != nil {
      Issue.record("\(path) was written")
    }
    let left = try FileManager.default.subpathsOfDirectory(atPath: folder.path("leads"))
    #expect(left.filter { $0.hasSuffix(".tmp") } == [])
  }
}
