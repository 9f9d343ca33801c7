import ArgumentParser
import BatonModel
import BatonStore

/// `baton decisions`: what was decided, and what became of it.
struct DecisionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decisions",
    abstract: "List what meetings decided, and say what became of it.",
    discussion: """
      Without a subcommand it lists them; a decision is made with `baton decide`.

      Examples:
        baton decisions --open
        baton decisions done 7qk2m9xw0a
        baton decisions --owner maria --json | jq -r .text
      """,
    subcommands: [
      ListDecisionsCommand.self, DecisionDoneCommand.self, ReopenDecisionCommand.self,
      DropDecisionCommand.self,
    ],
    defaultSubcommand: ListDecisionsCommand.self)
}

/// `baton decisions list`.
struct ListDecisionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List what was decided: overdue first, then open, done, given up.",
    usage: "baton decisions [--open] [--owner <who>] [--lead <id>] [--json] [<options>]",
    discussion: """
      With --json each line is a decision with id, meeting, text, owner, due, state
      (open, overdue, done, dropped), daysLeft, leads, roadblock and done.

      Examples:
        baton decisions --open
        baton decisions --owner maria --json | jq -r .text
        baton decisions done 7qk2m9xw0a
      """)

  @Flag(help: "Only what is still to be done.")
  var open = false

  @Option(help: "Only what this member does.", completion: .custom(Completions.members))
  var owner: String?

  @Option(
    help: ArgumentHelp("Only what is about this lead.", valueName: "id"),
    completion: .custom(Completions.leads))
  var lead: String?

  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let session = try Session(common)
    let (lead, read) = try session.folder.readTogether {
      () throws -> (LeadID?, (book: MeetingBook, faults: [FileFault])) in
      let lead = try self.lead.map { try session.leadID(named: $0) }
      return (lead, try session.folder.readMeetingBook())
    }
    let book = read.book
    session.tellOfUnread(read.faults)
    let owner = try owner.map { typed throws(Failure) in
      try Names.member(typed, on: session.board)
    }
    let shown = book.decisions(asOf: session.now, on: session.board.calendar).filter { standing in
      (!open || standing.state.isOpen) && (owner == nil || standing.decision.owner == owner)
        && (lead.map(standing.decision.leads.contains) ?? true)
    }
    try DecisionTable.print(shown, session, asJSON: output.json)
  }
}

/// What the commands on one decision take.
struct DecisionArgument: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "The decision's id as `baton decisions` lists it; DATE/ID where two have it.",
      valueName: "id"))
  var id: String

  @OptionGroup var options: ChangeOptions

  /// Applies a command to the decision that is meant, and says what became of it.
  func carryOut(_ command: (EntryID) -> MeetingCommand) throws {
    let session = try options.session()
    let (book, faults) = try session.folder.readMeetingBook()
    let found = book.meetings.flatMap { meeting in
      meeting.decisions.filter {
        $0.id.rawValue == id || "\(meeting.date)/\($0.id)" == id
      }.map { (meeting.date, $0.id) }
    }
    guard let (date, id) = found.first else {
      session.tellOfUnread(faults)
      throw Failure(
        "Nothing was decided under the id “\(id)”.", "`baton decisions` lists what was decided.")
    }
    guard found.count == 1 else {
      let list = found.map { "\($0)/\($1)" }.joined(separator: ", ")
      throw Failure("\(found.count) decisions have the id “\(id)”.", "Name one: \(list).")
    }
    let change = try session.folder.apply(command(id), toMeetingOf: date, in: session.context)
    try DecisionTable.report(id, of: change.after, session, options)
  }
}

/// `baton decisions done`.
struct DecisionDoneCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "done", abstract: "Say that a decision is done.")

  @OptionGroup var decision: DecisionArgument

  func run() throws { try decision.carryOut { .settle($0) } }
}

/// `baton decisions reopen`.
struct ReopenDecisionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reopen", abstract: "Say that a decision is to be done after all.")

  @OptionGroup var decision: DecisionArgument

  func run() throws { try decision.carryOut { .reopen($0) } }
}

/// `baton decisions drop`.
struct DropDecisionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drop", abstract: "Give a decision up.")

  @OptionGroup var decision: DecisionArgument

  func run() throws { try decision.carryOut { .drop($0) } }
}
