internal import CTerminalGuard
internal import Dispatch
internal import Foundation

/// The signals that a terminal program lives with, delivered on the main queue.
///
/// While installed, they interrupt nothing and end nothing. They are blocked in the thread that
/// installs them, since Dispatch on Linux hears of a signal only where it is blocked, and its own
/// threads block them anyhow.
@MainActor
final class SignalSources {
  private static let numbers = [SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGCONT, SIGWINCH]

  private var sources: [any DispatchSourceSignal] = []
  private var previous: [(number: Int32, action: sigaction)] = []
  private var mutings = 0

  /// Called with the number of each signal that arrived, once for many of the same.
  var handler: @MainActor (Int32) -> Void = { _ in }

  /// Takes the signals over; must be called before ncurses takes those that nobody has.
  func install() {
    for number in Self.numbers {
      var before = sigaction()
      sigaction(number, nil, &before)
      previous.append((number, before))
      signal(number, terminal_no_handler)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .main)
      source.setEventHandler { [weak self] in
        MainActor.assumeIsolated { self?.receive(number) }
      }
      source.activate()
      sources.append(source)
    }
    setBlocked(true)
  }

  /// Gives the signals back.
  func remove() {
    for source in sources { source.cancel() }
    sources = []
    for (number, action) in previous {
      var action = action
      sigaction(number, &action, nil)
    }
    previous = []
    setBlocked(false)
  }

  /// Runs something while which the terminal is somebody else's, and with it the keys that
  /// interrupt and stop.
  func muted<Result>(_ body: () throws -> Result) rethrows -> Result {
    mutings += 1
    defer {
      // What was sent to the whole group reaches us too, perhaps only after we were continued.
      DispatchQueue.main.asyncAfter(deadline: .now() + .milliseconds(200)) { [weak self] in
        MainActor.assumeIsolated { self?.mutings -= 1 }
      }
    }
    return try body()
  }

  private func receive(_ number: Int32) {
    if mutings > 0, [SIGTSTP, SIGCONT, SIGINT].contains(number) { return }
    if !sources.isEmpty { handler(number) }
  }

  private func setBlocked(_ blocked: Bool) {
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in Self.numbers { sigaddset(&signals, number) }
    pthread_sigmask(blocked ? SIG_BLOCK : SIG_UNBLOCK, &signals, nil)
  }
}
