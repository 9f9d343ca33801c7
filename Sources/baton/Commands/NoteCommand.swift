import ArgumentParser
import BatonModel
import Foundation

/// `baton note`: something to remember.
struct NoteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note",
    abstract: "Write something down about a lead.",
    usage: "baton note <id> [<text> ...] [<options>]",
    discussion: """
      Without a text, or with - for it, the note is read from standard input.

      Examples:
        baton note 3f8k2m "decides in January, after the budget"
        cat mail.txt | baton note 3f8k2m
      """)

  @OptionGroup var lead: LeadArgument

  @Argument(help: "The note; standard input without one.")
  var text: [String] = []

  @OptionGroup var options: ChangeOptions

  func run() throws {
    let session = try options.session()
    var note = text.joined(separator: " ")
    if text.isEmpty || text == ["-"] {
      guard let decoded = String(validating: try StandardInput.bytes(), as: UTF8.self) else {
        throw Failure("The note on standard input is not UTF-8.", "Convert it: iconv -t UTF-8.")
      }
      note = decoded.trimmingCharacters(in: .whitespacesAndNewlines)
    }
    try session.carryOut(on: lead, options) { _ in .note(note) }
  }
}
