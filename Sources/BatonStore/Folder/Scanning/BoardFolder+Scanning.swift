public import BatonModel
import Synchronization

extension BoardFolder {
  /// Reads leads on all cores and returns what `summarise` makes of each, in no promised order.
  ///
  /// Of a change of several files all is seen or nothing. `progress` is told the number of leads
  /// read and their total; it and `summarise` run on several threads.
  ///
  /// - Parameter ids: the leads to read; nil reads all.
  /// - Throws: `.files` when the board's folder is gone, `.badID` for an id no file can have.
  public func readLeads<Value: Sendable>(
    _ ids: [LeadID]? = nil, summarise: @escaping @Sendable (Lead) -> Value,
    progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(StoreError) -> RecordBatch<Value> {
    try scanAll(
      try leadsJob(ids), keep: { _, lead in summarise(lead) },
      progress: progress)
  }

  private func leadsJob(_ ids: [LeadID]?) throws(StoreError) -> ScanJob<Lead> {
    guard let ids else { return ScanJob(folder: BoardPath.leadsFolder, of: files) }
    var paths: [BoardPath] = []
    for id in ids { paths.append(try Self.filePath(.lead, id.rawValue)) }
    return ScanJob(subject: .files(paths))
  }

  /// All that a scan delivers, in one; of no change of several files it shows a part.
  func scanAll<Record: NamedRecord, Value: Sendable>(
    _ job: ScanJob<Record>, keep: @escaping @Sendable (BoardPath, Record) -> Value,
    progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(StoreError) -> RecordBatch<Value> {
    let moment = files.moment()
    var all = try scan(job, at: moment, keep: keep, progress: progress)
    _ = try files.follow(moment) { changed, now throws(StoreError) in
      guard let changed else {
        all = try scan(job, at: now, keep: keep, progress: progress)
        return
      }
      let again = job.covered(changed)
      guard !again.isEmpty else { return }
      let newer = try scan(ScanJob<Record>(subject: .files(Array(again))), at: now, keep: keep)
      all.replace(again, with: newer)
    }
    return all
  }

  /// All that a scan delivers, in one, with the files of a change that is under way as they will
  /// be; whoever needs to see no part of a change that begins meanwhile asks `follow` for that.
  func scan<Record: NamedRecord, Value: Sendable>(
    _ job: ScanJob<Record>, at moment: BoardMoment,
    keep: @escaping @Sendable (BoardPath, Record) -> Value,
    progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(StoreError) -> RecordBatch<Value> {
    let all = Mutex(RecordBatch<Value>(done: 0, total: 0))
    try stream(job, at: moment, keep: keep) { batch in
      progress(batch.done, batch.total)
      all.withLock { sum in
        sum.add(batch)
        sum.done = max(sum.done, batch.done)
        sum.total = batch.total
      }
    }
    return all.withLock { $0 }
  }

  /// Reads records and delivers them as they come, on several threads.
  ///
  /// The first batch comes at once, with the total and no records but those of a change that is
  /// under way.
  func stream<Record: NamedRecord, Value: Sendable>(
    _ job: ScanJob<Record>, at moment: BoardMoment, urgency: ReadingThreads.Urgency = .awaited,
    isCancelled: @escaping @Sendable () -> Bool = { false },
    keep: @escaping @Sendable (BoardPath, Record) -> Value,
    deliver: @escaping @Sendable (RecordBatch<Value>) -> Void
  ) throws(StoreError) {
    // Where a change is under way, a file may not be listed yet that it adds.
    let underWay = job.isOfFiles ? [] : job.covered(moment.filesUnderWay)
    let first =
      underWay.isEmpty
      ? nil : try scan(ScanJob<Record>(subject: .files(Array(underWay))), at: moment, keep: keep)
    try reachingFiles { () throws(FolderError) in
      try FileScan(root: path, subject: job.subject, urgency: urgency).run(
        isCancelled: isCancelled,
        makeTransform: {
          // Owners, sources and campaigns repeat: each thread keeps one string of each.
          let pool = StringPool()
          return { file, contents in
            moment.withContents(of: file, found: contents) {
              ScanOutcome(file, $0, pool: pool, keep: keep)
            }
          }
        },
        deliver: { batch in
          var records = RecordBatch<Value>(done: batch.done, total: batch.total)
          if batch.done == 0 { records.faults = job.faults }
          records.values.reserveCapacity(batch.values.count)
          records.places.reserveCapacity(batch.values.count)
          for outcome in batch.values { outcome.add(to: &records) }
          records.remove(underWay)
          if batch.done == 0, let first { records.add(first) }
          deliver(records)
        })
    }
  }
}

extension BoardMoment {
  /// Hands over what a reader is to take for a file that was found so.
  func withContents<Result>(
    of file: FileScan.File, found: FileScan.Contents, _ body: (FileScan.Contents) -> Result
  ) -> Result {
    guard !isQuiet, let path = BoardPath(folder: file.folder, name: file.name) else {
      return body(found)
    }
    if case .failure(let error) = found, error.reason != .missing { return body(found) }
    switch contents(of: FilePlace(path), found: try? found.get()) {
    case .asFound: return body(found)
    case .missing: return body(.failure(FolderError(.missing, .read, path: file.path)))
    case .bytes(let bytes):
      return (bytes + [UInt8](repeating: 0, count: FileBuffer.padding)).withUnsafeBytes {
        body(.success(UnsafeRawBufferPointer(rebasing: $0.prefix(bytes.count))))
      }
    }
  }
}
