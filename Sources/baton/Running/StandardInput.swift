#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Standard input, of which Foundation's own reading ends the program where it cannot be read.
enum StandardInput {
  /// Reads to the end, or until there is more than somebody wants: a pipe gives no more at a time
  /// than its writer has written.
  ///
  /// - Parameter most: So many bytes are enough, in bytes.
  /// - Throws: `Failure` where it is closed, a folder, or cannot be read for another reason.
  static func bytes(atMost most: Int = .max) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count < most {
      let count = read(STDIN_FILENO, &piece, piece.count)
      if count == 0 { break }
      if count > 0 {
        bytes += piece[..<count]
        continue
      }
      let code = errno
      if code == EINTR { continue }
      if code == EAGAIN {
        var wait = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        _ = poll(&wait, 1, -1)
        continue
      }
      throw Failure(
        "Standard input cannot be read: \(String(cString: strerror(code))).",
        "Give what is to be read through a pipe, or with < FILE.")
    }
    return bytes
  }
}
