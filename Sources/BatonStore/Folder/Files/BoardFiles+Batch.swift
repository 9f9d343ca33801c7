#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension BoardFiles {
  /// Changes many files, each from its newest bytes, with one wait for the disk for many of them.
  ///
  /// Files are taken a few folders at a time, in the order of their paths. All that `change`
  /// returns for such a group is on the disk before the first of them takes its name, so that a
  /// power failure never leaves a part of a file; between two groups other writers get a turn.
  ///
  /// - Parameters:
  ///   - paths: the files.
  ///   - written: told which files were written, after each group.
  ///   - change: makes the new bytes of a file.
  /// - Returns: the files that were written.
  /// - Throws: what `change` throws, and `.files`; the files of the group under way are then
  ///   as they were or wholly written, and those of later groups untouched.
  @discardableResult
  func updateAll(
    _ paths: some Sequence<BoardPath>, written tell: ([BoardPath]) -> Void = { _ in },
    _ change: (_ path: BoardPath, _ newest: [UInt8]?) throws(StoreError) -> [UInt8]?
  ) throws(StoreError) -> [BoardPath] {
    var written: [BoardPath] = []
    var isFirst = true
    for group in Self.groups(of: paths) {
      // Longer than others sleep between two tries, or a long import would starve them.
      if !isFirst { usleep(BoardLocks.longestPause * 2) }
      isFirst = false
      let done = try updateGroup(group, change)
      tell(done)
      written += done
    }
    return written
  }

  /// The paths by folder, some folders and some files at a time: each folder costs descriptors,
  /// of which a process on macOS has 256.
  private static func groups(of paths: some Sequence<BoardPath>) -> [[(String, [BoardPath])]] {
    let most = (folders: 32, files: 2048)
    var groups: [[(String, [BoardPath])]] = []
    var files = most.files
    let folders = Dictionary(grouping: Set(paths), by: \.folder).sorted { $0.key < $1.key }
    for (folder, paths) in folders {
      if files + paths.count > most.files || (groups.last?.count ?? 0) >= most.folders {
        groups.append([])
        files = 0
      }
      groups[groups.count - 1].append((folder, paths.sorted { $0.id < $1.id }))
      files += paths.count
    }
    return groups
  }

  private func updateGroup(
    _ group: [(folder: String, paths: [BoardPath])],
    _ change: (_ path: BoardPath, _ newest: [UInt8]?) throws(StoreError) -> [UInt8]?
  ) throws(StoreError) -> [BoardPath] {
    // Few files are flushed one by one; many at once, with all else that waits for this disk.
    let isLarge = DiskFlush.isAvailable && group.reduce(0) { $0 + $1.paths.count } > 16
    return try withFolders(Set(group.map(\.folder))) { () throws(StoreError) in
      var staged: [StagedFolder] = []
      defer { for folder in staged { folder.discardRest() } }
      for (folder, paths) in group {
        let target = StagedFolder(
          try reachingFiles { () throws(FolderError) in
            try open().makingFolder(folder, flushed: !isLarge)
          })
        staged.append(target)
        for path in paths {
          let newest = try reachingFiles { () throws(FolderError) in try read(path) }
          try target.stage(path, from: newest, flushed: !isLarge, change)
        }
      }
      return try reachingFiles { () throws(FolderError) in
        if isLarge { try DiskFlush.flush(at: root) }
        var written: [BoardPath] = []
        for folder in staged { written += try folder.commit() }
        return written
      }
    }
  }
}

/// A folder with the files that were written beside the ones that they are to replace.
private final class StagedFolder {
  private let folder: OpenFolder
  private var waiting: [(path: BoardPath, file: OpenFolder.Staged)] = []

  init(_ folder: consuming OpenFolder) {
    SweptFolders.shared.sweep(folder)
    self.folder = folder
  }

  func stage(
    _ path: BoardPath, from newest: [UInt8]?, flushed: Bool,
    _ change: (_ path: BoardPath, _ newest: [UInt8]?) throws(StoreError) -> [UInt8]?
  ) throws(StoreError) {
    guard let bytes = try change(path, newest), bytes != newest else { return }
    let file = try reachingFiles { () throws(FolderError) in
      try folder.stage(bytes, as: path.name, flushed: flushed)
    }
    waiting.append((path, file))
  }

  /// Gives every file its name, and waits until the names are on the disk.
  func commit() throws(FolderError) -> [BoardPath] {
    var committed: [BoardPath] = []
    while let next = waiting.popLast() {
      try folder.commit(next.file)
      committed.append(next.path)
    }
    if !committed.isEmpty { try folder.flush() }
    return committed
  }

  func discardRest() {
    for next in waiting { folder.discard(next.file) }
    waiting = []
  }
}

/// Linux's `syncfs`, which writes out all that waits for one file system.
enum DiskFlush {
  private typealias Call = @convention(c) (Int32) -> Int32

  /// Looked up by name, since Glibc's module does not declare it; nil elsewhere.
  private static let call: Call? = {
    #if os(Linux)
      dlsym(nil, "syncfs").map { unsafeBitCast($0, to: Call.self) }
    #else
      nil
    #endif
  }()

  /// Whether this system has it.
  static var isAvailable: Bool { call != nil }

  /// Waits until everything that was written to the board's file system is on the disk.
  static func flush(at root: String) throws(FolderError) {
    let folder = try OpenFolder(path: root)
    guard let call, call(folder.descriptor.raw) == 0 else {
      throw FolderError(errno: errno, .write, path: root)
    }
  }
}
