#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What the folder of the journal looked like, by which a reader of several files knows that a
/// change of several was under way or made meanwhile.
///
/// The journal comes and goes within the folder, which changes the folder's time and hardly
/// anything else does. Two changes of a folder within one tick of the file system's clock, a few
/// milliseconds, look like one.
struct JournalStamp: Equatable {
  private let folder: FolderSnapshot.Stamp?
  /// Whether a change of several files is under way, or half done.
  let isOpen: Bool

  /// The stamp of a board now.
  init(of root: String) {
    let own = try? OpenFolder(path: root).folder(BoardLocks.ownFolder)
    folder = own?.status().map { FolderSnapshot.Stamp($0) }
    isOpen = own?.status(of: BoardFiles.journalName) != nil
  }

  /// Reads until no change of several files was made meanwhile, at most so many times: who reads
  /// while others merge without a pause gets an answer too.
  static func readWhole<Result, Failure: Error>(
    of root: String, tries: Int = 3, _ read: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var before = JournalStamp(of: root)
    var result = try read()
    for _ in 1..<tries {
      let after = JournalStamp(of: root)
      if after == before { break }
      before = after
      result = try read()
    }
    return result
  }
}
