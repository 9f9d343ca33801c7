import Foundation

/// Somebody whom permissions stop, as root is not.
enum Nobody {
  /// The words before a command that is to be run so.
  static let runner =
    geteuid() == 0 ? ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : []

  /// Whether there is such a one.
  static let isThere = runner.isEmpty || FileManager.default.isExecutableFile(atPath: runner[0])

  /// Gives a folder to whoever this is.
  static func give(_ place: Workplace) throws {
    if !runner.isEmpty { try place.shell("chown -R 65534 .") }
  }
}
