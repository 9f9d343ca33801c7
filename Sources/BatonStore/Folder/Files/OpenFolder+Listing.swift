#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension OpenFolder {
  /// What a name in a folder stands for.
  enum EntryKind: UInt8, Sendable {
    case file
    case folder
    case link
    case other
  }

  /// Calls `body` with every name but `.` and `..`, in the order that the file system keeps.
  ///
  /// A name that is not UTF-8 comes with replacement characters and so names nothing.
  func forEachEntry(
    _ body: (_ name: String, _ kind: EntryKind) -> Void
  ) throws(FolderError) {
    try forEachRawEntry { name, kind in
      body(String(decoding: name, as: UTF8.self), kind)
    }
  }

  /// Calls `body` with the bytes of every name but `.` and `..`; they are valid during the call.
  func forEachRawEntry(
    _ body: (_ name: UnsafeBufferPointer<UInt8>, _ kind: EntryKind) -> Void
  ) throws(FolderError) {
    // A stream takes its descriptor over, and shares its position with a duplicate.
    let own = uninterrupted {
      openat(descriptor.raw, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    }
    guard own >= 0 else { throw FolderError(errno: errno, .open, path: path) }
    guard let stream = fdopendir(own) else {
      let code = errno
      _ = close(own)
      throw FolderError(errno: code, .open, path: path)
    }
    defer { closedir(stream) }
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw FolderError(errno: errno, .open, path: path) }
        return
      }
      withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        let start = UnsafeRawPointer(tuple).assumingMemoryBound(to: UInt8.self)
        let name = UnsafeBufferPointer(start: start, count: strlen(start))
        if name.first == UInt8(ascii: "."), name.count == 1 || name.elementsEqual("..".utf8) {
          return
        }
        body(name, kind(entry.pointee.d_type, name))
      }
    }
  }

  private func kind(_ type: UInt8, _ name: UnsafeBufferPointer<UInt8>) -> EntryKind {
    switch Int(type) {
    case Int(DT_REG): return .file
    case Int(DT_DIR): return .folder
    case Int(DT_LNK): return .link
    case Int(DT_UNKNOWN):
      // Some file systems leave it to be asked for.
      guard let status = status(of: String(decoding: name, as: UTF8.self)) else { return .other }
      let mode = FileMode(status)
      if mode.isFile { return .file }
      if mode.isFolder { return .folder }
      return mode.isLink ? .link : .other
    default: return .other
    }
  }
}
