internal import CNCurses
internal import Foundation
internal import TerminalCanvas

extension TerminalDescription {
  /// The description of the terminal that the process was started in.
  ///
  /// - Throws: `CursesTerminalError`, if it was started in none, or in one that is not known or
  ///   cannot place its cursor.
  @MainActor
  static func find(_ environment: [String: String]) throws -> Self {
    guard isatty(STDIN_FILENO) == 1 else {
      throw CursesTerminalError.notATerminal(stream: "input")
    }
    guard isatty(STDOUT_FILENO) == 1 else {
      throw CursesTerminalError.notATerminal(stream: "output")
    }
    guard let name = environment["TERM"], !name.isEmpty else {
      throw CursesTerminalError.unnamedTerminal
    }
    let stand = standIn(for: name)
    guard
      let description = load(name, descriptor: STDOUT_FILENO)
        ?? stand.flatMap({ load($0, descriptor: STDOUT_FILENO) })
    else { throw CursesTerminalError.unknownTerminal(name: name) }
    guard description.strings["cup"] != nil else {
      throw CursesTerminalError.tooSimple(name: name)
    }
    return description
  }

  /// The description that will do for a terminal of a name whose own is not there.
  static func standIn(for name: String) -> String? {
    guard looksLikeXterm.contains(where: name.hasPrefix) else { return nil }
    let hasFewColors = ["-16color", "-88color", "-mono"].contains { name.hasSuffix($0) }
    return hasFewColors ? "xterm" : "xterm-256color"
  }

  /// Terminals that do as xterm does, and whose own descriptions other systems often lack.
  private static let looksLikeXterm = [
    "xterm-", "alacritty", "contour", "foot", "ghostty", "kitty", "rio", "st-", "wezterm",
  ]

  /// Makes ncurses take this terminal over.
  ///
  /// - Returns: ncurses's screen, in raw mode and with its keypad on; nil if it could not.
  @MainActor
  func open() -> OpaquePointer? {
    _ = curses_use_utf8()
    // The size is what the terminal says, not what LINES and COLUMNS once were.
    use_env(false)
    use_tioctl(true)
    guard let screen = newterm(name, curses_stdout(), curses_stdin()) else { return nil }
    raw()
    noecho()
    nonl()
    return screen
  }
}
