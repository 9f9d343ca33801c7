import ArgumentParser
import BatonModel
import BatonStore
import TerminalCanvas

/// `baton intake`: what somebody sent through a form.
struct IntakeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "intake",
    abstract: "Take in what somebody sent through a form, or a touch that a tool logs.",
    usage: "baton intake [--source <name> | --touch] [--json] [<options>] < submission",
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

      With --touch it is what a tool of ours did or heard: a touch on a lead that is
      there, found by `lead`, its id, or by `email`. It has direction, channel, side
      and at, and may have by, subject, note, outcome, campaign, and an id of its own
      by which it is logged once. What the buyer's consent forbids is refused, and a
      hold warns, as with `baton touch`. Never hand on so what visitors send.

      With --json it prints an object with id, new, changed and warnings. What it
      refuses it says on standard error, and ends with 1.

      Examples:
        echo '{"name": "Ana Ruiz", "email": "ana@helix.example"}' | baton intake
        baton intake --source website --json < submission.json
        echo 'email=ana%40helix.example&message=Call+me' | baton intake
        baton intake --touch < sent.json
      """)

  @Option(help: ArgumentHelp("The name of the form, for what is kept of it.", valueName: "name"))
  var source: String?

  @Flag(help: "Log a touch of ours with a lead that is there.")
  var touch = false

  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard let source else { return }
    guard !touch else { throw ValidationError("A touch has no form: leave --source out.") }
    guard source.isSaid, !source.contains("/") else {
      throw ValidationError("A source is a name without a slash, such as website.")
    }
  }

  func run() throws {
    let session = try Session(common)
    let submission = try Submission(
      try StandardInput.bytes(atMost: Submission.mostBytes + 1))
    let result =
      touch
      ? try session.folder.takeTouch(submission, now: session.now)
      : try session.folder.takeIn(submission, source: source ?? "form", now: session.now)
    for warning in result.warnings { StandardError.say(warning.text, warning.remedy) }
    let output = Output()
    if self.output.json {
      let json: JSONObject = [
        "changed": .bool(result.isChanged), "id": .string(result.lead.rawValue),
        "new": .bool(result.isNew), "warnings": result.warnings.json,
      ]
      try output.raw(JSONValue.object(json).encoded(.compact))
    } else {
      try output.line(Sanitizer.safeText(result.lead.rawValue))
    }
    try output.flush()
  }
}
