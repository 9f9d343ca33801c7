import ArgumentParser

/// The command; without a subcommand it opens the board.
@main
struct Baton: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baton",
    abstract: "One revenue team, one live board.",
    discussion: """
      Without a subcommand it opens the board in the terminal. Subcommands do what
      its screens do, so that a form handler or a cron job is a teammate as well.

      To begin:
        baton demo                 a believable board to look around in
        baton init acme-board      an empty board of your own
        baton import leads.csv     takes in what another tool exported

      Results go to standard output, mistakes to standard error in two lines: what is
      wrong, and what to do. The exit status is 0 when done, 1 when refused or
      failed, 2 when `check` finds faults, 64 for wrong usage.
      """,
    version: "1.0.0",
    groupedSubcommands: [
      CommandGroup(name: "Begin", subcommands: [DemoCommand.self, InitCommand.self]),
      CommandGroup(
        name: "Look",
        subcommands: [
          ListCommand.self, TriageCommand.self, ShowCommand.self, FeedbackReportCommand.self,
          ReportCommand.self, HistoryCommand.self, LogCommand.self, DuplicatesCommand.self,
          WatchCommand.self,
          QueryCommand.self,
        ]),
      CommandGroup(
        name: "Meet",
        subcommands: [
          MeetingBoardCommand.self, DecideCommand.self, DecisionsCommand.self,
        ]),
      CommandGroup(
        name: "Change",
        subcommands: [
          AddCommand.self, MoveCommand.self, TouchCommand.self, NoteCommand.self,
          AssignCommand.self, NextCommand.self, AmountCommand.self, MergeCommand.self,
          CampaignCommand.self,
          UndoCommand.self,
        ]),
      CommandGroup(
        name: "Judge",
        subcommands: [
          AcceptCommand.self, RejectCommand.self, DisqualifyCommand.self, RecycleCommand.self,
          WaitCommand.self, ResumeCommand.self, RateCommand.self, PraiseCommand.self,
          AnswerCommand.self,
        ]),
      CommandGroup(
        name: "Hand over",
        subcommands: [OfferCommand.self, ProofCommand.self, LapseCommand.self]),
      CommandGroup(
        name: "The buyer's wishes",
        subcommands: [
          HoldCommand.self, ReleaseCommand.self, ConsentCommand.self, SurveyCommand.self,
          RoadblockCommand.self, UnblockCommand.self,
        ]),
      CommandGroup(
        name: "Exchange",
        subcommands: [
          ImportCommand.self, InboxCommand.self, IntakeCommand.self, ExportCommand.self,
          CheckCommand.self, MergeDriverCommand.self,
        ]),
      CommandGroup(
        name: "Forget", subcommands: [ForgetCommand.self, RetentionCommand.self]),
    ])

  @OptionGroup var common: CommonOptions
  @OptionGroup var acting: ActorOptions

  func run() throws {
    // The parser calls this on the main thread, which is the main actor's.
    try MainActor.assumeIsolated { try Dashboard.run(try Session(common, actor: acting)) }
  }

  static func main() { Program.run(Array(CommandLine.arguments.dropFirst())) }
}
