import BatonBoard
import BatonModel
import BatonStore
import Foundation
import PseudoTerminal

/// The built program on a board, in a pseudo-terminal of 220 columns and 55 rows.
struct DashboardBenchmark: Codable {
  /// From the start of the process to the first frame, with the board's name in it.
  var firstFrame: Figures
  /// From the start of the process to the last lead.
  var wholeLoad: Figures
  /// From a key to the last byte of its frame, with everything read.
  var keyToFrame: Figures
  /// The same of each step of the walk, the shortest of as many walks as there are rounds.
  var keyUndisturbed: Figures
  /// The processor time that the program uses for such a key: what its frame takes longer than this
  /// is waited for a processor, or for the terminal.
  var keyProcessorTime: Figures
  /// Arithmetic that takes two milliseconds on this machine undisturbed, run in turn with the keys.
  var fixedWork: Figures
  /// From a key to the frame that it asks for, while leads are still being read.
  var keyWhileLoading: Figures?
  /// From the rename of a lead's new file to the last byte of its frame.
  var outsideChangeToFrame: Figures
  /// The most memory that was in use at once, in megabytes.
  var memory: Double
  /// The processor time used in two seconds without a key or a change, in milliseconds.
  var idleCPU: Double
  /// The times that the process woke up in these two seconds.
  var idleWakeUps: Int

  /// Measures a program on a board.
  static func run(program: String, board: String, rounds: Int, keys: Int) throws
    -> DashboardBenchmark
  {
    var first: [Double] = []
    var whole: [Double] = []
    var loading: [Double] = []
    for _ in 0..<rounds {
      let (start, terminal) = try open(program, board)
      try terminal.waitForOutput("Baton")
      first.append((ContinuousClock.now - start).milliseconds)
      while !terminal.hasWritten("live ●") { loading += try openAndCloseHelp(in: terminal) }
      try terminal.waitForOutput("live ●")
      whole.append((ContinuousClock.now - start).milliseconds)
      try end(terminal)
    }
    let (_, terminal) = try open(program, board)
    try terminal.waitForOutput("live ●")
    terminal.settle()
    let idle = try idle(of: terminal)
    let work = FixedWork(milliseconds: 2)
    var walk = KeyWalk()
    var used: [Double] = []
    var worked: [Double] = []
    for _ in 0..<rounds {
      var before = Status.cpuMilliseconds(of: terminal.process)
      try walk.walk(keys, in: terminal) {
        let after = Status.cpuMilliseconds(of: terminal.process)
        used.append(after - before)
        worked.append(work.time())
        before = Status.cpuMilliseconds(of: terminal.process)
      }
    }
    // Back to the top, where the lead is that changes.
    KeyWalk.goToStart(in: terminal)
    let changed = try changes(of: board, seenBy: terminal, count: 30)
    let memory = try Status(process: terminal.process).peakMegabytes
    try end(terminal)
    return DashboardBenchmark(
      firstFrame: Figures(first), wholeLoad: Figures(whole), keyToFrame: walk.all,
      keyUndisturbed: walk.undisturbed, keyProcessorTime: Figures(used),
      fixedWork: Figures(worked),
      keyWhileLoading: loading.isEmpty ? nil : Figures(loading),
      outsideChangeToFrame: Figures(changed), memory: memory, idleCPU: idle.milliseconds,
      idleWakeUps: idle.wakeUps)
  }

  private static func open(_ program: String, _ board: String) throws
    -> (ContinuousClock.Instant, PseudoTerminal)
  {
    let start = ContinuousClock.now
    let terminal = try PseudoTerminal(
      [program, "--board", board],
      environment: ["COLORTERM": "truecolor", "HOME": NSTemporaryDirectory()], columns: 220,
      rows: 55)
    return (start, terminal)
  }

  /// How long opening the help takes, and how long closing it.
  ///
  /// While a board is read, frames come that no key asked for: those that these keys ask for are
  /// known by words that no other has. A pause after each makes them as quick as a held key.
  private static func openAndCloseHelp(in terminal: PseudoTerminal) throws -> [Double] {
    try [("?", "scroll"), ("q", "triage")].map { key, word in
      let (before, start) = (terminal.output.count, ContinuousClock.now)
      terminal.type(key)
      _ = try terminal.waitForOutput(word, after: before)
      defer { Thread.sleep(forTimeInterval: 0.03) }
      return (ContinuousClock.now - start).milliseconds
    }
  }

  private static func end(_ terminal: PseudoTerminal) throws {
    terminal.type("q")
    _ = try terminal.waitForEnd()
  }

  private static func idle(of terminal: PseudoTerminal) throws
    -> (milliseconds: Double, wakeUps: Int)
  {
    let before = try Status(process: terminal.process)
    terminal.settle(for: .seconds(2))
    let after = try Status(process: terminal.process)
    return (after.cpuMilliseconds - before.cpuMilliseconds, after.switches - before.switches)
  }

  /// Replaces the file of the first lead in view again and again, as an editor does.
  private static func changes(of board: String, seenBy terminal: PseudoTerminal, count: Int)
    throws -> [Double]
  {
    let folder = try BoardFolder(at: board)
    let leads = try folder.readLeads(summarise: { LeadSummary($0) }).values
    let reckoning = Reckoning(board: try folder.readBoard(), now: Instant(Date()))
    let index = BoardIndex([leads], reckoning: reckoning)
    guard let id = index.columns.lazy.compactMap(\.leads.first).first?.id,
      let file = BoardFolder.file(of: id)
    else { return [] }
    let original = try folder.readLead(id)
    var lead = original
    func replace() throws -> Double {
      let temporary = "\(board)/leads/.change.tmp"
      try Data(LeadFile.encode(lead)).write(to: URL(filePath: temporary))
      return try terminal.latency { rename(temporary, "\(board)/\(file)") }.milliseconds
    }
    let times = try (0..<count).map { round in
      lead.name = "Changed \(round)"
      return try replace()
    }
    lead = original
    _ = try replace()
    return times
  }
}

/// What the system says of a process.
private struct Status {
  var peakMegabytes = 0.0
  var cpuMilliseconds = 0.0
  /// How often its threads gave up the processor by themselves: once a wake-up.
  var switches = 0

  init(process: pid_t) throws {
    let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
    for line in status.split(separator: "\n") {
      let words = line.split(whereSeparator: \.isWhitespace)
      if words.first == "VmHWM:" { peakMegabytes = (Double(words[1]) ?? 0) / 1024 }
    }
    for thread in try FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task") {
      let folder = "/proc/\(process)/task/\(thread)"
      let status = (try? String(contentsOfFile: folder + "/status", encoding: .utf8)) ?? ""
      for line in status.split(separator: "\n") where line.hasPrefix("voluntary_ctxt_switches:") {
        switches += line.split(whereSeparator: \.isWhitespace).last.flatMap { Int($0) } ?? 0
      }
    }
    cpuMilliseconds = Status.cpuMilliseconds(of: process)
  }

  /// The processor time that a process has used, its ended threads included; 0 where it is gone.
  static func cpuMilliseconds(of process: pid_t) -> Double {
    var clock = clockid_t()
    var time = timespec()
    guard clock_getcpuclockid(process, &clock) == 0, clock_gettime(clock, &time) == 0 else {
      return 0
    }
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }
}
