import Dispatch
import Foundation
import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Work of a command that goes on until Ctrl-C, a signal to end, or until nobody reads any more.
enum UntilInterrupted {
  /// Runs the work in a task, and cancels it when it is to end.
  ///
  /// - Throws: what the work throws.
  static func run(_ work: @escaping @Sendable () async throws -> Void) throws {
    let end = DispatchSemaphore(value: 0)
    let failure = Mutex<(any Error)?>(nil)
    let task = Task {
      do {
        try await work()
      } catch {
        failure.withLock { $0 = error }
      }
      end.signal()
    }
    let signals = [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { task.cancel() }
      source.resume()
      return source
    }
    whenNobodyReads { task.cancel() }
    end.wait()
    for source in signals { source.cancel() }
    if let error = failure.withLock({ $0 }) { throw error }
  }

  /// Calls once when the reader of standard output is gone, as in `baton watch | head -n 1`; else
  /// only the next line would find out.
  private static func whenNobodyReads(_ act: @escaping @Sendable () -> Void) {
    Thread.detachNewThread {
      var output = pollfd(fd: STDOUT_FILENO, events: 0, revents: 0)
      while poll(&output, 1, -1) < 0, errno == EINTR {}
      act()
    }
  }
}
