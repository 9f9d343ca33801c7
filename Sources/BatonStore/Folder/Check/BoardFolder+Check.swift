public import BatonModel

extension BoardFolder {
  /// Reads the whole board and returns all that is wrong with it, in the order of the files.
  ///
  /// Each file is read and decoded, is named as its record is and stands where it is looked for,
  /// and names only stages, members, reasons, steps, questions, campaigns, documents and leads that
  /// the board has. `progress` is told the number of leads read and their total, on any thread.
  ///
  /// - Throws: `.files` when the board's folder cannot be opened.
  public func check(
    progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(StoreError) -> [FileFault] {
    let fault = journalFault()
    // Of a change of several files one may name what another holds.
    let faults = try undisturbed { () throws(StoreError) in try checkRecords(progress) }
    return (faults + [fault].compactMap { $0 }).sorted()
  }

  private func checkRecords(
    _ progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void
  ) throws(StoreError) -> [FileFault] {
    var faults: [FileFault] = []
    let board = try self.board(faults: &faults)
    var names = KnownNames(board: board)
    names.add(.campaign, fileNames(of: .campaign))
    names.add(.document, fileNames(of: .collateral))
    let folders = RecordFolders(of: files)
    if let leads = folders.leads { names.add(.lead, leads) }
    faults += folders.unread + [inboxFault()].compactMap(\.self)
    if let board { faults += findings(board, at: .board, names) }
    faults += try check(Campaign.self, names)
    faults += try check(Collateral.self, names)
    faults += try check(Meeting.self, names)
    return try faults + check(Lead.self, names, progress: progress)
  }

  /// What keeps Baton from looking into the inbox, if there is one.
  private func inboxFault() -> FileFault? {
    do throws(FolderError) {
      let root = try files.open()
      guard root.status(of: BoardPath.inboxFolder) != nil else { return nil }
      try root.folder(BoardPath.inboxFolder).forEachEntry { _, _ in }
      return nil
    } catch {
      return FileFault(file: BoardPath.inboxFolder, error)
    }
  }

  /// What keeps a change of several files half done, if there is one.
  private func journalFault() -> FileFault? {
    let file = BoardFiles.journalPath
    do throws(StoreError) {
      try files.completeJournal()
      return nil
    } catch {
      switch error {
      case .fault(let fault): return fault
      case .files(let why):
        let journal = try? files.readJournal()
        let names = (journal?.changes ?? []).map { FileFault.harmless($0.place.description) }
        return FileFault(
          file: file, kind: .inconsistent,
          message: "a change of \(names.joined(separator: ", ")) by "
            + "\(FileFault.harmless(journal?.writer ?? "somebody")) is half done: \(why.message)",
          remedy: "\(why.remedy); the next command then completes it")
      default:
        return FileFault(
          file: file, kind: .inconsistent, message: error.message,
          remedy: error.remedy)
      }
    }
  }

  /// The board's settings; nil, with what is wrong noted, when they cannot be read.
  private func board(faults: inout [FileFault]) throws(StoreError) -> Board? {
    do throws(StoreError) {
      return try readBoard()
    } catch {
      switch error {
      case .fault(let fault): faults.append(fault)
      case .files(let error): faults.append(FileFault(file: BoardPath.boardName, error))
      default: throw error
      }
      return nil
    }
  }

  private func check<Record: ReferencingRecord>(
    _ type: Record.Type, _ names: KnownNames,
    progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(StoreError) -> [FileFault] {
    let job = ScanJob<Record>(folder: BoardPath.folder(of: type.fileKind), of: files)
    let read = try scanAll(
      job, keep: { path, record in findings(record, at: path, names) }, progress: progress)
    return try read.faults + read.values.joined() + faults(ofNotesAt: read.gone)
  }

  /// What a record names and the board does not have, with the place in its file.
  private func findings(
    _ record: some ReferencingRecord, at path: BoardPath, _ names: KnownNames
  ) -> [FileFault] {
    var references = ReferenceCheck(names: names)
    record.check(&references)
    if references.findings.isEmpty { return [] }
    let bytes = (try? files.read(path)) ?? []
    return references.findings.map { finding in
      let place = bytes.withUnsafeBytes { JSONPlace.find(finding.path, in: $0) }
      return FileFault(
        file: path.description, kind: .inconsistent, line: place?.line, column: place?.column,
        message: finding.message, remedy: finding.remedy)
    }
  }

  /// The names of the records of a kind, whether or not they can be read.
  private func fileNames(of kind: BoardPath.Kind) -> [String] {
    var names: [String] = []
    let folder = BoardPath.folder(of: kind)
    // What cannot be listed is told of where its files are read.
    try? files.open().folder(folder).forEachEntry { name, _ in
      if let path = BoardPath(relative: "\(folder)/\(name)") { names.append(path.id) }
    }
    return names
  }
}
