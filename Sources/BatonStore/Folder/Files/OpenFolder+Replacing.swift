#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension OpenFolder {
  /// A file written beside the one that it is to replace, not yet in its place.
  struct Staged: Sendable {
    let temporaryName: String
    let name: String
  }

  /// Writes the bytes beside the file that they are to replace.
  ///
  /// The new file takes the old one's permissions, and its owner and group where that is allowed;
  /// without an old one, the usual permissions, and the folder's for the group. With `flushed` it
  /// is on the disk when this returns. On any failure nothing is left behind.
  ///
  /// - Parameter most: the most that a file without an old one may allow.
  func stage(
    _ bytes: [UInt8], as name: String, flushed: Bool, most: UInt32 = 0o666
  ) throws(FolderError) -> Staged {
    let old = try replaceableStatus(of: name)
    let staged = Staged(temporaryName: TemporaryName.next(), name: name)
    // What only its owner may read is not for others either while it is being written.
    let file = try create(staged, mode: old == nil ? mode_t(most) : 0o600)
    do throws(FolderError) {
      try write(bytes, to: file, as: name)
      inheritAccess(file, from: old, most: most)
      if flushed, flushToDisk(file.raw) != 0 {
        throw FolderError(errno: errno, .write, path: path(of: name))
      }
      let code = file.closeNow()
      if code != 0 { throw FolderError(errno: code, .write, path: path(of: name)) }
    } catch {
      discard(staged)
      throw error
    }
    return staged
  }

  /// Puts a staged file in its place, at once: a reader sees the old bytes or the new ones.
  func commit(_ staged: Staged) throws(FolderError) {
    let result = uninterrupted {
      renameat(descriptor.raw, staged.temporaryName, descriptor.raw, staged.name)
    }
    if result != 0 {
      let code = errno
      discard(staged)
      throw FolderError(errno: code, .write, path: path(of: staged.name))
    }
  }

  /// Removes a staged file that is not wanted after all.
  func discard(_ staged: Staged) {
    _ = unlinkat(descriptor.raw, staged.temporaryName, 0)
  }

  /// Removes a file, unless it is gone already.
  func remove(_ name: String) throws(FolderError) {
    guard unlinkat(descriptor.raw, name, 0) != 0, errno != ENOENT else { return }
    throw FolderError(errno: errno, .write, path: path(of: name))
  }

  /// Gives a file another name, perhaps in another folder, in which there is none of it yet.
  ///
  /// To be called by the holder of both folders' locks. It is on the disk when this returns.
  func move(
    _ name: String, to other: borrowing OpenFolder, as newName: String
  ) throws(FolderError) {
    guard other.status(of: newName) == nil else {
      throw FolderError(.exists, .write, path: other.path(of: newName))
    }
    guard renameat(descriptor.raw, name, other.descriptor.raw, newName) == 0 else {
      throw FolderError(errno: errno, .write, path: other.path(of: newName))
    }
    try other.flush()
    try flush()
  }

  /// Throws what removing a file would meet.
  func refuseUnlessRemovable(_ name: String) throws(FolderError) {
    guard let status = status(of: name) else { return }
    let mode = FileMode(status)
    guard mode.isFile else {
      throw FolderError(mode.isLink ? .symbolicLink : .notAFile, .write, path: path(of: name))
    }
    guard faccessat(descriptor.raw, ".", W_OK, AT_EACCESS) == 0 else {
      throw FolderError(errno: errno, .write, path: path(of: name))
    }
  }

  /// Removes what writers that died left here.
  ///
  /// To be called by the holder of the folder's lock, so that no living writer's file is removed;
  /// the process's number is asked as well, since a lock file can be deleted by hand.
  func sweepStaleTemporaries() {
    // Sweeping is a courtesy: a folder that cannot be listed fails where it matters.
    try? forEachEntry { name, kind in
      guard kind == .file, let writer = TemporaryName.writer(of: name) else { return }
      if TemporaryName.isLeaving(name) || writer == getpid() {
        _ = unlinkat(descriptor.raw, name, 0)
      }
    }
  }

  /// The status of the file to be replaced, nil if there is none.
  ///
  /// Renaming would replace a file that its owner made read-only, or a link; both are refused.
  private func replaceableStatus(of name: String) throws(FolderError) -> stat? {
    guard let status = status(of: name) else {
      if errno == ENOENT { return nil }
      throw FolderError(errno: errno, .write, path: path(of: name))
    }
    let mode = FileMode(status)
    guard mode.isFile else {
      throw FolderError(mode.isLink ? .symbolicLink : .notAFile, .write, path: path(of: name))
    }
    guard faccessat(descriptor.raw, name, W_OK, AT_EACCESS) == 0 else {
      throw FolderError(errno: errno, .write, path: path(of: name))
    }
    return status
  }

  private func create(_ staged: Staged, mode: mode_t) throws(FolderError) -> Descriptor {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    while true {
      let raw = uninterrupted { openat(descriptor.raw, staged.temporaryName, flags, mode) }
      if let file = Descriptor(raw) { return file }
      // A process of the same number, long dead or on another machine, left it there.
      if errno == EEXIST, unlinkat(descriptor.raw, staged.temporaryName, 0) == 0 { continue }
      throw FolderError(errno: errno, .write, path: path(of: staged.name))
    }
  }

  private func write(
    _ bytes: [UInt8], to file: borrowing Descriptor, as name: String
  ) throws(FolderError) {
    let raw = file.raw
    let code: Int32 = bytes.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let start = UnsafeRawBufferPointer(rebasing: rest).baseAddress
        let written = uninterrupted { posixWrite(raw, start, rest.count) }
        if written < 0 { return errno }
        rest = rest.dropFirst(written)
      }
      return 0
    }
    if code != 0 { throw FolderError(errno: code, .write, path: path(of: name)) }
  }

  private func inheritAccess(
    _ file: borrowing Descriptor, from old: stat?, most: UInt32
  ) {
    var status = stat()
    guard fstat(file.raw, &status) == 0 else { return }
    guard let old else {
      // Whoever shares the folder shares the file, whatever the umask of the one who made it.
      if let folder = self.status(), FileMode(folder).isGroupWritable {
        _ = fchmod(file.raw, mode_t((FileMode(status).permissions | 0o060) & most))
      }
      return
    }
    var permissions = FileMode(old).permissions
    if status.st_uid != old.st_uid || status.st_gid != old.st_gid,
      fchown(file.raw, old.st_uid, old.st_gid) != 0,
      status.st_gid != old.st_gid, fchown(file.raw, uid_t.max, old.st_gid) != 0
    {
      // What the old group could do is not for the new one, unless anybody could.
      permissions = permissions & 0o707 | (permissions & 0o007) << 3
    }
    _ = fchmod(file.raw, mode_t(permissions))
  }
}

/// `write(2)`, whose name the method above takes.
private func posixWrite(_ file: Int32, _ start: UnsafeRawPointer?, _ count: Int) -> Int {
  write(file, start, count)
}

/// Waits until a file is on the disk; on Darwin `fsync` only gives it to the drive.
private func flushToDisk(_ file: Int32) -> Int32 {
  #if canImport(Darwin)
    if uninterrupted({ fcntl(file, F_FULLFSYNC) }) == 0 { return 0 }
  #endif
  return uninterrupted { fsync(file) }
}
