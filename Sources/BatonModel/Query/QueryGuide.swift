/// The query language explained, in the one place from which every help is made.
///
/// The command line, the dashboard's help and the README show these rows; the fields, states and
/// figures in them come from the enumerations that the parser reads, so that none is forgotten.
public enum QueryGuide {
  /// A form that can be typed, and what it finds.
  public struct Row: Hashable, Sendable {
    /// What is typed.
    public let form: String
    /// Which leads it finds.
    public let meaning: String

    init(_ form: String, _ meaning: String) {
      self.form = form
      self.meaning = meaning
    }
  }

  /// Rows that belong together.
  public struct Section: Hashable, Sendable {
    /// The subject of the rows.
    public let title: String
    /// The rows.
    public let rows: [Row]
  }

  /// What a query is, in two sentences.
  public static let summary =
    "A query is words and terms with blanks between them; a lead must meet every one. "
    + "Capitals and accents make no difference: muller finds Müller."

  /// The forms by subject, in the order in which they are learned.
  public static let sections: [Section] = [
    Section(title: "Words", rows: words),
    Section(title: "Fields", rows: QueryField.allCases.map { Row("\($0.rawValue):", $0.meaning) }),
    Section(
      title: "States", rows: QueryState.allCases.map { Row("is:\($0.rawValue)", $0.meaning) }),
    Section(title: "Figures", rows: QueryMeasure.allCases.map { Row($0.example, $0.meaning) }),
    Section(
      title: "Days",
      rows: QueryEvent.allCases.map { Row("\($0.rawValue):2026-11-16", $0.meaning) }),
  ]

  /// Whole queries to begin with.
  public static let examples: [Row] = [
    Row("owner:maria is:stalled", "Maria's leads that nobody moves"),
    Row("stage:propose,decide amount>=50k", "large deals in two stages"),
    Row("source:=google quality<3", "poor leads of exactly that source"),
    Row("is:open touched>14d -is:waiting", "nobody spoke to them for two weeks"),
    Row("owner: -tag:partner", "without an owner, and no partner"),
    Row("is:won ended:2026-11-01..", "sold since the first of November"),
    Row("gave:generate answer:rejected handed:2026-10-01..", "sent back since October"),
    Row("obstacle:price stood:..", "ever met a roadblock of that kind"),
  ]

  private static let words: [Row] = [
    Row("helix", "the word stands anywhere in the lead"),
    Row("\"helix labs\"", "the words stand together; \"\" within them is one \""),
    Row("-helix", "it does not; - before any term turns it round"),
    Row("owner:maria", "the field holds the text"),
    Row("owner:maria,tom", "the field holds one of them"),
    Row("source:=google", "the field is this and nothing more"),
    Row("source:==google", "the same, capitals and accents too"),
    Row("owner:", "the field is empty"),
  ]
}

extension QueryField {
  /// What the field is.
  var meaning: String {
    switch self {
    case .owner: "the owner in sales, by id or name"
    case .marketing: "the owner in marketing, by id or name"
    case .stage: "the stage, by id or title"
    case .furthest: "the furthest stage it ever came to, by id or title"
    case .reached: "a stage that it came to, or past; won is past all"
    case .activity: "generate, qualify, close, deliver or account"
    case .source: "where the lead came from"
    case .campaign: "the campaign that brought it"
    case .ad: "the headline of the ad that brought it"
    case .company: "the company's name"
    case .roadblock: "the kind of the oldest roadblock that stands"
    case .tag: "one of the lead's tags"
    case .id: "the lead's id"
    case .obstacle: "the kind of any roadblock that stands"
    case .blockedby: "who put up one that stands: ours or theirs"
    case .step: "the journey step at which one stands"
    case .fixer: "who is to remove one that stands"
    case .fix: "what is to remove one that stands"
    case .fixdue: "by when: overdue, ahead, or nothing for no date"
    case .giver: "who gives in the handoff that waits: an activity or side"
    case .taker: "who takes in it: an activity or side"
    case .gave: "who gave in a handoff of any time: an activity or side"
    case .took: "who was to take in it: an activity or side"
    case .answer: "what became of it: accepted, rejected or lapsed"
    case .answerer: "the side that owes the answer to a verdict"
    case .answered: "a question of the surveys that it answered, by id"
    case .said: "its answer to a question, the last it gave: answered:"
    case .reason: "why a verdict turned it down, by the reason's code"
    }
  }
}

extension QueryState {
  /// Which leads are in the state.
  var meaning: String {
    switch self {
    case .stalled: "beyond the target, no next step ahead, not waiting"
    case .late: "longer in the stage than the target, not waiting"
    case .stepless: "in play without a next step"
    case .overdue: "the next step is past due"
    case .today: "the next step is due today"
    case .waiting: "snoozed until a date"
    case .nurture: "with marketing until a date"
    case .parked: "resting or ended, in whatever way"
    case .open: "not ended"
    case .closed: "won, lost, disqualified or silent"
    case .won: "sold"
    case .lost: "lost"
    case .disqualified: "no buyer of ours"
    case .silent: "gone without a word"
    case .unowned: "no owner in sales"
    case .held: "a hold lasts on it or its company: do not contact"
    case .blocked: "a roadblock stands"
    case .unapproved: "an approval on the buyer's side is missing"
    case .handoff: "offered, lapsed, or taken without a booked step"
    case .offered: "waits to be accepted, in time"
    case .lapsed: "nobody took it in time: with its giver again"
    case .unproven: "taken, and no step is booked that completes it"
    case .belated: "lapsed, or taken and no step booked in time"
    case .unanswered: "a verdict awaits the other side's answer"
    case .vanished: "open, and no touch for the board's silence window"
    case .unexplained: "ended without being won, and nobody said why"
    case .wordless: "a silent loss: vanished or unexplained"
    case .dropped: "handed over, and marketing has not touched it since"
    }
  }
}

extension QueryMeasure {
  /// What the figure is.
  var meaning: String {
    switch self {
    case .age: "days in the stage; 36h and 2w work too"
    case .amount: "the amount, in whole units of its currency; k and m work"
    case .quality: "the latest rating, 1 to 5"
    case .touched: "days since the last touch"
    case .quiet: "days since both sides last took part in a touch"
    case .created: "days since the lead came in"
    case .offered: "days since the handoff that waits was offered"
    case .unanswered: "days since the verdict that awaits an answer"
    case .held: "days since the oldest hold that lasts was put"
    case .ended: "days since it was won, lost, disqualified or silent"
    }
  }

  /// A term with the figure.
  var example: String {
    switch self {
    case .age: "age>10d"
    case .amount: "amount>=50k"
    case .quality: "quality<3"
    case .touched: "touched<7d"
    case .quiet: "quiet>4w"
    case .created: "created<=30d"
    case .offered: "offered>2d"
    case .unanswered: "unanswered>7d"
    case .held: "held>14d"
    case .ended: "ended<56d"
    }
  }
}

extension QueryEvent {
  /// What happened on the day, with the other ways of writing days.
  var meaning: String {
    switch self {
    case .came: "it came in on that day; 2026-11-16.. is since then"
    case .moved: "it changed its stage; A..B is from day A to day B"
    case .handed: "it was offered to another activity: gave: took: answer:"
    case .ended: "it ended: is:won ended:2026-11-16.."
    case .stood: "obstacle: step: fixer: stood then; .. is at any time"
    }
  }
}
