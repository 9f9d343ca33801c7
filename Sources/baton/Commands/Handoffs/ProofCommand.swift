import ArgumentParser
import BatonModel

/// `baton proof`: the booked step that completes a handoff.
struct ProofCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "proof",
    abstract: "Complete a handoff with a booked call, meeting or kickoff.",
    usage: "baton proof <id> <kind> <time> ... [--note <text>] [<options>]",
    discussion: """
      A handoff that was accepted counts as waiting at the joint until then. The step
      becomes the lead's next one.

      Examples:
        baton proof 3f8k2m call tue 14:00
        baton proof 3f8k2m kickoff 2026-12-01 10:00 --note "with their plant manager"
      """)

  @OptionGroup var lead: LeadArgument

  @Argument(
    help: "call, meeting or kickoff.",
    completion: .list(NextStep.Kind.allCases.filter(\.isProof).map(\.rawValue)))
  var kind: NextStep.Kind

  @Argument(help: "When: tue 14:00, tomorrow, +3d, 2026-12-01 10:00.")
  var time: [String]

  @Option(parsing: .unconditional, help: ArgumentHelp("What is to be done.", valueName: "text"))
  var note: String?

  @OptionGroup var options: ChangeOptions

  func run() throws {
    let session = try options.session()
    let due = try Options.time(
      time.joined(separator: " "), option: "proof", session.now, session.board.calendar,
      looking: .ahead)
    let step = NextStep(kind: kind, due: due, isBooked: true, note: note)
    try session.carryOut(on: lead, options) { _ in .prove(step) }
  }
}

/// `baton lapse`: writes down that an offer's clock has run out.
struct LapseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lapse",
    abstract: "Write down that nobody answered an offer in time.",
    usage: "baton lapse <id> [<options>]",
    discussion: """
      Every screen shows an offer as lapsed from the moment its clock has run out;
      this writes it into the lead's file. It is refused before.

      Examples:
        baton lapse 3f8k2m
        baton lapse 3f8k2m --as-of 2026-12-01 --actor cron
      """)

  @OptionGroup var lead: LeadArgument
  @OptionGroup var options: ChangeOptions

  func run() throws {
    let session = try options.session()
    try session.carryOut(on: lead, options) { _ in .lapse }
  }
}
