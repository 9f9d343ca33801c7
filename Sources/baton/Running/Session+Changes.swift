import BatonModel
import BatonStore
import TerminalCanvas

extension Session {
  /// Applies a command to the newest state of a lead, and says what became of it.
  ///
  /// - Parameter command: Makes the command for the lead as it is. Whoever changes the lead before
  ///   the command is applied is heard: the model refuses what then makes no sense, or would
  ///   replace what somebody else has put into the same field.
  func carryOut(
    on argument: LeadArgument, _ options: ChangeOptions, _ seen: SeenOptions? = nil,
    _ command: (Lead) throws(Failure) -> LeadCommand
  ) throws {
    let id = try leadID(named: argument.id)
    let lead = try folder.readLead(id)
    let command = try command(lead)
    var context = context
    context.seen = seen?.seen(of: lead)
    try report(try folder.apply(command, to: id, in: context).after, options)
  }

  /// Prints the lead after a change: its line for scripts, its last change for people.
  ///
  /// - Parameter sentence: What is said instead of the change.
  func report(_ lead: Lead, _ options: ChangeOptions, _ sentence: String? = nil) throws {
    let output = Output()
    if options.output.json {
      let row = LeadRow(LeadSummary(lead), try reckoning(for: lead))
      try output.raw(JSONValue.object(row.json).encoded(.compact))
    } else {
      let line = sentence ?? lead.history.last?.words(board.calendar) ?? ""
      try output.line(Sanitizer.safeText("\(lead.id)  \(lead.name): \(line)"))
    }
    try output.flush()
  }
}
