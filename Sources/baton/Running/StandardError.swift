import Foundation
import Synchronization
import TerminalCanvas

/// What a command says beside its result.
enum StandardError {
  /// Says something in two lines: what, and what to do, where anything is to be done.
  static func say(_ what: String, _ remedy: String?) {
    let lines = ["baton: \(what)", remedy].compactMap(\.self)
    write(lines.map { Sanitizer.safeText($0) + "\n" }.joined())
  }

  /// Writes text as it is. Nobody hears where it fails, so nothing is done about that.
  static func write(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}

/// How far long work has come, in one line that is drawn over itself and vanishes at the end.
///
/// Several threads may report to it. It draws ten times a second at most, and nothing in the first
/// half second, so that short work shows nothing.
final class ProgressMeter: Sendable {
  private let title: String
  private let isShown: Bool
  private let state: Mutex<State>

  private struct State {
    var next = ContinuousClock.now + .milliseconds(500)
    var isDrawn = false
  }

  /// A meter that has drawn nothing yet.
  init(_ title: String, isShown: Bool) {
    self.title = title
    self.isShown = isShown
    state = Mutex(State())
  }

  /// Draws how much is done, unless it did so a moment ago.
  func show(_ done: Int, of total: Int) {
    guard isShown, total > 0 else { return }
    state.withLock { state in
      let now = ContinuousClock.now
      guard now >= state.next else { return }
      state.next = now + .milliseconds(100)
      state.isDrawn = true
      StandardError.write("\r\(title): \(done * 100 / total) % of \(total)\u{1B}[K")
    }
  }

  /// Takes the line away.
  func clear() {
    state.withLock { state in
      if state.isDrawn { StandardError.write("\r\u{1B}[K") }
      state.isDrawn = false
    }
  }
}
