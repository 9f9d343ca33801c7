import Dispatch
import Synchronization

/// Turns among the threads of this process, by name, first come first served.
///
/// `flock` already keeps two descriptors of one process apart on local disks, but NFS turns it
/// into a lock of the whole process, and a queue here leaves one thread at a time to wait outside.
final class ProcessLocks: Sendable {
  static let shared = ProcessLocks()

  private final class Waiter: Sendable {
    let granted = DispatchSemaphore(value: 0)
  }

  /// The names that are held, each with those who wait for it, in order.
  private let held = Mutex<[String: [Waiter]]>([:])

  /// Waits for the turn until `deadline`; false when it did not come.
  func acquire(_ name: String, until deadline: DispatchTime) -> Bool {
    let waiter = Waiter()
    let isFree = held.withLock { held in
      if held[name] == nil {
        held[name] = []
        return true
      }
      held[name]?.append(waiter)
      return false
    }
    if isFree || waiter.granted.wait(timeout: deadline) == .success { return true }
    return held.withLock { held in
      guard let place = held[name]?.firstIndex(where: { $0 === waiter }) else {
        // The turn came between the end of the wait and here.
        return true
      }
      held[name]?.remove(at: place)
      return false
    }
  }

  /// How many threads wait for the turn.
  func waiting(for name: String) -> Int { held.withLock { $0[name]?.count ?? 0 } }

  /// Ends the turn and gives it to the next in the queue.
  func release(_ name: String) {
    held.withLock { held in
      guard var waiters = held[name], !waiters.isEmpty else {
        held[name] = nil
        return
      }
      waiters.removeFirst().granted.signal()
      held[name] = waiters
    }
  }
}
