extension BoardFolder {
  /// Changes several files together: all of them or none, also across a crash.
  ///
  /// `body` gets the newest state of the files and puts what is to become of them; what it throws
  /// leaves all as it was. When this returns everything is on the disk. If the process is killed,
  /// or the machine stops, in the midst of it, then whoever next opens, reads or changes the board
  /// completes the change before anything else; where somebody has edited one of the files by hand
  /// in between, takes it back instead.
  ///
  /// ```swift
  /// let kept = try BoardFolder.filePath(.lead, "ana")
  /// let gone = try BoardFolder.filePath(.lead, "bo")
  /// try folder.transact(on: [kept, gone]) { board throws(StoreError) in
  ///   var ana = try board.lead("ana")
  ///   ana.touches += try board.lead("bo").touches
  ///   try board.put(ana)
  ///   try board.remove(gone)
  /// }
  /// ```
  ///
  /// For some hundreds of files at most: their folders are locked for the whole time, and all old
  /// and new bytes are written to the journal as well. A whole file of leads is imported by
  /// `changeLeads`, which can be repeated instead.
  ///
  /// - Parameters:
  ///   - records: the records that `body` may read and change; any other ends the program.
  ///   - inbox: the same for files of the inbox, by their paths in there (`leads.csv`).
  /// - Throws: what `body` throws; `.files` when a file cannot be written, with all as it was.
  @discardableResult
  public func transact<Result>(
    on records: some Sequence<BoardPath>, inbox: [String] = [],
    _ body: (inout BoardTransaction) throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    try transact(on: records, inbox: inbox, copies: [], isForgetting: false, body)
  }

  /// The same, also of copies of records in wrong places; with `isForgetting` no file of Baton's
  /// own names the files when it is done.
  func transact<Result>(
    on records: some Sequence<BoardPath>, inbox: [String], copies: [String], isForgetting: Bool,
    _ body: (inout BoardTransaction) throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    var places = Set(records.map(FilePlace.init))
    for path in inbox { places.insert(try BoardTransaction.inboxPlace(path)) }
    for path in copies { places.insert(try BoardTransaction.copyPlace(path)) }
    let folders = Set(places.map(\.folder)).union([BoardLocks.ownFolder])
    return try files.withFolders(folders) { () throws(StoreError) in
      var transaction = BoardTransaction(files, on: places)
      let result = try body(&transaction)
      let changes = transaction.changes
      try reachingFiles { () throws(FolderError) in
        try files.replaceTogether(changes, isForgetting: isForgetting)
      }
      return result
    }
  }
}
