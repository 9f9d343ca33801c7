import ArgumentParser
import BatonModel
import BatonReports
import BatonStore
import Foundation
import TerminalCanvas

/// `baton init`: an empty board.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make an empty board, with the default stages, codes and journey.",
    usage: "baton init <dir> [--name <name>] [--currency <code>] [--time-zone <zone>]",
    discussion: """
      The board is a folder of JSON files that people may read, change and keep in
      git. What it begins with stands in board.json and is yours to change: stages
      with their target times, the team, reason codes, the journey, questions.

      Examples:
        baton init acme-board --name Acme --currency EUR --time-zone Europe/Madrid
        cd acme-board && baton import ~/leads.csv --dry-run
      """)

  @Argument(help: "The folder; it is made if there is none.", completion: .directory)
  var dir: String?

  @Option(help: "The team's or company's name; else the folder's.")
  var name: String?

  @Option(help: ArgumentHelp("The currency of amounts that state none.", valueName: "code"))
  var currency = "EUR"

  @Option(help: ArgumentHelp("Whose days and hours count; else the system's.", valueName: "zone"))
  var timeZone: String?

  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard dir != nil || common.board != nil else {
      throw ValidationError("The folder is missing: baton init DIR.")
    }
    guard dir.map(\.isSaid) ?? true else {
      throw ValidationError("The folder has no name: baton init DIR.")
    }
    guard Money.isCode(currency) else {
      throw ValidationError("A currency is written as its ISO 4217 code: EUR, USD.")
    }
    guard timeZone.map(BoardCalendar.knows) ?? true else {
      throw ValidationError("No time zone is called that; write it as Europe/Madrid.")
    }
  }

  func run() throws {
    let paths = Paths(around: .current())
    let path = paths.absolute(dir ?? common.board ?? ".")
    let zone = timeZone ?? TimeZone.current.identifier
    let title = name ?? URL(filePath: path).lastPathComponent
    let board = Board.standard(name: title, currency: currency, timeZone: zone)
    guard !paths.isBoard(path) else {
      throw Failure(
        "There is a board in \(path) already.",
        "Open it with `baton --board \(dir ?? path)`, or choose another folder.")
    }
    let folder = try BoardFolder.create(at: path, board: board)
    try writeGitAttributes(in: folder.path)
    let output = Output()
    if self.output.json {
      let made: JSONObject = ["board": .string(folder.path), "name": .string(title)]
      try output.raw(JSONValue.object(made).encoded(.compact))
    } else {
      for line in explanation(of: board, at: folder.path) {
        try output.line(Sanitizer.safeText(line))
      }
    }
    try output.flush()
  }

  /// Names the merge driver to git, unless the folder has attributes of its own.
  private func writeGitAttributes(in folder: String) throws {
    let file = folder + "/.gitattributes"
    guard !FileManager.default.fileExists(atPath: file) else { return }
    try OutputFile.replace(file) { output in
      try output.line("# Field by field, once `baton help merge-driver` is followed in a clone.")
      try output.line("*.json merge=baton")
      try output.line("inbox/** !merge")
    }
    // Who shares the board shares this file too, whatever the umask.
    let manager = FileManager.default
    let shared = try manager.attributesOfItem(atPath: folder + "/board.json")[.posixPermissions]
    try manager.setAttributes([.posixPermissions: shared ?? 0o644], ofItemAtPath: file)
  }

  private func explanation(of board: Board, at path: String) -> [String] {
    var stages = TextTable(["", "", ""].map { TextTable.Column(title: $0, most: 78) })
    let rows = board.stages.map { stage in
      let target = stage.targetDays.map { "\($0) days" } ?? "no target"
      return ["  " + stage.id.rawValue, target, stage.explanation ?? stage.title]
    }
    for row in rows { stages.measure(row) }
    let codes = board.reasons.map(\.id.rawValue).joined(separator: ", ")
    let words = [
      "A board is in \(path).", "",
      "Its stages, each with the time a lead may take:",
    ]
    let next = [
      "", "Reason codes: \(codes).",
      "The journey: \(board.journey.map(\.title).joined(separator: " → ")).", "",
      "All this stands in board.json and is yours to change. Put the team there first:",
      "  \"team\": [{\"id\": \"maria\", \"name\": \"Maria Costa\", \"side\": \"sales\"}]",
      "A side is marketing, sales or delivery. Then take leads in and look:",
      "  baton --board \(dir ?? path) import leads.csv --dry-run",
      "  baton --board \(dir ?? path)",
    ]
    return words + rows.map(stages.line) + next
  }
}
