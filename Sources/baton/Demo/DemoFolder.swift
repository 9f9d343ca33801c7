import BatonDemo
import BatonModel
import BatonStore
import Dispatch
import Foundation
import Synchronization

/// The folder that a demo board is written into.
struct DemoFolder {
  /// The folder's path.
  let path: String

  /// The key of `board.json` that tells a demo board, which may be written anew, from a team's own.
  private static let marker = "demo"

  /// What the folder holds.
  enum Contents {
    /// Nothing, or there is no such folder.
    case nothing
    /// A demo board of that time.
    case demo(writtenFor: String)
    /// Something else.
    case other
  }

  /// What the folder holds at the moment.
  func contents() -> Contents {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    if names.isEmpty { return .nothing }
    guard let board = try? BoardFolder(at: path).readBoard(),
      let marker = board.unknown[DemoFolder.marker]?.object
    else { return .other }
    return .demo(writtenFor: marker["asOf"]?.string ?? "another time")
  }

  /// Writes a demo board, in place of the one that is there.
  ///
  /// The same leads, seed and time give the same bytes. Where not all of it can be written, nothing
  /// of it stays: half a demo board looks like a whole one.
  func write(
    _ demo: DemoBoard, seed: UInt64, progress: @escaping @Sendable (_ done: Int) -> Void
  ) throws {
    try removeRecords()
    do {
      try writeRecords(of: demo, seed: seed, progress: progress)
    } catch {
      try? removeRecords()
      try? FileManager.default.removeItem(atPath: "\(path)/.baton")
      // What is not empty is somebody's.
      for folder in ["\(path)/inbox", path] { rmdir(folder) }
      throw error
    }
  }

  private func writeRecords(
    of demo: DemoBoard, seed: UInt64, progress: @escaping @Sendable (_ done: Int) -> Void
  ) throws {
    var board = demo.board
    board.unknown[DemoFolder.marker] = .object([
      "asOf": .time(demo.asOf), "leads": .whole(demo.leadCount), "seed": .string(String(seed)),
    ])
    let folder = try BoardFolder.create(at: path, board: board)
    for campaign in demo.campaigns { try folder.add(campaign) }
    for document in demo.collateral { try folder.add(document) }
    for meeting in demo.meetings { try folder.add(meeting) }
    try writeLeads(of: demo, to: folder, progress: progress)
  }

  /// Takes the old board away, but for what somebody put into its inbox.
  private func removeRecords() throws {
    for name in ["leads", "campaigns", "collateral", "meetings", Paths.boardFile] {
      let item = "\(path)/\(name)"
      if FileManager.default.fileExists(atPath: item) {
        try FileManager.default.removeItem(atPath: item)
      }
    }
  }

  /// Makes and writes the leads on all cores; those of one folder are written by one thread, so
  /// that no thread waits for another's lock.
  private func writeLeads(
    of demo: DemoBoard, to folder: BoardFolder, progress: @escaping @Sendable (_ done: Int) -> Void
  ) throws {
    let workers = max(1, min(ProcessInfo.processInfo.activeProcessorCount, 8))
    var shares: [[LeadID: Int]] = Array(repeating: [:], count: workers)
    for index in 0..<demo.leadCount {
      let id = demo.id(at: index)
      let shard = BoardFolder.file(of: id)?.split(separator: "/").dropLast().last ?? ""
      shares[(Int(shard, radix: 16) ?? 0) % workers][id] = index
    }
    let indices = shares
    let done = Atomic<Int>(0)
    let failure = Mutex<StoreError?>(nil)
    DispatchQueue.concurrentPerform(iterations: workers) { worker in
      do throws(StoreError) {
        try folder.changeLeads(indices[worker].keys) { id, _ in
          progress(done.add(1, ordering: .relaxed).newValue)
          return indices[worker][id].map { demo.lead(at: $0) }
        }
      } catch {
        failure.withLock { $0 = error }
      }
    }
    if let error = failure.withLock({ $0 }) { throw error }
  }
}
