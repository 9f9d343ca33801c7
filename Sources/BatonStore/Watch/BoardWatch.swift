public import BatonModel

/// What changed on a board, as far as it is known.
public enum BoardEvent: Sendable, Hashable {
  /// These files were made, changed or deleted; whoever shows them reads them again.
  case changed(BoardChange)
  /// Anything may have changed: read the whole board again.
  case everything(RescanReason)
  /// How changes are noticed from now on.
  case mode(WatchMode)
}

/// The files of a board that changed.
public struct BoardChange: Sendable, Hashable {
  /// The leads whose files changed, in the order of their ids.
  public internal(set) var leads: [LeadID] = []
  /// The kinds of the other records that changed.
  public internal(set) var others: Set<BoardPath.Kind> = []
  /// What was put into the inbox or taken from it, by path relative to the board, sorted.
  public internal(set) var inbox: [String] = []
  /// Files that are not where a record is looked for, by path relative to the board, sorted.
  public internal(set) var strays: [String] = []

  /// Leads, and kinds of other records, that are to be read; none for nothing in particular.
  public init(leads: [LeadID] = [], others: Set<BoardPath.Kind> = []) {
    self.leads = leads
    self.others = others
  }
}

extension BoardFolder {
  /// Watches the board until the iteration ends; from when this returns no change is missed.
  ///
  /// To show a board without a gap: begin to watch, then load, then follow the events; with
  /// `LiveReading`, so that no change of several files is seen in part.
  public func changes(
    method: FolderWatcher.Method = .automatic
  ) -> AsyncStream<BoardEvent> {
    let (stream, continuation) = AsyncStream<BoardEvent>.makeStream()
    let watcher = FolderWatcher(folder: path, tree: .board, method: method) { event in
      continuation.yield(BoardEvent(event))
    }
    continuation.onTermination = { _ in watcher.stop() }
    return stream
  }

  /// The faults of files that are not where a record is looked for; none of those now gone.
  public func faults(ofStrays paths: [String]) -> [FileFault] {
    paths.compactMap { path in
      let parts = path.split(separator: "/").map(String.init)
      guard let name = parts.last else { return nil }
      let folder = parts.dropLast().joined(separator: "/")
      let status = (try? files.open().folder(folder))?.status(of: name)
      return status == nil ? nil : FileFault(misplaced: path, folder: folder, name: name)
    }
  }
}

extension BoardEvent {
  /// The event of a board's folder, in the board's words.
  public init(_ event: FolderEvent) {
    switch event {
    case .changed(let paths): self = .changed(BoardChange(paths))
    case .rescan(let reason): self = .everything(reason)
    case .mode(let mode): self = .mode(mode)
    }
  }
}

extension BoardChange {
  /// Sorts paths by what they hold.
  init(_ paths: Set<String>) {
    for path in paths.sorted() {
      if let record = BoardPath(relative: path) {
        if record.kind == .lead {
          leads.append(LeadID(record.id))
        } else {
          others.insert(record.kind)
        }
      } else if path.hasPrefix(BoardPath.inboxFolder + "/") {
        inbox.append(path)
      } else {
        strays.append(path)
      }
    }
    leads.sort()
  }
}
