import ArgumentParser
import BatonModel
import BatonStore

/// `baton undo`: takes a change back.
struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take back your last change of a lead.",
    usage: "baton undo <id> [--change <id>] [<options>]",
    discussion: """
      It undoes what you changed last, unless somebody built on it since. The change
      that is undone stays in the lead's history. With --change it undoes one that
      `baton show` lists. Undoing a merge makes two leads again, as long as nothing
      has been done to the one since.

      Examples:
        baton undo 3f8k2m
        baton undo 3f8k2m --change 7qk2m9xw0a
      """)

  @OptionGroup var lead: LeadArgument

  @Option(help: ArgumentHelp("The id of a change in the lead's history.", valueName: "id"))
  var change: String?

  @OptionGroup var options: ChangeOptions

  func run() throws {
    let session = try options.session()
    let lead = try session.folder.readLead(try session.leadID(named: lead.id))
    guard let change = change.map({ EntryID($0) }) ?? lead.lastChange(by: session.actor) else {
      throw Failure(
        "\(session.actor) changed nothing of \(lead.name) that can be taken back.",
        "Name a change that `baton show \(lead.id)` lists: --change ID.")
    }
    let undone = try session.folder.undo(change, of: lead.id, in: session.context)
    try session.report(undone.after, options)
  }
}

extension Lead {
  /// The latest change by somebody that can still be taken back.
  func lastChange(by actor: String) -> EntryID? {
    let undone = Set(history.compactMap(\.undoes))
    return history.last {
      $0.by == actor && $0.hasWayBack && $0.undoes == nil && !undone.contains($0.id)
    }?.id
  }
}
