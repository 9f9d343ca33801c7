import ArgumentParser
import BatonModel

/// `baton accept`: takes a lead, and the handoff that offers it.
struct AcceptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: "Accept a lead, and the handoff that offers it.",
    usage: "baton accept <id> [--quality <1-5>] [--note <text>] [<options>]",
    discussion: """
      The lead comes to whoever accepts it, in the first stage of their activity. The
      handoff is complete only with its proof: book the next step with `baton proof`.

      Examples:
        baton accept 3f8k2m
        baton accept 3f8k2m --quality 4 --note "knows our price"
        baton accept 3f8k2m && baton proof 3f8k2m call tue 14:00
      """)

  @OptionGroup var lead: LeadArgument
  @OptionGroup var judging: JudgingOptions

  func run() throws { try judging.judge(lead, .accept) }
}
