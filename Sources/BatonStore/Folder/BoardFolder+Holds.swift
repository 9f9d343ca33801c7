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
  /// Every file is read and few are decoded: those that may say of a hold what it covers. Files
  /// that cannot be read count for nothing here.
  ///
  /// - Complexity: O(bytes of all leads): about three tenths of a second for 100,000 on two cores.
  public func readCompanyHolds() throws(StoreError) -> CompanyHolds {
    try undisturbed { () throws(StoreError) in try findCompanyHolds() }
  }

  private func findCompanyHolds() throws(StoreError) -> CompanyHolds {
    let found = Mutex(CompanyHolds())
    let job = ScanJob<Lead>(folder: BoardPath.leadsFolder, of: files)
    let moment = files.moment()
    try reachingFiles { () throws(FolderError) in
      try FileScan(root: path, subject: job.subject).run(
        makeTransform: {
          let pool = StringPool()
          return { file, contents in
            moment.withContents(of: file, found: contents) { contents -> LeadSummary? in
              guard case .success(let bytes) = contents, bytes.maySayScope,
                let path = BoardPath(folder: file.folder, name: file.name),
                let lead = try? Lead.decode(bytes, at: path, pool: pool),
                lead.holds.contains(where: { $0.scope == .company })
              else { return nil }
              return LeadSummary(lead)
            }
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
  /// Whether the contents of a file may say what a hold covers: the key stands in them, or an
  /// escape does, in which it may be written.
  ///
  /// What is looked through ends with the first byte of 0, as those that follow the contents: no
  /// JSON has one.
  fileprivate var maySayScope: Bool {
    guard let text = baseAddress?.assumingMemoryBound(to: CChar.self) else { return false }
    return strstr(text, "\"scope\"") != nil || strstr(text, "\\u") != nil
  }
}
