import Foundation

/// Where tests find files beside the sources.
enum Places {
  /// The package's root folder.
  static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// A file of reference material, or nil where that is not at hand.
  static func shared(_ path: String) -> URL? {
    [package, package.deletingLastPathComponent()]
      .map { $0.appending(path: "../shared/\(path)").standardized }
      .first { FileManager.default.fileExists(atPath: $0.path) }
  }

  /// One of Unicode's data files, or nil where neither the reference material nor Debian's
  /// `unicode-data` is at hand.
  static func unicode(_ name: String) -> URL? {
    let debian = URL(filePath: "/usr/share/unicode/\(name)")
    return shared("data/unicode/\(name)")
      ?? (FileManager.default.fileExists(atPath: debian.path) ? debian : nil)
  }
}
