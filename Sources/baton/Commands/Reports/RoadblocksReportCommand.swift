import ArgumentParser
import BatonInsights
import BatonReports

/// `baton report roadblocks`.
struct RoadblocksReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roadblocks", abstract: "What stands in buyers' way, and what it costs.",
    discussion: """
      --only opens one row of it: its numbers one by one, each with the query that
      finds the leads behind it. With --json the whole report has them too.

      Examples:
        baton report roadblocks --by owner
        baton report roadblocks --only "slow reply"
        baton report roadblocks --by owner --only nobody
        baton list obstacle:slow fixdue:overdue is:open
      """)

  @Option(help: "By what they are told apart.")
  var by = RoadblockReport.Grouping.kind

  @Option(help: ArgumentHelp("Only this one, all, or nobody and none.", valueName: "row"))
  var only: String?

  @Flag(help: "How the kinds go together with losses, with the tests of chance.")
  var risks = false

  @OptionGroup var options: ReportOptions

  func validate() throws {
    guard !risks || only == nil else {
      throw ValidationError("--risks and --only exclude each other.")
    }
  }

  func run() throws {
    try options.show { _ in
      switch only {
      case nil: risks ? .roadblockRisks : .roadblocks(by: by)
      case "all": .roadblockPart(.all)
      case "none", "nobody": .roadblockPart(.alike(by: by, nil))
      case let value?: .roadblockPart(.alike(by: by, value))
      }
    }
  }
}
