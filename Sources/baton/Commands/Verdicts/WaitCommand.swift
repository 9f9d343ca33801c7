import ArgumentParser
import BatonModel

/// `baton wait`: snoozes a lead until a date.
struct WaitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wait",
    abstract: "Let a lead wait until a date, for a reason.",
    usage: "baton wait <id> --reason <code> --until <time> [--note <text>] [<options>]",
    discussion: """
      It stays with its owner and does not look neglected until then. To give it back
      to marketing, recycle it.

      Examples:
        baton wait 3f8k2m --reason on-leave --until "mon 9:00"
        baton wait 3f8k2m --reason approval --until +3w
      """)

  @OptionGroup var lead: LeadArgument
  @OptionGroup var why: ReasonOption
  @OptionGroup var end: UntilOption

  @Option(parsing: .unconditional, help: ArgumentHelp("Why, in words.", valueName: "text"))
  var note: String?

  @OptionGroup var options: ChangeOptions

  func run() throws {
    let session = try options.session()
    let park = LeadCommand.Park(
      .waiting, until: try session.moment(until: end.until),
      reason: why.reason.map { ReasonID($0) }, note: note)
    try session.carryOut(on: lead, options) { _ in .park(park) }
  }
}

/// `baton resume`: brings a lead back before its date, or from its end.
struct ResumeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume",
    abstract: "Bring a lead back that waits, rests or has ended.",
    usage: "baton resume <id> [--note <text>] [<options>]",
    discussion: """
      It returns to the stage that it was in; `baton move` returns it to another.

      Examples:
        baton resume 3f8k2m
        baton resume 3f8k2m --note "they called: the budget is there"
      """)

  @OptionGroup var lead: LeadArgument

  @Option(parsing: .unconditional, help: ArgumentHelp("Why, in words.", valueName: "text"))
  var note: String?

  @OptionGroup var options: ChangeOptions

  func run() throws {
    let session = try options.session()
    try session.carryOut(on: lead, options) { _ in .revive(.init(note: note)) }
  }
}
