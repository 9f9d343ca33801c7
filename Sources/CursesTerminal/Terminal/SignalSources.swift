internal import CTerminalGuard
internal import Dispatch
internal import Foundation

/// The signals that a terminal program lives with, delivered on the main queue.
///
/// While installed, they interrupt nothing and end nothing. They come through a pipe, since a
/// signal source of Dispatch loses one now and then: see `terminal_signals.h`.
@MainActor
final class SignalSources {
  private static let numbers = [SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGCONT, SIGWINCH]

  private var source: (any DispatchSourceRead)?
  private var previous: [(number: Int32, action: sigaction)] = []
  private var mutings = 0

  /// Called with the number of each signal that arrived, once for many of the same.
  var handler: @MainActor (Int32) -> Void = { _ in }

  /// Takes the signals over; must be called before ncurses takes those that nobody has.
  ///
  /// Without a descriptor to be had for the pipe, the signals keep their default actions.
  func install() {
    let pipe = terminal_signals_open()
    guard pipe >= 0 else { return }
    for number in Self.numbers {
      var before = sigaction()
      sigaction(number, nil, &before)
      previous.append((number, before))
      terminal_signals_catch(number)
    }
    let source = DispatchSource.makeReadSource(fileDescriptor: pipe, queue: .main)
    source.setEventHandler { [weak self] in
      MainActor.assumeIsolated { self?.receive(from: pipe) }
    }
    source.activate()
    self.source = source
  }

  /// Gives the signals back.
  func remove() {
    source?.cancel()
    source = nil
    for (number, action) in previous {
      var action = action
      sigaction(number, &action, nil)
    }
    previous = []
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

  private func receive(from pipe: Int32) {
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = read(pipe, &bytes, bytes.count)
    guard count > 0 else { return }
    for number in Set(bytes.prefix(count)).sorted() { receive(Int32(number)) }
  }

  private func receive(_ number: Int32) {
    if mutings > 0, [SIGTSTP, SIGCONT, SIGINT].contains(number) { return }
    if source != nil { handler(number) }
  }
}
