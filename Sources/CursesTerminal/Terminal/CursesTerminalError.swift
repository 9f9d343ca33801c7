/// What keeps a terminal from being taken over.
public enum CursesTerminalError: Error, Hashable, Sendable {
  /// Standard input or output is a file or a pipe.
  case notATerminal(stream: String)
  /// `$TERM` is not set.
  case unnamedTerminal
  /// The system has no description of the terminal that `$TERM` names.
  case unknownTerminal(name: String)
  /// The terminal cannot place its cursor, as `dumb` cannot.
  case tooSimple(name: String)
  /// The system refused something.
  case refused(what: String, reason: String)
  /// A program could not be run on the terminal.
  case cannotRun(program: String, reason: String)
}

extension CursesTerminalError: CustomStringConvertible {
  /// One line of what is wrong and one of what to do.
  public var description: String {
    switch self {
    case .notATerminal(let stream):
      """
      Standard \(stream) is not a terminal.
      Start the board in a terminal without redirecting; scripts use the subcommands and --json.
      """
    case .unnamedTerminal:
      """
      The environment does not say which terminal this is.
      Set TERM, for example: export TERM=xterm-256color
      """
    case .unknownTerminal(let name):
      """
      This system does not know the terminal \(String(reflecting: name)) that TERM names.
      Install its description (Debian: ncurses-term), or try: export TERM=xterm-256color
      """
    case .tooSimple(let name):
      """
      The terminal \(String(reflecting: name)) that TERM names cannot place its cursor.
      Use another terminal, or set TERM to what it is, for example xterm-256color.
      """
    case .refused(let what, let reason):
      """
      Cannot \(what): \(reason).
      Try another terminal window.
      """
    case .cannotRun(let program, let reason):
      """
      Cannot run \(String(reflecting: program)): \(reason).
      Set EDITOR or PAGER to a program that is installed.
      """
    }
  }
}
