import Dispatch
import Synchronization

/// Reads every record file below some folders of a board, on all cores, in no promised order.
///
/// The files are counted before the first is read, so that progress can be shown. Reading costs
/// about what a plain loop of `open`, `read` and `close` does: each worker keeps one buffer, and
/// addresses files relative to their folder.
struct FileScan: Sendable {
  /// The board's folder.
  let root: String
  /// The folders to read, relative to the board's.
  let folders: [String]
  /// How many threads read; the work is half system calls, so more than cores do not help.
  var workers = ProcessorCount.active

  /// A file that was found, by its folder and name as they stand on the disk.
  struct File: Sendable {
    let folder: String
    let name: String
    /// The path relative to the board's folder.
    var path: String { folder.isEmpty ? name : "\(folder)/\(name)" }
  }

  /// Some of the results, and how far the work has come.
  struct Batch<Value: Sendable>: Sendable {
    let values: [Value]
    /// The files that have been read so far, these included.
    let done: Int
    /// The files that there are.
    let total: Int
  }

  /// The bytes of a file, followed by `FileBuffer.padding` zeros, or why it could not be read.
  typealias Contents = Result<UnsafeRawBufferPointer, FolderError>

  /// Files read one after the other before they are handed over.
  private static let batchSize = 128

  /// Reads all files and returns when the last batch was delivered.
  ///
  /// `transform` and `deliver` run on several threads at once. A batch of no files comes first,
  /// with the total. When `isCancelled` answers true, the rest is left.
  ///
  /// - Throws: `FolderError` when the board's own folder cannot be opened.
  func run<Value: Sendable>(
    isCancelled: @escaping @Sendable () -> Bool = { false },
    transform: @escaping @Sendable (File, Contents) -> Value?,
    deliver: @escaping @Sendable (Batch<Value>) -> Void
  ) throws(FolderError) {
    _ = try OpenFolder(path: root)
    let listings = list(isCancelled: isCancelled)
    let total = listings.reduce(0) { $0 + $1.names.count }
    deliver(Batch(values: [], done: 0, total: total))
    let jobs = listings.flatMap { $0.jobs(of: Self.batchSize) }
    let next = Atomic<Int>(0)
    let done = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: min(workers, max(jobs.count, 1))) { _ in
      var buffer = FileBuffer()
      while !isCancelled() {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < jobs.count else { return }
        let job = jobs[index]
        let values = job.listing.read(job.range, in: root, with: &buffer, transform)
        let now = done.add(job.range.count, ordering: .relaxed).newValue
        deliver(Batch(values: values, done: now, total: total))
      }
    }
  }

  /// The record files of every folder, in the order of `folders`.
  private func list(isCancelled: @escaping @Sendable () -> Bool) -> [Listing] {
    let found = Mutex<[(place: Int, listing: Listing)]>([])
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      while !isCancelled() {
        let place = next.add(1, ordering: .relaxed).oldValue
        guard place < folders.count else { return }
        let listing = Listing(of: folders[place], in: root)
        found.withLock { $0.append((place, listing)) }
      }
    }
    return found.withLock { $0 }.sorted { $0.place < $1.place }.map(\.listing)
  }
}

/// The record files of one folder.
private final class Listing: Sendable {
  let folder: String
  let names: FileNames

  init(of folder: String, in root: String) {
    self.folder = folder
    var names = FileNames()
    // A folder that vanished meanwhile holds nothing; one that cannot be read is the watcher's
    // and the check's to tell of.
    try? OpenFolder(path: root).folder(folder).forEachRawEntry { name, kind in
      if kind != .folder, Self.isRecord(name) { names.append(name) }
    }
    self.names = names
  }

  private static func isRecord(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    name.first != UInt8(ascii: ".") && name.suffix(5).elementsEqual(".json".utf8)
  }

  struct Job: Sendable {
    let listing: Listing
    let range: Range<Int>
  }

  func jobs(of size: Int) -> [Job] {
    stride(from: 0, to: names.count, by: size).map {
      Job(listing: self, range: $0..<min($0 + size, names.count))
    }
  }

  func read<Value>(
    _ range: Range<Int>, in root: String, with buffer: inout FileBuffer,
    _ transform: (FileScan.File, FileScan.Contents) -> Value?
  ) -> [Value] {
    guard let folder = try? OpenFolder(path: root).folder(folder) else { return [] }
    var values: [Value] = []
    values.reserveCapacity(range.count)
    for index in range {
      let file = FileScan.File(folder: self.folder, name: names[index])
      if let value = read(file, in: folder, with: &buffer, transform) { values.append(value) }
    }
    return values
  }

  private func read<Value>(
    _ file: FileScan.File, in folder: borrowing OpenFolder, with buffer: inout FileBuffer,
    _ transform: (FileScan.File, FileScan.Contents) -> Value?
  ) -> Value? {
    do {
      return try buffer.withContents(of: file.name, in: folder) { transform(file, .success($0)) }
    } catch let error as FolderError {
      // Gone between the listing and now: the watcher tells of it, if it was ever shown.
      return error.reason == .missing ? nil : transform(file, .failure(error))
    } catch {
      return nil
    }
  }
}
