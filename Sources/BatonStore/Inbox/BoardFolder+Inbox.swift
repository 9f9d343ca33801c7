public import BatonModel

/// Taking in what was dropped into the inbox, each file exactly once.
///
/// One process at a time works on the inbox. A file's rows are put on their leads first, which
/// done twice does no more than done once; then the rows that were refused are set aside; then
/// the file moves to `inbox/taken`. Whoever dies in between leaves a file in the inbox, and the
/// next one does it all again, to the same end. A file with the bytes of one that was taken in
/// before is known by the digest in that one's name.
extension BoardFolder {
  /// A file that was not written to for this long is taken for whole. Seconds.
  public static let inboxQuiet = 1
  /// One that looks cut off or cannot be read is waited for this long. Seconds.
  private static let patience = 10

  /// Makes the inbox where there is none, as in a fresh clone: git keeps no empty folders.
  public func makeInbox() throws(StoreError) {
    try reachingFiles { () throws(FolderError) in
      _ = try files.open().makingFolder(BoardPath.inboxFolder)
    }
  }

  /// Takes in what is in the inbox and whole.
  ///
  /// - Parameters:
  ///   - now: the time that stands in the history.
  ///   - clock: the system's time, by which the age of files is told.
  ///   - dateOrder: the order of day and month in files that leave it open; nil where these are
  ///     refused.
  /// - Returns: what became of each file, by name.
  /// - Throws: what stands in the way of all files, such as a full disk; nothing is lost then.
  public func takeInbox(
    now: Instant, clock: Instant, dateOrder: DateOrder? = nil
  ) throws(ImportError) -> [InboxOutcome] {
    var options = ImportOptions(now: now)
    options.isUnattended = true
    options.dateOrder = dateOrder
    var outcomes: [InboxOutcome] = []
    for (name, kind) in try inboxEntries() {
      if let reason = Self.reasonToLeave(name, kind) {
        outcomes.append(InboxOutcome(name, .left(reason: reason)))
        continue
      }
      // The lock is let go after each file, so that forms need not wait for a large one's whole.
      let outcome = try holdingInbox { () throws(ImportError) in
        try take(name, options, clock: clock)
      }
      if let outcome { outcomes.append(outcome) }
    }
    return outcomes
  }

  /// How many files wait in the inbox to be taken in; none where it cannot be looked into.
  public func countWaitingInInbox() -> Int {
    let entries = (try? inboxEntries()) ?? []
    return entries.count { Self.reasonToLeave($0.name, $0.kind) == nil }
  }

  /// What is in the inbox; nothing where there is none, since looking alone makes no folder.
  private func inboxEntries() throws(ImportError) -> [(name: String, kind: OpenFolder.EntryKind)] {
    do throws(FolderError) {
      guard try files.open().status(of: BoardPath.inboxFolder) != nil else { return [] }
      return try InboxFolder(of: files).entries()
    } catch {
      throw .store(.files(error))
    }
  }

  private static func reasonToLeave(_ name: String, _ kind: OpenFolder.EntryKind) -> String? {
    switch kind {
    case .folder: "it is a folder."
    case .link: "it is a symbolic link, which could lead out of the board."
    case .other: "it is no regular file."
    case .file where name.unicodeScalars.contains("\u{FFFD}"): "its name is not UTF-8."
    case .file where !InboxName.isTable(name):
      "it is no CSV or JSON file by its name."
    case .file: nil
    }
  }

  private func inInbox<Result>(
    _ body: (borrowing InboxFolder) throws(FolderError) -> Result
  ) throws(ImportError) -> Result {
    do throws(FolderError) {
      return try body(try InboxFolder(of: files))
    } catch {
      throw .store(.files(error))
    }
  }

