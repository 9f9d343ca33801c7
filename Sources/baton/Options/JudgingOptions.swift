import ArgumentParser
import BatonModel

/// What may be said with any verdict, and the options of every command that changes a lead.
struct JudgingOptions: ParsableArguments {
  @Option(help: ArgumentHelp("How good the lead is, 1 to 5.", valueName: "1-5"))
  var quality: Int?

  @Option(parsing: .unconditional, help: ArgumentHelp("In words.", valueName: "text"))
  var note: String?

  @Option(
    help: ArgumentHelp("Refuse unless the lead is in this stage.", valueName: "stage"),
    completion: .custom(Completions.stages))
  var from: String?

  @OptionGroup var options: ChangeOptions

  /// Gives a verdict on a lead.
  func judge(
    _ lead: LeadArgument, _ verdict: Feedback.Verdict, reason: String? = nil, until: String? = nil
  ) throws {
    let session = try options.session()
    let from = try from.map { name throws(Failure) in
      try Names.stage(name, on: session.board)
    }
    let draft = LeadCommand.VerdictDraft(
      verdict, reason: reason.map { ReasonID($0) }, until: try session.moment(until: until),
      quality: quality, note: note, from: from)
    try session.carryOut(on: lead, options) { _ in .verdict(draft) }
  }
}

/// A reason code of the board.
struct ReasonOption: ParsableArguments {
  @Option(
    help: ArgumentHelp("Why: a reason code of the board.", valueName: "code"),
    completion: .custom(Completions.reasons))
  var reason: String?
}

/// The date on which something ends.
struct UntilOption: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Until when: 2026-12-01, tue, +3d, +2w.", valueName: "time"))
  var until: String?
}

extension Session {
  /// The moment that `--until` names.
  func moment(until text: String?) throws(Failure) -> Instant? {
    try text.map { text throws(Failure) in
      try Options.time(text, option: "--until", now, board.calendar, looking: .ahead)
    }
  }
}
