import ArgumentParser
import BatonModel
import BatonStore
import Foundation
import TerminalCanvas

/// `baton intake`: what somebody sent through a form.
struct IntakeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "intake",
    abstract: "Take in what somebody sent through a form.",
    usage: "baton intake [--source <name>] [--json] [<options>] < submission",
    discussion: """
      It reads one JSON object, or one line as browsers encode forms, on standard
      input and prints the lead's id: a new lead's, or that of the lead with the same
      e-mail address. Fields are known by their usual names: name, email, phone,
      company, message, form, landing_page, referrer, consent; members of `answers`
      are answers. Fields that Baton does not know are kept on the lead.

      UTM parameters and click ids of the landing page say where the lead came from.
      Consent only ever narrows, blank fields overwrite nothing, and a form decides
      nothing that the team decides. With a `submission_id` it is taken in once,
      however often it is sent.

      With --json it prints an object with id, new and changed. What it refuses it
      says on standard error, and ends with 1.

      Examples:
        echo '{"name": "Ana Ruiz", "email": "ana@helix.example"}' | baton intake
        baton intake --source website --json < submission.json
        echo 'email=ana%40helix.example&message=Call+me' | baton intake
      """)

  @Option(help: ArgumentHelp("The name of the form, for what is kept of it.", valueName: "name"))
  var source = "form"

  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard source.contains(where: { !$0.isWhitespace }), !source.contains("/") else {
      throw ValidationError("A source is a name without a slash, such as website.")
    }
  }

  func run() throws {
    let session = try Session(common)
    let result = try session.folder.takeIn(
      try Submission(try IntakeCommand.input()), source: source, now: session.now)
    let output = Output()
    if self.output.json {
      let json: JSONObject = [
        "changed": .bool(result.isChanged), "id": .string(result.lead.rawValue),
        "new": .bool(result.isNew),
      ]
      try output.raw(JSONValue.object(json).encoded(.compact))
    } else {
      try output.line(Sanitizer.safeText(result.lead.rawValue))
    }
    try output.flush()
  }

  /// Standard input to its end, or as much of it as is already too much. A pipe gives no more at a
  /// time than its writer has written.
  private static func input() throws -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count <= Submission.mostBytes,
      let more = try FileHandle.standardInput.read(upToCount: 1 << 16), !more.isEmpty
    {
      bytes += more
    }
    return bytes
  }
}
