import BatonModel
import Dispatch

/// How far the changes of several files have come at the moment when somebody begins to read.
struct BoardMoment: Sendable {
  /// The text of the log; empty where there is none.
  let log: [UInt8]
  /// The files of a change that is under way, or left half done by a writer that died, if there is
  /// one whose files may have taken their names.
  private let underWay: [FilePlace: FileChange]
  private let isTakenBack: Bool

  init(log: [UInt8], journal: ChangeJournal?) {
    self.log = log
    guard let journal, case let read = Self.read(log), journal.isTold(in: read) else {
      underWay = [:]
      isTakenBack = false
      return
    }
    underWay = Dictionary(
      journal.changes.map { ($0.place, $0) }, uniquingKeysWith: { _, last in last })
    isTakenBack = read.isTakenBack
  }

  private static func read(_ log: [UInt8]) -> TogetherLog {
    // One that is damaged is begun anew by the next who writes it.
    (try? RecordFile<TogetherLog>.decode(log)) ?? .blank
  }

  /// Whether no change is under way.
  var isQuiet: Bool { underWay.isEmpty }

  /// The files of a change that is under way.
  var filesUnderWay: Set<FilePlace> { Set(underWay.keys) }

  /// The files of the changes that an earlier moment did not know of, and of one under way; nil
  /// where it may be any.
  func files(since earlier: BoardMoment) -> Set<FilePlace>? {
    Self.read(log).files(since: Self.read(earlier.log))?.union(underWay.keys)
  }

  /// What a reader is to take for a file.
  enum Contents {
    case asFound
    case missing
    case bytes([UInt8])
  }

  /// What a reader is to take for a file that it found so: while a change of it is under way, what
  /// the file holds once all files of the change hold it.
  func contents(of place: FilePlace, found: UnsafeRawBufferPointer?) -> Contents {
    guard !underWay.isEmpty, let change = underWay[place] else { return .asFound }
    let isFound = { (bytes: [UInt8]?) -> Bool in
      guard let bytes, let found else { return bytes == nil && found == nil }
      return found.elementsEqual(bytes)
    }
    // Somebody may have edited it since, who is not to be hidden.
    guard isFound(change.was) || isFound(change.becomes) else { return .asFound }
    return (isTakenBack ? change.was : change.becomes).map(Contents.bytes) ?? .missing
  }
}

extension ChangeJournal {
  /// Whether a log names the change already, so that its files may have taken their names.
  func isTold(in log: TogetherLog) -> Bool { number > 0 && number <= log.last }
}

/// Reading several files without a lock, and yet no part of a change of several.
extension BoardFiles {
  /// How often a reader tries again before it keeps the writers out.
  private static let tries = 8

  /// The moment at which somebody begins to read.
  ///
  /// The log is read before the journal: a change that the log names is either done when no journal
  /// is found, or found under way.
  func moment() -> BoardMoment {
    settle()
    let log = (try? read(TogetherLog.name, in: BoardLocks.ownFolder)) ?? nil
    let journal = hasJournal ? (try? readJournal()) ?? nil : nil
    return BoardMoment(log: log ?? [], journal: journal)
  }

  /// The log of the changes of several files.
  func togetherLog() -> TogetherLog {
    guard let bytes = (try? read(TogetherLog.name, in: BoardLocks.ownFolder)) ?? nil,
      let log = try? RecordFile<TogetherLog>.decode(bytes)
    else { return .blank }
    return log
  }

  /// The newest bytes of a record's file, for a reader.
  func readSettled(_ path: BoardPath) throws(FolderError) -> [UInt8]? {
    settle()
    let found = try read(path)
    guard hasJournal else { return found }
    let moment = moment()
    let place = FilePlace(path)
    let contents =
      found?.withUnsafeBytes { moment.contents(of: place, found: $0) }
      ?? moment.contents(of: place, found: nil)
    switch contents {
    case .asFound: return found
    case .missing: return nil
    case .bytes(let bytes): return bytes
    }
  }

  /// Brings what was read at a moment to one at which no change of several files can be seen in
  /// part: reads again what was changed meanwhile, until nothing was.
  ///
  /// Where changes follow each other without a pause, they are kept out in the end.
  ///
  /// - Parameters:
  ///   - moment: at which everything was read.
  ///   - again: reads these files at that moment, nil for all.
  /// - Returns: the moment at which what was read is whole.
  /// - Throws: what `again` throws; `.files` when the writers do not let anybody read.
  func follow(
    _ moment: BoardMoment,
    _ again: (_ files: Set<FilePlace>?, _ now: BoardMoment) throws(StoreError) -> Void
  ) throws(StoreError) -> BoardMoment {
    var seen = moment
    for _ in 0..<Self.tries {
      let now = self.moment()
      if now.log == seen.log { return seen }
      try again(now.files(since: seen), now)
      seen = now
    }
    let last = seen
    return try locks.withLocks(on: [BoardLocks.ownFolder]) { () throws(StoreError) in
      let now = self.moment()
      if now.log != last.log { try again(now.files(since: last), now) }
      return now
    }
  }
}

extension BoardFolder {
  /// Reads several things, and the same again where a change of several files was made meanwhile:
  /// of none is a part seen.
  ///
  /// What `read` throws is thrown where no such change can be the cause.
  public func readTogether<Value>(_ read: () throws -> Value) throws -> Value {
    try undisturbed { () throws(StoreError) in Result { try read() } }.get()
  }

  /// The same for what throws only what the store does.
  func undisturbed<Value>(
    _ read: () throws(StoreError) -> Value
  ) throws(StoreError) -> Value {
    for _ in 0..<3 {
      let before = files.moment().log
      let result: Result<Value, StoreError>
      do throws(StoreError) { result = .success(try read()) } catch { result = .failure(error) }
      if files.moment().log == before { return try result.get() }
    }
    // So many are made that they have to be kept out.
    return try files.locks.withLocks(on: [BoardLocks.ownFolder], read)
  }
}
