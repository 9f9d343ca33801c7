internal import BatonModel

/// A subject of the weekly meeting, in the order in which the agenda walks through them.
public enum MeetingPart: String, CaseIterable, Hashable, Sendable {
  /// What changed since the last meeting, against the four weeks before it.
  case changes
  /// Handed-over leads without an answer.
  case handoffs
  /// Each side's overdue clocks.
  case clocks
  /// Where leads stand still.
  case stalled
  /// What stands in buyers' way.
  case roadblocks
  /// Leads that went without a word.
  case silence
  /// Holds that outlive their reason.
  case holds
  /// What became of the leads of each source.
  case sources
  /// Verdicts that nobody answered.
  case feedback
  /// What was decided last time, and how it stands.
  case decisions

  /// The subject in a few words: the title of the page, and of the agenda item in the meeting's
  /// file, by which its note finds back to the page.
  public var title: String {
    switch self {
    case .changes: "What changed"
    case .handoffs: "Handed over, no answer"
    case .clocks: "Overdue clocks"
    case .stalled: "Stalled"
    case .roadblocks: "Roadblocks"
    case .silence: "Silent losses"
    case .holds: "Holds past their reason"
    case .sources: "Source quality"
    case .feedback: "Feedback unanswered"
    case .decisions: "Decisions of last time"
    }
  }

  /// The page of the leads that are shown.
  func page(_ leads: [LeadSummary], _ view: MeetingView, _ reckoning: Reckoning) -> ReportPage {
    var page =
      switch self {
      case .changes: ChangesPage.page(leads, view, reckoning)
      case .handoffs: WaitingHandoffsPage.page(leads, reckoning)
      case .clocks: OverdueClocksPage.page(leads, reckoning)
      case .stalled: MeetingStalledPage.page(leads, reckoning)
      case .roadblocks: MeetingRoadblocksPage.page(leads, reckoning)
      case .silence: MeetingSilencePage.page(leads, view, reckoning)
      case .holds: HoldsPage.page(leads, reckoning)
      case .sources: MeetingSourcesPage.page(leads, reckoning)
      case .feedback: UnansweredPage.page(leads, reckoning)
      case .decisions: DecisionsPage.page(leads, view, reckoning)
      }
    page.json["part"] = .string(rawValue)
    page.json["asOf"] = .time(reckoning.now)
    page.json["title"] = .string(title)
    page.json["headline"] = .string(page.headline)
    return page
  }
}
