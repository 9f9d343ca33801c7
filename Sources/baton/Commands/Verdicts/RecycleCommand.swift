import ArgumentParser
import BatonModel

/// `baton recycle`: back to nurture until a date.
struct RecycleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recycle",
    abstract: "Give a lead back to nurture until a date.",
    usage: "baton recycle <id> --reason <code> --until <time> [--note <text>] [<options>]",
    discussion: """
      It returns by itself on that date, to whoever had it. Marketing is told why,
      and owes an answer: see `baton answer`.

      Examples:
        baton recycle 3f8k2m --reason bad-timing --until 2027-01-11
        baton recycle 3f8k2m --reason unresponsive --until +6w --note "five calls"
      """)

  @OptionGroup var lead: LeadArgument
  @OptionGroup var why: ReasonOption
  @OptionGroup var end: UntilOption
  @OptionGroup var judging: JudgingOptions

  func run() throws { try judging.judge(lead, .recycle, reason: why.reason, until: end.until) }
}
