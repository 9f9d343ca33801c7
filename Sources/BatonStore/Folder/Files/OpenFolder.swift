#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A folder held open by its descriptor.
///
/// All that is inside is addressed relative to it and no symbolic link is followed, so that what
/// is read and written is in the folder even while someone renames things on the way.
struct OpenFolder: ~Copyable {
  let descriptor: Descriptor
  /// The path by which it was opened, for messages.
  let path: String

  private static let folderFlags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
  /// A pipe is not waited for, a terminal does not become ours.
  private static let fileFlags = O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY

  /// Opens a folder by its path; links on the way to it are followed.
  init(path: String) throws(FolderError) {
    let raw = uninterrupted { open(path, Self.folderFlags) }
    guard let descriptor = Descriptor(raw) else {
      throw FolderError(errno: errno, .open, path: path)
    }
    self.descriptor = descriptor
    self.path = path
  }

  /// Makes the folder of a path and what is missing above it, unless it is there.
  static func makeWithParents(_ path: String) throws(FolderError) {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += part
      guard mkdir(made, 0o777) == 0 || errno == EEXIST || errno == EISDIR else {
        throw FolderError(errno: errno, .write, path: made)
      }
      made += "/"
    }
  }

  private init(descriptor: consuming Descriptor, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  /// The path of something inside, for messages.
  func path(of name: String) -> String { name.isEmpty ? path : "\(path)/\(name)" }

  /// Opens a folder inside, down a relative path; an empty path opens this one anew.
  func folder(_ relative: String) throws(FolderError) -> OpenFolder {
    var current = try self.reopened()
    for part in relative.split(separator: "/") {
      current = try current.child(String(part))
    }
    return current
  }

  /// Opens a folder inside, down a relative path, making what is missing.
  ///
  /// With `flushed` what was made is on the disk when this returns.
  func makingFolder(_ relative: String, flushed: Bool = true) throws(FolderError) -> OpenFolder {
    var current = try self.reopened()
    for part in relative.split(separator: "/") {
      do throws(FolderError) {
        current = try current.child(String(part))
      } catch  where error.reason == .missing {
        try current.makeChild(String(part))
        if flushed { try current.flush() }
        current = try current.child(String(part))
      }
    }
    return current
  }

  private func reopened() throws(FolderError) -> OpenFolder {
    try child(".", shownAs: path)
  }

  private func child(_ name: String, shownAs shown: String? = nil) throws(FolderError) -> OpenFolder
  {
    let raw = uninterrupted { openat(descriptor.raw, name, Self.folderFlags | O_NOFOLLOW) }
    if let opened = Descriptor(raw) {
      return OpenFolder(descriptor: opened, path: shown ?? path(of: name))
    }
    let code = errno
    // Linux says ENOTDIR, not ELOOP, of a link where only a folder is allowed.
    if code == ENOTDIR, let status = status(of: name), FileMode(status).isLink {
      throw FolderError(.symbolicLink, .open, path: path(of: name))
    }
    throw FolderError(errno: code, .open, path: path(of: name))
  }

  /// Makes a folder inside, as writable for the group as this one is.
  private func makeChild(_ name: String) throws(FolderError) {
    guard mkdirat(descriptor.raw, name, 0o777) == 0 else {
      if errno == EEXIST { return }
      throw FolderError(errno: errno, .write, path: path(of: name))
    }
    if let mine = status(), FileMode(mine).isGroupWritable,
      let made = try? child(name), let status = made.status()
    {
      _ = fchmod(made.descriptor.raw, mode_t(FileMode(status).permissions | 0o070))
    }
  }

  /// What the file system tells of this folder.
  func status() -> stat? {
    var status = stat()
    return fstat(descriptor.raw, &status) == 0 ? status : nil
  }

  /// What the file system tells of something inside, of a link itself if it is one.
  func status(of name: String) -> stat? {
    var status = stat()
    return fstatat(descriptor.raw, name, &status, AT_SYMLINK_NOFOLLOW) == 0 ? status : nil
  }

  /// Opens a file inside for reading.
  func openFile(_ name: String) throws(FolderError) -> Descriptor {
    let raw = uninterrupted { openat(descriptor.raw, name, Self.fileFlags) }
    guard let file = Descriptor(raw) else {
      throw FolderError(errno: errno, .read, path: path(of: name))
    }
    return file
  }

  /// Waits until the names in this folder are on the disk.
  func flush() throws(FolderError) {
    guard uninterrupted({ fsync(descriptor.raw) }) == 0 else {
      // Some file systems (FUSE, SMB) cannot flush a folder; the files themselves were flushed.
      if errno == EINVAL || errno == ENOTSUP || errno == ENOSYS { return }
      throw FolderError(errno: errno, .write, path: path)
    }
  }
}
