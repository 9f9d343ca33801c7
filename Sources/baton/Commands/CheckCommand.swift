import ArgumentParser
import BatonModel
import BatonStore
import TerminalCanvas

/// `baton check`: everything that is wrong with a board's files.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Read the whole board and list every fault with its remedy.",
    usage: "baton check [--repair [--yes]] [--json] [<options>]",
    discussion: """
      Each fault has its file, line and column as compilers print them, and below it
      what to do. The exit status is 2 where there is one, so that a hook of git can
      refuse what would break the board.

      With --repair it also lists what can be repaired for certain: leads in the wrong
      folder or under a wrong name, names written in another case, leavings of writers
      that died. It asks before it does it, or is told --yes. Nothing is lost: a file
      that is written anew leaves its old bytes beside, in NAME.before-repair-TIME.

      Examples:
        baton check
        baton check --repair --yes
        baton check --json | jq -r .file | sort -u
        printf '#!/bin/sh\\nexec baton check\\n' > .git/hooks/pre-commit
        chmod +x .git/hooks/pre-commit
      """)

  @Flag(help: "List the repairs that can be made for certain, and ask whether to make them.")
  var repair = false

  @Flag(help: "Make the repairs without asking.")
  var yes = false

  @OptionGroup var output: OutputOptions
  @OptionGroup var acting: ActorOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if yes, !repair { throw ValidationError("--yes says what to do with --repair.") }
  }

  func run() throws {
    let around = Surroundings.current()
    // Not a session: a broken board.json is one of the faults that are listed.
    let folder = try BoardFolder(at: Paths(around: around).board(named: common.board))
    var faults = try check(folder, around)
    folder.tellOfInbox()
    let output = Output()
    for fault in faults { try show(fault, on: output) }
    if faults.isEmpty, !self.output.json { try output.line("No faults.") }
    if repair {
      let desk = RepairDesk(
        folder: folder, context: try context(folder, around), isJSON: self.output.json,
        isYes: yes, output: output)
      if try desk.run(faults) { faults = try check(folder, around) }
    }
    try output.flush()
    if !faults.isEmpty { throw ExitCode(Failure.Status.findings.rawValue) }
  }

  private func check(_ folder: BoardFolder, _ around: Surroundings) throws -> [FileFault] {
    let meter = ProgressMeter("Checking leads", isShown: around.showsProgress)
    defer { meter.clear() }
    return try folder.check { done, total in meter.show(done, of: total) }
  }

  private func show(_ fault: FileFault, on output: Output) throws {
    if self.output.json {
      var json = JSONObject()
      fault.show(in: &json)
      try output.raw(JSONValue.object(json).encoded(.compact))
    } else {
      try output.line(Sanitizer.safeText(fault.description))
      try output.line(Sanitizer.safeText("  \(fault.remedy)"))
    }
  }

  /// Who repairs, and when; a board that cannot be read has no names to correct by.
  private func context(_ folder: BoardFolder, _ around: Surroundings) throws -> CommandContext {
    let board = (try? folder.readBoard()) ?? Board(name: "")
    let now = try common.moment(board.calendar, clock: around.clock)
    return CommandContext(board: board, actor: try acting.name(around), now: now) {
      EntryID(Session.newName())
    }
  }
}
