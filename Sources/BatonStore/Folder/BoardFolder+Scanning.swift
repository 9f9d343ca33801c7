public import BatonModel
import Dispatch
import Synchronization

/// Some of the records that a scan has read, and how far it has come.
public struct RecordBatch<Value: Sendable>: Sendable {
  /// What was made of the records that were read.
  public internal(set) var values: [Value] = []
  /// What is wrong with the files that could not be read.
  public internal(set) var faults: [FileFault] = []
  /// The files that were asked for, or listed a moment ago, and are not there; and those of leads
  /// that were merged into others.
  public internal(set) var gone: [BoardPath] = []
  /// The files that were read so far, these included; batches may arrive out of its order.
  public let done: Int
  /// The files that there are.
  public let total: Int
}

extension BoardFolder {
  /// Reads leads on all cores and hands over what `summarise` makes of each, batch by batch.
  ///
  /// The first batch comes at once, empty, with the total. `summarise` runs on several threads.
  /// Ending the iteration ends the reading.
  ///
  /// - Parameter ids: the leads to read; nil reads all, in no promised order.
  /// - Throws: `.files` when the board's folder is gone, `.badID` for an id no file can have.
  public func loadLeads<Value: Sendable>(
    _ ids: [LeadID]? = nil, summarise: @escaping @Sendable (Lead) -> Value
  ) throws(StoreError) -> AsyncStream<RecordBatch<Value>> {
    let job = try leadsJob(ids)
    let (stream, continuation) = AsyncStream<RecordBatch<Value>>.makeStream()
    let isEnded = Flag()
    continuation.onTermination = { _ in isEnded.set() }
    DispatchQueue.global(qos: .userInitiated).async {
      // A board that vanishes now ends the stream early; the watcher tells of it.
      try? scan(
        job, urgency: .givesWay, isCancelled: { isEnded.isSet },
        keep: { _, lead in summarise(lead) },
        deliver: { continuation.yield($0) })
      continuation.finish()
    }
    return stream
  }

