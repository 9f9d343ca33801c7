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
  /// - Throws: `Failure` where it cannot be written; what stood there is then as it was.
  static func replace(_ path: String, _ body: (Output) throws -> Void) throws {
    let temporary = path + ".\(getpid()).part"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw failure(path) }
    do {
      let output = Output(descriptor: descriptor)
      try body(output)
      try output.flush()
      guard close(descriptor) == 0, rename(temporary, path) == 0 else { throw failure(path) }
    } catch {
      unlink(temporary)
      throw error
    }
  }

  private static func failure(_ path: String) -> Failure {
    Failure(
      "\(path) cannot be written: \(String(cString: strerror(errno))).",
      "Look at the folder and its rights, or choose another place.")
  }
}
