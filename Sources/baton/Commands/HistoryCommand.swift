import ArgumentParser
import BatonModel
import BatonStore

/// `baton history`: who changed what of one lead, when.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Tell who changed what of a lead, when.",
    usage: "baton history <id> [--limit <n>] [--json] [<options>]",
    discussion: """
      Every change that Baton made stands there with its name, the newest last; give
      that name to `baton undo ID --change` to take it back. What was edited in the
      file by hand, by a script or through git stands there too, by `outside`, with
      the keys that are not as Baton had written them.

      With --json each line is an object with at, by, command, subject, from, to,
      note, undoes, id, lead and name.

      Examples:
        baton history 3f8k2m
        baton history 3f8k2m --limit 5
        baton history 3f8k2m --json | jq -r 'select(.command == "move") | .by'
      """)

  @OptionGroup var lead: LeadArgument
  @OptionGroup var limit: LimitOption
  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let session = try Session(common)
    let read = try session.folder.readLead(try session.leadID(named: self.lead.id))
    let lead = session.folder.tellingOutsideEdits(of: read)
    let records = lead.history.filter { !session.isClockSet || $0.at <= session.now }.map {
      ChangeRecord(lead: lead.id, name: lead.name, change: $0)
    }
    try ChangeRecord.print(
      limit.newest(of: records), asJSON: output.json, session.board.calendar, withLead: false)
  }
}

/// The option of the commands that list what happened: how much of it.
struct LimitOption: ParsableArguments {
  @Option(help: ArgumentHelp("No more than this many, the newest.", valueName: "n"))
  var limit: Int?

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("A limit is a whole number from 1.") }
  }

  /// As many of the last ones as may be shown.
  func newest(of records: [ChangeRecord]) -> [ChangeRecord] {
    limit.map { Array(records.suffix($0)) } ?? records
  }
}
