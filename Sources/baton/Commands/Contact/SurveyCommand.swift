import ArgumentParser
import BatonModel

/// `baton survey`: an answer to a question of a survey or a form.
struct SurveyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "survey",
    abstract: "Record what a buyer answered to a question.",
    usage: "baton survey <id> <question> <answer> ... [--at <time>] [<options>]",
    discussion: """
      QUESTION is the id of one of the board's questions, which say what they find
      out: need, budget, authority, timing or fit. A question that the board does not
      have is given with --asked. The latest answer counts, the former ones stay.

      Examples:
        baton survey 3f8k2m budget "yes, for next year"
        baton survey 3f8k2m size 40 --provenance observed
        baton survey 3f8k2m fleet "12 vans" --asked "How many vans do you run?"
      """)

  @OptionGroup var lead: LeadArgument

  @Argument(help: "The question's id.", completion: .custom(Completions.questions))
  var question: String

  @Argument(help: "What they answered.")
  var answer: [String]

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The question, where the board does not have it.", valueName: "text"))
  var asked: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("When: yesterday, -2h, 2026-11-20 14:00.", valueName: "time"))
  var at: String?

  @Option(help: "How we know it: observed, declared, imported or guessed; else declared.")
  var provenance: Provenance = .declared

  @OptionGroup var options: ChangeOptions

  func run() throws {
    let session = try options.session()
    let at = try self.at.map { text throws(Failure) in
      try Options.time(text, option: "--at", session.now, session.board.calendar, looking: .back)
    }
    let draft = LeadCommand.AnswerDraft(
      QuestionID(question), answer: answer.joined(separator: " "), asked: asked, at: at,
      provenance: provenance)
    try session.carryOut(on: lead, options) { _ in .survey(draft) }
  }
}
