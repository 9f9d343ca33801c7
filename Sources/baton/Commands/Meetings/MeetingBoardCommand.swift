import ArgumentParser
import BatonModel

/// `baton meeting`: the board in meeting mode.
struct MeetingBoardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "meeting",
    abstract: "Walk through the weekly meeting's agenda, on a shared screen.",
    usage: "baton meeting [--date <day>] [--masked] [<options>]",
    discussion: """
      One subject a page, with large figures: → goes on, ⏎ drills down to the leads,
      d writes down a decision, n a note, E ends the meeting and writes the minutes.
      On the board, m does the same. `baton report meeting` prints it all.

      With --masked aliases stand for the buyers' names, for guests in the room.

      Examples:
        baton meeting
        baton meeting --masked --board acme-board
      """)

  @OptionGroup var day: MeetingDayOption

  @Flag(help: "Show aliases in place of the buyers' names.")
  var masked = false

  @OptionGroup var common: CommonOptions
  @OptionGroup var acting: ActorOptions

  func run() throws {
    let session = try Session(common, actor: acting)
    let opening = MeetingOpening(date: try day.date(session), masksNames: masked)
    // The parser calls this on the main thread, which is the main actor's.
    try MainActor.assumeIsolated { try Dashboard.run(session, meeting: opening) }
  }
}

/// The meeting that the dashboard opens with.
struct MeetingOpening: Sendable {
  /// The day of the meeting.
  let date: String
  /// Whether aliases stand for the buyers' names.
  let masksNames: Bool
}
