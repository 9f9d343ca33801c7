import Dispatch

/// Learns of changes by looking at all files, less often while nothing changes.
final class PollingSource: ChangeSource {
  /// The time between two looks after a change, in nanoseconds.
  private static let shortest: UInt64 = 500_000_000
  /// The time between two looks when nothing has changed for a while, in nanoseconds.
  private static let longest: UInt64 = 5_000_000_000
  /// The share of the time that looking may take: one part in this many.
  private static let share: UInt64 = 20

  private unowned let watcher: FolderWatcher
  private let timer: any DispatchSourceTimer
  private var snapshot: FolderSnapshot
  private var pause = shortest

  init(watcher: FolderWatcher) throws(WatchFailure) {
    do throws(FolderError) {
      snapshot = try FolderSnapshot(of: watcher.root, watcher.tree)
    } catch {
      throw error.reason == .denied ? .denied : .missing
    }
    self.watcher = watcher
    timer = DispatchSource.makeTimerSource(queue: watcher.queue)
    timer.setEventHandler { [weak self, weak watcher] in
      // The watcher is kept for as long as its source works for it.
      if let watcher { withExtendedLifetime(watcher) { self?.look() } }
    }
    timer.schedule(deadline: .now() + .nanoseconds(Int(pause)), leeway: .milliseconds(50))
    timer.activate()
  }

  /// Every look begins at the path.
  var isCurrent: Bool { true }

  func cancel() { timer.cancel() }

  /// Looks at all files, and tells what changed.
  private func look() {
    let start = DispatchTime.now().uptimeNanoseconds
    do throws(FolderError) {
      let now = try FolderSnapshot(of: watcher.root, watcher.tree)
      let changes = now.changes(since: snapshot)
      snapshot = now
      pause = changes.isEmpty ? min(pause + pause / 2, Self.longest) : Self.shortest
      tell(changes)
    } catch {
      return watcher.reattach(.returned)
    }
    let cost = DispatchTime.now().uptimeNanoseconds - start
    let next = max(pause, cost * Self.share)
    timer.schedule(deadline: .now() + .nanoseconds(Int(next)), leeway: .milliseconds(50))
  }

  /// Looks at one folder at once, since something happened in it.
  ///
  /// - Returns: the folders in it that are to be watched.
  func look(at folder: String) -> [String] {
    var now = snapshot
    let below = now.look(at: folder, in: watcher.root, watcher.tree)
    let changes = now.changes(since: snapshot)
    snapshot = now
    tell(changes)
    return below
  }

  private func tell(_ changes: Set<String>) {
    for path in changes {
      let slash = path.lastIndex(of: "/")
      let folder = slash.map { String(path[..<$0]) } ?? ""
      let name = slash.map { String(path[$0...].dropFirst()) } ?? path
      watcher.changed(folder, name)
    }
  }
}
