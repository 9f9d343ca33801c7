internal import BatonInsights
public import BatonReports

/// The reports: which one is open, how far one has gone down into it, and what is selected.
public struct ReportState: Sendable {
  /// A page that one came through; the last is shown.
  public struct Level: Sendable {
    /// Which report it is.
    public var request: ReportRequest
    /// The page, once it is made.
    public var page: ReportPage? {
      didSet { targets = page?.targets ?? [] }
    }
    /// Where its rows lead to: kept, since the hint bar asks for the selected one at each frame.
    private(set) var targets: [ReportPage.Target] = []
    /// The selected row, among those that lead somewhere.
    public var selected = 0 { didSet { if selected != oldValue { heldTop = nil } } }
    /// The first line in view since a row was clicked, so that it stays under the mouse.
    var heldTop: Int?

    /// A page that is still to be made.
    public init(_ request: ReportRequest) { self.request = request }
  }

  /// The pages from the report itself downwards; never empty.
  public var levels: [Level]

  /// A report that is opened.
  public init(_ request: ReportRequest) { levels = [Level(request)] }

  /// The page that is shown.
  public var level: Level {
    get { levels[levels.count - 1] }
    set { levels[levels.count - 1] = newValue }
  }

  /// The reports by the key that opens each, with their names.
  static let tabs: [(key: Character, title: String, request: ReportRequest)] = [
    ("1", "Stalled", .stalled), ("2", "Flow", .flow), ("3", "Roadblocks", .roadblocks(by: .kind)),
    ("4", "Silent", .silence), ("5", "Sources", .sources(by: .source, measure: .accepted)),
    ("6", "Feedback", .feedback), ("7", "Surveys", .surveys), ("8", "Holds", .holds),
  ]

  /// The tab that is open.
  var tab: Int? {
    ReportState.tabs.firstIndex { $0.request.isSameReport(as: levels[0].request) }
  }
}

extension ReportRequest {
  /// Whether both are one report, perhaps told apart by something else.
  func isSameReport(as other: ReportRequest) -> Bool {
    switch (self, other) {
    case (.stalled, .stalled), (.stalled, .stalledParts), (.stalledParts, .stalled),
      (.stalledParts, .stalledParts), (.flow, .flow), (.flow, .flowPart),
      (.roadblocks, .roadblocks), (.roadblocks, .roadblockPart),
      (.silence, .silence), (.sources, .sources), (.holds, .holds),
      (.feedback, .feedback), (.surveys, .surveys):
      true
    default: false
    }
  }

  /// The same report, told apart by the next thing that it can be told apart by; nil for none.
  var regrouped: ReportRequest? {
    switch self {
    case .stalledParts(let stage, let dimension):
      .stalledParts(stage, by: dimension.following)
    case .stalledComparison(let stage, let dimension):
      .stalledComparison(stage, by: dimension.following)
    case .roadblocks(let grouping): .roadblocks(by: grouping.following)
    case .sources(let grouping, .accepted): .sources(by: grouping, measure: .won)
    case .sources(let grouping, .won): .sources(by: grouping.following, measure: .accepted)
    case .stalled, .flow, .flowPart, .roadblockPart, .roadblockRisks, .silence, .feedback,
      .surveys, .holds, .meeting, .leads:
      nil
    }
  }
}

extension CaseIterable where Self: Equatable {
  /// The case after this one; after the last the first.
  fileprivate var following: Self {
    let all = Array(Self.allCases)
    let place = all.firstIndex(of: self) ?? 0
    return all[(place + 1) % all.count]
  }
}
