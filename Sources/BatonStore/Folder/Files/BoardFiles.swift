import Dispatch
import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The files of a board as bytes: read at any time, replaced atomically under a lock.
///
/// It knows nothing of what the files mean. All calls wait for the disk, and writes for their
/// turn: they are for a thread that may wait.
struct BoardFiles: Sendable {
  /// The board's folder, as `realpath` names it.
  let root: String
  let locks: BoardLocks

  /// Addresses a folder that exists.
  ///
  /// - Parameter patience: how long a writer waits for another one.
  init(root path: String, patience: DispatchTimeInterval = .seconds(10)) throws(FolderError) {
    guard let resolved = realpath(path, nil) else {
      throw FolderError(errno: errno, .open, path: path)
    }
    defer { free(resolved) }
    root = String(cString: resolved)
    locks = BoardLocks(root: root, patience: patience)
  }

  /// Opens the board's folder as it is now; it may have been moved away and another put there.
  func open() throws(FolderError) -> OpenFolder { try OpenFolder(path: root) }

  /// The newest bytes of a file; nil when there is none.
  func read(_ path: BoardPath) throws(FolderError) -> [UInt8]? {
    try read(path.name, in: path.folder)
  }

  /// The newest bytes of a file of a folder; nil when there is none.
  func read(_ name: String, in folder: String) throws(FolderError) -> [UInt8]? {
    do throws(FolderError) {
      return try FileBuffer.contents(of: name, in: try open().folder(folder))
    } catch  where error.reason == .missing {
      return nil
    }
  }

  /// Changes a file under its folder's lock, from its newest bytes.
  ///
  /// `change` gets the bytes, nil when there is no file, and returns the new ones, or nil to leave
  /// the file alone. Bytes that are the same are not written. What is written is on the disk when
  /// this returns, and no reader ever sees a part of it.
  ///
  /// - Returns: whether the file was written.
  /// - Throws: what `change` throws, and `.files`; the file is then as it was.
  @discardableResult
  func update(
    _ path: BoardPath,
    _ change: (_ newest: [UInt8]?) throws(StoreError) -> [UInt8]?
  ) throws(StoreError) -> Bool {
    let written = try withFolders([path.folder]) { () throws(StoreError) -> OpenFolder? in
      let newest = try reachingFiles { () throws(FolderError) in try read(path) }
      guard let bytes = try change(newest), bytes != newest else { return nil }
      return try reachingFiles { () throws(FolderError) in try replace(path, with: bytes) }
    }
    // The new name is flushed after the next writer has been let in: it sees the file already.
    guard let written else { return false }
    try reachingFiles { () throws(FolderError) in try written.flush() }
    return true
  }

  private func replace(
    _ path: BoardPath, with bytes: [UInt8]
  ) throws(FolderError) -> OpenFolder {
    let folder = try open().makingFolder(path.folder)
    SweptFolders.shared.sweep(folder)
    try folder.commit(try folder.stage(bytes, as: path.name, flushed: true))
    return folder
  }
}

/// Which folders this process has looked through for the leavings of writers that died.
final class SweptFolders: Sendable {
  static let shared = SweptFolders()

  private let paths = Mutex<Set<String>>([])

  func sweep(_ folder: borrowing OpenFolder) {
    let path = folder.path
    if paths.withLock({ $0.insert(path).inserted }) { folder.sweepStaleTemporaries() }
  }
}
