public import BatonModel

/// The questions that qualify buyers: who is asked what, what no question covers, and how answers
/// go together with outcomes.
public struct SurveyReport: Sendable {
  /// Fewer leads than these say nothing of an outcome.
  public static let least = 5
  /// A question that nobody answered within so many days is asked no more.
  public static let recentDays = 90.0

  /// Leads that have something in common, with what became of them.
  public struct Outcome: Sendable {
    /// The leads.
    public fileprivate(set) var leads = 0
    /// Those of them that were won.
    public fileprivate(set) var won = 0
    /// Those that ended otherwise.
    public fileprivate(set) var lost = 0

    /// The won ones of all; nil where they are too few.
    public var share: Proportion? {
      leads < SurveyReport.least ? nil : Proportion(won, of: leads)
    }

    /// The won ones of those decided; nil where too few are.
    public var decidedShare: Proportion? {
      won + lost < SurveyReport.least ? nil : Proportion(won, of: won + lost)
    }

    fileprivate mutating func count(_ fate: Fate) {
      leads += 1
      switch fate {
      case .open: break
      case .won: won += 1
      case .lost: lost += 1
      }
    }

    fileprivate mutating func add(_ later: Outcome) {
      leads += later.leads
      won += later.won
      lost += later.lost
    }
  }

  /// A question with its answers.
  public struct Row: Sendable {
    /// The question on the board, or in the leads alone.
    public let id: QuestionID
    /// The question as asked.
    public let text: String
    /// What an answer tells about a buyer; nil where it tells nothing.
    public let qualifies: Question.Qualifies?
    /// The leads that answered it.
    public fileprivate(set) var answered = Outcome()
    /// The leads that did not.
    public fileprivate(set) var silent = Outcome()
    /// When it was last answered, as far as that is known.
    public fileprivate(set) var latest: Instant?
    /// The answers, as they were given first, the most frequent first.
    public fileprivate(set) var answers: [(answer: String, outcome: Outcome)] = []

    /// The query that finds the leads that answered it.
    public var query: String { Dimension.fieldTerm(.answered, id.rawValue) }

    /// The query that finds the leads that gave an answer to it, capitals and accents aside.
    public func query(answering answer: String) -> String {
      "\(query) \(Dimension.fieldTerm(.said, anyOf: [answer], isExact: false))"
    }

    /// Won of those who answered, less won of those who did not; nil where either are too few.
    public var difference: ProportionDifference? {
      guard let one = answered.share, let other = silent.share else { return nil }
      return ProportionDifference(one, minus: other)
    }
  }

  /// What a buyer is qualified by, over all questions about it.
  public struct Field: Sendable {
    /// What it is.
    public let field: Question.Qualifies
    /// The questions of the board about it.
    public let questions: [QuestionID]
    /// The leads that answered any of them.
    public fileprivate(set) var answered = Outcome()
    /// The leads that answered none.
    public fileprivate(set) var silent = Outcome()

    /// The query that finds the leads that answered any of them.
    public var query: String {
      Dimension.fieldTerm(.answered, anyOf: questions.map(\.rawValue))
    }
  }

  /// The leads that were looked at.
  public let leads: Int
  /// The questions of the board in its order, then those that only leads have, the most answered
  /// first.
  public let rows: [Row]
  /// Need, budget, authority, timing and fit.
  public let fields: [Field]
  private let now: Instant

  /// The questions of the board that qualify and that nobody answers of late.
  public var unasked: [Row] {
    rows.filter { row in
      guard row.qualifies != nil else { return false }
      guard row.answered.leads > 0 else { return true }
      return row.latest.map { now.days(since: $0) > SurveyReport.recentDays } ?? false
    }
  }

  /// What no question of the board asks about.
  public var uncovered: [Question.Qualifies] {
    fields.filter(\.questions.isEmpty).map(\.field)
  }

  /// Looks at leads as they stand at a moment.
  ///
  /// - Complexity: O(leads · questions + answers).
  public init(_ leads: [LeadSummary], _ reckoning: Reckoning) {
    let tally = SurveyTally(reckoning).counting(leads)
    self.leads = tally.leads
    rows = tally.finished
    fields = tally.fields
    now = reckoning.now
  }
}

/// Counts answers lead by lead.
private struct SurveyTally: Tally {
  /// Answers that are one but for capitals and accents, as the first was given.
  private struct Answer {
    let text: String
    var outcome = SurveyReport.Outcome()
  }

