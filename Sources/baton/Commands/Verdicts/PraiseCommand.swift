import ArgumentParser
import BatonModel

/// `baton praise`: tells the other side what was good.
struct PraiseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "praise",
    abstract: "Tell the other side what was good about a lead.",
    usage: "baton praise <id> [--reason <code>] [--note <text>] [<options>]",
    discussion: """
      By a reason code, in words, or both.

      Examples:
        baton praise 3f8k2m --reason well-prepared --quality 5
        baton praise 3f8k2m --note "the calculator had sold it before I called"
      """)

  @OptionGroup var lead: LeadArgument
  @OptionGroup var why: ReasonOption
  @OptionGroup var judging: JudgingOptions

  func run() throws { try judging.judge(lead, .praise, reason: why.reason) }
}
