import BatonInsights
public import BatonModel
public import BatonReports

/// Work on all leads, which takes longer on a large board than a key may wait.
///
/// Pure: any thread can do it, and what comes of it is an action like any other.
public enum LeadWork: Sendable {
  /// The board's columns; answered with `indexMade`.
  case index([[LeadSummary]], Reckoning, Query, Grouping)
  /// A report; answered with `reportMade`.
  case report(ReportRequest, [[LeadSummary]], ReportFilter, MeetingView, Reckoning)
  /// What somebody has to look at; answered with `queueMade`.
  case queue(TriageQueue, [[LeadSummary]])
  /// How much work each member has; answered with `teamWeighed`.
  case teamLoad([[LeadSummary]], asOf: Instant)
  /// The names, to be searched as one types; answered with `namesIndexed`.
  case names(LeadShelf)

  /// How many leads it looks at.
  public var leadCount: Int {
    switch self {
    case .index(let leads, _, _, _), .report(_, let leads, _, _, _), .queue(_, let leads),
      .teamLoad(let leads, _):
      leads.reduce(0) { $0 + $1.count }
    case .names(let shelf): shelf.count
    }
  }

  /// Does it. Linear in the number of leads, or nearly so.
  public func result() -> Action {
    switch self {
    case .index(let leads, let reckoning, let query, let grouping):
      .indexMade(BoardIndex(leads, reckoning: reckoning, query: query, grouping: grouping))
    case .report(let request, let leads, let filter, let view, let reckoning):
      .reportMade(
        request.page(Array(leads.joined()), matching: filter, in: view, reckoning), for: request)
    case .queue(let queue, let leads):
      .queueMade(queue.whose, queue.items(of: Array(leads.joined())))
    case .teamLoad(let leads, let now):
      .teamWeighed(TeamLoad(of: Array(leads.joined()), asOf: now))
    case .names(let shelf): .namesIndexed(shelf.names)
    }
  }
}
