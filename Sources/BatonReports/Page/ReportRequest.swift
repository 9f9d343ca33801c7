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
  /// One row of it, number by number.
  case flowPart(FlowPart)
  /// What stands in buyers' way.
  case roadblocks(by: RoadblockReport.Grouping)
  /// One row of them, number by number.
  case roadblockPart(RoadblockPart)
  /// How kinds of roadblock go together with losses.
  case roadblockRisks
  /// Whether the leads of a stage leave it alike, told apart by something.
  case stalledComparison(StageID, by: Dimension)
  /// Leads that went without a word.
  case silence
  /// What became of the leads of each source.
  case sources(by: SourceReport.Grouping, measure: SourceReport.Measure)
  /// A subject of the weekly meeting.
  case meeting(MeetingPart)
  /// What each side owes the other, and what was answered.
  case feedback
  /// What buyers are asked, and how answers go with outcomes.
  case surveys
  /// The holds on contact, and what they cost.
  case holds
  /// The leads that a query finds.
  case leads(query: String)

  /// Makes the page.
  ///
  /// Where names are masked, the filter still finds leads by their names; what is made of them, and
  /// every query on the page, knows their aliases alone.
  ///
  /// - Parameters:
  ///   - leads: All leads of the board.
  ///   - query: Which of them are looked at.
  ///   - view: How a meeting looks at them, and whether names are masked; on every page.
  /// - Complexity: O(n log n).
  public func page(
    _ leads: [LeadSummary], matching query: ReportFilter, in view: MeetingView = MeetingView(),
    _ reckoning: Reckoning
  ) -> ReportPage {
    let (shown, rules) = view.shown(leads, matching: query, reckoning)
    var page = page(of: shown, in: view, rules)
    let filter = view.text(of: query, on: reckoning.board)
    page.subtitle = [page.subtitle, filter.isEmpty ? nil : filter].compactMap(\.self)
      .joined(separator: " · ")
    if page.subtitle?.isEmpty ?? false { page.subtitle = nil }
    return page
  }

  /// The page of the leads that are shown.
  func page(of shown: [LeadSummary], in view: MeetingView, _ reckoning: Reckoning) -> ReportPage {
    switch self {
    case .stalled: StalledPage.page(shown, reckoning)
    case .stalledParts(let stage, let dimension):
      StalledPage.parts(shown, in: stage, by: dimension, reckoning)
    case .flow: FlowPage.page(shown, reckoning)
    case .flowPart(let part): FlowPartPage.page(shown, part, reckoning)
    case .roadblocks(let grouping): RoadblocksPage.page(shown, by: grouping, reckoning)
    case .roadblockPart(let part): RoadblockPartPage.page(shown, part, reckoning)
    case .roadblockRisks: RoadblockRisksPage.page(shown, reckoning)
    case .stalledComparison(let stage, let dimension):
      StalledComparisonPage.page(shown, in: stage, by: dimension, reckoning)
    case .silence: SilencePage.page(shown, reckoning)
    case .sources(let grouping, let measure):
      SourcesPage.page(shown, by: grouping, measure: measure, reckoning)
    case .feedback: FeedbackPage.page(shown, reckoning)
    case .surveys: SurveysPage.page(shown, reckoning)
    case .holds: HoldReportPage.page(shown, reckoning)
    case .meeting(let part): part.page(shown, view, reckoning)
    case .leads(let query): LeadsPage.page(shown, query: query, view, reckoning)
    }
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

extension ReportFilter {
  /// The text for eyes that may not know the buyers: as typed, unless a term could name one.
  func maskedText(on board: Board) -> String {
    let names = query.terms.contains { term in
      switch term.condition {
      case .words, .field(.company, _), .field(.id, _), .field(.tag, _),
        .field(.fix, _), .field(.said, _):
        true
      case .field(.owner, let values), .field(.marketing, let values),
        .field(.fixer, let values):
        !values.allSatisfy(board.showsGuests)
      default: false
      }
    }
    return names ? "filtered" : text
  }
}
