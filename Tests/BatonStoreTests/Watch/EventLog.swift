import Foundation

@testable import BatonStore

/// Keeps a watcher's events, and waits for what is expected of them.
final class EventLog: Sendable {
  private let condition = NSCondition()
  // Only used while `condition` is locked.
  nonisolated(unsafe) private var kept: [FolderEvent] = []

  func add(_ event: FolderEvent) {
    condition.withLock {
      kept.append(event)
      condition.broadcast()
    }
  }

  var events: [FolderEvent] { condition.withLock { kept } }

  /// Every path that was told of.
  var paths: Set<String> { Self.paths(of: events) }

  private static func paths(of events: [FolderEvent]) -> Set<String> {
    events.reduce(into: []) { paths, event in
      if case .changed(let changed) = event { paths.formUnion(changed) }
    }
  }

  func forget() { condition.withLock { kept = [] } }

  /// Waits until the events fulfil a condition; false when they do not within ten seconds.
  func wait(until isMet: ([FolderEvent]) -> Bool) -> Bool {
    condition.withLock {
      let end = Date(timeIntervalSinceNow: 10)
      while !isMet(kept) {
        if !condition.wait(until: end) { return isMet(kept) }
      }
      return true
    }
  }

  /// Waits until all of these paths were told of.
  func wait(for paths: Set<String>) -> Bool {
    wait { Self.paths(of: $0).isSuperset(of: paths) }
  }

  func wait(for event: FolderEvent) -> Bool { wait { $0.contains(event) } }
}
