import ArgumentParser
import BatonDemo
import BatonModel
import BatonStore
import Foundation
import TerminalCanvas

/// `baton demo`: a believable board.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Write a believable board that shows every feature, and open it.",
    usage: "baton demo [<dir>] [--leads <count>] [--seed <number>] [--no-open] [<options>]",
    discussion: """
      The folder is baton-demo unless another is named; it must be empty, or hold a
      demo board. A demo board that is there already is opened as it is; --leads,
      --seed or --as-of write it anew. The same number, seed and time give the same
      bytes.

      Examples:
        baton demo
        baton demo big --leads 100000
        baton demo --seed 7 --as-of 2026-12-01 --no-open
      """)

  @Argument(help: "The folder; else baton-demo.", completion: .directory)
  var dir: String?

  @Option(help: ArgumentHelp("How many leads.", valueName: "count"))
  var leads: Int?

  @Option(help: ArgumentHelp("Chooses names, numbers and words.", valueName: "number"))
  var seed: UInt64?

  @Flag(name: .customLong("no-open"), help: "Only write the board.")
  var isNotOpened = false

  @OptionGroup var output: OutputOptions
  @OptionGroup var acting: ActorOptions
  @OptionGroup var common: CommonOptions

  /// The most leads that a demo may have; a folder of a million files is no demo any more.
  private static let mostLeads = 1_000_000

  func validate() throws {
    guard leads.map({ (0...DemoCommand.mostLeads).contains($0) }) ?? true else {
      throw ValidationError("A demo has 0 to \(DemoCommand.mostLeads) leads.")
    }
  }

  func run() throws {
    let around = Surroundings.current()
    let path = Paths(around: around).absolute(dir ?? common.board ?? "baton-demo")
    let folder = DemoFolder(path: path)
    let asksForAnother = leads != nil || seed != nil || common.asOf != nil
    switch folder.contents() {
    case .other:
      throw Failure(
        "\(path) holds something that is no demo board.",
        "Name an empty folder: baton demo DIR.")
    case .demo(let time) where !asksForAnother:
      StandardError.say(
        "The demo board for \(time) is there already.", "--seed 1 writes it anew.")
    case .nothing, .demo: try write(to: folder, around)
    }
    if isNotOpened {
      try report(path)
    } else {
      let time = common.asOf.map { ["--as-of=\($0)"] } ?? []
      let session = try Session(
        try CommonOptions.parse(["--board=\(path)"] + time), actor: acting)
      try MainActor.assumeIsolated { try Dashboard.run(session) }
    }
  }

  private func write(to folder: DemoFolder, _ around: Surroundings) throws {
    // The demo's zone decides when a day without a time begins.
    let calendar = DemoBoard(leads: 0, asOf: around.clock).board.calendar
    let moment = try common.moment(calendar, clock: around.clock)
    let seed = seed ?? 1
    let demo = DemoBoard(
      leads: leads ?? DemoBoard.defaultLeadCount, seed: seed, asOf: moment)
    let meter = ProgressMeter("Writing leads", isShown: around.showsProgress)
    defer { meter.clear() }
    try folder.write(demo, seed: seed) { done in meter.show(done, of: demo.leadCount) }
  }

  private func report(_ path: String) throws {
    let board = try BoardFolder(at: path)
    let output = Output()
    if self.output.json {
      let made: JSONObject = [
        "board": .string(board.path), "name": .string(try board.readBoard().name),
      ]
      try output.raw(JSONValue.object(made).encoded(.compact))
    } else {
      let name = dir ?? common.board ?? "baton-demo"
      try output.line(Sanitizer.safeText("A demo board is in \(path)."))
      try output.line(Sanitizer.safeText("Open it with `baton --board \(name)`."))
    }
    try output.flush()
  }
}
