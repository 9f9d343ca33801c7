import ArgumentParser
import BatonModel
import BatonStore
import TerminalCanvas

/// `baton merge`: two leads become one.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Merge a lead into another that is the same buyer.",
    usage: "baton merge <keep> <other> [--yes] [<options>]",
    discussion: """
      The first keeps its id, stage, owners and amount, and gets the touches, notes,
      people, answers and history of the other, and whatever it does not know yet.
      What the buyer forbids on either is forbidden. A note stays under the other's
      id: `baton show` and all other commands follow it. Both change or neither does.

      It shows both and asks first; --yes says that you are sure. `baton undo` makes
      two leads of them again, as long as nothing has been done to the one since.

      Examples:
        baton duplicates
        baton merge 3f8k2m 9x2c7q
        baton show 9x2c7q
        baton merge 3f8k2m 9x2c7q --yes && baton undo 3f8k2m
      """)

  @Argument(
    help: "The id of the lead that stays, or a beginning that no other id has.",
    completion: .custom(Completions.leads))
  var keep: String

  @Argument(
    help: "The id of the lead that becomes part of it.", completion: .custom(Completions.leads))
  var other: String

  @Flag(help: "Do not ask.")
  var yes = false

  @OptionGroup var options: ChangeOptions

  func run() throws {
    let session = try options.session()
    let kept = try session.leadID(named: keep)
    let gone = try session.leadID(named: other)
    guard kept != gone else {
      throw Failure("Both are the lead \(kept).", "Name two different leads.")
    }
    if !yes { try MergeCommand.ask(session, kept, gone) }
    let merged = try session.folder.merge(gone, into: kept, in: session.context)
    try session.report(merged.after, options)
  }

  /// Shows both leads, and asks at the terminal whether they are to be one.
  private static func ask(_ session: Session, _ kept: LeadID, _ gone: LeadID) throws {
    let (keeps, goes) = try session.folder.readTogether {
      (try session.folder.readLead(kept), try session.folder.readLead(gone))
    }
    for (lead, role) in [(keeps, "stays"), (goes, "becomes part of it")] {
      let stage = session.board.stage(lead.stage)?.title ?? lead.stage.rawValue
      let address = lead.people.lazy.compactMap(\.email).first
      let who = [lead.name, lead.company?.name, address, stage].compactMap { $0 }
      let line = "\(lead.id)  \(who.joined(separator: " · ")): \(role)"
      StandardError.write(Sanitizer.safeText(line) + "\n")
    }
    try Confirmation(
      question: "Merge them? [y/N] ",
      unasked: "Nobody is there to be asked whether \(goes.name) is to become part of "
        + "\(keeps.name).",
      refusal: Failure("Nothing was merged.", "Answer y to merge them.")
    ) { $0.hasPrefix("y") }.ask()
  }
}
