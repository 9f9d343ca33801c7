import ArgumentParser
import BatonModel
import BatonStore
import Foundation

/// `baton merge-driver`: what git calls to merge two versions of a board's file.
struct MergeDriverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge-driver",
    abstract: "Merge two versions of a file field by field, for git.",
    usage: "baton merge-driver <base> <ours> <theirs> [<path>]",
    discussion: """
      Git calls it once it is registered, in each clone of the board's repository;
      `baton init` has written the .gitattributes that names it:

        git config merge.baton.name "Baton, field by field"
        git config merge.baton.driver "baton merge-driver %O %A %B %P"

      Touches, notes, feedback, handoffs and history of both sides are united; fields
      that only one side changed keep the change; what is forbidden on either side is
      forbidden. The result replaces OURS. Where both sides changed one field
      differently, both stand there between git's marks, and the exit status is 1:
      choose one, then `baton check` and `git add`.

      Examples:
        baton merge-driver %O %A %B %P
        baton merge-driver base.json ours.json theirs.json leads/3f/3f8k2m.json
      """)

  @Argument(help: "The version from which both came.", completion: .file())
  var base: String

  @Argument(help: "Our version, which the result replaces.", completion: .file())
  var ours: String

  @Argument(help: "Their version.", completion: .file())
  var theirs: String

  @Argument(help: "The file's path in the repository.")
  var path: String?

  func run() throws {
    let paths = Paths(around: .current())
    let merge = RecordMerge(
      base: try contents(base, paths), ours: try contents(ours, paths),
      theirs: try contents(theirs, paths), path: path)
    try OutputFile.replace(paths.absolute(ours)) { try $0.raw(merge.bytes) }
    guard !merge.conflicts.isEmpty else { return }
    throw Failure(
      "\(path ?? ours): both sides changed \(merge.conflicts.joined(separator: ", ")).",
      "Choose between the marks in the file, then run baton check and git add.")
  }

  private func contents(_ file: String, _ paths: Paths) throws(Failure) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: paths.absolute(file)) else {
      throw Failure("\(file) cannot be read.", "Give the three files that git made.")
    }
    return [UInt8](data)
  }
}
