import ArgumentParser
import BatonModel
import BatonReports
import BatonStore

/// `baton report meeting`: the minutes of the weekly meeting.
struct MeetingReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "meeting",
    abstract: "The minutes of a meeting: the agenda's figures, what was said, what was decided.",
    discussion: """
      The agenda in its order: what changed since the last meeting against the
      four weeks before, handoffs without an answer, overdue clocks, stalled,
      roadblocks, silent losses, old holds, source quality, feedback unanswered,
      and last time's decisions with their state. Then the decisions of the day.

      Examples:
        baton report meeting --format html --output minutes.html
        baton report meeting --format md --masked > for-guests.md
        baton report meeting --since 2026-11-02 --json | jq .decisions
      """)

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Since when changes count: 2026-11-16, mon, -7d; else since the last meeting.",
      valueName: "day"))
  var since: String?

  @Option(
    help: ArgumentHelp(
      "The day of the meeting, 2026-11-23; else today.", valueName: "date"))
  var date: String?

  @OptionGroup var options: ReportOptions

  func run() throws {
    try options.write { session, leads, filter, reckoning in
      let calendar = session.board.calendar
      let since = try since.map { typed throws(Failure) in
        calendar.day(
          of: try Options.time(
            typed, option: "--since", session.now, calendar, looking: .back, hour: 0))
      }
      let day = try date.map { typed throws(Failure) in
        guard let day = CivilDay(typed) else {
          throw Failure(
            "--date: “\(typed)” is no day.", "Write it as 2026-11-23.", status: .usage)
        }
        return day
      }
      let meetings = try session.folder.readMeetings()
      session.tellOfUnread(meetings.faults)
      let view = MeetingView(
        book: MeetingBook(meetings.records), day: day, since: since, masksNames: options.masked)
      return MeetingMinutes.document(leads, matching: filter, in: view, reckoning)
    }
  }
}
