import ArgumentParser
import BatonModel

/// `baton hold`: nobody contacts the lead for a while.
struct HoldCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hold",
    abstract: "Ask that nobody contacts a lead until a date.",
    usage: "baton hold <id> --reason <text> --until <time> [--side <side>] [<options>]",
    discussion: """
      A hold warns; it does not forbid. It always ends, and everybody sees what it
      costs. What the buyer forbids is `baton consent`.

      Examples:
        baton hold 3f8k2m --reason "in the last round" --until fri --side marketing
        baton hold 3f8k2m --reason "legal asks for quiet" --until +2w --company
        baton hold 3f8k2m --reason "until the fair" --until +5d --channel email
      """)

  @OptionGroup var lead: LeadArgument

  @Option(parsing: .unconditional, help: ArgumentHelp("Why, in words.", valueName: "text"))
  var reason: String

  @OptionGroup var end: UntilOption

  @Option(help: "The side that holds back; may be repeated; else all of ours.")
  var side: [Side] = []

  @Option(
    help: ArgumentHelp("The channel that is held; may be repeated; else all.", valueName: "name"),
    completion: .list(Channel.known.map(\.rawValue)))
  var channel: [String] = []

  @Flag(help: "For everybody at the company.")
  var company = false

  @OptionGroup var options: ChangeOptions

  func run() throws {
    let session = try options.session()
    let draft = LeadCommand.HoldDraft(
      reason: reason, until: try session.moment(until: end.until),
      scope: company ? .company : .lead, sides: side,
      channels: channel.map { Channel(named: $0) })
    try session.carryOut(on: lead, options) { _ in .hold(draft) }
  }
}

/// `baton release`: ends a hold before its time.
struct ReleaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release",
    abstract: "End a hold before its time.",
    usage: "baton release <id> [--hold <id>] [<options>]",
    discussion: """
      Without --hold it ends the one that lasts longest.

      Examples:
        baton release 3f8k2m
        baton release 3f8k2m --hold 7qk2m9xw0a
      """)

  @OptionGroup var lead: LeadArgument

  @Option(help: ArgumentHelp("The id of the hold in `baton show --json`.", valueName: "id"))
  var hold: String?

  @OptionGroup var options: ChangeOptions

  func run() throws {
    let session = try options.session()
    try session.carryOut(on: lead, options) { _ in .release(hold.map { EntryID($0) }) }
  }
}
