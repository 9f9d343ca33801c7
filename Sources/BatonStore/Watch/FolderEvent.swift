public import BatonModel

/// What a folder's watcher tells.
public enum FolderEvent: Sendable, Hashable {
  /// These files were made, changed, renamed or deleted, by their paths relative to the folder.
  case changed(Set<String>)
  /// Anything may have changed: read everything anew.
  case rescan(RescanReason)
  /// How changes are noticed from now on.
  case mode(WatchMode)
}

/// Why a watcher no longer knows which files changed.
public enum RescanReason: Sendable, Hashable {
  /// More changes came than the system keeps for us.
  case overflow
  /// A folder with files in it was moved out of its place.
  case folderMoved
  /// The watched folder itself was gone or another, and is there again.
  case returned
  /// A folder may be read that could not be before, or no longer may.
  case accessChanged
}

/// How a watcher notices changes.
public enum WatchMode: Sendable, Hashable {
  /// The system tells of every change as it happens.
  case live
  /// The files are looked at again and again, for a reason.
  case polling(PollingReason)
  /// There is no folder at the moment; its return is waited for.
  case missing
  /// The folder may not be read at the moment; that is waited for.
  case closed
}

/// Why files must be looked at instead of being told of.
public enum PollingReason: Sendable, Hashable {
  /// The file system, by its type's name, does not tell of what other machines change.
  case network(fileSystem: String)
  /// The system has no watch left for us.
  case noWatchesLeft
  /// The system refused to watch, with this `errno`.
  case refused(errno: Int32)
  /// The caller asked for it.
  case chosen
}

extension WatchMode {
  /// What is wrong where nothing can be noticed; nil where changes are.
  ///
  /// - Parameter folder: the watched folder's path.
  public func fault(of folder: String) -> FileFault? {
    let name = folder.split(separator: "/").last.map(String.init) ?? folder
    return switch self {
    case .live, .polling: nil
    case .missing:
      FileFault(
        file: name, kind: .unreadable, message: "the folder is not there",
        remedy: "put it back: its return is waited for")
    case .closed:
      FileFault(
        file: name, kind: .unreadable, message: "the folder may not be read",
        remedy: "allow it (chmod u+rx): that is waited for")
    }
  }
}

extension WatchMode: CustomStringConvertible {
  /// The mode in a few words, for a status line.
  public var description: String {
    switch self {
    case .live: "live"
    case .polling(let reason): "polling: \(reason)"
    case .missing: "the folder is gone"
    case .closed: "the folder may not be read"
    }
  }
}

extension PollingReason: CustomStringConvertible {
  /// The reason in a few words.
  public var description: String {
    switch self {
    case .network(let fileSystem): "\(fileSystem) does not tell of changes"
    case .noWatchesLeft: "no watches left (sysctl fs.inotify.max_user_watches)"
    case .refused(let code): "not watchable (error \(code))"
    case .chosen: "as asked"
    }
  }
}
