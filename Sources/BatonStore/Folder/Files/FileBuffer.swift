#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A buffer that is used again for one file after another.
///
/// What was read is followed by `padding` zero bytes, so that a parser may look beyond the end.
struct FileBuffer: ~Copyable {
  /// The zero bytes behind the text.
  static let padding = 64
  /// The most bytes that a file of the board may have; no record comes near it.
  static let limit = 64 * 1_048_576

  private var storage: UnsafeMutableRawBufferPointer

  /// Makes room for files of up to 64 KiB, which all but freaks are.
  init() {
    storage = .allocate(byteCount: 65_536 + Self.padding, alignment: 64)
  }

  deinit { storage.deallocate() }

  /// The bytes of one file, on their own.
  static func contents(
    of name: String, in folder: borrowing OpenFolder
  ) throws(FolderError) -> [UInt8] {
    var buffer = FileBuffer()
    let file = try folder.openFile(name)
    return [UInt8](try buffer.fill(from: file, path: folder.path(of: name)))
  }

  /// Reads a file to its end and hands its bytes to `body`; they are valid only during the call.
  mutating func withContents<Result>(
    of name: String, in folder: borrowing OpenFolder,
    _ body: (UnsafeRawBufferPointer) -> Result
  ) throws(FolderError) -> Result {
    let file = try folder.openFile(name)
    return body(try fill(from: file, path: folder.path(of: name)))
  }

  private mutating func fill(
    from file: borrowing Descriptor, path: @autoclosure () -> String
  ) throws(FolderError) -> UnsafeRawBufferPointer {
    var count = 0
    while true {
      let room = storage.count - Self.padding - count
      let target = storage.baseAddress.map { $0 + count }
      let got = uninterrupted { read(file.raw, target, room) }
      guard got >= 0 else { throw FolderError(errno: errno, .read, path: path()) }
      // Not at a short read already: FUSE and network mounts may give less before the end.
      if got == 0 { break }
      count += got
      guard count <= Self.limit else {
        throw FolderError(.tooLarge(limit: Self.limit), .read, path: path())
      }
      if got == room { grow(keeping: count) }
    }
    if count == 0 { try refuseUnlessFile(file, path: path()) }
    (storage.baseAddress.map { $0 + count })?.initializeMemory(
      as: UInt8.self, repeating: 0, count: Self.padding)
    return UnsafeRawBufferPointer(rebasing: storage[..<count])
  }

  private func refuseUnlessFile(
    _ file: borrowing Descriptor, path: String
  ) throws(FolderError) {
    var status = stat()
    if fstat(file.raw, &status) == 0, !FileMode(status).isFile {
      throw FolderError(.notAFile, .read, path: path)
    }
  }

  private mutating func grow(keeping count: Int) {
    let larger = UnsafeMutableRawBufferPointer.allocate(
      byteCount: (storage.count - Self.padding) * 4 + Self.padding, alignment: 64)
    larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: storage[..<count]))
    storage.deallocate()
    storage = larger
  }
}
