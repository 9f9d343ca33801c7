import Foundation

/// The data sets that lie beside the package on some machines; tests that use one skip elsewhere.
enum SharedData {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared/data")

  /// Where the file or folder of that name is, if it is there.
  static func url(_ path: String) -> URL { folder.appending(path: path) }

  /// Whether the file or folder is there.
  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: url(path).path(percentEncoded: false))
  }
}
