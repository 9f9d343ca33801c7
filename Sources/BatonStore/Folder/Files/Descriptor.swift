#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// An open file descriptor, closed when its owner goes.
struct Descriptor: ~Copyable {
  let raw: Int32

  /// Takes over a descriptor that a system call returned; nil when the call failed.
  init?(_ raw: Int32) {
    guard raw >= 0 else { return nil }
    self.raw = raw
  }

  deinit { _ = close(raw) }

  /// Closes it now and returns the `errno`, 0 for success; network file systems tell only here
  /// that a write did not fit.
  consuming func closeNow() -> Int32 {
    let raw = raw
    discard self
    return close(raw) == 0 ? 0 : errno
  }
}

/// Repeats a system call for as long as a signal interrupts it.
func uninterrupted<Result: SignedInteger>(_ call: () -> Result) -> Result {
  while true {
    let result = call()
    if result != -1 || errno != EINTR { return result }
  }
}

/// The permission bits, the kind and the group of a file, in one width on every system.
struct FileMode {
  let bits: UInt32
  let group: UInt32

  init(_ status: stat) {
    bits = UInt32(status.st_mode)
    group = UInt32(status.st_gid)
  }

  var isFile: Bool { bits & UInt32(S_IFMT) == UInt32(S_IFREG) }
  var isFolder: Bool { bits & UInt32(S_IFMT) == UInt32(S_IFDIR) }
  var isLink: Bool { bits & UInt32(S_IFMT) == UInt32(S_IFLNK) }
  var permissions: UInt32 { bits & 0o7777 }
  var isGroupWritable: Bool { bits & 0o020 != 0 }
}
