import ArgumentParser
import Foundation

/// Measures Baton on a board of its own and prints what came out as JSON.
@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baton-bench",
    abstract: "Measures the codec, loading, reports, the dashboard and many writers; writes JSON.",
    discussion: """
      Build with `swift build -c release --static-swift-stdlib`, as the README does. What is
      compared is measured in turn within one run; quote medians and ratios, for machines differ
      and are busy.
      """)

  @Option(help: "The leads of the board that is made.")
  var leads = 100_000
  @Option(help: "A board to measure on instead.", completion: .directory)
  var board: String?
  @Option(help: "How often loading is measured.")
  var rounds = 5
  @Option(help: "How many keys are pressed in each round.")
  var keys = 300
  @Option(help: "The program; the one beside this is taken otherwise.", completion: .file())
  var program: String?
  @Option(help: "What alone is measured.")
  var only: Subject?

  // What the copies of this program are told that write on one board together.
  @Option(help: .hidden) var write: String?
  @Option(help: .hidden) var changes = 0
  @Option(name: .customLong("as"), help: .hidden) var name = "writer"

  func run() throws {
    if let write { return try ContentionBenchmark.write(to: write, changes: changes, as: name) }
    let folder = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
      .deletingLastPathComponent()
    let program = program ?? folder.appending(path: "baton").path
    let temporary = FileManager.default.temporaryDirectory
      .appending(path: "baton-bench-\(ProcessInfo.processInfo.processIdentifier)").path
    defer { try? FileManager.default.removeItem(atPath: temporary) }
    defer { try? FileManager.default.removeItem(atPath: temporary + "-shared") }
    if board == nil, only != .codec, only != .contention {
      try makeBoard(in: temporary, by: program)
    }
    let board = board ?? temporary
    var report = Report()
    if measures(.codec) { report.codec = try CodecBenchmark.run() }
    if measures(.load) { report.load = try LoadBenchmark.run(board: board, rounds: rounds) }
    if measures(.reports) {
      report.reports = try ReportsBenchmark.run(board: board, rounds: rounds)
    }
    if measures(.dashboard) {
      report.dashboard = try DashboardBenchmark.run(
        program: program, board: board, rounds: rounds, keys: keys)
    }
    if measures(.contention) {
      report.contention = try ContentionBenchmark.run(
        program: folder.appending(path: "baton-bench").path, in: temporary + "-shared")
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    print(String(decoding: try encoder.encode(report), as: UTF8.self))
  }

  private func measures(_ subject: Subject) -> Bool { only == nil || only == subject }

  private func makeBoard(in folder: String, by program: String) throws {
    let demo = Process()
    demo.executableURL = URL(filePath: program)
    demo.arguments = ["demo", folder, "--leads", "\(leads)", "--no-open"]
    demo.standardOutput = FileHandle.standardError
    try demo.run()
    demo.waitUntilExit()
    guard demo.terminationStatus == 0 else {
      throw ValidationError("\(program) could not make the board; name one with --board.")
    }
  }
}

/// What can be measured alone.
enum Subject: String, CaseIterable, ExpressibleByArgument {
  case codec, load, reports, dashboard, contention
}

/// Everything that is measured.
struct Report: Codable {
  var codec: CodecBenchmark?
  var load: LoadBenchmark?
  var reports: ReportsBenchmark?
  var dashboard: DashboardBenchmark?
  var contention: ContentionBenchmark?
}
