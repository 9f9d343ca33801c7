import Foundation

/// Where things are: the board of a command, the user's settings, the themes.
struct Paths {
  /// What the places are found from.
  let around: Surroundings

  /// The name of the file that makes a folder a board.
  static let boardFile = "board.json"

  /// The folder of the board that a command is about.
  ///
  /// The one that is named, else `$BATON_BOARD`, else the nearest folder upwards with a board.
  ///
  /// - Throws: `Failure`, which says how to start where there is none.
  func board(named name: String?) throws(Failure) -> String {
    if let name { return try existing(name, from: "--board") }
    if let name = around.variable("BATON_BOARD") { return try existing(name, from: "$BATON_BOARD") }
    var folder = URL(filePath: around.folder).standardizedFileURL
    while true {
      if isBoard(folder.path) { return folder.path }
      let parent = folder.deletingLastPathComponent().standardizedFileURL
      guard parent.path != folder.path, folder.path != "/" else { break }
      folder = parent
    }
    throw Failure(
      "There is no board in \(around.folder) or above it.",
      "Start with `baton demo` or `baton init DIR`, or name a board with --board DIR.")
  }

  /// A path as the user means it: relative to the working folder.
  func absolute(_ path: String) -> String {
    URL(filePath: path, relativeTo: URL(filePath: around.folder, directoryHint: .isDirectory))
      .standardizedFileURL.path
  }

  /// Whether a folder holds a board.
  func isBoard(_ folder: String) -> Bool {
    FileManager.default.fileExists(atPath: folder + "/" + Paths.boardFile)
  }

  private func existing(_ name: String, from origin: String) throws(Failure) -> String {
    let folder = absolute(name)
    guard isBoard(folder) else {
      if access(folder + "/" + Paths.boardFile, F_OK) != 0, errno == EACCES {
        throw Failure(
          "\(origin): \(folder) may not be looked into: permission denied.",
          "Ask its owner for access, or run as a user who has it.")
      }
      throw Failure(
        "\(origin): there is no board in \(folder).",
        "Check the path, or make one there with `baton init \(name)`.")
    }
    return folder
  }

  /// The user's folder of settings and themes: `$XDG_CONFIG_HOME/baton`, else `~/.config/baton`.
  var settingsFolder: String {
    // The XDG specification has relative paths ignored.
    if let home = around.variable("XDG_CONFIG_HOME"), home.hasPrefix("/") { return home + "/baton" }
    let home = around.variable("HOME") ?? NSHomeDirectory()
    return home + "/.config/baton"
  }

  /// The user's settings.
  var settingsFile: String { settingsFolder + "/config.json" }

  /// The user's own themes, which come before those that Baton brings.
  var themesFolder: String { settingsFolder + "/themes" }
}
