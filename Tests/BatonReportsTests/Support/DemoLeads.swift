import BatonDemo
import BatonInsights
import BatonModel
import BatonReports
import Testing

/// A demo board of two hundred leads at a fixed moment, for tests that look at figures.
enum DemoLeads {
  static let now = Instant(rfc3339: "2026-11-21T14:02:00Z") ?? .distantPast
  static let demo = DemoBoard(leads: 200, seed: 1, asOf: now)
  static let leads = (0..<200).map { LeadSummary(demo.lead(at: $0)) }
  static let reckoning = Reckoning(
    board: demo.board, now: now,
    proposedLimits: TeamDwell(leads.lazy.flatMap(\.stays), asOf: now).proposedLimits)
  static let view = MeetingView(book: MeetingBook(demo.meetings))

  /// How many leads a query finds.
  static func count(_ query: String, of leads: [LeadSummary] = leads) throws -> Int {
    let matcher = QueryMatcher(try Query(query), reckoning: reckoning)
    return leads.count { matcher.matches($0) }
  }

  /// Whether every row of a page opens as many leads as it says.
  static func expectRowsToOpenWhatTheySay(
    _ page: ReportPage, of leads: [LeadSummary] = leads,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for block in page.blocks {
      guard case .table(let table) = block else { continue }
      for row in table.rows {
        guard let query = row.target?.query, let opens = row.opens else { continue }
        #expect(
          try count(query, of: leads) == opens, "\(page.title): \(query)",
          sourceLocation: sourceLocation)
      }
    }
  }
}

extension ReportPage.Target {
  /// The query that finds the leads to which a row leads.
  var query: String? {
    switch self {
    case .leads(let query), .decision(_, leads: let query?): query
    case .lead, .page, .decision(_, leads: nil): nil
    }
  }
}
