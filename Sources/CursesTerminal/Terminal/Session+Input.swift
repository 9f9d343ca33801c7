internal import CTerminalGuard
internal import Dispatch
internal import Foundation
internal import TerminalCanvas

extension Session {
  /// How long an escape waits for what may follow it: long for a computer, short for a person.
  private static let escapeDelay = DispatchTimeInterval.milliseconds(25)

  /// Delivers what the terminal sends until the session is closed.
  func listen() {
    signals.handler = { [weak self] in self?.receive(signal: $0) }
    let source = DispatchSource.makeReadSource(fileDescriptor: STDIN_FILENO, queue: .main)
    source.setEventHandler { [weak self] in
      MainActor.assumeIsolated { self?.receiveInput() }
    }
    input = source
    source.activate()
  }

  /// Reads all there is, and looks again later at what may go on.
  private func receiveInput() {
    guard isOurs else { return }
    terminal_guard_cover_thread()
    readAvailable()
    guard decoder.isWaiting else { return }
    let reading = readings
    DispatchQueue.main.asyncAfter(deadline: .now() + Self.escapeDelay) { [weak self] in
      MainActor.assumeIsolated { self?.timeOut(after: reading) }
    }
  }

  private func timeOut(after reading: Int) {
    guard isOurs, readings == reading else { return }
    // While something took long, the rest may have come without our having read it.
    if terminal_has_input(STDIN_FILENO) {
      receiveInput()
    } else {
      deliver(decoder.timeOut())
    }
  }

  private func readAvailable() {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 16_384) { buffer in
      while isOurs, terminal_has_input(STDIN_FILENO) {
        let count = read(STDIN_FILENO, buffer.baseAddress, buffer.count)
        guard count > 0 else {
          if count < 0, errno == EINTR || errno == EAGAIN { return }
          // The terminal is gone, unless it only listens to somebody else now.
          if count == 0 || terminal_is_foreground(STDIN_FILENO) { hangUp() }
          return
        }
        readings += 1
        deliver(decoder.decode(buffer[..<count]))
      }
    }
  }

  private func deliver(_ events: [TerminalEvent]) {
    for event in events {
      // The receiver of the one before may have closed the session.
      guard isOurs else { return }
      if event == .key(Key(.character("z"), .control)) {
        suspend(group: true)
      } else {
        onEvent(event)
      }
    }
  }

  /// A source on a terminal that is gone would fire without end.
  private func hangUp() {
    input?.cancel()
    input = nil
    onEnd(.hangUp)
  }
}
