import ArgumentParser
import BatonModel

/// `baton answer`: what the other side did about a verdict.
struct AnswerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "answer",
    abstract: "Answer a verdict: say what was done about it.",
    usage: "baton answer <id> <action> ... [--to <feedback>] [--note <text>] [<options>]",
    discussion: """
      A rejected, disqualified or recycled lead wants an answer of the other side.
      Without --to it is for the oldest verdict that waits. `baton list
      is:unanswered` lists the leads.

      Examples:
        baton answer 3f8k2m "fixed the form" --actor tom
        baton answer 3f8k2m stopped the ad --note "it promised a free trial"
        baton answer 3f8k2m will nurture --to 7qk2m9xw0a
      """)

  @OptionGroup var lead: LeadArgument

  @Argument(help: "What was done, in a few words.")
  var action: [String]

  @Option(help: ArgumentHelp("The id of the feedback in `baton show --json`.", valueName: "id"))
  var to: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("In more words.", valueName: "text"))
  var note: String?

  @OptionGroup var options: ChangeOptions

  func run() throws {
    let session = try options.session()
    let reply = LeadCommand.Reply(
      action.joined(separator: " "), to: to.map { EntryID($0) }, note: note)
    try session.carryOut(on: lead, options) { _ in .reply(reply) }
  }
}
