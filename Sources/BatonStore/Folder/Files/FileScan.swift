import Dispatch
import Synchronization

/// Reads the record files of some folders of a board, on all cores, in no promised order.
///
/// The files are counted before the first is read, so that progress can be shown. Reading costs
/// about what a plain loop of `open`, `read` and `close` does: each worker keeps one buffer, and
/// addresses files relative to their folder.
struct FileScan: Sendable {
  /// The board's folder.
  let root: String
  /// What to read.
  let subject: Subject
  /// How many threads read; the work is half system calls, so more than cores do not help.
  var workers = ProcessorCount.active
  /// Whether somebody waits for its end or does other things meanwhile.
  var urgency = ReadingThreads.Urgency.awaited

  /// What a scan reads.
  enum Subject: Sendable {
    /// All records of these folders, relative to the board's.
    case folders([String])
    /// These files only.
    case files([BoardPath])
  }

  /// A file that was found, by its folder and name as they stand on the disk.
  struct File: Sendable {
    let folder: String
    /// Empty for a folder whose files cannot be listed; the error says why.
    let name: String
    /// The path relative to the board's folder.
    var path: String { folder.isEmpty || name.isEmpty ? folder + name : "\(folder)/\(name)" }
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
  /// `makeTransform` is called once on each thread that reads, for what that thread does with its
  /// files; so the threads need share nothing. `deliver` is called by several threads at once. A
  /// batch of no files comes first, with the total and with the folders that cannot be listed.
  /// When `isCancelled` answers true, the rest is left.
  ///
  /// - Throws: `FolderError` when the board's own folder cannot be opened.
  func run<Value: Sendable>(
    isCancelled: @escaping @Sendable () -> Bool = { false },
    makeTransform: @escaping @Sendable () -> (File, Contents) -> Value?,
    deliver: @escaping @Sendable (Batch<Value>) -> Void
  ) throws(FolderError) {
    _ = try OpenFolder(path: root)
    let listings = list(isCancelled: isCancelled)
    let total = listings.reduce(0) { $0 + $1.names.count }
    let unlisted = listings.compactMap(\.failed).compactMap { makeTransform()($0, .failure($1)) }
    deliver(Batch(values: unlisted, done: 0, total: total))
    let jobs = listings.flatMap { $0.jobs(of: Self.batchSize) }
    let next = Atomic<Int>(0)
    let done = Atomic<Int>(0)
    ReadingThreads.perform(min(workers, max(jobs.count, 1)), urgency) { _ in
      var buffer = FileBuffer()
      let transform = makeTransform()
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

  /// The files to read, by folder.
  private func list(isCancelled: @escaping @Sendable () -> Bool) -> [Listing] {
    switch subject {
    case .folders(let folders): list(folders, isCancelled: isCancelled)
    case .files(let paths): Dictionary(grouping: paths, by: \.folder).map(Listing.init)
    }
  }

  /// The record files of every folder, in the order of `folders`.
  private func list(
    _ folders: [String], isCancelled: @escaping @Sendable () -> Bool
  ) -> [Listing] {
    let found = Mutex<[(place: Int, listing: Listing)]>([])
    let next = Atomic<Int>(0)
    ReadingThreads.perform(workers, urgency) { _ in
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
  /// Why the names are not all.
  let failure: FolderError?

  init(of folder: String, in root: String) {
    self.folder = folder
    var names = FileNames()
    do throws(FolderError) {
      try OpenFolder(path: root).folder(folder).forEachRawEntry { name, kind in
        if kind != .folder, Self.isRecord(name) { names.append(name) }
      }
      failure = nil
    } catch {
      // A folder that vanished meanwhile holds nothing.
      failure = error.reason == .missing ? nil : error
    }
    self.names = names
  }

  init(of folder: String, files: [BoardPath]) {
    self.folder = folder
    var names = FileNames()
    for file in files {
      var name = file.name
      name.withUTF8 { names.append($0) }
    }
    self.names = names
    failure = nil
  }

  private static func isRecord(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    name.first != UInt8(ascii: ".") && name.suffix(5).elementsEqual(".json".utf8)
  }

  /// The folder itself, if its files could not be listed.
  var failed: (FileScan.File, FolderError)? {
    failure.map { (FileScan.File(folder: folder, name: ""), $0) }
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
    var values: [Value] = []
    values.reserveCapacity(range.count)
    func each(_ result: (FileScan.File) -> Value?) {
      for index in range {
        let file = FileScan.File(folder: self.folder, name: names[index])
        if let value = result(file) { values.append(value) }
      }
    }
    do throws(FolderError) {
      let folder = try OpenFolder(path: root).folder(folder)
      each { read($0, in: folder, with: &buffer, transform) }
    } catch {
      each { transform($0, .failure(error)) }
    }
    return values
  }

  private func read<Value>(
    _ file: FileScan.File, in folder: borrowing OpenFolder, with buffer: inout FileBuffer,
    _ transform: (FileScan.File, FileScan.Contents) -> Value?
  ) -> Value? {
    do throws(FolderError) {
      return try buffer.withContents(of: file.name, in: folder) { transform(file, .success($0)) }
    } catch {
      return transform(file, .failure(error))
    }
  }
}
