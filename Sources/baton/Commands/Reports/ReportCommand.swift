import ArgumentParser
import BatonInsights
import BatonModel
import BatonReports
import BatonStore

/// `baton report`: the figures of the weekly meeting, for people and for scripts.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Where leads stand still, leak, and come from.",
    discussion: """
      Each report takes a QUERY that says which leads are looked at. It is
      written as text, as Markdown, as one HTML page that needs nothing else, or
      as JSON. Figures that rest on too few leads are a dash, never 0; shares
      stand with the interval in which they may lie.

      Examples:
        baton report stalled owner:maria
        baton report stalled --stage qualify --by source
        baton report flow --json | jq .forecast
        baton report sources --by campaign
        baton report meeting --format html --output minutes.html
      """,
    subcommands: [
      StalledReportCommand.self, FlowReportCommand.self, RoadblocksReportCommand.self,
      SilenceReportCommand.self, SourcesReportCommand.self,
      FeedbackReportCommand.self, SurveysReportCommand.self, HoldsReportCommand.self,
      MeetingReportCommand.self,
    ])
}

/// `baton report stalled`.
struct StalledReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stalled",
    abstract: "Where leads stand still: each stage against its limit, and by what.",
    discussion: """
      Without options it shows every stage with a clock. --stage and --by drill
      down; the parts of a stage add up to it, and each comes with the query
      that finds its leads.
      """)

  @Option(help: "Only this stage, by id or title.", completion: .custom(Completions.stages))
  var stage: String?

  @Option(help: "By what the leads are told apart.")
  var by: Dimension?

  @Flag(help: "With --stage: whether the parts leave it alike, by a log-rank test.")
  var compare = false

  @OptionGroup var options: ReportOptions

  func validate() throws {
    guard !compare || stage != nil else {
      throw ValidationError("--compare wants a --stage.")
    }
  }

  func run() throws {
    try options.show { session in
      let stage = try stage.map { typed throws(Failure) in
        try Names.knownStage(typed, on: session.board)
      }
      if compare, let stage { return .stalledComparison(stage, by: by ?? .owner) }
      return stage == nil && by == nil ? .stalled : .stalledParts(stage, by: by ?? .owner)
    }
  }
}

/// `baton report silent`.
struct SilenceReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "silent", abstract: "Leads that went without a word, and what happened last.")

  @OptionGroup var options: ReportOptions

  func run() throws { try options.show { _ in .silence } }
}

/// `baton report sources`.
struct SourcesReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources",
    abstract: "What became of the leads of each source, campaign or ad.",
    discussion: """
      Sources stand in the order of a score that adds ten average leads to each,
      so that two out of two do not outrank 140 of 142.
      """)

  @Option(help: "By what leads are put together.")
  var by = SourceReport.Grouping.source

  @Option(help: "What counts: leads accepted of those answered, or won of all that came.")
  var measure = SourceReport.Measure.accepted

  @OptionGroup var options: ReportOptions

  func run() throws { try options.show { _ in .sources(by: by, measure: measure) } }
}
