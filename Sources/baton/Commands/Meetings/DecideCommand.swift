import ArgumentParser
import BatonModel
import BatonStore
import TerminalCanvas

/// `baton decide`: writes a decision into a meeting's record.
struct DecideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide",
    abstract: "Write down what a meeting has decided.",
    usage: "baton decide <text> ... [<options>]",
    discussion: """
      The text is read as on the meeting's screen: @who owns it, #lead (an id, or how
      a name begins) and roadblock:kind say what it is about, and a day at its end or
      behind due: is until when. Options say the same; with --verbatim only they do.

      It stands in meetings/<date>.json, today's without --date, and on the leads it
      touches until it is done.

      Examples:
        baton decide "Fix the form's phone field @maria fri #3f8k2m"
        baton decide "Call back within a day" --due +2w --roadblock "slow reply"
        baton decide "$TEXT" --verbatim --lead 3f8k2m --json
      """)

  @Argument(help: "What will be done.")
  var text: [String]

  @Option(help: "Who does it.", completion: .custom(Completions.members))
  var owner: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Until when: fri, +2w, 2026-12-01.", valueName: "day"))
  var due: String?

  @Option(
    help: ArgumentHelp("A lead that it is about; may be repeated.", valueName: "id"),
    completion: .custom(Completions.leads))
  var lead: [String] = []

  @Option(help: ArgumentHelp("The kind of roadblock that it is about.", valueName: "kind"))
  var roadblock: String?

  @Flag(help: "Take the text as it is: no @who, #lead or day in it.")
  var verbatim = false

  @OptionGroup var day: MeetingDayOption
  @OptionGroup var options: ChangeOptions

  func run() throws {
    let session = try options.session()
    var draft = try read(text.joined(separator: " "), session)
    if let owner { draft.owner = try Names.member(owner, on: session.board) }
    if let due { draft.due = try Options.day(due, option: "--due", session) }
    draft.leads += try lead.map { try session.leadID(named: $0) }
    draft.roadblock = roadblock ?? draft.roadblock
    let date = try day.date(session)
    let change = try session.folder.apply(
      .decide(draft), toMeetingOf: date, in: session.context)
    try DecisionTable.report(change.after.decisions.last?.id, of: change.after, session, options)
  }

  private func read(
    _ line: String, _ session: Session
  ) throws -> MeetingCommand.DecisionDraft {
    if verbatim { return .init(line) }
    let names = DecisionLine.Names(team: session.board.team) { session.leads(named: $0) }
    let today = session.board.calendar.day(of: session.now)
    do throws(DecisionLine.Mistake) {
      return try DecisionLine(line, today: today, names: names).decision()
    } catch {
      throw Failure(error.what, error.remedy, status: .usage)
    }
  }
}

/// The option of the commands about a meeting: of which day.
struct MeetingDayOption: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The day of the meeting; else today.", valueName: "day"))
  var date: String?

  /// The day as the meeting's file is named.
  func date(_ session: Session) throws(Failure) -> String {
    guard let date else { return session.board.calendar.day(of: session.now).description }
    return try Options.day(date, option: "--date", session).description
  }
}

extension Options {
  /// The day that a typed word names.
  ///
  /// - Throws: `Failure` of wrong usage.
  static func day(
    _ text: String, option: String, _ session: Session
  ) throws(Failure) -> CivilDay {
    let today = session.board.calendar.day(of: session.now)
    do throws(When.Failure) {
      if let day = try When.day(text, from: today) { return day }
    } catch {
      throw Failure("\(option): \(error.what)", error.remedy, status: .usage)
    }
    throw Failure(
      "\(option): “\(text)” is no day.", "Write fri, tomorrow, +2w or 2026-12-01.",
      status: .usage)
  }
}

extension Session {
  /// The leads that a name typed in a line may mean: an id, the beginning of ids, of names, or of a
  /// word in them.
  fileprivate func leads(named typed: String) -> [LeadID] {
    let exact = LeadID(typed)
    let ids = leadIDs()
    if ids.contains(exact) { return [exact] }
    let begun = ids.filter { $0.rawValue.hasPrefix(typed) }
    if !begun.isEmpty { return begun }
    let read = try? folder.readLeads { (id: $0.id, title: $0.name) }
    return NameMatch.ids(for: typed, among: read?.values ?? [])
  }
}
