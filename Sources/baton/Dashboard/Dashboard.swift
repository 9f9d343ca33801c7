import CursesTerminal
import Dispatch

/// The board in the terminal.
enum Dashboard {
  /// Opens a board and shows it until the user leaves; the process ends with the dashboard.
  ///
  /// - Parameter meeting: The meeting to begin with; nil begins with the board.
  /// - Throws: `Failure` where the terminal cannot be taken over or the settings are broken.
  @MainActor
  static func run(_ session: Session, meeting: MeetingOpening? = nil) throws -> Never {
    let settings = try Settings.read(from: Paths(around: session.around).settingsFile)
    let runner = BoardRunner(session)
    do {
      try runner.start(theme: settings.theme, meeting: meeting)
    } catch let error as CursesTerminalError {
      let lines = "\(error)".split(separator: "\n").map(String.init)
      throw Failure(lines[0], lines.dropFirst().joined(separator: " "))
    }
    // The main queue holds on to the runner's closures, and they to the runner, until the end.
    withExtendedLifetime(runner) { dispatchMain() }
  }
}
