import ArgumentParser
import BatonModel
import BatonStore

/// `baton show`: everything that is known of one lead.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show everything that is known of a lead.",
    usage: "baton show <id> [--json] [<options>]",
    discussion: """
      With --as-of it is the lead as it stood then, as far as that is known.

      With --json it is the lead's file, with what follows from it at the moment
      under `derived`: how it stands, days in its stage, the limit, flags, where it
      came from, and what meetings decided about it.

      Examples:
        baton show 3f8k2m
        baton show 3f8k2m --json | jq .derived.stalled
        baton show 3f8k2m --as-of -7d
      """)

  @OptionGroup var lead: LeadArgument
  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let session = try Session(common)
    let (lead, reckoning, book) = try session.folder.readTogether {
      () throws -> (Lead, Reckoning, MeetingBook) in
      let read = try session.folder.readLead(try session.leadID(named: self.lead.id))
      let lead = try session.asShown(session.folder.tellingOutsideEdits(of: read))
      return (lead, try session.reckoning(for: lead), try session.folder.readMeetingBook().book)
    }
    let decisions = book.decisions(on: lead.id, asOf: session.now, on: session.board.calendar)
    let output = Output()
    if self.output.json {
      try output.raw(try LeadDocument(lead, decisions, reckoning).value().encoded())
    } else {
      for line in LeadPage(lead, decisions, reckoning).lines { try output.line(line) }
    }
    try output.flush()
  }
}
