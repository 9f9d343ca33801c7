public import BatonInsights
public import BatonModel

/// Which report is wanted.
public enum ReportRequest: Hashable, Sendable {
  /// Where leads stand still, stage by stage.
  case stalled
  /// The leads of a stage, or of all with a clock, by what they have in common.
  case stalledParts(StageID?, by: Dimension)
  /// The connected pipeline.
  case flow
  /// What stands in buyers' way.
  case roadblocks(by: RoadblockReport.Grouping)
  /// Leads that went without a word.
  case silence
  /// What became of the leads of each source.
  case sources(by: SourceReport.Grouping, measure: SourceReport.Measure)
  /// The leads that a query finds.
  case leads(query: String)

  /// Makes the page.
  ///
  /// - Parameters:
  ///   - leads: All leads of the board.
  ///   - query: Which of them are looked at.
  /// - Complexity: O(n log n).
  public func page(_ leads: [LeadSummary], matching query: ReportFilter, _ reckoning: Reckoning)
    -> ReportPage
  {
    let matcher = QueryMatcher(query.query, reckoning: reckoning)
    let shown = query.query.isEmpty ? leads : leads.filter { matcher.matches($0) }
    var page: ReportPage
    switch self {
    case .stalled:
      page = StalledPage.page(shown, reckoning)
    case .stalledParts(let stage, let dimension):
      page = StalledPage.parts(shown, in: stage, by: dimension, reckoning)
    case .flow: page = FlowPage.page(shown, reckoning)
    case .roadblocks(let grouping): page = RoadblocksPage.page(shown, by: grouping, reckoning)
    case .silence: page = SilencePage.page(shown, reckoning)
    case .sources(let grouping, let measure):
      page = SourcesPage.page(shown, by: grouping, measure: measure, reckoning)
    case .leads(let query): page = LeadsPage.page(shown, query: query, reckoning)
    }
    page.subtitle = query.text.isEmpty ? nil : query.text
    return page
  }
}

/// The filter of a report, as typed and as it is meant.
public struct ReportFilter: Hashable, Sendable {
  /// As typed.
  public var text: String
  /// As it is meant.
  public var query: Query

  /// A filter.
  public init(_ text: String = "", _ query: Query = Query()) {
    self.text = text
    self.query = query
  }
}
