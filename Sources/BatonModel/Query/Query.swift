/// A filter of leads, as typed: `owner:maria is:stalled age>10d -tag:partner`.
///
/// Every term must hold. A term is a bare word (anything written in the lead), a field, a state
/// or a measure; `-` before a term negates it.
public struct Query: Hashable, Sendable {
  /// The terms, in the order typed.
  public var terms: [QueryTerm]

  /// A query of terms; without any, every lead matches.
  public init(terms: [QueryTerm] = []) { self.terms = terms }

  /// Whether every lead matches.
  public var isEmpty: Bool { terms.isEmpty }

  /// Whether the query asks for leads that have ended, which the board otherwise folds away.
  public var asksForClosed: Bool {
    terms.contains(where: \.asksForClosed)
  }

  /// Whether the query asks how long ago something was, so that its answer changes with the clock
  /// alone, at no moment that the lead itself knows.
  public var asksForAges: Bool {
    terms.contains(where: \.asksForAges)
  }
}

/// One condition of a query, or its opposite.
public struct QueryTerm: Hashable, Sendable {
  /// What must hold.
  public enum Condition: Hashable, Sendable {
    /// The words occur in the lead.
    case words(FoldedText)
    /// A field has one of these values.
    case field(QueryField, [QueryValue])
    /// The lead is in a state.
    case state(QueryState)
    /// A figure compares so.
    case measure(QueryMeasure, QueryComparison, Double)
    /// Something happened to the lead within some days.
    case event(QueryEvent, QueryDays)
  }

  /// What must hold.
  public var condition: Condition
  /// Whether it must not hold.
  public var isNegated: Bool

  /// A condition or its opposite.
  public init(_ condition: Condition, isNegated: Bool = false) {
    self.condition = condition
    self.isNegated = isNegated
  }

  /// Whether leads that have ended are meant: by their state, by when they ended, or by why they
  /// were turned down, which ends most of those.
  fileprivate var asksForClosed: Bool {
    switch condition {
    case .state(let state): isNegated ? state == .open : state.isOfClosed
    case .measure(.ended, _, _), .event(.ended, _): !isNegated
    case .field(.reason, let values): !isNegated && !values.allSatisfy(\.text.bytes.isEmpty)
    case .words, .field, .measure, .event: false
    }
  }

  fileprivate var asksForAges: Bool {
    switch condition {
    case .measure(let measure, _, _): measure != .amount && measure != .quality
    case .state(let state): state == .late || state == .vanished || state == .wordless
    case .words, .field, .event: false
    }
  }
}

/// A value to look for in a field.
public struct QueryValue: Hashable, Sendable {
  /// The text, folded.
  public var text: FoldedText
  /// Whether the field must be this and nothing more (`source:=google`).
  public var isWhole: Bool
  /// The text as written, where capitals and accents count as well (`source:==google`).
  public var exact: String?

  /// A value to look for.
  public init(_ text: String, isWhole: Bool = false, isExact: Bool = false) {
    self.text = FoldedText(text)
    self.isWhole = isWhole || isExact
    exact = isExact ? text : nil
  }

  /// Whether a field's text has this value. An empty value is had by an empty field alone.
  func matches(_ field: String?) -> Bool {
    if let exact { return (field ?? "") == exact }
    let folded = FoldedText(field ?? "")
    if isWhole || text.bytes.isEmpty { return folded == text }
    return folded.contains(text)
  }
}

/// The fields that a query can name.
public enum QueryField: String, CaseIterable, Hashable, Sendable {
  case owner, marketing, stage, furthest, reached, activity, source, campaign, ad, company, tag, id
  case roadblock, obstacle, blockedby, step, fixer, fix, fixdue, giver, taker, gave, took, answer
  case answerer, reason, answered, said
}

/// The states that a query can name after `is:`.
public enum QueryState: String, CaseIterable, Hashable, Sendable {
  case stalled, late, stepless, overdue, today, waiting, nurture, parked, open, closed, won, lost
  case disqualified, silent, unowned, held, blocked, unapproved
  case handoff, offered, lapsed, unproven, belated, unanswered, vanished, unexplained, wordless
  case dropped

  /// Whether leads that have ended can be in this state.
  var isOfClosed: Bool {
    switch self {
    case .parked, .closed, .won, .lost, .disqualified, .silent, .unexplained, .wordless: true
    default: false
    }
  }
}

/// The figures that a query can compare.
public enum QueryMeasure: String, CaseIterable, Hashable, Sendable {
  /// Days in the stage.
  case age
  /// The amount in whole units of its currency.
  case amount
  /// The latest rating.
  case quality
  /// Days since the last touch.
  case touched
  /// Days since both parties last took part in a touch.
  case quiet
  /// Days since the lead came in.
  case created
  /// Days since the handoff that waits was offered.
  case offered
  /// Days since the verdict that awaits an answer was given.
  case unanswered
  /// Days since the oldest hold that lasts was put.
  case held
  /// Days since it ended.
  case ended

  /// Whether the figure is a span of time, for which `d`, `h` and `w` may be written.
  var isSpan: Bool { self != .amount && self != .quality }
}

/// What happens to a lead on a day, for which a query can name a span of days.
public enum QueryEvent: String, CaseIterable, Hashable, Sendable {
  /// It came in.
  case came
  /// It went from one stage to another.
  case moved
  /// It was offered to another activity.
  case handed
  /// It was won, lost, disqualified or closed as silent, and has not come back.
  case ended
  /// A roadblock stood in its way.
  case stood
}

/// A span of days on the board's calendar, both ends within it; without an end it goes on, without
/// either it is all time up to now.
public struct QueryDays: Hashable, Sendable {
  /// The first day; nil for since ever.
  public var first: CivilDay?
  /// The last day; nil for up to now.
  public var last: CivilDay?

  /// A span of days.
  public init(from first: CivilDay?, through last: CivilDay?) {
    self.first = first
    self.last = last
  }
}

/// How a figure is compared.
public enum QueryComparison: String, CaseIterable, Hashable, Sendable {
  case atMost = "<="
  case atLeast = ">="
  case less = "<"
  case more = ">"
  case equal = "="

  /// Whether a figure compares so with a bound.
  ///
  /// A span equals another where both have the same whole days: no lead is ten days old to the
  /// microsecond.
  func holds(_ figure: Double, _ bound: Double, of measure: QueryMeasure) -> Bool {
    if self == .equal, measure.isSpan { return figure.rounded(.down) == bound.rounded(.down) }
    return holds(figure, bound)
  }

  private func holds(_ figure: Double, _ bound: Double) -> Bool {
    switch self {
    case .atMost: figure <= bound
    case .atLeast: figure >= bound
    case .less: figure < bound
    case .more: figure > bound
    case .equal: figure == bound
    }
  }
}
