internal import CNCurses
internal import CTerminalGuard
internal import Dispatch
internal import Foundation
internal import TerminalCanvas

/// The time in which the terminal is ours: opened by `init`, given back by `close`.
@MainActor
final class Session {
  let colorDepth: ColorDepth
  let modes: TerminalModes
  let signals = SignalSources()
  var size: Size
  var painter: FramePainter
  var decoder: InputDecoder
  var onEvent: @MainActor (TerminalEvent) -> Void = { _ in }
  var onEnd: @MainActor (CursesTerminal.Ending) -> Void = { _ in }

  /// Whether the screen is ours just now, and not given back for a while or for good.
  var isOurs = false
  /// Counts readings of the terminal, to see later whether more came.
  var readings = 0
  var input: (any DispatchSourceRead)?
  private let screen: OpaquePointer

  /// Takes the terminal over.
  init(options: CursesTerminal.Options, environment: [String: String]) throws {
    let description = try TerminalDescription.find(environment)
    colorDepth = ColorDepth.detect(
      in: environment, colors: description.numbers["colors"] ?? 0,
      isDirect: description.flags.contains("RGB"))
    let failure = terminal_guard_install(STDIN_FILENO)
    guard failure == 0 else {
      throw CursesTerminalError.refused(
        what: "watch over the terminal", reason: String(cString: strerror(failure)))
    }
    signals.install()
    guard let screen = description.open() else {
      signals.remove()
      terminal_guard_remove()
      throw CursesTerminalError.refused(what: "start ncurses", reason: "newterm failed")
    }
    self.screen = screen
    curses_prepare_screen()
    painter = FramePainter(description, depth: colorDepth)
    modes = TerminalModes(description, mouse: options.mouse)
    decoder = InputDecoder(strings: KeyStrings(description))
    size = Size(Int(curses_columns()), Int(curses_lines()))
    take()
  }

  /// Gives the terminal back for good.
  func close() {
    give()
    input?.cancel()
    input = nil
    signals.remove()
    delscreen(screen)
    terminal_guard_remove()
  }

  /// Shows a frame, and the cursor if it has a place on the screen.
  func show(_ frame: Frame, cursor: Point?) {
    guard isOurs else { return }
    terminal_guard_cover_thread()
    let cursor = cursor.flatMap { Rect(size: size).contains($0) ? $0 : nil }
    Self.write(painter.paint(frame, cursor: cursor, on: size))
  }

  /// Writes straight to the terminal; ncurses keeps nothing back that would have to come first.
  nonisolated static func write(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        terminal_write(STDOUT_FILENO, $0.baseAddress, $0.count, -1)
      }
    }
  }

  /// The same of a text.
  nonisolated static func write(_ text: String) {
    write(Array(text.utf8))
  }
}

// MARK: Giving the screen back and taking it again

extension Session {
  /// Makes the screen ours, and blank.
  private func take() {
    terminal_guard_hold_errors()
    modes.abandon.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        _ = terminal_guard_raise($0.baseAddress, $0.count)
      }
    }
    reset_prog_mode()
    updateSize()
    curses_take_screen()
    painter.invalidate()
    Self.write(modes.enter)
    isOurs = true
  }

  /// Leaves the screen, and the terminal, as they were.
  private func give() {
    guard isOurs else { return }
    isOurs = false
    Self.write(painter.rest() + modes.leave.utf8)
    endwin()
    // What the mouse said until it was told to be silent is not for the shell.
    tcflush(STDIN_FILENO, TCIFLUSH)
    terminal_guard_lower()
    terminal_guard_release_errors()
  }

  /// Takes the terminal again after something else had it, once it listens to us.
  private func retake() {
    // Continued in the background, we would take it from whom it listens to. Where nobody could
    // continue us, the system does not stop us, and we go on as we are.
    for _ in 0..<8 where !terminal_is_foreground(STDIN_FILENO) {
      signals.muted { terminal_stop(false) }
    }
    take()
    // Later, since whoever gave the screen away may be in the midst of handling an event.
    DispatchQueue.main.async { [weak self] in
      MainActor.assumeIsolated {
        guard let self, self.isOurs else { return }
        self.onEvent(.resize(self.size))
      }
    }
  }

  /// Stops the process, or its whole group, until it is continued.
  func suspend(group: Bool) {
    guard isOurs else { return }
    give()
    signals.muted { terminal_stop(group) }
    retake()
  }

  /// Gives the screen back while `body` runs.
  func released<Result>(_ body: () throws -> Result) rethrows -> Result {
    guard isOurs else { return try body() }
    give()
    defer { retake() }
    return try signals.muted(body)
  }

  /// Takes up the terminal's size, and says whether it is another one.
  @discardableResult
  private func updateSize() -> Bool {
    var columns = curses_columns()
    var rows = curses_lines()
    terminal_size(STDIN_FILENO, &columns, &rows)
    if columns != curses_columns() || rows != curses_lines() { resize_term(rows, columns) }
    let new = Size(Int(columns), Int(rows))
    guard new != size else { return false }
    size = new
    painter.invalidate()
    return true
  }

  /// Does what a signal asks for.
  func receive(signal: Int32) {
    switch signal {
    case SIGWINCH:
      if isOurs, updateSize() { onEvent(.resize(size)) }
    case SIGTSTP: suspend(group: false)
    case SIGCONT: if isOurs { retake() }
    case SIGHUP: onEnd(.hangUp)
    case SIGTERM: onEnd(.terminated)
    case SIGINT: onEnd(.interrupted)
    default: break
    }
  }
}
