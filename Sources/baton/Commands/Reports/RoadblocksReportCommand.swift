import ArgumentParser
import BatonInsights
import BatonModel
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
    try options.showKnowing { session, leads, reckoning in
      switch only {
      case nil: return risks ? .roadblockRisks : .roadblocks(by: by)
      case "all": return .roadblockPart(.all)
      case "none", "nobody": return .roadblockPart(.alike(by: by, nil))
      case let value?:
        try requireRow(value, on: session.board, leads, reckoning)
        return .roadblockPart(.alike(by: by, value))
      }
    }
  }

  /// Refuses a row that neither the board has a name for nor any lead was ever held up by.
  private func requireRow(
    _ value: String, on board: Board, _ leads: [LeadSummary], _ reckoning: Reckoning
  ) throws(Failure) {
    let named =
      switch by {
      case .kind: board.roadblockKinds
      case .step: board.journey.map(\.id.rawValue)
      case .owner: board.team.map(\.id.rawValue)
      case .origin: Roadblock.Origin.allCases.map(\.rawValue)
      }
    guard !named.contains(value) else { return }
    let met = RoadblockReport(leads, by: by, reckoning).rows.compactMap(\.value)
    guard !met.contains(value) else { return }
    let known = named + met.filter { !named.contains($0) }
    throw Failure(
      "There is no \(by.rawValue) “\(value)” of roadblocks.",
      "Rows are \(known.joined(separator: ", ")), all, nobody and none.", status: .usage)
  }
}
