import BatonModel
import BatonStore
import Foundation

/// How long it takes to read a whole board, against a plain loop over the same files.
struct LoadBenchmark: Codable {
  /// The leads that were read.
  var leads: Int
  /// The bytes of their files.
  var bytes: Int
  /// A loop that opens and reads every file, one after the other.
  var plainLoop: Figures
  /// Reading, decoding and summing up every lead, on all cores.
  var wholeLoad: Figures
  /// The median of the one against the median of the other.
  var ratio: Double

  /// Measures both in turn, so that whatever else the machine does weighs on both alike.
  static func run(board: String, rounds: Int) throws -> LoadBenchmark {
    let folder = try BoardFolder(at: board)
    let files = leadFiles(in: board)
    var bytes = 0
    var plain: [Double] = []
    var whole: [Double] = []
    var leads = 0
    let clock = ContinuousClock()
    for _ in 0..<rounds {
      plain.append(clock.measure { bytes = readPlainly(files) }.milliseconds)
      // Held until the clock has stopped: to give the leads up again is no part of reading them.
      var read: [LeadSummary] = []
      let time = try clock.measure {
        read = try folder.readLeads(summarise: { LeadSummary($0) }).values
      }
      whole.append(time.milliseconds)
      leads = read.count
    }
    let (loop, load) = (Figures(plain), Figures(whole))
    return LoadBenchmark(
      leads: leads, bytes: bytes, plainLoop: loop, wholeLoad: load,
      ratio: load.median / loop.median)
  }

  private static func leadFiles(in board: String) -> [String] {
    let leads = board + "/leads"
    let names = FileManager.default.enumerator(atPath: leads)
    return (names?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".json") }
      .map { leads + "/" + $0 }
  }

  /// Opens and reads every file into one buffer, and counts the bytes.
  private static func readPlainly(_ files: [String]) -> Int {
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    var total = 0
    for file in files {
      let descriptor = open(file, O_RDONLY)
      guard descriptor >= 0 else { continue }
      while case let count = read(descriptor, &buffer, buffer.count), count > 0 { total += count }
      close(descriptor)
    }
    return total
  }
}
