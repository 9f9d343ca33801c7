import ArgumentParser
import BatonModel
import BatonStore

/// `baton log`: who changed what on the whole board, when.
struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Tell who changed what on the whole board, when.",
    usage: "baton log [--since <when>] [--by <who>] [--limit <n>] [--json] [<options>]",
    discussion: """
      The changes of all leads in one list, the newest last: for a script that asks
      each morning what happened, or a manager back from leave. Edits of files by
      hand, by scripts or through git are by `outside`.

      With --json each line is an object, as `baton history --json` has it.

      Examples:
        baton log --since yesterday
        baton log --since mon --by maria
        baton log --limit 20
        baton log --since -7d --json | jq -r .command | sort | uniq -c
      """)

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Only changes from then on: 2026-12-01, mon, yesterday, -2h.", valueName: "when"))
  var since: String?

  @Option(
    help: ArgumentHelp(
      "Only changes by one: a member's id or name, import, a user.", valueName: "who"),
    completion: .custom(Completions.members))
  var by: String?

  @OptionGroup var limit: LimitOption
  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let session = try Session(common)
    let start = try since.map { text throws(Failure) in
      try Options.time(
        text, option: "--since", session.now, session.board.calendar, looking: .back, hour: 0)
    }
    let end = session.isClockSet ? session.now : .distantFuture
    let names = by.map { LogCommand.names(of: $0, on: session.board) }
    let folder = session.folder
    let read = try folder.readLeads { lead in
      folder.tellingOutsideEdits(of: lead).history.filter { change in
        change.at >= start ?? .distantPast && change.at <= end
          && names?.contains(FoldedText(change.by)) ?? true
      }.map { ChangeRecord(lead: lead.id, name: lead.name, change: $0) }
    }
    session.tellWhatIsLeftOut(read.faults)
    let records = read.values.joined().sorted(by: ChangeRecord.isEarlier)
    try ChangeRecord.print(
      limit.newest(of: records), asJSON: output.json, session.board.calendar, withLead: true)
  }

  /// The names by which the history may call somebody: as typed, and the id of the member of
  /// that name.
  private static func names(of typed: String, on board: Board) -> Set<FoldedText> {
    let sought = FoldedText(typed)
    let members = board.team.filter { FoldedText($0.name) == sought }
    return Set([sought] + members.map { FoldedText($0.id.rawValue) })
  }
}

extension ChangeRecord {
  /// Whether a change comes before another in a log: by time, then by lead. Sorting keeps changes
  /// of one lead at one time as its file has them.
  static func isEarlier(_ left: ChangeRecord, _ right: ChangeRecord) -> Bool {
    if left.change.at != right.change.at { return left.change.at < right.change.at }
    return left.lead < right.lead
  }
}
