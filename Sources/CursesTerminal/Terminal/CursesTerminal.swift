internal import CNCurses
internal import CTerminalGuard
internal import Foundation
public import TerminalCanvas

/// The terminal that the process was started in, by way of ncurses.
///
/// ncurses takes the terminal over, knows its strings, and gives it back as it was. Frames are put
/// into those strings here (see `FramePainter`), and the keys are decoded here, since ncurses would
/// wait for the rest of a sequence with everything else standing still, and would pass the parts of
/// one that it does not know as text.
///
/// There is one terminal a process, and one ncurses: start one of these at a time.
@MainActor
public final class CursesTerminal: Terminal {
  /// What ends the program from outside.
  public enum Ending: Int32, Hashable, Sendable {
    /// The terminal is gone (SIGHUP, or the end of its input).
    case hangUp = 1
    /// Somebody interrupted it (SIGINT; Ctrl-C is a key).
    case interrupted = 2
    /// Somebody asked it to end (SIGTERM).
    case terminated = 15

    /// The exit status that tells a shell so: 128 and the signal's number.
    public var exitStatus: Int32 { 128 + rawValue }
  }

  /// What to ask of the terminal.
  public struct Options: Hashable, Sendable {
    /// Whether clicks and the wheel come as events; selecting text then takes the shift key.
    public var mouse: Bool

    /// Makes options.
    public init(mouse: Bool = true) {
      self.mouse = mouse
    }
  }

  /// The columns and rows there are now.
  public private(set) var size = Size.zero
  /// The colours that it shows; known from `start` on.
  public private(set) var colorDepth: ColorDepth

  let options: Options
  let environment: [String: String]
  private let onEnd: @MainActor (Ending) -> Void
  private var session: Session?

  /// Prepares for the process's terminal; nothing is touched before `start`.
  ///
  /// - Parameters:
  ///   - options: What to ask of the terminal.
  ///   - environment: The process's environment.
  ///   - onEnd: Called on the main actor when the program is to end: save, `stop()`, and exit.
  public init(
    options: Options = Options(), environment: [String: String],
    onEnd: @escaping @MainActor (Ending) -> Void
  ) {
    self.options = options
    self.environment = environment
    self.onEnd = onEnd
    colorDepth = .detect(in: environment, colors: 256, isDirect: false)
  }

  /// Takes the terminal over and delivers events until `stop()`.
  ///
  /// Changes the environment for a moment; start before there are other threads that read it.
  ///
  /// - Parameter onEvent: Called on the main actor, one event at a time. Ctrl-Z is no event: it
  ///   suspends.
  /// - Throws: `CursesTerminalError`.
  public func start(onEvent: @escaping @MainActor (TerminalEvent) -> Void) throws {
    guard session == nil else { return }
    let session = try Session(options: options, environment: environment)
    self.session = session
    colorDepth = session.colorDepth
    size = session.size
    session.onEvent = { [weak self] event in
      if case .resize(let size) = event { self?.size = size }
      onEvent(event)
    }
    session.onEnd = onEnd
    session.listen()
  }

  /// Gives the terminal back as it was; nothing happens when it was not taken over.
  public func stop() {
    session?.close()
    session = nil
  }

  /// Shows a frame; only what differs from the one before is written.
  public func show(_ frame: Frame, cursor: Point?) {
    session?.show(frame, cursor: cursor)
  }

  /// Draws everything again at the next `show`, whatever is believed to be on the screen.
  public func invalidate() {
    session?.painter.invalidate()
  }

  /// Gives the terminal back, stops the process and its group, and takes it over again.
  public func suspend() {
    session?.suspend(group: true)
  }

  /// Gives the terminal back while `body` runs and takes it over again.
  ///
  /// Programs that `body` starts by `run(_:)` have the terminal as the shell gives it.
  public func released<Result>(_ body: () throws -> Result) rethrows -> Result {
    guard let session else { return try body() }
    return try session.released(body)
  }

  /// Runs a program on the plain terminal, an editor or a pager, and waits for its end.
  ///
  /// - Parameter arguments: The program, found by `$PATH`, and its arguments.
  /// - Returns: Its exit status; 128 and the signal's number if a signal ended it.
  /// - Throws: `CursesTerminalError.cannotRun`.
  public func run(_ arguments: [String]) throws -> Int32 {
    try released {
      var pointers = arguments.map { strdup($0) } + [nil]
      defer { for pointer in pointers { free(pointer) } }
      let status = arguments.isEmpty ? -ENOENT : terminal_run(&pointers)
      guard status >= 0 else {
        throw CursesTerminalError.cannotRun(
          program: arguments.first ?? "", reason: String(cString: strerror(-status)))
      }
      return status
    }
  }
}

extension CursesTerminal {
  /// Puts a text into the window's title, made harmless; the one before comes back in the end.
  public func setTitle(_ title: String) {
    guard let session, session.isOurs, session.modes.speaksXterm else { return }
    Session.write("\u{1B}]2;\(Sanitizer.safeText(String(title.prefix(200))))\u{07}")
  }

  /// Rings.
  public func bell() {
    if session?.isOurs == true { Session.write("\u{07}") }
  }

  /// Asks the terminal to put a text on the clipboard (OSC 52).
  ///
  /// - Returns: Whether it was sent: not if the terminal is none of xterm's kind, nor what is
  ///   longer than 74,994 bytes, which is what terminals take.
  @discardableResult
  public func copyToClipboard(_ text: String) -> Bool {
    guard let session, session.isOurs, session.modes.speaksXterm, text.utf8.count <= 74_994 else {
      return false
    }
    Session.write("\u{1B}]52;c;\(Data(text.utf8).base64EncodedString())\u{07}")
    return true
  }
}
