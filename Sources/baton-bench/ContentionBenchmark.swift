import BatonModel
import BatonStore
import Foundation

/// How many changes a second many processes make together on few leads, and how long each waits.
struct ContentionBenchmark: Codable {
  /// The processes that write at the same time.
  var processes: Int
  /// The leads that they write.
  var leads: Int
  /// The changes that were made by all.
  var changes: Int
  /// The changes a second, from the start of the first process to the end of the last.
  var changesPerSecond: Double
  /// The time of one change, from the command to the disk.
  var change: Figures

  /// Measures with copies of this program, which `write` works for.
  static func run(
    program: String, in folder: String, processes: Int = 16, each: Int = 200, leads: Int = 50
  ) throws -> ContentionBenchmark {
    let board = try BoardFolder.create(at: folder, board: .standard(name: "Contention"))
    try board.changeLeads((0..<leads).map { LeadID("lead-\($0)") }) { id, _ in
      Lead(id: id, name: "Lead \(id)", stage: "new", createdAt: Instant(microseconds: 0))
    }
    var times: [Double] = []
    let span = try ContinuousClock().measure {
      let writers = try (0..<processes).map { number in
        let writer = Process()
        let output = Pipe()
        writer.executableURL = URL(filePath: program)
        writer.arguments = ["--write", folder, "--changes", "\(each)", "--as", "writer-\(number)"]
        writer.standardOutput = output
        try writer.run()
        return output
      }
      for output in writers {
        let text = try output.fileHandleForReading.readToEnd() ?? Data()
        times += String(decoding: text, as: UTF8.self).split(separator: "\n").compactMap {
          Double($0)
        }
      }
    }
    return ContentionBenchmark(
      processes: processes, leads: leads, changes: times.count,
      changesPerSecond: Double(times.count) / (span.milliseconds / 1000), change: Figures(times))
  }

  /// Makes changes on random leads and prints the milliseconds of each.
  static func write(to board: String, changes: Int, as name: String) throws {
    let folder = try BoardFolder(at: board)
    let settings = try folder.readBoard()
    let leads = try folder.readLeads { $0.id }.values
    let clock = ContinuousClock()
    for number in 0..<changes {
      guard let lead = leads.randomElement() else { return }
      let context = CommandContext(board: settings, actor: name, now: Instant(Date())) {
        EntryID("\(name)-\(number)")
      }
      let time = try clock.measure {
        _ = try folder.apply(.note("change \(number)"), to: lead, in: context)
      }
      print(time.milliseconds)
    }
  }
}
