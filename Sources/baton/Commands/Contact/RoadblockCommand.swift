import ArgumentParser
import BatonModel

/// `baton roadblock`: what stands in the buyer's way, and what is done about it.
struct RoadblockCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roadblock",
    abstract: "Record what stands in a buyer's way, and what is done about it.",
    usage: "baton roadblock <id> <kind> ... [--words <text>] [<options>]",
    discussion: """
      KIND is one of the board's kinds. Where one of that kind stands already, what is
      given is added to it: who sees to it, what will be done, until when. It costs
      days until `baton unblock`; `baton report roadblocks` adds them up.

      Examples:
        baton roadblock 3f8k2m "no price shown" --words "what is it per seat?"
        baton roadblock 3f8k2m security review --theirs --step compare
        baton roadblock 3f8k2m "no price shown" --owner maria --fix "show it"
      """)

  @OptionGroup var lead: LeadArgument

  @Argument(
    help: "The kind of roadblock; several words are one name.",
    completion: .custom(Completions.roadblocks))
  var kind: [String]

  @Option(
    parsing: .unconditional, help: ArgumentHelp("What the buyer said.", valueName: "text"))
  var words: String?

  @Option(help: ArgumentHelp("The step of the journey where it stands.", valueName: "step"))
  var step: String?

  @Flag(help: "It is the buyer's own, and not of our making.")
  var theirs = false

  @Option(
    help: ArgumentHelp("Who sees to it.", valueName: "name"),
    completion: .custom(Completions.members))
  var owner: String?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("What will be done about it.", valueName: "text"))
  var fix: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Until when: 2026-12-01, tue, +3d, +2w.", valueName: "time"))
  var due: String?

  @OptionGroup var options: ChangeOptions

  func run() throws {
    let session = try options.session()
    let due = try self.due.map { text throws(Failure) in
      try Options.time(text, option: "--due", session.now, session.board.calendar, looking: .ahead)
    }
    let owner = try self.owner.map { name throws(Failure) in
      try Names.member(name, on: session.board)
    }
    let draft = LeadCommand.RoadblockDraft(
      kind.joined(separator: " "), origin: theirs ? .theirs : nil, step: step.map { StepID($0) },
      words: words, owner: owner, fix: fix, due: due)
    try session.carryOut(on: lead, options) { _ in .block(draft) }
  }
}

/// `baton unblock`: a roadblock is out of the way.
struct UnblockCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unblock",
    abstract: "Clear a roadblock out of a buyer's way.",
    usage: "baton unblock <id> [<kind> ...] [<options>]",
    discussion: """
      Without KIND it clears the only one that stands.

      Examples:
        baton unblock 3f8k2m
        baton unblock 3f8k2m no price shown
      """)

  @OptionGroup var lead: LeadArgument

  @Argument(
    help: "The kind of roadblock, or its id in `baton show --json`.",
    completion: .custom(Completions.roadblocks))
  var kind: [String] = []

  @OptionGroup var options: ChangeOptions

  func run() throws {
    let session = try options.session()
    let which = kind.isEmpty ? nil : kind.joined(separator: " ")
    try session.carryOut(on: lead, options) { _ in .unblock(which) }
  }
}
