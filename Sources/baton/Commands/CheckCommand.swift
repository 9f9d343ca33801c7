import ArgumentParser
import BatonModel
import BatonStore
import TerminalCanvas

/// `baton check`: everything that is wrong with a board's files.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Read the whole board and list every fault with its remedy.",
    usage: "baton check [--json] [<options>]",
    discussion: """
      Each fault has its file, line and column as compilers print them, and below it
      what to do. The exit status is 2 where there is one, so that a hook of git can
      refuse what would break the board.

      Examples:
        baton check
        baton check --json | jq -r .file | sort -u
        echo 'baton check' > .git/hooks/pre-commit
      """)

  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let around = Surroundings.current()
    // Not a session: a broken board.json is one of the faults that are listed.
    let folder = try BoardFolder(at: Paths(around: around).board(named: common.board))
    let meter = ProgressMeter("Checking leads", isShown: around.showsProgress)
    let faults = try folder.check { done, total in meter.show(done, of: total) }
    meter.clear()
    let output = Output()
    for fault in faults {
      if self.output.json {
        var json = JSONObject()
        fault.show(in: &json)
        try output.raw(JSONValue.object(json).encoded(.compact))
      } else {
        try output.line(Sanitizer.safeText(fault.description))
        try output.line(Sanitizer.safeText("  \(fault.remedy)"))
      }
    }
    if faults.isEmpty, !self.output.json { try output.line("No faults.") }
    try output.flush()
    if !faults.isEmpty { throw ExitCode(Failure.Status.findings.rawValue) }
  }
}
