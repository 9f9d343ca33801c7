import BatonModel
import BatonStore
import Foundation
import StoreActing
import Testing

/// One thing that an actor set out to do, and what it said became of it.
struct Deed {
  let kind: String
  let entry: EntryID
  let leads: [LeadID]
  /// `applied`, `refused`, `! why`; nil where the actor was killed before it could say.
  var outcome: String?
}

/// A board of leads `lead-0` and following for actors to work on.
func makeActorsBoard(in scratch: Scratch, leads: Int) throws -> BoardFolder {
  let folder = try BoardFolder.create(at: scratch.path, board: RandomCommands.board)
  try folder.changeLeads((0..<leads).map { LeadID("lead-\($0)") }) { id, _ in
    Lead(id: id, name: "Lead \(id)", stage: "new", createdAt: RandomCommands.start)
  }
  return folder
}

/// A `store-actor` that runs.
final class ActorProcess: @unchecked Sendable {
  // Unchecked: one thread at a time waits for it.
  private let process = Process()
  private let output = Pipe()
  private var told = Data()

  init(
    on board: BoardFolder, name: String, seed: UInt64, count: Int, leads: Int, kinds: String
  ) throws {
    process.executableURL = try Self.program()
    process.arguments = [board.path, name, "\(seed)", "\(count)", "\(leads)", kinds]
    process.standardOutput = output
    try process.run()
  }

  /// Waits until a line that begins so is among what it told; the first is `ready`.
  func wait(untilItTells beginnings: String...) {
    while !lines.contains(where: { line in beginnings.contains(where: line.hasPrefix) }) {
      let more = output.fileHandleForReading.availableData
      if more.isEmpty { return }
      told += more
    }
  }

  private var lines: [Substring] {
    String(decoding: told, as: UTF8.self).split(separator: "\n")
  }

  /// Has it killed, as the system would that is out of memory, once its time is up; `deeds()` waits
  /// for that.
  func kill(after time: DispatchTimeInterval) {
    let id = process.processIdentifier
    DispatchQueue.global().asyncAfter(deadline: .now() + time) { Foundation.kill(id, SIGKILL) }
  }

  /// Waits for its end and returns what it told.
  func deeds() throws -> [Deed] {
    told += try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    var deeds: [Deed] = []
    for line in lines {
      let words = line.split(separator: " ").map(String.init)
      switch words[0] {
      case ">":
        deeds.append(
          Deed(kind: words[1], entry: EntryID(words[2]), leads: words[3...].map { LeadID($0) }))
      case "<": deeds[deeds.count - 1].outcome = words[1]
      case "!": deeds[deeds.count - 1].outcome = String(line)
      default: break
      }
    }
    return deeds
  }

  /// The built actor: it lies beside the bundle of the tests.
  private static func program() throws -> URL {
    var folder = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    var found: URL?
    while found == nil, folder.path != "/" {
      folder.deleteLastPathComponent()
      let place = folder.appending(path: "store-actor")
      if FileManager.default.isExecutableFile(atPath: place.path) { found = place }
    }
    return try #require(found, "Build the actor first: swift build --product store-actor")
  }
}
