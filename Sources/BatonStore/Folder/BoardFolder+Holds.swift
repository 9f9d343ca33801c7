public import BatonModel
import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension BoardFolder {
  /// The holds that cover everybody at a company, and whom each covers.
  ///
  /// Every file is read and few are decoded: those that say of a hold what it covers. Files that
  /// cannot be read count for nothing here.
  public func readCompanyHolds() throws(StoreError) -> CompanyHolds {
    let found = Mutex(CompanyHolds())
    let job = ScanJob<Lead>(folder: BoardPath.leadsFolder, of: files)
    files.settle()
    try reachingFiles { () throws(FolderError) in
      try FileScan(root: path, subject: job.subject).run(
        makeTransform: {
          let pool = StringPool()
          return { file, contents -> LeadSummary? in
            guard case .success(let bytes) = contents, bytes.contains("\"scope\""),
              let path = BoardPath(folder: file.folder, name: file.name),
              let lead = try? Lead.decode(bytes, at: path, pool: pool),
              lead.holds.contains(where: { $0.scope == .company })
            else { return nil }
            return LeadSummary(lead)
          }
        },
        deliver: { batch in
          if !batch.values.isEmpty {
            found.withLock { holds in for lead in batch.values { holds.add(lead) } }
          }
        })
    }
    return found.withLock { $0 }
  }
}

extension UnsafeRawBufferPointer {
  /// Whether the bytes of a text stand somewhere in these.
  fileprivate func contains(_ text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    guard let start = baseAddress, length > 0 else { return length == 0 }
    let first = Int32(text.utf8Start.pointee)
    var place = 0
    while place + length <= count,
      let found = memchr(start + place, first, count - length + 1 - place)
    {
      if memcmp(found, text.utf8Start, length) == 0 { return true }
      place = start.distance(to: UnsafeRawPointer(found)) + 1
    }
    return false
  }
}
