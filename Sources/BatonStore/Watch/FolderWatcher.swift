import Dispatch

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Tells of every change in a folder, by whomever, until it is stopped or let go.
///
/// The system's notices are used where there are any, else the files are looked at again and
/// again. Replaced files, renamed and deleted folders, and the watched folder itself being moved
/// away and coming back are survived. A watcher in `.live` mode without changes costs nothing:
/// there is no timer.
public final class FolderWatcher: @unchecked Sendable {
  // Unchecked: all that changes is used on `queue` only, as `dispatchPrecondition` sees to.

  /// How changes are noticed.
  public enum Method: Sendable {
    /// By the system's notices if they can be had.
    case automatic
    /// By looking at the files, whatever the system offers.
    case polling
  }

  let root: String
  let tree: WatchedTree
  let queue = DispatchQueue(label: "baton.folder-watcher", qos: .userInitiated)
  private let method: Method
  private let deliver: @Sendable (FolderEvent) -> Void
  private var coalescer = ChangeCoalescer()
  private var timer: (any DispatchSourceTimer)?
  private var source: (any ChangeSource)?
  private var returnTimer: (any DispatchSourceTimer)?
  private var mode: WatchMode?
  private var nextCheck: Int?
  private var isStopped = false

  /// Begins to watch; when this returns, no later change is missed.
  ///
  /// The first event is the mode. `deliver` is called on a queue of the watcher, one event at a
  /// time.
  public init(
    folder path: String, tree: WatchedTree, method: Method = .automatic,
    deliver: @escaping @Sendable (FolderEvent) -> Void
  ) {
    root = (try? BoardFiles(root: path))?.root ?? path
    self.tree = tree
    self.method = method
    self.deliver = deliver
    queue.sync { attach() }
  }

  deinit {
    source?.cancel()
    timer?.cancel()
    returnTimer?.cancel()
  }

  /// Ends the watching; no event comes after this returns.
  ///
  /// Not to be called from `deliver`.
  public func stop() {
    queue.sync {
      isStopped = true
      source?.cancel()
      source = nil
      timer?.cancel()
      timer = nil
      returnTimer?.cancel()
      returnTimer = nil
    }
  }

  /// The events as they come; ending the iteration ends the watching.
  public static func events(
    in path: String, tree: WatchedTree, method: Method = .automatic
  ) -> AsyncStream<FolderEvent> {
    let (stream, continuation) = AsyncStream<FolderEvent>.makeStream()
    let watcher = FolderWatcher(folder: path, tree: tree, method: method) { event in
      continuation.yield(event)
    }
    continuation.onTermination = { _ in watcher.stop() }
    return stream
  }

  // MARK: Watching and looking

  /// Sets up the watches of the folder as it is now.
  private func attach() {
    dispatchPrecondition(condition: .onQueue(queue))
    source?.cancel()
    source = nil
    if isStopped { return }
    if method == .polling { return attach(polling: .chosen) }
    if let fileSystem = MountKind.network(at: root) {
      return attach(polling: .network(fileSystem: fileSystem))
    }
    do throws(WatchFailure) {
      source = try Self.notices(for: self)
      enter(.live)
    } catch {
      switch error {
      case .missing: waitForReturn(.missing)
      case .denied: waitForReturn(.closed)
      case .refused(let reason): attach(polling: reason)
      }
    }
  }

  private func attach(polling reason: PollingReason) {
    do throws(WatchFailure) {
      source = try PollingSource(watcher: self)
      enter(.polling(reason))
    } catch {
      if case .denied = error { waitForReturn(.closed) } else { waitForReturn(.missing) }
    }
  }

  private var isAway: Bool { mode == .missing || mode == .closed }

  private func enter(_ new: WatchMode) {
    if mode == new { return }
    mode = new
    deliver(.mode(new))
  }

