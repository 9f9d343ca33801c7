public import BatonModel

/// Edits of leads' files by hand, by a script or through git.
///
/// Nothing is written when one is noticed: Baton leaves a person's file alone, and many open Batons
/// would write it again and again. Each write of Baton's leaves a seal in the file; the next
/// command on a lead whose file is no longer as it was sealed adds the edit to the history, before
/// what the command adds. Until then it is told from the file itself.
extension BoardFolder {
  /// A lead as it was read, whose history tells of ``outsideEdits(of:)`` too.
  ///
  /// - Complexity: as writing the lead, without the disk.
  public func tellingOutsideEdits(of lead: Lead) -> Lead {
    var told = lead
    told.history += outsideEdits(of: lead)
    return told
  }

  /// What was edited in a lead's file since Baton's latest write, which its history does not tell
  /// yet; by `outside`, at the time when the file was last written.
  ///
  /// - Complexity: as writing the lead, without the disk.
  public func outsideEdits(of lead: Lead) -> [HistoryEntry] {
    lead.outsideEdits { (try? BoardPath(.lead, lead.id.rawValue)).flatMap(files.writtenAt) }
  }
}

extension BoardFiles {
  /// The record in the newest bytes of its file, whose history tells of edits of the file too.
  func decode<Record: NamedRecord>(
    _ type: Record.Type, _ bytes: [UInt8], at path: BoardPath
  ) throws(StoreError) -> Record {
    try Record.decode(bytes, at: path).tellingOutsideEdits { writtenAt(path) }
  }

  /// When a file was last written, by its file system's clock; nil when there is none.
  func writtenAt(_ path: BoardPath) -> Instant? {
    guard let status = (try? open().folder(path.folder))?.status(of: path.name) else { return nil }
    let stamp = FolderSnapshot.Stamp(status)
    let (seconds, isFar) = Int64(stamp.seconds).multipliedReportingOverflow(by: 1_000_000)
    let (time, isBeyond) = seconds.addingReportingOverflow(Int64(stamp.nanoseconds / 1000))
    return isFar || isBeyond ? nil : Instant(microseconds: time)
  }
}
