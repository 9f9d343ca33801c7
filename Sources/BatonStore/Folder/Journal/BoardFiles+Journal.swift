import BatonModel
import Dispatch

/// Completing what a writer of several files that died has left half done.
///
/// The journal is one file, `.baton/journal`: on the board's own file system, so that it takes its
/// name at once and lives and dies with the board, and in the folder that git is told to ignore
/// and of which a watcher heeds nothing but the journal. Its writer holds the locks of `.baton` and
/// of every folder that the journal names from before it is there until after it is gone. Hence
/// whoever holds the lock of such a folder and finds a journal knows that its writer is dead.
extension BoardFiles {
  static let journalName = "journal"
  static let journalPath = "\(BoardLocks.ownFolder)/\(journalName)"
  /// How long a reader waits for a living writer, in milliseconds; then it takes the writer's files
  /// from the journal.
  private static let readersPatience = 100

  /// The journal of a change under way or half done; nil when there is none.
  func readJournal() throws(StoreError) -> ChangeJournal? {
    let bytes = try reachingFiles { () throws(FolderError) in
      try read(Self.journalName, in: BoardLocks.ownFolder)
    }
    guard let bytes else { return nil }
    do throws(FileFault) {
      return try ChangeJournal(bytes, file: Self.journalPath)
    } catch {
      throw .fault(error)
    }
  }

  /// Runs `body` while holding the locks of these folders, in none of which a change of several
  /// files is half done.
  func withFolders<Result: ~Copyable>(
    _ folders: Set<String>, _ body: () throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    while true {
      let result = try locks.withLocks(on: folders) { () throws(StoreError) -> Result? in
        if try isHalfDone(in: folders) { return nil }
        return try body()
      }
      if let result { return result }
      // Not under the locks that are held: it needs others that come before them.
      try completeJournal()
    }
  }

  /// Whether a writer that died has left a change of several files in folders that are locked.
  private func isHalfDone(in folders: Set<String>) throws(StoreError) -> Bool {
    do throws(StoreError) {
      guard let journal = try readJournal() else { return false }
      return folders.contains(BoardLocks.ownFolder) || !journal.folders.isDisjoint(with: folders)
    } catch {
      // Of a damaged journal nobody knows what it was about; `check` names it. A change of several
      // files has no place for its own until somebody has looked.
      guard case .fault(let fault) = error, fault.kind != .newer,
        !folders.contains(BoardLocks.ownFolder)
      else { throw error }
      return false
    }
  }

  /// Completes what is half done, for a reader: one that may not write leaves it as it is.
  func settle() {
    guard hasJournal else { return }
    let locks = BoardLocks(root: root, patience: .milliseconds(Self.readersPatience))
    try? completeJournal(locks: locks)
  }

  /// Whether a change of several files is under way, or half done.
  var hasJournal: Bool {
    guard let own = try? open().folder(BoardLocks.ownFolder) else { return false }
    return own.status(of: Self.journalName) != nil
  }

  /// Completes a change of several files whose writer has died, or takes it back; waits for the
  /// end of one whose writer lives.
  ///
  /// - Throws: `.fault` when the journal cannot be understood, `.files` when a file cannot be
  ///   read or written; the journal is then still there.
  func completeJournal(locks: BoardLocks? = nil) throws(StoreError) {
    // What a journal says never changes, so that it can be read before it is known what to lock.
    guard let journal = try readJournal() else { return }
    let folders = journal.folders.union([BoardLocks.ownFolder])
    try (locks ?? self.locks).withLocks(on: folders) { () throws(StoreError) in
      // Another one than was read may name other folders; it is for the next caller.
      guard try readJournal() == journal else { return }
      try reachingFiles { () throws(FolderError) in try carryOut(journal) }
    }
  }

  /// Makes all of a journal's changes, or none of them, and removes it; under all its locks.
  ///
  /// A file that is neither as it was nor as it was to be was changed from outside since. It is
  /// left alone, and the whole change, which nobody was told to be made, is taken back: then
  /// nothing is lost that anybody has written.
  private func carryOut(_ journal: ChangeJournal) throws(FolderError) {
    var isUntouched = true
    for change in journal.changes {
      let now = try read(change.place.name, in: change.place.folder)
      if now != change.was, now != change.becomes { isUntouched = false }
    }
    try carryOut(journal, isForward: isUntouched)
  }

  /// Makes all of a journal's changes, or takes back those that were made, and removes it.
  func carryOut(_ journal: ChangeJournal, isForward: Bool) throws(FolderError) {
    var missing: [(place: FilePlace, bytes: [UInt8]?)] = []
    for change in journal.changes {
      let now = try read(change.place.name, in: change.place.folder)
      guard now == change.was || now == change.becomes else { continue }
      let wanted = isForward ? change.becomes : change.was
      if now != wanted { missing.append((change.place, wanted)) }
    }
    let log = togetherLog()
    // Of what nobody was told and nothing has happened of, nobody needs to be told that it ends.
    let isKnown = isForward && !log.isTakenBack && journal.isTold(in: log)
    let isNothing = !isForward && !journal.isTold(in: log) && missing.isEmpty
    if !isKnown, !isNothing { try tell(of: journal, isTakenBack: !isForward) }
    for file in missing { try put(file.bytes, at: file.place) }
    for folder in journal.folders.sorted() { try flush(folder) }
    try removeJournal()
  }

  /// Gives a file its bytes, or removes it.
  private func put(_ bytes: [UInt8]?, at place: FilePlace) throws(FolderError) {
    let folder = try open().makingFolder(place.folder)
    folder.sweepStaleTemporaries()
    if let bytes {
      try folder.commit(try folder.stage(bytes, as: place.name, flushed: true))
    } else {
      try folder.remove(place.name)
    }
  }

  /// Waits until the names in a folder are on the disk.
  func flush(_ folder: String) throws(FolderError) {
    do throws(FolderError) {
      try open().folder(folder).flush()
    } catch  where error.reason == .missing {
      // It was never made.
    }
  }

  /// Puts a journal on the disk; from here on the change is made, whatever happens.
  func writeJournal(_ journal: ChangeJournal, most: UInt32) throws(FolderError) {
    let bytes = journal.encoded()
    let own = try open().makingFolder(BoardLocks.ownFolder)
    own.sweepStaleTemporaries()
    guard bytes.count <= FileBuffer.limit else {
      let path = own.path(of: Self.journalName)
      throw FolderError(.tooLarge(limit: FileBuffer.limit), .write, path: path)
    }
    try own.commit(
      try own.stage(bytes, as: Self.journalName, flushed: true, most: most))
    try own.flush()
  }

  /// Tells readers of a change, before the first of its files takes its name.
  func tell(of journal: ChangeJournal, isTakenBack: Bool) throws(FolderError) {
    var log = togetherLog()
    log.add(journal, isTakenBack: isTakenBack)
    let own = try open().makingFolder(BoardLocks.ownFolder)
    try own.commit(try own.stage(log.encoded(.compact), as: TogetherLog.name, flushed: false))
  }

  /// Removes the journal, for good before anybody else may change one of its files: it must not
  /// come back after a power failure.
  func removeJournal() throws(FolderError) {
    let own = try open().folder(BoardLocks.ownFolder)
    try own.remove(Self.journalName)
    try own.flush()
  }
}
