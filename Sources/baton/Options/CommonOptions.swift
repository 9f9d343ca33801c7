import ArgumentParser
import BatonModel

/// The options of every command: which board, and at which moment.
struct CommonOptions: ParsableArguments {
  @Option(
    name: .customLong("board"),
    help: ArgumentHelp(
      "The board's folder; else $BATON_BOARD, else the nearest upwards.", valueName: "dir"),
    completion: .directory)
  var board: String?

  @Option(
    name: .customLong("as-of"), parsing: .unconditional,
    help: ArgumentHelp(
      "The clock for all that is derived: 2026-12-01, -7d, or an RFC 3339 time.",
      valueName: "time"))
  var asOf: String?

  /// The moment at which a command reckons: `--as-of`, else the system's clock.
  ///
  /// A day without a time is its first instant on the board's clock, so that a report of the same
  /// day is the same report.
  ///
  /// - Throws: `Failure` of wrong usage.
  func moment(_ calendar: BoardCalendar, clock: Instant) throws(Failure) -> Instant {
    guard let asOf else { return clock }
    return try Options.time(asOf, option: "--as-of", clock, calendar, looking: .back, hour: 0)
  }
}

/// The option of the commands that change something: who gives them.
struct ActorOptions: ParsableArguments {
  @Option(
    name: .customLong("actor"),
    help: ArgumentHelp(
      "Who gives the command; else $BATON_USER, else the settings, else the system's user.",
      valueName: "name"),
    completion: .custom(Completions.members))
  var actor: String?

  /// The one who gives the command, by the first of the places that says so.
  func name(_ around: Surroundings) throws(Failure) -> String {
    if let actor { return actor }
    if let name = around.variable("BATON_USER") { return name }
    return try Settings.read(from: Paths(around: around).settingsFile).actor ?? around.userName
  }
}

/// The option of the commands that print.
struct OutputOptions: ParsableArguments {
  @Flag(name: .customLong("json"), help: "Print JSON, for scripts.")
  var json = false
}

/// The options of the commands that change a lead.
struct ChangeOptions: ParsableArguments {
  @OptionGroup var output: OutputOptions
  @OptionGroup var acting: ActorOptions
  @OptionGroup var common: CommonOptions

  /// Opens the board that the options name, for the one who gives the command.
  func session() throws -> Session { try Session(common, actor: acting) }
}

/// The options of the commands that set what a lead has one of: its stage, its owner, its amount.
struct SeenOptions: ParsableArguments {
  @Option(
    name: .customLong("seen"),
    help: ArgumentHelp(
      "Refuse, with status 3, if somebody else changed the same field since this revision.",
      valueName: "revision"))
  var revision: Int?

  @Flag(help: "Do it even if somebody else changed the same field meanwhile.")
  var anyway = false

  /// What whoever gives the command has seen of a lead that was read just now; nil overrides all.
  func seen(of lead: Lead) -> LeadSight? {
    if anyway { return nil }
    guard let revision else { return LeadSight(lead) }
    return LeadSight(revision: revision)
  }
}

/// The lead that a command is about.
struct LeadArgument: ParsableArguments {
  @Argument(
    help: "The lead's id, or a beginning that no other id has.",
    completion: .custom(Completions.leads))
  var id: String
}

/// Reading of what is typed, with failures that name the option.
enum Options {
  /// The instant that a typed time names.
  ///
  /// - Throws: `Failure` of wrong usage.
  static func time(
    _ text: String, option: String, _ now: Instant, _ calendar: BoardCalendar,
    looking direction: When.Direction, hour: Int = When.defaultHour
  ) throws(Failure) -> Instant {
    do throws(When.Failure) {
      return try When.parse(
        text, now: now, calendar: calendar, looking: direction, defaultHour: hour)
    } catch {
      throw Failure("\(option): \(error.what)", error.remedy, status: .usage)
    }
  }
}
