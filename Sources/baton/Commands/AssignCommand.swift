import ArgumentParser
import BatonModel

/// `baton assign`: to another owner.
struct AssignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign",
    abstract: "Give a lead to an owner.",
    usage: "baton assign <id> <member> [--marketing] [<options>]",
    discussion: """
      A lead has an owner in sales and one in marketing, who keeps it after the
      handoff.

      Examples:
        baton assign 3f8k2m maria
        baton assign 3f8k2m tom --marketing
        baton assign 3f8k2m nobody
      """)

  @OptionGroup var lead: LeadArgument

  @Argument(
    help: "A member of the team, or nobody.", completion: .custom(Completions.owners))
  var member: String

  @Flag(help: "The owner in marketing; else in sales.")
  var marketing = false

  @OptionGroup var seen: SeenOptions
  @OptionGroup var options: ChangeOptions

  func run() throws {
    let session = try options.session()
    let to = member == "nobody" ? nil : try Names.member(member, on: session.board)
    let command = LeadCommand.assign(LeadCommand.Assign(marketing ? .marketing : .sales, to: to))
    try session.carryOut(on: lead, options, seen) { _ in command }
  }
}