  /// Reads leads on all cores and returns what `summarise` makes of each, in no promised order.
  ///
  /// `progress` is told the number of leads read and their total; it and `summarise` run on
  /// several threads.
  public func readLeads<Value: Sendable>(
    _ ids: [LeadID]? = nil, summarise: @escaping @Sendable (Lead) -> Value,
    progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(StoreError) -> RecordBatch<Value> {
    try scanAll(
      try leadsJob(ids), keep: { _, lead in summarise(lead) },
      progress: progress)
  }

  private func leadsJob(_ ids: [LeadID]?) throws(StoreError) -> ScanJob<Lead> {
    if let ids {
      var paths: [BoardPath] = []
      for id in ids { paths.append(try Self.filePath(.lead, id.rawValue)) }
      return ScanJob(subject: .files(paths))
    }
    return ScanJob(folder: BoardPath.leadsFolder, of: files)
  }

  /// All that a scan delivers, in one; of no change of several files it shows a part.
  func scanAll<Record: NamedRecord, Value: Sendable>(
    _ job: ScanJob<Record>, keep: @escaping @Sendable (BoardPath, Record) -> Value,
    progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(StoreError) -> RecordBatch<Value> {
    files.settle()
    return try JournalStamp.readWhole(of: path) { () throws(StoreError) in
      try scanOnce(job, keep: keep, progress: progress)
    }
  }

  private func scanOnce<Record: NamedRecord, Value: Sendable>(
    _ job: ScanJob<Record>, keep: @escaping @Sendable (BoardPath, Record) -> Value,
    progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void
  ) throws(StoreError) -> RecordBatch<Value> {
    let all = Mutex<[RecordBatch<Value>]>([])
    try scan(job, keep: keep) { batch in
      progress(batch.done, batch.total)
      all.withLock { $0.append(batch) }
    }
    return all.withLock { batches in
      var sum = RecordBatch<Value>(
        done: batches.map(\.done).max() ?? 0, total: batches.first?.total ?? 0)
      for batch in batches {
        sum.values += batch.values
        sum.faults += batch.faults
        sum.gone += batch.gone
      }
      return sum
    }
  }

  /// Reads records and delivers them as they come, on several threads.
  func scan<Record: NamedRecord, Value: Sendable>(
    _ job: ScanJob<Record>, urgency: ReadingThreads.Urgency = .awaited,
    isCancelled: @escaping @Sendable () -> Bool = { false },
    keep: @escaping @Sendable (BoardPath, Record) -> Value,
    deliver: @escaping @Sendable (RecordBatch<Value>) -> Void
  ) throws(StoreError) {
    files.settle()
    try reachingFiles { () throws(FolderError) in
      try FileScan(root: path, subject: job.subject, urgency: urgency).run(
        isCancelled: isCancelled,
        makeTransform: {
          // Owners, sources and campaigns repeat: each thread keeps one string of each.
          let pool = StringPool()
          return { file, contents in
            ScanOutcome(file, contents, pool: pool, keep: keep)
          }
        },
        deliver: { batch in
          var records = RecordBatch<Value>(done: batch.done, total: batch.total)
          if batch.done == 0 { records.faults = job.faults }
          records.values.reserveCapacity(batch.values.count)
          for outcome in batch.values { outcome.add(to: &records) }
          deliver(records)
        })
    }
  }
}

/// The files of one kind to be read.
struct ScanJob<Record: NamedRecord>: Sendable {
  var subject: FileScan.Subject
  /// What is wrong already.
  var faults: [FileFault] = []

  init(subject: FileScan.Subject) { self.subject = subject }

  /// The files of a folder and of the folders in it.
  init(folder: String, of files: BoardFiles) {
    var folders = [folder]
    var faults: [FileFault] = []
    do throws(FolderError) {
      try files.open().folder(folder).forEachEntry { name, kind in
        let path = "\(folder)/\(name)"
        if name.hasPrefix(".") { return }
        switch kind {
        case .folder: folders.append(path)
        case .link where !name.hasSuffix(BoardPath.suffix):
          let error = FolderError(.symbolicLink, .open, path: path)
          faults.append(FileFault(file: path, error))
        default: break
        }
      }
    } catch {
      // Without the folder there are no leads; any other error is told of where it is read.
    }
    subject = .folders(folders)
    self.faults = faults
  }
}

/// What became of one file.
private enum ScanOutcome<Value: Sendable>: Sendable {
  case value(Value)
  case fault(FileFault)
  case gone(BoardPath)

  init?<Record: NamedRecord>(
    _ file: FileScan.File, _ contents: FileScan.Contents, pool: StringPool,
    keep: (BoardPath, Record) -> Value
  ) {
    guard let path = BoardPath(folder: file.folder, name: file.name) else {
      switch contents {
      case .failure(let error) where error.reason == .missing: return nil
      case .failure(let error): self = .fault(FileFault(file: file.path, error))
      case .success:
        self = .fault(FileFault(misplaced: file.path, folder: file.folder, name: file.name))
      }
      return
    }
    do throws(FileFault) {
      switch contents {
      case .success(let bytes):
        self = .value(keep(path, try Record.decode(bytes, at: path, pool: pool)))
      case .failure(let error) where error.reason == .missing:
        self = .gone(path)
      case .failure(let error):
        throw FileFault(file: file.path, error)
      }
    } catch {
      // Who was merged into another lead is no longer one; nothing is wrong with that.
      if path.kind == .lead, case .success(let bytes) = contents,
        ForwardingNote.inPlaceOfLead(bytes)?.id.rawValue == path.id
      {
        self = .gone(path)
      } else {
        self = .fault(error)
      }
    }
  }

  func add(to batch: inout RecordBatch<Value>) {
    switch self {
    case .value(let value): batch.values.append(value)
    case .fault(let fault): batch.faults.append(fault)
    case .gone(let path): batch.gone.append(path)
    }
  }
}

/// Something that several threads may ask and one sets.
private final class Flag: Sendable {
  private let value = Atomic<Bool>(false)

  var isSet: Bool { value.load(ordering: .relaxed) }

  func set() { value.store(true, ordering: .relaxed) }
}
