#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Standard output, written in large pieces: a hundred thousand lines need no more memory than one.
///
/// It belongs to one command on one thread.
final class Output {
  /// Nobody reads any more: `baton list | head` has seen enough. The program ends without a word.
  struct Closed: Error {}

  private var bytes: [UInt8] = []
  private let descriptor: Int32
  private let pieceSize = 1 << 16

  /// Writes to a descriptor.
  init(descriptor: Int32 = STDOUT_FILENO) { self.descriptor = descriptor }

  /// Writes a line of text that is safe to show.
  func line(_ text: String = "") throws {
    bytes.append(contentsOf: text.utf8)
    bytes.append(UInt8(ascii: "\n"))
    try flushIfFull()
  }

  /// Writes bytes as they are.
  func raw(_ more: [UInt8]) throws {
    bytes.append(contentsOf: more)
    try flushIfFull()
  }

  /// Hands everything over to the system; a command does so at its end, and `watch` after a line.
  func flush() throws {
    var start = 0
    while start < bytes.count {
      let written = bytes.withUnsafeBytes { buffer in
        write(descriptor, buffer.baseAddress?.advanced(by: start), buffer.count - start)
      }
      if written < 0 {
        let code = errno
        if code == EINTR { continue }
        if code == EAGAIN {
          var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          _ = poll(&wait, 1, -1)
          continue
        }
        bytes.removeAll()
        if code == EPIPE { throw Closed() }
        throw Failure(
          "The output cannot be written: \(String(cString: strerror(code))).",
          "Look at where it goes to: a full disk, or a file that may not be written.")
      }
      start += written
    }
    bytes.removeAll(keepingCapacity: true)
  }

  private func flushIfFull() throws {
    if bytes.count >= pieceSize { try flush() }
  }
}
