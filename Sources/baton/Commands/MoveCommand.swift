import ArgumentParser
import BatonModel

/// `baton move`: to another stage, to rest, to its end, or back.
struct MoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "move",
    abstract: "Move a lead to a stage, to rest, or to its end.",
    usage: "baton move <id> <to> [--reason <code>] [--until <time>] [<options>]",
    discussion: """
      TO is a stage of the board, or one of six words:
        waiting        snoozed; needs --until and --reason
        nurture        back to marketing until a date; needs --until and --reason
        won            sold
        lost           needs --reason
        disqualified   no buyer of ours; needs --reason
        silent         gone without a word
      Of a lead that was handed over, the reason reaches the other side as feedback. A
      lead passes no gate, and is not won, without what the gates on its way ask for.
      A stage that is called like one of them is written stage:nurture. A lead that
      has ended comes back when it is moved to a stage.

      Examples:
        baton move 3f8k2m qualify
        baton move 3f8k2m lost --reason price --note "half of our offer"
        baton move 3f8k2m waiting --until +3w --reason budget-cycle
        baton move 3f8k2m propose --from qualify
      """)

  @OptionGroup var lead: LeadArgument

  @Argument(
    help: "A stage, or waiting, nurture, won, lost, disqualified, silent.",
    completion: .custom(Completions.destinations))
  var to: String

  @Option(
    help: ArgumentHelp("Why: a reason code of the board.", valueName: "code"),
    completion: .custom(Completions.reasons))
  var reason: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("When it returns: 2026-12-01, tue, +3d.", valueName: "time"))
  var until: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("Why, in words.", valueName: "text"))
  var note: String?

  @Option(
    help: ArgumentHelp("Refuse unless the lead is in this stage.", valueName: "stage"),
    completion: .custom(Completions.stages))
  var from: String?

  @OptionGroup var seen: SeenOptions
  @OptionGroup var options: ChangeOptions

  func run() throws {
    let session = try options.session()
    let from = try self.from.map { name throws(Failure) in
      try Names.stage(name, on: session.board)
    }
    try session.carryOut(on: lead, options, seen) { lead throws(Failure) in
      try command(for: lead, from: from, session)
    }
  }

  private func command(
    for lead: Lead, from: StageID?, _ session: Session
  ) throws(Failure) -> LeadCommand {
    if let kind = Parking.Kind(rawValue: to.lowercased()) {
      let until = try until.map { text throws(Failure) in
        try Options.time(
          text, option: "--until", session.now, session.board.calendar, looking: .ahead)
      }
      return .park(
        LeadCommand.Park(
          kind, until: until, reason: reason.map { ReasonID($0) }, note: note, from: from))
    }
    guard reason == nil, until == nil else {
      throw Failure(
        "--reason and --until say why and how long a lead rests; “\(to)” is a stage.",
        "Leave them out, or move it to waiting, nurture, lost or disqualified.", status: .usage)
    }
    let name = to.hasPrefix("stage:") ? String(to.dropFirst(6)) : to
    let stage = try Names.stage(name, on: session.board)
    if lead.parked?.kind.isClosed == true {
      return .revive(LeadCommand.Revive(to: stage, note: note))
    }
    return .move(LeadCommand.Move(to: stage, from: from, note: note))
  }
}
