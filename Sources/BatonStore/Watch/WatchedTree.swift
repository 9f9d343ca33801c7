/// Which folders below the watched one are watched too, and which names in them are told of.
///
/// Folders are given by their paths relative to the watched one, which itself is "".
public struct WatchedTree: Sendable {
  /// Whether a folder is watched whose parent is.
  let watches: @Sendable (_ folder: String) -> Bool
  /// Whether a watched folder may have folders in it that are watched.
  let mayHaveFolders: @Sendable (_ folder: String) -> Bool
  /// Whether changes of a file are told of.
  let reports: @Sendable (_ folder: String, _ name: String) -> Bool
  /// A file, by its folder and name, while which is there changes are gathered and not told of:
  /// somebody is changing several files together.
  var gate: (folder: String, name: String)?

  /// The files of one folder whose names end alike, and no folder in it.
  public static func files(endingIn suffix: String) -> WatchedTree {
    WatchedTree(
      watches: { _ in false },
      mayHaveFolders: { _ in false },
      reports: { _, name in !name.hasPrefix(".") && name.hasSuffix(suffix) })
  }

  /// The files of one folder whose names end alike, by its path below the watched one, whether it
  /// is there yet or not.
  ///
  /// A link in the place of a folder on the way is told of, and not followed.
  public static func files(endingIn suffix: String, in place: String) -> WatchedTree {
    let isOnTheWay: @Sendable (String) -> Bool = { folder in
      folder == place || place.hasPrefix(folder + "/")
    }
    let files = files(endingIn: suffix)
    return WatchedTree(
      watches: isOnTheWay,
      mayHaveFolders: { $0 != place && ($0.isEmpty || isOnTheWay($0)) },
      reports: { folder, name in
        folder == place ? files.reports("", name) : isOnTheWay(path(folder, name))
      })
  }

  /// What is dropped into an inbox, which is the watched folder itself.
  public static let inbox = WatchedTree(
    watches: { _ in false },
    mayHaveFolders: { _ in false },
    reports: { _, name in !InboxName.isUnfinished(name) })

  /// The records of a board, and whatever is dropped into its inbox.
  public static let board = WatchedTree(
    watches: { folder in
      guard let slash = folder.firstIndex(of: "/") else {
        return folder == BoardPath.inboxFolder || folder == BoardLocks.ownFolder
          || BoardPath.kind(ofFolder: folder) != nil
      }
      let rest = folder[slash...].dropFirst()
      return folder[..<slash] == BoardPath.leadsFolder && !rest.hasPrefix(".")
        && !rest.contains("/")
    },
    mayHaveFolders: { $0.isEmpty || $0 == BoardPath.leadsFolder },
    reports: { folder, name in
      switch folder {
      case "": name == BoardPath.boardName
      case BoardPath.inboxFolder: !InboxName.isUnfinished(name)
      case BoardLocks.ownFolder: false
      default: !name.hasPrefix(".") && name.hasSuffix(BoardPath.suffix)
      }
    },
    gate: (BoardLocks.ownFolder, BoardFiles.journalName))

  /// The path of something in a folder.
  static func path(_ folder: String, _ name: String) -> String {
    folder.isEmpty ? name : "\(folder)/\(name)"
  }
}
