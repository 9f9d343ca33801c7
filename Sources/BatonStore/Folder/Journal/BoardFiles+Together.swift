extension BoardFiles {
  /// Replaces, adds and removes files: all of them or none, also across a crash.
  ///
  /// First all new bytes are written beside their places, so that a full disk or a missing right
  /// is met while nothing has happened yet; then the journal is put on the disk, and readers are
  /// told; then every file takes its name; then the journal goes. To be called under the locks of
  /// the folders and of `.baton`, with what was read under them.
  ///
  /// - Parameter isForgetting: whether the files are to be named nowhere when it is done.
  /// - Throws: what the file system refuses; the files are then as they were, unless it refuses to
  ///   take the change back too: then the journal stays, and whoever comes next tries again.
  func replaceTogether(
    _ changes: [FileChange], isForgetting: Bool = false
  ) throws(FolderError) {
    let changes = changes.filter { $0.was != $0.becomes }
    guard !changes.isEmpty else { return }
    var staged: [StagedChange] = []
    defer { for file in staged { file.discard() } }
    // Few files are flushed one by one; many at once, with all else that waits for this disk.
    let isLarge = DiskFlush.isAvailable && changes.count > 16
    for change in changes {
      staged.append(try StagedChange(change, in: self, flushed: !isLarge))
    }
    if isLarge { try DiskFlush.flush(at: root) }
    if changes.count == 1 {
      try staged.removeLast().commit()
      return try flush(changes[0].place.folder)
    }
    let journal = ChangeJournal(
      changes, writer: BoardLocks.me, number: togetherLog().last + 1, isForgetting: isForgetting)
    try writeJournal(journal, most: permissions(of: changes))
    do throws(FolderError) {
      try tell(of: journal, isTakenBack: false)
      while !staged.isEmpty { try staged.removeFirst().commit() }
      for folder in journal.folders.sorted() { try flush(folder) }
      try removeJournal()
    } catch {
      try? carryOut(journal, isForward: false)
      throw error
    }
  }

  /// The most that the journal may allow: what each of the files does, which it holds.
  private func permissions(of changes: [FileChange]) -> UInt32 {
    var most: UInt32 = 0o666
    var groups: Set<UInt32> = []
    for change in changes where change.was != nil {
      guard let status = try? open().folder(change.place.folder).status(of: change.place.name)
      else { continue }
      let mode = FileMode(status)
      most &= mode.permissions
      groups.insert(mode.group)
    }
    return groups.count > 1 ? most & 0o606 : most
  }
}

/// A file that is about to be replaced, added or removed.
private struct StagedChange {
  let files: BoardFiles
  let place: FilePlace
  /// The new bytes beside their place; nil where the file goes.
  let file: OpenFolder.Staged?

  init(_ change: FileChange, in files: BoardFiles, flushed: Bool) throws(FolderError) {
    self.files = files
    place = change.place
    let folder = try files.open().makingFolder(place.folder)
    SweptFolders.shared.sweep(folder)
    guard let bytes = change.becomes else {
      try folder.refuseUnlessRemovable(place.name)
      file = nil
      return
    }
    file = try folder.stage(bytes, as: place.name, flushed: flushed)
  }

  func commit() throws(FolderError) {
    let folder = try files.open().folder(place.folder)
    if let file { try folder.commit(file) } else { try folder.remove(place.name) }
  }

  func discard() {
    guard let file else { return }
    try? files.open().folder(place.folder).discard(file)
  }
}
