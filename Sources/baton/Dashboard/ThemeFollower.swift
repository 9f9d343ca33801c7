import BatonStore
import Foundation

/// Tells whenever a file of the user's folder of themes may have changed, for good.
///
/// The folder need not be there: then the nearest one above it is watched, until somebody makes it.
struct ThemeFollower {
  /// The user's folder of theme files.
  let folder: String

  /// Follows until the task is cancelled.
  ///
  /// - Parameter changed: Told of each change, and where another folder is watched from then on.
  func run(_ changed: @MainActor () -> Void) async {
    var isMoved = false
    while !Task.isCancelled {
      let (place, rest) = watched
      let tree: WatchedTree =
        rest.isEmpty ? .files(endingIn: ".theme") : .files(endingIn: ".theme", in: rest)
      for await event in FolderWatcher.events(in: place, tree: tree) {
        // The first event of a watch is the mode: behind another one, much may have happened.
        if case .mode(let mode) = event, mode != .missing, !isMoved { continue }
        isMoved = false
        await changed()
        // It has been made, perhaps by a link, or is gone.
        if watched.place != place {
          isMoved = true
          break
        }
      }
    }
  }

  /// The folder itself, where it is there, else the nearest one above it, with the way down to it.
  private var watched: (place: String, rest: String) {
    var place = URL(filePath: folder, directoryHint: .isDirectory).standardizedFileURL
    var rest: [String] = []
    while place.path != "/", !isFolder(place.path) {
      rest.insert(place.lastPathComponent, at: 0)
      place.deleteLastPathComponent()
    }
    return (place.path, rest.joined(separator: "/"))
  }

  private func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }
}
