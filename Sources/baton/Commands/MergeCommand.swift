import ArgumentParser
import BatonModel
import BatonStore

/// `baton merge`: two leads become one.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Merge a lead into another that is the same buyer.",
    usage: "baton merge <keep> <other> [<options>]",
    discussion: """
      The first keeps its id, stage, owners and amount, and gets the touches, notes,
      people, answers and history of the other, and whatever it does not know yet.
      What the buyer forbids on either is forbidden. A note stays under the other's
      id: `baton show` and all other commands follow it. Both change or neither does.

      A merge cannot be taken back: look at both first.

      Examples:
        baton duplicates
        baton merge 3f8k2m 9x2c7q
        baton show 9x2c7q
      """)

  @Argument(
    help: "The id of the lead that stays, or a beginning that no other id has.",
    completion: .custom(Completions.leads))
  var keep: String

  @Argument(
    help: "The id of the lead that becomes part of it.", completion: .custom(Completions.leads))
  var other: String

  @OptionGroup var options: ChangeOptions

  func run() throws {
    let session = try options.session()
    let kept = try session.leadID(named: keep)
    let gone = try session.leadID(named: other)
    guard kept != gone else {
      throw Failure("Both are the lead \(kept).", "Name two different leads.")
    }
    let merged = try session.folder.merge(gone, into: kept, in: session.context)
    try session.report(merged.after, options)
  }
}
