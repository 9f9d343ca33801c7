#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A file in the inbox as it was looked at.
struct InboxFile: Sendable {
  let name: String
  let bytes: [UInt8]
  /// What it looked like when it was read, to see whether somebody has written to it since.
  let stamp: FolderSnapshot.Stamp
  /// What its owner, its group and all others may do with it.
  let permissions: UInt32
}

/// The inbox of a board with the folders in it.
///
/// Everything is addressed from the inbox's own descriptor and no link is followed, so that no
/// name leads out of the board.
struct InboxFolder: ~Copyable {
  private let folder: OpenFolder

  init(of files: BoardFiles) throws(FolderError) {
    folder = try files.open().makingFolder(BoardPath.inboxFolder)
  }

  /// What is in the inbox, sorted, but for its own folders and what is hidden or unfinished.
  func entries() throws(FolderError) -> [(name: String, kind: OpenFolder.EntryKind)] {
    var entries: [(name: String, kind: OpenFolder.EntryKind)] = []
    try folder.forEachEntry { name, kind in
      if InboxName.isUnfinished(name) { return }
      if kind == .folder, name == InboxName.taken || name == InboxName.rejected { return }
      entries.append((name, kind))
    }
    return entries.sorted { $0.name < $1.name }
  }

  /// When the file was last written or put here, by the file system's clock, with its stamp; nil
  /// where there is no such file.
  func look(at name: String) -> (stamp: FolderSnapshot.Stamp, seconds: Int, permissions: UInt32)? {
    guard let status = folder.status(of: name), FileMode(status).isFile else { return nil }
    #if canImport(Darwin)
      let (written, placed) = (status.st_mtimespec.tv_sec, status.st_ctimespec.tv_sec)
    #else
      let (written, placed) = (status.st_mtim.tv_sec, status.st_ctim.tv_sec)
    #endif
    return (
      FolderSnapshot.Stamp(status), Int(max(written, placed)),
      UInt32(FileMode(status).permissions)
    )
  }

  /// Reads a file; nil where it is gone or somebody writes to it meanwhile.
  func read(_ name: String) throws(FolderError) -> InboxFile? {
    guard let before = look(at: name) else { return nil }
    let bytes: [UInt8]
    do throws(FolderError) {
      bytes = try FileBuffer.contents(of: name, in: folder)
    } catch  where error.reason == .missing {
      return nil
    }
    guard let after = look(at: name), after.stamp == before.stamp else { return nil }
    return InboxFile(
      name: name, bytes: bytes, stamp: after.stamp, permissions: after.permissions)
  }

  /// Whether a file of the same bytes was taken in before.
  func wasTaken(_ file: InboxFile) throws(FolderError) -> Bool {
    let taken = try folder.makingFolder(InboxName.taken)
    let start = Self.digest(file.bytes) + "-"
    var candidates: [String] = []
    try taken.forEachEntry { name, kind in
      if kind == .file, name.hasPrefix(start) { candidates.append(name) }
    }
    for name in candidates where try FileBuffer.contents(of: name, in: taken) == file.bytes {
      return true
    }
    return false
  }

  /// Removes a file, unless somebody has written to it since it was read.
  func remove(_ file: InboxFile) throws(FolderError) {
    guard look(at: file.name)?.stamp == file.stamp else { return }
    guard unlinkat(folder.descriptor.raw, file.name, 0) == 0 || errno == ENOENT else {
      throw FolderError(errno: errno, .write, path: folder.path(of: file.name))
    }
  }

  /// Moves a file to those that were taken in; its new name begins with a digest of its bytes, by
  /// which the same file is known when it comes again.
  ///
  /// - Returns: false where somebody has written to it since it was read: it stays then.
  func keepTaken(_ file: InboxFile) throws(FolderError) -> Bool {
    let name = Self.digest(file.bytes) + "-" + InboxName.kept(file.name)
    return try move(file, to: InboxName.taken, as: name) != nil
  }

  /// Moves a file to those that were rejected, with the reason in a file beside it.
  ///
  /// - Returns: the new name; nil where somebody has written to it since it was read.
  func keepRejected(_ file: InboxFile, why: String) throws(FolderError) -> String? {
    guard let name = try move(file, to: InboxName.rejected, as: InboxName.kept(file.name)) else {
      return nil
    }
    try write(
      Array(why.utf8), to: folder.makingFolder(InboxName.rejected), as: name + ".why.txt",
      like: file)
    return name
  }

  /// Writes the rows that were set aside; the same rows again are not written twice.
  ///
  /// - Returns: the file's name.
  func keepRejects(_ contents: [UInt8], of file: InboxFile) throws(FolderError) -> String {
    let rejected = try folder.makingFolder(InboxName.rejected)
    SweptFolders.shared.sweep(rejected)
    let wanted = RejectFile.name(for: InboxName.kept(file.name))
    var number = 1
    while true {
      let name = InboxName.numbered(wanted, number)
      guard rejected.status(of: name) != nil else {
        try write(contents, to: rejected, as: name, like: file)
        return name
      }
      if (try? FileBuffer.contents(of: name, in: rejected)) == contents { return name }
      number += 1
    }
  }

  /// Writes what was made of a file, for nobody who may not read that one.
  private func write(
    _ bytes: [UInt8], to target: borrowing OpenFolder, as name: String, like file: InboxFile
  ) throws(FolderError) {
    let most = file.permissions & 0o666 | 0o600
    try target.commit(try target.stage(bytes, as: name, flushed: true, most: most))
    try target.flush()
  }

  /// Moves a file under a free name; nil where it is no longer the one that was read.
  private func move(
    _ file: InboxFile, to place: String, as wanted: String
  ) throws(FolderError) -> String? {
    guard look(at: file.name)?.stamp == file.stamp else { return nil }
    let target = try folder.makingFolder(place)
    var number = 1
    while target.status(of: InboxName.numbered(wanted, number)) != nil { number += 1 }
    let name = InboxName.numbered(wanted, number)
    try Self.rename(file.name, in: folder, to: name, in: target)
    // Whoever had it open may have written up to this moment: what was not read is not lost.
    if let status = target.status(of: name), FolderSnapshot.Stamp(status) != file.stamp {
      if folder.status(of: file.name) == nil {
        try Self.rename(name, in: target, to: file.name, in: folder)
      }
      return nil
    }
    try target.flush()
    try folder.flush()
    return name
  }

  private static func rename(
    _ name: String, in folder: borrowing OpenFolder, to newName: String,
    in target: borrowing OpenFolder
  ) throws(FolderError) {
    let result = uninterrupted {
      renameat(folder.descriptor.raw, name, target.descriptor.raw, newName)
    }
    guard result == 0 else {
      throw FolderError(errno: errno, .write, path: folder.path(of: name))
    }
  }

  /// Ten letters and digits that stand for bytes.
  private static func digest(_ bytes: [UInt8]) -> String { StableName.make(bytes) }
}
