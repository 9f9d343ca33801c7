import ArgumentParser
import BatonModel

/// `baton rate`: how good a lead is.
struct RateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rate",
    abstract: "Rate a lead from 1 to 5.",
    usage: "baton rate <id> <quality> [--note <text>] [<options>]",
    discussion: """
      5 is ready to buy, 1 was never a buyer. The latest rating counts, and goes to
      the source, campaign and ad that brought the lead.

      Examples:
        baton rate 3f8k2m 4
        baton rate 3f8k2m 2 --note "a student"
      """)

  @OptionGroup var lead: LeadArgument

  @Argument(help: "1 to 5.")
  var quality: Int

  @Option(parsing: .unconditional, help: ArgumentHelp("In words.", valueName: "text"))
  var note: String?

  @OptionGroup var options: ChangeOptions

  func run() throws {
    let session = try options.session()
    try session.carryOut(on: lead, options) { _ in .rate(.init(quality, note: note)) }
  }
}
