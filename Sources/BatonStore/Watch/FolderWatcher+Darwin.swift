#if canImport(Darwin)
  import Darwin
  import Dispatch

  extension FolderWatcher {
    /// The system's notices of changes.
    static func notices(for watcher: FolderWatcher) throws(WatchFailure) -> any ChangeSource {
      try VnodeSource(watcher: watcher)
    }
  }

  /// Learns of changes by a file-system source for each folder.
  ///
  /// Such a source tells that something happened in its folder, not what: the folder is looked at
  /// and compared. It does not tell of an edit in place, which leaves the folder as it was; those
  /// are found by looking at all files from time to time, as `PollingSource` does.
  final class VnodeSource: ChangeSource {
    private unowned let watcher: FolderWatcher
    private let polling: PollingSource
    private var sources: [String: any DispatchSourceFileSystemObject] = [:]

    init(watcher: FolderWatcher) throws(WatchFailure) {
      self.watcher = watcher
      polling = try PollingSource(watcher: watcher)
      Self.allowManyDescriptors()
      do throws(WatchFailure) {
        try watch("")
      } catch {
        cancel()
        throw error
      }
    }

    /// The source of a folder tells of its own end.
    var isCurrent: Bool { true }

    func cancel() {
      for source in sources.values { source.cancel() }
      sources = [:]
      polling.cancel()
    }

    /// A board has up to 262 folders, and macOS gives a process 256 descriptors to begin with.
    private static func allowManyDescriptors() {
      var limit = rlimit()
      guard getrlimit(RLIMIT_NOFILE, &limit) == 0 else { return }
      let wanted = min(limit.rlim_max, rlim_t(OPEN_MAX))
      if limit.rlim_cur < wanted {
        limit.rlim_cur = wanted
        _ = setrlimit(RLIMIT_NOFILE, &limit)
      }
    }

    /// Watches a folder and those in it.
    private func watch(_ folder: String) throws(WatchFailure) {
      guard sources[folder] == nil else { return }
      let path = folder.isEmpty ? watcher.root : "\(watcher.root)/\(folder)"
      let flags = folder.isEmpty ? O_EVTONLY : O_EVTONLY | O_NOFOLLOW
      let descriptor = open(path, flags | O_DIRECTORY | O_CLOEXEC)
      guard descriptor >= 0 else {
        if errno == EMFILE || errno == ENFILE { throw .refused(.noWatchesLeft) }
        if folder.isEmpty { throw errno == EACCES ? .denied : .missing }
        return
      }
      let source = DispatchSource.makeFileSystemObjectSource(
        fileDescriptor: descriptor, eventMask: [.write, .delete, .rename, .revoke],
        queue: watcher.queue)
      source.setCancelHandler { _ = close(descriptor) }
      source.setEventHandler { [weak self, weak source, weak watcher] in
        // The watcher is kept for as long as its source works for it.
        guard let source, let watcher else { return }
        withExtendedLifetime(watcher) { self?.handle(source.data, in: folder) }
      }
      sources[folder] = source
      source.activate()
      for child in polling.look(at: folder) { try watch(child) }
    }

    private func handle(_ event: DispatchSource.FileSystemEvent, in folder: String) {
      if !event.isDisjoint(with: [.delete, .rename, .revoke]) {
        sources[folder]?.cancel()
        sources[folder] = nil
        if folder.isEmpty { return watcher.reattach(.returned) }
        return watcher.lostTrack(.folderMoved)
      }
      do throws(WatchFailure) {
        for child in polling.look(at: folder) { try watch(child) }
      } catch {
        // No descriptor is left: polling takes over.
        watcher.reattach(.overflow)
      }
    }
  }
#endif
