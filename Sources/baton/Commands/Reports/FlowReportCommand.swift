import ArgumentParser
import BatonInsights
import BatonModel
import BatonReports

/// `baton report flow`.
struct FlowReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "flow",
    abstract:
      "The pipeline as one: what came how far, what waits between, how fast, who carries it.",
    discussion: """
      --stage, --joint, --week and --owner open one row of it: its numbers one by one,
      each with the query that finds the leads behind it. With --json the whole report
      has them too.

      Examples:
        baton report flow --stage qualify
        baton report flow --joint qualify:close
        baton report flow --week all source:fair
        baton report flow --json | jq -r '.weeks[-1].counts.won.query'
      """)

  @Option(help: "Only this stage, by id or title.", completion: .custom(Completions.stages))
  var stage: String?

  @Option(
    help: ArgumentHelp("Only what goes from an activity to another.", valueName: "from:to"))
  var joint: Joint?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Only the week with this day: 2026-11-16, -7d; or all.", valueName: "day"))
  var week: String?

  @Option(help: "Only the work of this member.", completion: .custom(Completions.members))
  var owner: String?

  @OptionGroup var options: ReportOptions

  func validate() throws {
    let given = [stage, joint.map { "\($0)" }, week, owner].compactMap(\.self)
    guard given.count < 2 else {
      throw ValidationError("Of --stage, --joint, --week and --owner one is enough.")
    }
  }

  func run() throws {
    try options.show { session in try part(session).map(ReportRequest.flowPart) ?? .flow }
  }

  /// The row that is asked for; nil for all of them.
  private func part(_ session: Session) throws(Failure) -> FlowPart? {
    if let stage { return .stage(try Names.knownStage(stage, on: session.board)) }
    if let joint { return .joint(from: joint.from, to: joint.to) }
    if let owner { return .owner(try Names.knownMember(owner, on: session.board)) }
    guard let week else { return nil }
    guard week != "all" else { return .weeks }
    let calendar = session.board.calendar
    let day = calendar.day(
      of: try Options.time(
        week, option: "--week", session.now, calendar, looking: .back, hour: 0))
    return .week(CivilDay(dayNumber: day.dayNumber - day.weekday))
  }
}

/// From one activity to another, as an option names them.
struct Joint: ExpressibleByArgument {
  let from: Activity
  let to: Activity

  init?(argument: String) {
    let parts = argument.split(separator: ":").map(String.init)
    guard parts.count == 2, let from = Activity(rawValue: parts[0]),
      let to = Activity(rawValue: parts[1])
    else { return nil }
    self.from = from
    self.to = to
  }
}
