#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What the files of a watched tree looked like at one moment, to find out what changed since.
struct FolderSnapshot: Equatable {
  /// What changes when a file does: an edit in place its time or size, a replacement its number.
  struct Stamp: Equatable {
    let seconds: Int
    let nanoseconds: Int
    let size: Int64
    let number: UInt64

    init(_ status: stat) {
      #if canImport(Darwin)
        let time = status.st_mtimespec
      #else
        let time = status.st_mtim
      #endif
      seconds = Int(time.tv_sec)
      nanoseconds = Int(time.tv_nsec)
      size = Int64(status.st_size)
      number = UInt64(status.st_ino)
    }
  }

  /// The reported files of each watched folder.
  private(set) var folders: [String: [String: Stamp]] = [:]

  /// Looks at every folder of a tree.
  ///
  /// - Throws: `FolderError` when the watched folder itself cannot be opened.
  init(of root: String, _ tree: WatchedTree) throws(FolderError) {
    _ = try OpenFolder(path: root)
    var waiting = [""]
    while let folder = waiting.popLast() {
      waiting += look(at: folder, in: root, tree)
    }
  }

  /// Looks at one folder again and returns the folders in it that are watched.
  mutating func look(at folder: String, in root: String, _ tree: WatchedTree) -> [String] {
    var files: [String: Stamp] = [:]
    var below: [String] = []
    do {
      let opened = try OpenFolder(path: root).folder(folder)
      try opened.forEachEntry { name, kind in
        if kind == .folder {
          let child = WatchedTree.path(folder, name)
          if tree.watches(child) { below.append(child) }
        } else if tree.reports(folder, name), let status = opened.status(of: name) {
          files[name] = Stamp(status)
        }
      }
      folders[folder] = files
    } catch {
      // Gone, or not readable: nothing is known of its files.
      folders[folder] = nil
    }
    return below
  }

  /// The paths of the files that are not the same in another snapshot.
  func changes(since old: FolderSnapshot) -> Set<String> {
    var paths: Set<String> = []
    for folder in Set(folders.keys).union(old.folders.keys) {
      let now = folders[folder] ?? [:]
      let before = old.folders[folder] ?? [:]
      if now == before { continue }
      for name in Set(now.keys).union(before.keys) where now[name] != before[name] {
        paths.insert(WatchedTree.path(folder, name))
      }
    }
    return paths
  }
}
