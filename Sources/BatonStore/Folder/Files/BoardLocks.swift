import Dispatch

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The locks that keep two writers off one folder of the board.
///
/// There is one lock a folder, so that writers of different leads seldom meet: a file in
/// `.baton/locks` under `flock`, which the system releases when its process ends, however it ends.
/// The file's text says who wrote last, for people only. Readers of one lead take no lock; who
/// wants to see a change of several files whole waits for its writer (`BoardMoment`). Who changes
/// several files together takes the lock of the folder `.baton` too.
struct BoardLocks: Sendable {
  /// The board's folder, as `realpath` names it.
  let root: String
  /// How long to wait for each lock.
  let patience: DispatchTimeInterval

  /// The folder of Baton's own files; its name, locked, keeps changes of several files apart.
  static let ownFolder = ".baton"
  private static let folder = "\(ownFolder)/locks"
  /// The lock of whoever matches what comes in; no folder's, so that a change of several files
  /// never waits for it while others wait for that change.
  static let inboxTurn = "inbox-turn"

  /// Runs `body` while holding the locks of these folders.
  ///
  /// Folders are locked in the order of their names, so that two such calls never wait for each
  /// other.
  ///
  /// - Throws: `.files` with the reason `.busy` when another writer did not finish in time, what
  ///   `body` throws, and what making and opening the lock files meets.
  func withLocks<Result: ~Copyable>(
    on folders: Set<String>, _ body: () throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    var locks: [HeldLock] = []
    defer { for lock in locks.reversed() { lock.release() } }
    for folder in folders.sorted() {
      locks.append(try reachingFiles { () throws(FolderError) in try acquire(folder) })
    }
    return try body()
  }

  /// Makes the folder of the lock files, which git is told to ignore.
  private func lockFolder() throws(FolderError) -> OpenFolder {
    let board = try OpenFolder(path: root)
    do throws(FolderError) {
      return try board.folder(Self.folder)
    } catch  where error.reason == .missing {
      let own = try board.makingFolder(Self.ownFolder)
      let ignore = try own.stage(Array("*\n".utf8), as: ".gitignore", flushed: false)
      try own.commit(ignore)
      return try board.makingFolder(Self.folder)
    }
  }

  private func acquire(_ folder: String) throws(FolderError) -> HeldLock {
    let name = Self.fileName(for: folder)
    let deadline = DispatchTime.now() + patience
    let key = "\(root)/\(name)"
    guard ProcessLocks.shared.acquire(key, until: deadline) else {
      throw FolderError(.busy(holder: Self.me), .lock, path: shown(folder))
    }
    do throws(FolderError) {
      let file = try lockFile(name, for: folder, until: deadline)
      return HeldLock(file: file, key: key)
    } catch {
      ProcessLocks.shared.release(key)
      throw error
    }
  }

  /// What a message names: the folder that is being written.
  private func shown(_ folder: String) -> String {
    if folder.isEmpty { return root }
    return "\(root)/\(folder == Self.inboxTurn ? BoardPath.inboxFolder : folder)"
  }

  private static func fileName(for folder: String) -> String {
    let stem = folder.isEmpty ? "board" : folder.replacing("/", with: "-")
    return stem + ".lock"
  }

  /// Opens and locks the file, and looks whether it is still the one that others would open:
  /// `git clean` may have removed it between the two.
  private func lockFile(
    _ name: String, for folder: String, until deadline: DispatchTime
  ) throws(FolderError) -> Int32 {
    while true {
      let locks: OpenFolder
      do throws(FolderError) {
        locks = try lockFolder()
      } catch  where error.attempt == .write {
        throw FolderError(error.reason, .write, path: shown(folder))
      }
      guard let file = Self.open(name, in: locks) else {
        // What is kept from whoever may not write is told, rather than a file of Baton's own.
        throw FolderError(errno: errno, .write, path: shown(folder))
      }
      guard Self.lock(file, until: deadline) else {
        let code = errno
        let holder = Self.holder(file)
        _ = close(file)
        let reason: FolderError.Reason =
          code == EWOULDBLOCK ? .busy(holder: holder) : .init(errno: code)
        throw FolderError(reason, .lock, path: shown(folder))
      }
      var mine = stat()
      if fstat(file, &mine) == 0, let current = locks.status(of: name),
        current.st_ino == mine.st_ino, current.st_dev == mine.st_dev
      {
        Self.sign(file)
        return file
      }
      _ = close(file)
    }
  }

  /// The lock file, made where there is none; nil with the error left in `errno`.
  private static func open(_ name: String, in locks: borrowing OpenFolder) -> Int32? {
    let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC
    var file = uninterrupted { openat(locks.descriptor.raw, name, flags, 0o666) }
    if file >= 0 {
      shareWithGroup(file, of: locks)
    } else if errno == EACCES {
      // Another user's lock file: a lock needs no more than reading.
      file = uninterrupted { openat(locks.descriptor.raw, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC) }
      // There is none, and none may be made.
      if file < 0, errno == ENOENT { errno = EACCES }
    }
    return file >= 0 ? file : nil
  }

  private static func shareWithGroup(_ file: Int32, of locks: borrowing OpenFolder) {
    var status = stat()
    guard fstat(file, &status) == 0, let folder = locks.status() else { return }
    let mode = FileMode(status)
    if FileMode(folder).isGroupWritable, !mode.isGroupWritable {
      _ = fchmod(file, mode_t(mode.permissions | 0o060))
    }
  }

  /// Tries at growing intervals of up to 4 ms, with some chance in them so that no two writers
  /// keep missing alike; a wait in the kernel would come in turn too, but could not be given up.
  private static func lock(_ file: Int32, until deadline: DispatchTime) -> Bool {
    var pause: UInt32 = 100
    while true {
      if uninterrupted({ flock(file, LOCK_EX | LOCK_NB) }) == 0 { return true }
      let code = errno
      if code != EWOULDBLOCK || DispatchTime.now() >= deadline {
        errno = code
        return false
      }
      usleep(UInt32.random(in: pause / 2...pause))
      pause = min(pause * 2, longestPause)
    }
  }

  /// The longest time between two tries, in microseconds.
  static let longestPause: UInt32 = 4000

  // MARK: Who holds it

  /// This process, as it signs its locks and its journals.
  static let me: String = {
    let name = getenv("USER") ?? getenv("LOGNAME")
    let user = name.map { String(cString: $0) } ?? "user \(getuid())"
    return "process \(getpid()) of \(user)"
  }()

  private static func sign(_ file: Int32) {
    let line = Array("\(me)\n".utf8)
    guard ftruncate(file, 0) == 0 else { return }
    _ = pwrite(file, line, line.count, 0)
  }

  private static func holder(_ file: Int32) -> String? {
    var bytes = [UInt8](repeating: 0, count: 200)
    let count = pread(file, &bytes, bytes.count, 0)
    guard count > 0 else { return nil }
    // Anybody who may write to the board may have written it.
    return String(
      decoding: bytes.prefix(count).prefix { (0x20..<0x7F).contains($0) }, as: UTF8.self)
  }
}

/// A lock that is held: by the process to others, and by one thread within the process.
private struct HeldLock {
  let file: Int32
  let key: String

  func release() {
    _ = close(file)
    ProcessLocks.shared.release(key)
  }
}
