import ArgumentParser
import BatonModel

/// `baton consent`: what the buyer said about being contacted.
struct ConsentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "consent",
    abstract: "Record what a buyer forbids, or allows again.",
    usage: "baton consent <id> <word> ... [--source <text>] [<options>]",
    discussion: """
      WORD is no-email, no-calls, email or calls. What is forbidden is refused
      everywhere from then on, on every screen and by every command. To allow it
      again takes a member of the team and a source: who said so, and where.

      Examples:
        baton consent 3f8k2m no-email --source "answered the newsletter"
        baton consent 3f8k2m no-email no-calls
        baton consent 3f8k2m email --source "asked for the offer by mail, 3 May"
      """)

  /// What a buyer may say.
  enum Word: String, ExpressibleByArgument, CaseIterable {
    case noEmail = "no-email"
    case noCalls = "no-calls"
    case email, calls
  }

  @OptionGroup var lead: LeadArgument

  @Argument(help: "no-email, no-calls, email or calls.")
  var words: [Word]

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Who said so, and where.", valueName: "text"))
  var source: String?

  @Option(help: "How we know it: observed, declared, imported or guessed; else declared.")
  var provenance: Provenance = .declared

  @OptionGroup var options: ChangeOptions

  func validate() throws {
    let said = Set(words)
    guard !said.isSuperset(of: [.noEmail, .email]), !said.isSuperset(of: [.noCalls, .calls]) else {
      throw ValidationError("They cannot both forbid a channel and allow it.")
    }
  }

  func run() throws {
    let session = try options.session()
    var change = LeadCommand.ConsentChange(provenance: provenance, source: source)
    for word in words {
      switch word {
      case .noEmail: change.doNotEmail = true
      case .email: change.doNotEmail = false
      case .noCalls: change.doNotCall = true
      case .calls: change.doNotCall = false
      }
    }
    let said = change
    try session.carryOut(on: lead, options) { _ in .consent(said) }
  }
}
