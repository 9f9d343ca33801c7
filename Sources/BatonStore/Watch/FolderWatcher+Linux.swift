#if os(Linux)
  import Dispatch

  #if canImport(Musl)
    import Musl
  #else
    import Glibc
  #endif

  extension FolderWatcher {
    /// The system's notices of changes.
    static func notices(for watcher: FolderWatcher) throws(WatchFailure) -> any ChangeSource {
      try InotifySource(watcher: watcher)
    }
  }

  /// Learns of changes by inotify, whose descriptor a Dispatch source reads.
  ///
  /// Only folders are watched: a watch on a file would die with its first atomic replacement.
  final class InotifySource: ChangeSource {
    private unowned let watcher: FolderWatcher
    private let descriptor: Int32
    private let source: any DispatchSourceRead
    /// The watched folders by their watches, and the watches by their folders.
    private var folders: [Int32: String] = [:]
    private var watches: [String: Int32] = [:]
    /// The watches of the folders above, which tell only that they were moved.
    private var above: Set<Int32> = []
    /// The folders that may not be read or entered.
    private var closed: Set<String> = []
    /// Which folder the board's path led to.
    private var identity: FolderIdentity?
    private var isCancelled = false

    private static let folderEvents =
      IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_CREATE | IN_DELETE | IN_ATTRIB
    private static let selfEvents = IN_DELETE_SELF | IN_MOVE_SELF
    private static let bufferSize = 65_536

    init(watcher: FolderWatcher) throws(WatchFailure) {
      let descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
      guard descriptor >= 0 else {
        throw .refused(errno == EMFILE ? .noWatchesLeft : .refused(errno: errno))
      }
      self.watcher = watcher
      self.descriptor = descriptor
      source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: watcher.queue)
      source.setCancelHandler { _ = close(descriptor) }
      source.setEventHandler { [weak self, weak watcher] in
        // The watcher is kept for as long as its source works for it.
        if let watcher { withExtendedLifetime(watcher) { self?.drain() } }
      }
      source.activate()
      do throws(WatchFailure) {
        try watch("", tellingFiles: false)
      } catch {
        source.cancel()
        throw error
      }
      identity = Self.identity(of: watcher.root)
      watchAbove()
    }

    var isCurrent: Bool { Self.identity(of: watcher.root) == identity }

    func cancel() {
      isCancelled = true
      source.cancel()
    }

    // MARK: Watches

    /// Watches a folder and those in it; with `tellingFiles` all their files are told of, since
    /// they may have come before the watch.
    private func watch(_ folder: String, tellingFiles: Bool) throws(WatchFailure) {
      let path = folder.isEmpty ? watcher.root : "\(watcher.root)/\(folder)"
      // The board's own folder may be named by a link; no other is followed.
      let flags = folder.isEmpty ? IN_ONLYDIR : IN_ONLYDIR | IN_DONT_FOLLOW
      let events = UInt32(Self.folderEvents | Self.selfEvents | flags)
      if isClosed(folder) { closed.insert(folder) }
      let watch = inotify_add_watch(descriptor, path, events)
      guard watch >= 0 else { return try refuse(folder, errno) }
      folders[watch] = folder
      watches[folder] = watch
      guard tellingFiles || watcher.tree.mayHaveFolders(folder) else { return }
      for child in list(folder, tellingFiles: tellingFiles) {
        try self.watch(child, tellingFiles: tellingFiles)
      }
    }

    /// Whether a folder may not be read or entered, so that nobody knows what is in it.
    private func isClosed(_ folder: String) -> Bool {
      let path = folder.isEmpty ? watcher.root : "\(watcher.root)/\(folder)"
      return faccessat(AT_FDCWD, path, R_OK | X_OK, AT_EACCESS) != 0 && errno == EACCES
    }

    private func refuse(_ folder: String, _ code: Int32) throws(WatchFailure) {
      switch code {
      case ENOSPC, ENOMEM: throw .refused(.noWatchesLeft)
      case ENOENT, ENOTDIR, ELOOP:
        if folder.isEmpty { throw .missing }
      case EACCES:
        // Of a folder that may not be read there is nothing to tell, unless it is the board's.
        if folder.isEmpty { throw .denied }
      default: throw .refused(.refused(errno: code))
      }
    }

    /// The folders in a folder that are to be watched.
    private func list(_ folder: String, tellingFiles: Bool) -> [String] {
      var below: [String] = []
      try? OpenFolder(path: watcher.root).folder(folder).forEachEntry { name, kind in
        if kind == .folder {
          let child = WatchedTree.path(folder, name)
          if watcher.tree.watches(child) { below.append(child) }
        } else if tellingFiles {
          watcher.changed(folder, name)
        }
      }
      return below
    }

    /// Watches the folders above the board's: when one is moved, the board's path leads elsewhere,
    /// and the board's own folder does not tell.
    private func watchAbove() {
      var path = watcher.root
      while let slash = path.lastIndex(of: "/"), slash != path.startIndex {
        path = String(path[..<slash])
        let events = UInt32(Self.selfEvents | IN_ONLYDIR | IN_MASK_ADD)
        let watch = inotify_add_watch(descriptor, path, events)
        if watch >= 0 { above.insert(watch) }
      }
    }

    /// Forgets the watches of a folder and of those in it, and which of them could not be read.
    private func forget(_ folder: String) {
      func isWithin(_ path: String) -> Bool { path == folder || path.hasPrefix(folder + "/") }
      for (path, watch) in watches where isWithin(path) {
        watches[path] = nil
        folders[watch] = nil
        _ = inotify_rm_watch(descriptor, watch)
      }
      closed = closed.filter { !isWithin($0) }
    }

    // MARK: Events

    /// Reads all events that wait.
    private func drain() {
      withUnsafeTemporaryAllocation(byteCount: Self.bufferSize, alignment: 8) { buffer in
        while !isCancelled {
          let count = uninterrupted { read(descriptor, buffer.baseAddress, buffer.count) }
          if count <= 0 { return }
          handle(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        }
      }
    }

    private func handle(_ bytes: UnsafeRawBufferPointer) {
      var offset = 0
      while offset + MemoryLayout<inotify_event>.size <= bytes.count, !isCancelled {
        let event = bytes.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
        offset += MemoryLayout<inotify_event>.size
        let end = min(offset + Int(event.len), bytes.count)
        let name = bytes[offset..<end].prefix { $0 != 0 }
        offset = end
        handle(event.wd, Int32(bitPattern: event.mask), String(decoding: name, as: UTF8.self))
      }
    }

    /// Handles one event of a watch.
    func handle(_ watch: Int32, _ mask: Int32, _ name: String) {
      if mask & IN_Q_OVERFLOW != 0 { return watcher.reattach(.overflow) }
      let folder = folders[watch]
      if name.isEmpty, folder == "" || above.contains(watch) {
        let hasTurned = isClosed("") != closed.contains("")
        if hasTurned || !isCurrent { watcher.reattach(hasTurned ? .accessChanged : .returned) }
        return
      }
      guard let folder else { return }
      if mask & IN_IGNORED != 0 {
        folders[watch] = nil
        if watches[folder] == watch { watches[folder] = nil }
      } else if !name.isEmpty {
        handle(mask, name, in: folder)
      }
    }

    private static func identity(of path: String) -> FolderIdentity? {
      (try? OpenFolder(path: path))?.status().map(FolderIdentity.init)
    }

    private func handle(_ mask: Int32, _ name: String, in folder: String) {
      if mask & IN_DELETE != 0, folder.isEmpty { watcher.folderShrank() }
      if mask & IN_ISDIR != 0 {
        handleFolder(mask, WatchedTree.path(folder, name))
      } else if mask & IN_CREATE == 0 || isComplete(name, in: folder) {
        watcher.changed(folder, name)
      }
    }

    private func handleFolder(_ mask: Int32, _ folder: String) {
      guard watcher.tree.watches(folder) else { return }
      if mask & IN_ATTRIB != 0 {
        if isClosed(folder) != closed.contains(folder) { watcher.reattach(.accessChanged) }
        return
      }
      if mask & (IN_MOVED_FROM | IN_DELETE) != 0 {
        forget(folder)
        // The files of a deleted folder were told of one by one; those of a moved one are not.
        if mask & IN_MOVED_FROM != 0 { watcher.lostTrack(.folderMoved) }
      } else if mask & (IN_MOVED_TO | IN_CREATE) != 0 {
        do throws(WatchFailure) {
          try watch(folder, tellingFiles: true)
        } catch {
          // No watch is left: polling takes over.
          watcher.reattach(.overflow)
        }
      }
    }

    /// Whether a new file is there as a whole, as one that was linked into the folder is; of one
    /// that is being written, the end of the writing tells.
    private func isComplete(_ name: String, in folder: String) -> Bool {
      guard watcher.tree.reports(folder, name) else { return false }
      let path = "\(watcher.root)/\(WatchedTree.path(folder, name))"
      var status = stat()
      guard lstat(path, &status) == 0 else { return false }
      return status.st_size > 0 || status.st_nlink > 1 || !FileMode(status).isFile
    }
  }

  /// Tells one folder from another of the same path.
  private struct FolderIdentity: Equatable {
    let device: UInt64
    let number: UInt64

    init(_ status: stat) {
      device = UInt64(status.st_dev)
      number = UInt64(status.st_ino)
    }
  }
#endif
