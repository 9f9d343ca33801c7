import ArgumentParser
import BatonModel

/// `baton reject`: gives a lead back before anybody has talked to the buyer.
struct RejectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reject",
    abstract: "Give a lead back, for a reason, before any contact.",
    usage: "baton reject <id> --reason <code> [--quality <1-5>] [<options>]",
    discussion: """
      The lead goes back to where it came from, and the other side owes an answer:
      see `baton answer`. After contact, disqualify or recycle it instead.

      Examples:
        baton reject 3f8k2m --reason bad-data --note "the number is a fax"
        baton reject 3f8k2m --reason not-our-profile --quality 1
      """)

  @OptionGroup var lead: LeadArgument
  @OptionGroup var why: ReasonOption
  @OptionGroup var judging: JudgingOptions

  func run() throws { try judging.judge(lead, .reject, reason: why.reason) }
}
