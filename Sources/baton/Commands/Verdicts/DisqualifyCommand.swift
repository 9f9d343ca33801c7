import ArgumentParser
import BatonModel

/// `baton disqualify`: no buyer of ours, as contact has shown.
struct DisqualifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "disqualify",
    abstract: "End a lead that is no buyer of ours, after contact.",
    usage: "baton disqualify <id> --reason <code> [--quality <1-5>] [<options>]",
    discussion: """
      The other side owes an answer: see `baton answer`. Before contact, reject it
      instead, or log the touch that told you with `baton touch`.

      Examples:
        baton disqualify 3f8k2m --reason no-budget --note "asked again in May"
        baton disqualify 3f8k2m --reason competitor --quality 3
      """)

  @OptionGroup var lead: LeadArgument
  @OptionGroup var why: ReasonOption
  @OptionGroup var judging: JudgingOptions

  func run() throws { try judging.judge(lead, .disqualify, reason: why.reason) }
}
