import BatonModel

/// What the folders of a board's records hold by their names alone.
struct RecordFolders {
  /// The ids that files of leads are named for; nil where not all folders could be listed.
  private(set) var leads: Set<String>? = []
  /// The files that look like records, and that nothing reads.
  private(set) var unread: [FileFault] = []

  /// Looks through the folders, as deep as they go.
  init(of files: BoardFiles) {
    for kind in BoardPath.Kind.allCases where kind != .board {
      look(into: BoardPath.folder(of: kind), depth: 0, of: files)
    }
  }

  /// Records are read in their folder and in the folders in it.
  private static let deepest = 1

  private mutating func look(into folder: String, depth: Int, of files: BoardFiles) {
    var names: [(name: String, kind: OpenFolder.EntryKind)] = []
    do throws(FolderError) {
      try files.open().folder(folder).forEachEntry { name, kind in
        if !name.hasPrefix(".") { names.append((name, kind)) }
      }
    } catch {
      // What cannot be listed is told of where its files are read.
      if error.reason != .missing, BoardPath.kind(ofFolder: folder) == .lead { leads = nil }
      return
    }
    for (name, kind) in names {
      if kind == .folder {
        look(into: "\(folder)/\(name)", depth: depth + 1, of: files)
      } else if name.hasSuffix(BoardPath.suffix) {
        if let path = BoardPath(folder: folder, name: name), path.kind == .lead {
          leads?.insert(path.id)
        }
        guard depth > Self.deepest else { continue }
        unread.append(FileFault(misplaced: "\(folder)/\(name)", folder: folder, name: name))
      } else if name.lowercased().hasSuffix(BoardPath.suffix) {
        unread.append(FileFault(shouting: "\(folder)/\(name)"))
      }
    }
  }
}

extension FileFault {
  /// The fault of a file whose name does not end as those do that are read.
  fileprivate init(shouting path: String) {
    let stem = path.dropLast(BoardPath.suffix.count)
    self.init(
      file: path, kind: .inconsistent,
      message: "it is not read, as its name does not end in \(BoardPath.suffix)",
      remedy: "rename it to \(FileFault.harmless(String(stem)))\(BoardPath.suffix)")
  }
}
