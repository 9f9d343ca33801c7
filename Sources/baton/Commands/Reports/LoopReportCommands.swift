import ArgumentParser
import BatonReports

/// `baton report feedback`, and `baton feedback`.
struct FeedbackReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "feedback",
    abstract: "What each side owes the other, what was answered, and whether it helped.",
    discussion: """
      Lists what awaits each side, the oldest first: offers, proofs, verdicts without
      an answer, and leads of which sales is asked after one week and after four how
      they turned out. Then what was answered, with how often the same reason came
      from the same source before and since; and the leads that marketing has not
      touched since it handed them over.

      Examples:
        baton feedback marketing:lin
        baton feedback --json | jq '.awaiting.marketing[] | select(.late)'
      """)

  @OptionGroup var options: ReportOptions

  func run() throws { try options.show { _ in .feedback } }
}

/// `baton report surveys`.
struct SurveysReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "surveys",
    abstract: "Which qualifying questions nobody asks, and how answers go with outcomes.",
    discussion: """
      A question that qualifies and that nobody answered in ninety days is one that
      nobody asks. Shares of won leads stand with their interval; under five leads
      nothing is said.
      """)

  @OptionGroup var options: ReportOptions

  func run() throws { try options.show { _ in .surveys } }
}

/// `baton report holds`.
struct HoldsReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "holds",
    abstract: "Who may not be contacted until when, and what that cost.",
    discussion: """
      Lists the holds that last, the oldest first, and those that ended within two
      weeks, with what the buyers did meanwhile. `baton list "held>14d"` lists the
      leads behind old ones.
      """)

  @OptionGroup var options: ReportOptions

  func run() throws { try options.show { _ in .holds } }
}