  /// Asks from time to time whether the folder is there; an idle board has no such timer.
  private func waitForReturn(_ mode: WatchMode) {
    enter(mode)
    let timer = DispatchSource.makeTimerSource(queue: queue)
    timer.setEventHandler { [weak self] in self?.lookForReturn() }
    timer.schedule(deadline: .now() + .milliseconds(200), repeating: .milliseconds(200))
    timer.activate()
    returnTimer = timer
  }

  private func lookForReturn() {
    dispatchPrecondition(condition: .onQueue(queue))
    if isStopped { return }
    guard (try? OpenFolder(path: root)) != nil else { return }
    returnTimer?.cancel()
    returnTimer = nil
    attach()
    if !isAway { lostTrack(.returned) }
  }

  // MARK: What the sources tell

  /// A file changed.
  func changed(_ folder: String, _ name: String) {
    dispatchPrecondition(condition: .onQueue(queue))
    if let gate = tree.gate, gate == (folder, name) {
      // Whoever changes several files does so between the coming and the going of the journal:
      // all of them at once spares readers to look twice.
      coalescer.hold((try? BoardFiles(root: root))?.hasJournal ?? false, at: Self.now)
      return schedule()
    }
    guard tree.reports(folder, name) else { return }
    coalescer.note(WatchedTree.path(folder, name), at: Self.now)
    schedule()
  }

  /// It is no longer known what changed.
  func lostTrack(_ reason: RescanReason) {
    dispatchPrecondition(condition: .onQueue(queue))
    coalescer.note(reason, at: Self.now)
    schedule()
  }

  /// The watches are no longer those of the folder: sets them up anew, and then has all read anew.
  func reattach(_ reason: RescanReason) {
    attach()
    if !isAway { lostTrack(reason) }
  }

  /// Something in the watched folder itself was deleted: perhaps the folder is next, of which the
  /// system tells nothing while somebody has it open. So it is asked a few times.
  func folderShrank() {
    let isAsking = nextCheck != nil
    nextCheck = 0
    if !isAsking { scheduleCheck() }
  }

  private func scheduleCheck() {
    let pauses = [0.2, 1, 5, 25]
    guard let check = nextCheck, check < pauses.count else {
      nextCheck = nil
      return
    }
    nextCheck = check + 1
    queue.asyncAfter(deadline: .now() + pauses[check]) { [weak self] in
      self?.checkFolder()
      self?.scheduleCheck()
    }
  }

  private func checkFolder() {
    dispatchPrecondition(condition: .onQueue(queue))
    if source?.isCurrent == false { reattach(.returned) }
  }

  private static var now: UInt64 { DispatchTime.now().uptimeNanoseconds }

  private func schedule() {
    guard let deadline = coalescer.deadline else { return }
    let timer = timer ?? makeTimer()
    self.timer = timer
    timer.schedule(deadline: DispatchTime(uptimeNanoseconds: deadline), leeway: .nanoseconds(0))
  }

  private func makeTimer() -> any DispatchSourceTimer {
    let timer = DispatchSource.makeTimerSource(flags: .strict, queue: queue)
    timer.setEventHandler { [weak self] in self?.flush() }
    timer.schedule(deadline: .distantFuture)
    timer.activate()
    return timer
  }

  private func flush() {
    dispatchPrecondition(condition: .onQueue(queue))
    if isStopped { return }
    guard let event = coalescer.take(at: Self.now) else { return schedule() }
    deliver(event)
    checkFolder()
  }
}

/// Where a watcher learns of changes; used on the watcher's queue only.
protocol ChangeSource: AnyObject {
  /// Whether it watches the folder that the watched path leads to now.
  var isCurrent: Bool { get }

  /// Ends it; it tells nothing more.
  func cancel()
}

/// Why a source of changes could not begin.
enum WatchFailure: Error {
  /// There is no folder to watch.
  case missing
  /// The folder may not be read.
  case denied
  /// The system gives no notices.
  case refused(PollingReason)
}