  var rows: [SurveyReport.Row]
  var fields: [SurveyReport.Field]
  private var places: [QuestionID: Int]
  private var answers: [[Answer]]
  /// The place of each answer among those to its question; as it stands in the files, so that the
  /// same words are folded but once.
  private var written: [[String: Int]]
  private var folded: [[FoldedText: Int]]
  private let known: Int
  private let now: Instant
  private var all = SurveyReport.Outcome()
  /// The question of each of a lead's answers with the answer's place, and the fields that they
  /// cover; kept, so as not to be made for every lead.
  private var given: [(question: Int, place: Int)] = []
  private var covered: [Bool]

  init(_ reckoning: Reckoning) {
    let board = reckoning.board
    now = reckoning.now
    rows = board.questions.map {
      SurveyReport.Row(id: $0.id, text: $0.text, qualifies: $0.qualifies)
    }
    fields = Question.Qualifies.allCases.map { field in
      SurveyReport.Field(
        field: field, questions: board.questions.filter { $0.qualifies == field }.map(\.id))
    }
    places = Dictionary(
      board.questions.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    answers = rows.map { _ in [] }
    written = rows.map { _ in [:] }
    folded = rows.map { _ in [:] }
    known = rows.count
    covered = fields.map { _ in false }
  }

  /// The leads that were counted.
  var leads: Int { all.leads }

  mutating func count(_ lead: LeadSummary) {
    guard lead.createdAt <= now else { return }
    let fate = lead.fate(asOf: now)
    all.count(fate)
    for place in covered.indices { covered[place] = false }
    // By place rather than by element: an answer is a large value to copy.
    let said = lead.answers
    given.removeAll(keepingCapacity: true)
    for place in said.indices where said[place].at ?? .distantPast <= now {
      let question = question(of: said[place])
      // Of two answers to one question the last counts.
      if let earlier = given.firstIndex(where: { $0.question == question }) {
        given[earlier].place = place
      } else {
        given.append((question, place))
      }
    }
    for (question, place) in given {
      rows[question].answered.count(fate)
      if let at = said[place].at, at > rows[question].latest ?? .distantPast {
        rows[question].latest = at
      }
      answers[question][self.place(of: said[place].answer, to: question)].outcome.count(fate)
      if let field = rows[question].qualifies,
        let place = Question.Qualifies.allCases.firstIndex(of: field)
      {
        covered[place] = true
      }
    }
    for place in fields.indices {
      if covered[place] {
        fields[place].answered.count(fate)
      } else {
        fields[place].silent.count(fate)
      }
    }
  }

  mutating func add(_ later: SurveyTally) {
    all.add(later.all)
    for place in fields.indices {
      fields[place].answered.add(later.fields[place].answered)
      fields[place].silent.add(later.fields[place].silent)
    }
    for (row, said) in zip(later.rows, later.answers) {
      let question = places[row.id] ?? self.question(row.id, asked: row.text)
      rows[question].answered.add(row.answered)
      rows[question].latest = [rows[question].latest, row.latest].compactMap(\.self).max()
      for answer in said {
        answers[question][place(of: answer.text, to: question)].outcome.add(answer.outcome)
      }
    }
  }

  /// The place of an answer among those to a question.
  private mutating func place(of answer: String, to question: Int) -> Int {
    if let place = written[question][answer] { return place }
    let place = folded[question][FoldedText(answer), default: answers[question].count]
    if place == answers[question].count {
      answers[question].append(Answer(text: answer))
      folded[question][FoldedText(answer)] = place
    }
    written[question][answer] = place
    return place
  }

  private mutating func question(of answer: SurveyTrace) -> Int {
    places[answer.question]
      ?? question(answer.question, asked: answer.asked ?? answer.question.rawValue)
  }

  /// The place of a question that the board does not know, and nobody has answered before.
  private mutating func question(_ id: QuestionID, asked text: String) -> Int {
    rows.append(SurveyReport.Row(id: id, text: text, qualifies: nil))
    answers.append([])
    written.append([:])
    folded.append([:])
    places[id] = rows.count - 1
    return rows.count - 1
  }

  /// The questions with their answers in order.
  var finished: [SurveyReport.Row] {
    var rows = rows
    for place in rows.indices {
      let answered = rows[place].answered
      rows[place].silent = SurveyReport.Outcome(all, without: answered)
      rows[place].answers = answers[place].map { ($0.text, $0.outcome) }.sorted {
        $0.1.leads != $1.1.leads ? $0.1.leads > $1.1.leads : $0.0 < $1.0
      }
    }
    let others = rows[known...].sorted {
      $0.answered.leads != $1.answered.leads
        ? $0.answered.leads > $1.answered.leads : $0.id < $1.id
    }
    return rows[..<known] + others
  }
}

extension SurveyReport.Outcome {
  fileprivate init(_ all: Self, without some: Self) {
    leads = all.leads - some.leads
    won = all.won - some.won
    lost = all.lost - some.lost
  }
}
