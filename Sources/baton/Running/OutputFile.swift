import Foundation

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A file that a command writes for the user: whole or not at all.
enum OutputFile {
  /// Writes a file beside its place and then gives it the name.
  ///
  /// It takes the permissions of the file that it replaces, and its owner and group where that is
  /// allowed.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - original: The file that it is made of: where there was none to replace, nobody may read it
  ///     who may not read that one.
  ///   - body: Writes the contents.
  /// - Throws: `Failure` where it cannot be written; what stood there is then as it was.
  static func replace(
    _ path: String, like original: String? = nil, _ body: (Output) throws -> Void
  ) throws {
    let temporary = path + ".\(getpid()).part"
    let old = status(of: path)
    let model = old ?? original.flatMap(status)
    // What few may read is not for others either while it is being written.
    let mode: mode_t = old == nil ? (model?.st_mode ?? 0o666) & 0o666 : 0o600
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw failure(path) }
    do {
      let output = Output(descriptor: descriptor)
      try body(output)
      try output.flush()
      if let old { inheritAccess(descriptor, from: old) }
      guard close(descriptor) == 0, rename(temporary, path) == 0 else { throw failure(path) }
    } catch {
      unlink(temporary)
      throw error
    }
  }

  private static func status(of path: String) -> stat? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return status
  }

  /// What the old group could do is not for another one, where the group cannot be kept.
  private static func inheritAccess(_ file: Int32, from old: stat) {
    var mode = old.st_mode & 0o777
    if fchown(file, old.st_uid, old.st_gid) != 0, fchown(file, uid_t.max, old.st_gid) != 0 {
      var mine = stat()
      if fstat(file, &mine) != 0 || mine.st_gid != old.st_gid { mode &= 0o707 }
    }
    _ = fchmod(file, mode)
  }

  private static func failure(_ path: String) -> Failure {
    Failure(
      "\(path) cannot be written: \(String(cString: strerror(errno))).",
      "Look at the folder and its rights, or choose another place.")
  }
}
