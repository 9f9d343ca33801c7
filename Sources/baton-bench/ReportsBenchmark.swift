import BatonInsights
import BatonModel
import BatonReports
import BatonStore
import Foundation

/// How long each report and each page of the meeting takes to make, once the leads are loaded.
struct ReportsBenchmark: Codable {
  /// The leads of the board.
  var leads: Int
  /// Each report by its name in the command line, each page of the meeting by its part.
  var pages: [String: Figures]
  /// A page of which every lead is given an alias first.
  var masked: Figures
  /// The minutes with all pages of the meeting, as HTML.
  var minutes: Figures

  /// Reads a board once and makes every page of it so many times.
  static func run(board path: String, rounds: Int) throws -> ReportsBenchmark {
    let folder = try BoardFolder(at: path)
    let board = try folder.readBoard()
    let leads = try folder.readLeads(summarise: { LeadSummary($0) }).values
    let now = Instant(Date())
    let reckoning = Reckoning(
      board: board, now: now,
      proposedLimits: TeamDwell(leads.lazy.flatMap(\.stays), asOf: now).proposedLimits,
      companyHolds: CompanyHolds(leads))
    let book = MeetingBook(try folder.readMeetings().records)
    let requests: [(String, ReportRequest)] =
      [
        ("stalled", .stalled), ("stalled by owner", .stalledParts(nil, by: .owner)),
        ("flow", .flow), ("roadblocks", .roadblocks(by: .kind)), ("silent", .silence),
        ("sources", .sources(by: .source, measure: .accepted)), ("feedback", .feedback),
        ("surveys", .surveys), ("holds", .holds), ("leads", .leads(query: "is:stalled")),
      ] + MeetingPart.allCases.map { ("meeting \($0.rawValue)", .meeting($0)) }
    func measure(_ view: MeetingView, _ make: (MeetingView) -> Void) -> Figures {
      make(view)
      return Figures(
        (0..<rounds).map { _ in ContinuousClock().measure { make(view) }.milliseconds })
    }
    func page(_ request: ReportRequest, masked: Bool = false) -> Figures {
      measure(MeetingView(book: book, masksNames: masked)) { view in
        _ = request.page(leads, matching: ReportFilter(), in: view, reckoning)
      }
    }
    return ReportsBenchmark(
      leads: leads.count,
      pages: Dictionary(uniqueKeysWithValues: requests.map { ($0.0, page($0.1)) }),
      masked: page(.meeting(.changes), masked: true),
      minutes: measure(MeetingView(book: book)) { view in
        _ = MeetingMinutes.document(leads, in: view, reckoning).html()
      })
  }
}
