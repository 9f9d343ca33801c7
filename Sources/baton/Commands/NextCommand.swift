import ArgumentParser
import BatonModel
import BatonStore

/// `baton next`: what happens next.
struct NextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "next",
    abstract: "Say what happens next with a lead, and when.",
    usage: """
      baton next <id> <kind> <time> [--booked] [--owner <member>] [--note <text>]
      baton next <id> none
      """,
    discussion: """
      KIND is call, meeting, kickoff, email or task. A day without a time means 9:00
      on the board's clock. A call, meeting or kickoff that is booked is the proof of
      a handoff.

      Examples:
        baton next 3f8k2m call tue 14:00
        baton next 3f8k2m meeting 2026-12-01 10:00 --booked --note "with finance"
        baton next 3f8k2m none
      """)

  @OptionGroup var lead: LeadArgument

  @Argument(
    help: "call, meeting, kickoff, email, task; or none.",
    completion: .list(NextStep.Kind.allCases.map(\.rawValue) + ["none"]))
  var kind: String

  @Argument(help: "When: tue 14:00, 1 dec 2pm, tomorrow, +3d, 2026-12-01 10:00.")
  var time: [String] = []

  @Flag(help: "The buyer has agreed to the time.")
  var booked = false

  @Option(
    help: ArgumentHelp("Who does it; else the lead's owner.", valueName: "member"),
    completion: .custom(Completions.members))
  var owner: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("What is to be done.", valueName: "text"))
  var note: String?

  @OptionGroup var seen: SeenOptions
  @OptionGroup var options: ChangeOptions

  func run() throws {
    let session = try options.session()
    let step = try nextStep(session)
    do {
      try session.carryOut(on: lead, options, seen) { _ in .next(step) }
    } catch StoreError.refused(let refusal) where refusal.cause == .dateRequired {
      // The time is an argument here, and no option.
      throw Failure(refusal.what, refusal.remedy)
    }
  }

  private func nextStep(_ session: Session) throws(Failure) -> NextStep? {
    if kind == "none" { return nil }
    guard let kind = NextStep.Kind(rawValue: kind.lowercased()) else {
      let kinds = NextStep.Kind.allCases.map(\.rawValue).joined(separator: ", ")
      throw Failure(
        "“\(self.kind)” is no kind of next step.", "Kinds are \(kinds); or none.", status: .usage)
    }
    let due = try Options.time(
      time.joined(separator: " "), option: "next", session.now, session.board.calendar,
      looking: .ahead)
    let owner = try self.owner.map { name throws(Failure) in
      try Names.member(name, on: session.board)
    }
    return NextStep(kind: kind, due: due, isBooked: booked, owner: owner, note: note)
  }
}
