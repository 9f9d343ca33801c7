import ArgumentParser
import BatonModel
import BatonStore

/// `baton watch`: a line for every change as it happens.
struct WatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "Print a line for every change as it happens.",
    usage: "baton watch [<query> ...] [--json] [<options>]",
    discussion: """
      It tells of leads that match the query now or did before the change, whoever
      changed them: a command, a script, an editor, git. Ctrl-C ends it.

      With --json the first line has the event `watching`, from which on nothing is
      missed. Then come `added`, `changed` and `removed`, with the lead as `baton
      list --json` gives it under `lead` and what its history tells under `changes`,
      where one by `outside` is of an editor, a script or git;
      `broken` and `mended` for its files; and `board`, `campaign`, `collateral` and
      `meeting` where such a file changed.

      Examples:
        baton watch is:open
        baton watch --json | jq -r 'select(.event == "added") | .lead.name'
        baton watch stage:new --json | ./tell-the-team
      """)

  @OptionGroup var query: QueryArgument
  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let query = try query.parsed()
    let session = try Session(common)
    let isJSON = output.json
    try UntilInterrupted.run {
      var watch = try BoardWatcher(session, query: query, isJSON: isJSON)
      try await watch.follow()
    }
  }
}
