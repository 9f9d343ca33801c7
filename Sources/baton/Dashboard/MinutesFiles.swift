import BatonBoard
import BatonModel
import BatonReports
import Foundation

/// Writes a meeting's minutes where somebody wants them.
struct MinutesFiles: Sendable {
  /// The board's folder.
  let board: String
  /// The folder from which paths are typed.
  let paths: Paths

  /// Where minutes go unless somebody names another folder: beside the board.
  static func usualFolder(of board: String) -> String { board + "-minutes" }

  /// Writes Markdown and one HTML page, each whole or not at all, beside any that are there: what
  /// was written before is the team's, who may have put a hand to it.
  ///
  /// - Returns: What is told of it: the folder, and the names of the files in it.
  /// - Throws: `Failure` where they cannot be written, or would lie among the board's records.
  func write(_ document: ReportDocument, for order: MinutesOrder) throws -> Action {
    let folder = paths.absolute(expanded(order.folder))
    let records = ["leads", "campaigns", "collateral", "meetings", "inbox", ".baton"]
    guard !records.contains(where: { "\(folder)/".hasPrefix("\(board)/\($0)/") }) else {
      throw Failure(
        "\(folder) holds the board's own files.", "Name a folder beside the board for the minutes.")
    }
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw Failure(
        "\(folder) cannot be made: \(error.localizedDescription)", "Name another folder.")
    }
    // Those for guests stand beside those for the team.
    let name = order.date + (order.masksNames ? "-masked" : "")
    let free = freeName(like: name, in: folder)
    let files = [("\(free).md", document.markdown()), ("\(free).html", document.html())]
    for (name, text) in files {
      try OutputFile.replace("\(folder)/\(name)") { try $0.raw(Array(text.utf8)) }
    }
    return .minutesWritten(folder: folder, files: files.map(\.0))
  }

  /// A name that no minutes in a folder have: `2026-11-20`, else `2026-11-20-2`.
  private func freeName(like name: String, in folder: String) -> String {
    var free = name
    var number = 1
    while ["md", "html"].contains(where: {
      FileManager.default.fileExists(atPath: "\(folder)/\(free).\($0)")
    }) {
      number += 1
      free = "\(name)-\(number)"
    }
    return free
  }

  /// A path with the home folder for a `~` at its beginning.
  private func expanded(_ path: String) -> String {
    let home = paths.around.variable("HOME") ?? NSHomeDirectory()
    if path == "~" { return home }
    return path.hasPrefix("~/") ? home + path.dropFirst() : path
  }
}