  /// Takes one file in; nil where it is gone.
  private func take(
    _ name: String, _ options: ImportOptions, clock: Instant
  ) throws(ImportError) -> InboxOutcome? {
    let looked = try inInbox { inbox throws(FolderError) in inbox.look(at: name) }
    guard let looked else { return nil }
    let (age, isBeyond) = Int(clock.seconds).subtractingReportingOverflow(looked.seconds)
    // A file from the future tells that a clock was set back: its age is anybody's guess.
    let isOld = isBeyond || age >= Self.patience || age < -60
    guard isOld || age > Self.inboxQuiet else { return InboxOutcome(name, .waiting) }
    let file: InboxFile?
    do throws(FolderError) {
      file = try InboxFolder(of: files).read(name)
    } catch {
      return InboxOutcome(name, .left(reason: "\(error.message). \(error.remedy)."))
    }
    guard let file else { return InboxOutcome(name, .waiting) }
    if !isOld, Self.looksCutOff(file) { return InboxOutcome(name, .waiting) }
    if try inInbox({ inbox throws(FolderError) in try inbox.wasTaken(file) }) {
      try inInbox { inbox throws(FolderError) in try inbox.remove(file) }
      return InboxOutcome(name, .seenBefore)
    }
    do throws(ImportError) {
      return try takeRows(of: file, options)
    } catch {
      switch error {
      case .store, .partly: throw error
      case .file, .questions:
        return isOld ? try reject(file, error) : InboxOutcome(name, .waiting)
      }
    }
  }

  /// Whether a file ends in the middle of a line or of a value.
  private static func looksCutOff(_ file: InboxFile) -> Bool {
    guard let last = file.bytes.last else { return true }
    return last > 0x20 && last != UInt8(ascii: "}") && last != UInt8(ascii: "]")
  }

  private func takeRows(
    of file: InboxFile, _ options: ImportOptions
  ) throws(ImportError) -> InboxOutcome {
    let prepared = try prepare(file, options)
    let result = try prepared.write(to: self)
    var outcome = InboxOutcome(file.name, .taken)
    outcome.created = result.created
    outcome.updated = result.updated
    outcome.unchanged = result.unchanged
    outcome.refused = result.refused.count
    outcome.areTouches = prepared.mapping.logsTouches
    outcome.warnings = prepared.plan.warnings
    let isKept = try inInbox { inbox throws(FolderError) in
      if !result.refused.isEmpty {
        let rows = RejectFile.contents(result.refused, columns: prepared.plan.columns)
        outcome.rejectFile = Self.rejectedPath(try inbox.keepRejects(rows, of: file))
      }
      return try inbox.keepTaken(file)
    }
    return isKept ? outcome : InboxOutcome(file.name, .waiting)
  }

  /// Plans to take a file in. What it says itself of the order in its dates counts for more than
  /// what was said of all files.
  private func prepare(
    _ file: InboxFile, _ options: ImportOptions
  ) throws(ImportError) -> PreparedImport {
    var unsaid = options
    unsaid.dateOrder = nil
    let prepared = try PreparedImport(
      bytes: file.bytes, name: file.name, into: self, options: unsaid)
    guard options.dateOrder != nil, prepared.plan.questions.contains(where: \.isDateOrder) else {
      return prepared
    }
    return try PreparedImport(bytes: file.bytes, name: file.name, into: self, options: options)
  }

  private func reject(
    _ file: InboxFile, _ error: ImportError
  ) throws(ImportError) -> InboxOutcome {
    let reason = error.message
    let remedy = error.remedy
    var outcome = InboxOutcome(file.name, .rejected(reason: reason, remedy: remedy))
    let name = try inInbox { inbox throws(FolderError) in
      try inbox.keepRejected(file, why: "\(reason)\n\(remedy)\n")
    }
    guard let name else { return InboxOutcome(file.name, .waiting) }
    outcome.rejectFile = Self.rejectedPath(name)
    return outcome
  }

  private static func rejectedPath(_ name: String) -> String {
    "\(BoardPath.inboxFolder)/\(InboxName.rejected)/\(name)"
  }
}
