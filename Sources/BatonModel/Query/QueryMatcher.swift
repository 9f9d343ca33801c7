/// A query made ready for a board at a moment, to be asked of many leads.
///
/// Names of members and stages are looked up once, here. One lead is answered in time linear in
/// the number of terms, and for bare words in the length of the lead's text.
public struct QueryMatcher: Sendable {
  let reckoning: Reckoning
  private let ranks: StageTable<Int>
  private let tests: [Test]

  private enum Test: Sendable {
    case words(FoldedText, isNegated: Bool)
    case members(LeadCommand.Ownership, Names<Member>, isNegated: Bool)
    case stages(Names<Stage>, isNegated: Bool)
    case text(QueryField, [QueryValue], isNegated: Bool)
    case state(QueryState, isNegated: Bool)
    case measure(QueryMeasure, QueryComparison, Double, isNegated: Bool)
    case furthest(Names<Stage>, isNegated: Bool)
    case event(QueryEvent, Range<Instant>, isNegated: Bool)
    case roadblock([RoadblockFact])
    case handoff([HandoffFact])
    case said([(field: QueryField, values: [QueryValue])])
    case reached(rank: Int?, isNegated: Bool)
  }

  /// Makes a query ready.
  public init(_ query: Query, reckoning: Reckoning) {
    self.reckoning = reckoning
    ranks = reckoning.board.ranks
    // Terms about one thing of which a lead may have several ask them of one and the same.
    var roadblock: [RoadblockFact] = []
    var handoff: [HandoffFact] = []
    var said: [(field: QueryField, values: [QueryValue])] = []
    var tests: [Test] = []
    for term in query.terms {
      switch term.condition {
      case .field(let field, let values) where field.isOfRoadblock && !term.isNegated:
        roadblock.append(.field(field, values))
      case .event(.stood, let days) where !term.isNegated:
        roadblock.append(.stood(days.instants(at: reckoning)))
      case .field(let field, let values) where field.isOfHandoff && !term.isNegated:
        handoff.append(.field(field, values))
      case .event(.handed, let days) where !term.isNegated:
        handoff.append(.offered(days.instants(at: reckoning)))
      case .field(let field, let values) where field.isOfAnswer(values) && !term.isNegated:
        said.append((field, values))
      default: tests.append(QueryMatcher.test(term, at: reckoning))
      }
    }
    if !roadblock.isEmpty { tests.append(.roadblock(roadblock)) }
    if !handoff.isEmpty { tests.append(.handoff(handoff)) }
    if !said.isEmpty { tests.append(.said(said)) }
    self.tests = tests
  }

  /// Whether a lead matches.
  public func matches(_ lead: LeadSummary) -> Bool {
    if tests.isEmpty { return true }
    return matches(lead, standing: reckoning.standing(of: lead))
  }

  /// Whether a lead matches whose standing is known.
  public func matches(_ lead: LeadSummary, standing: Standing) -> Bool {
    tests.allSatisfy { holds($0, for: lead, standing: standing) }
  }

  private static func test(_ term: QueryTerm, at reckoning: Reckoning) -> Test {
    let (board, isNegated) = (reckoning.board, term.isNegated)
    switch term.condition {
    case .words(let words): return .words(words, isNegated: isNegated)
    case .state(let state): return .state(state, isNegated: isNegated)
    case .measure(let measure, let comparison, let bound):
      return .measure(measure, comparison, bound, isNegated: isNegated)
    case .field(.owner, let values):
      return .members(.sales, members(values, on: board), isNegated: isNegated)
    case .field(.marketing, let values):
      return .members(.marketing, members(values, on: board), isNegated: isNegated)
    case .field(.stage, let values):
      return .stages(stages(values, on: board), isNegated: isNegated)
    case .field(.furthest, let values):
      return .furthest(stages(values, on: board), isNegated: isNegated)
    case .field(.reached, let values):
      let stages = stages(values, on: board)
      return .reached(
        rank: board.stages.firstIndex { stages.include($0.id) }, isNegated: isNegated)
    case .event(let event, let days):
      return .event(event, days.instants(at: reckoning), isNegated: isNegated)
    case .field(.activity, let values):
      let found = board.stages.filter { stage in
        values.contains { $0.matches(stage.activity.rawValue) }
      }
      return .stages(Names(ids: Set(found.map(\.id))), isNegated: isNegated)
    case .field(let field, let values): return .text(field, values, isNegated: isNegated)
    }
  }

