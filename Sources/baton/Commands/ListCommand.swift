import ArgumentParser
import BatonModel
import BatonStore

/// `baton list`: the leads that match, as the board shows them.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the leads that match a query.",
    usage: "baton list [<query> ...] [--json] [<options>]",
    discussion: """
      Leads come by stage, and in a stage by when somebody must act. Leads that have
      ended are listed too; `is:open` leaves them out, as the board does. Put terms
      with < or > in quotation marks, or the shell takes them for files.

      With --json each line is an object with the same keys, null where there is
      nothing. An amount is a whole number of the currency's smallest unit: 1200000
      with EUR is 12 000.00 €. Times are RFC 3339 in UTC; daysInStage counts days of
      24 hours.

      Examples:
        baton list owner:maria is:stalled
        baton list 'amount>=50k' -is:waiting
        baton list is:overdue --json | jq -r .id
        baton list --as-of 2026-12-01 is:stalled
      """)

  @OptionGroup var query: QueryArgument
  @OptionGroup var output: OutputOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let query = try query.parsed()
    let session = try Session(common)
    let (leads, reckoning) = try session.leads(matching: query)
    let output = Output()
    if self.output.json {
      for lead in leads {
        try output.raw(JSONValue.object(LeadRow(lead, reckoning).json).encoded(.compact))
      }
    } else if !leads.isEmpty {
      let table = LeadTable(of: leads, reckoning, columns: session.around.columns ?? .max)
      try output.line(table.header)
      for lead in leads { try output.line(table.line(of: lead)) }
    }
    try output.flush()
  }
}
