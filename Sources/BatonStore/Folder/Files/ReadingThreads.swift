import Dispatch
import Foundation

/// Threads that share one job and end with it.
///
/// They belong to the job rather than to a pool because they may give way: on Linux a thread that
/// has made itself less urgent cannot take that back, and a thread of a pool would do its next
/// work, which may be a key of the user, as slowly.
enum ReadingThreads {
  /// How urgent a job is.
  enum Urgency: Hashable, Sendable {
    /// Somebody waits for its end.
    case awaited
    /// Somebody does other things meanwhile, and must not notice it.
    case givesWay
  }

  /// Runs `work` on `count` threads, with a different number below `count` on each, and returns
  /// when all are done.
  static func perform(
    _ count: Int, _ urgency: Urgency, _ work: @escaping @Sendable (Int) -> Void
  ) {
    guard urgency == .givesWay else {
      return DispatchQueue.concurrentPerform(iterations: count, execute: work)
    }
    let group = DispatchGroup()
    for number in 0..<count {
      group.enter()
      Thread.detachNewThread {
        giveWay()
        work(number)
        group.leave()
      }
    }
    group.wait()
  }

  /// Makes the calling thread less urgent than those that draw and listen.
  private static func giveWay() {
    #if canImport(Darwin)
      pthread_set_qos_class_self_np(QOS_CLASS_UTILITY, 0)
    #else
      // To Linux a thread is a process of its own here; what refuses it costs only politeness.
      _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 10)
    #endif
  }
}