  private static func stages(_ values: [QueryValue], on board: Board) -> Names<Stage> {
    Names(values, among: board.stages.map { ($0.id, $0.title) })
  }

  private static func members(_ values: [QueryValue], on board: Board) -> Names<Member> {
    Names(values, among: board.team.map { ($0.id, $0.name) })
  }

  private func has(_ lead: LeadSummary, reached rank: Int) -> Bool {
    lead.highestRank(ranks, asOf: reckoning.now).map { $0 >= rank } ?? false
  }

  private func holds(_ test: Test, for lead: LeadSummary, standing: Standing) -> Bool {
    switch test {
    case .words(let words, let isNegated): lead.text.contains(words) != isNegated
    case .members(let ownership, let members, let isNegated):
      members.include(ownership == .sales ? lead.owner : lead.marketingOwner) != isNegated
    case .stages(let stages, let isNegated): stages.include(lead.stage) != isNegated
    case .text(let field, let values, let isNegated):
      values.contains { value in has(value, in: field, of: lead) } != isNegated
    case .state(let state, let isNegated): isIn(state, lead, standing) != isNegated
    case .measure(let measure, let comparison, let bound, let isNegated):
      (figure(measure, of: lead, standing).map { comparison.holds($0, bound, of: measure) }
        ?? false)
        != isNegated
    case .furthest(let stages, let isNegated):
      stages.include(lead.furthestStage(ranks, asOf: reckoning.now)) != isNegated
    case .event(let event, let days, let isNegated):
      lead.has(event, within: days) != isNegated
    case .roadblock(let facts): meets(facts, lead)
    case .handoff(let facts): handed(facts, lead)
    case .said(let facts): said(facts, lead)
    case .reached(let rank, let isNegated):
      (rank.map { standing.parking?.kind == .won || has(lead, reached: $0) } ?? false)
        != isNegated
    }
  }
}

/// The members or stages that the values of a field name: those whose id or title is the value,
/// else all that contain it.
private struct Names<Subject>: Sendable {
  private var ids: Set<Identifier<Subject>>
  /// Every id that the board knows; others, from files, are compared with the values themselves.
  private var known: Set<Identifier<Subject>>?
  private var values: [QueryValue] = []

  /// Exactly these.
  init(ids: Set<Identifier<Subject>>) { self.ids = ids }

  init(_ values: [QueryValue], among all: [(id: Identifier<Subject>, title: String)]) {
    self.values = values
    known = Set(all.map(\.id))
    ids = []
    for value in values where !value.text.bytes.isEmpty {
      func isNamed(_ one: (id: Identifier<Subject>, title: String), by value: QueryValue) -> Bool {
        value.matches(one.id.rawValue) || value.matches(one.title)
      }
      let exact = all.filter { isNamed($0, by: QueryValue(wholly: value)) }
      let isOpen = exact.isEmpty && !value.isWhole
      ids.formUnion((isOpen ? all.filter { isNamed($0, by: value) } : exact).map(\.id))
    }
  }

  /// Whether an id is named; none is named by an empty value.
  func include(_ id: Identifier<Subject>?) -> Bool {
    guard let id else { return values.contains { $0.text.bytes.isEmpty } }
    if ids.contains(id) { return true }
    guard let known, !known.contains(id) else { return false }
    return values.contains { $0.matches(id.rawValue) }
  }
}

extension QueryValue {
  /// The same text, to be matched as a whole.
  init(wholly value: QueryValue) {
    text = value.text
    isWhole = true
    exact = value.exact
  }
}
