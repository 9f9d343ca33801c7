import BatonModel
import BatonReports
import TerminalCanvas

/// Reports: opened, gone down into, and come back from.
extension BoardState {
  /// Opens a report, or comes back to it.
  mutating func openReports() -> [Effect] {
    reports = ReportState(.stalled)
    return makeReport()
  }

  mutating func follow(inReports intent: Intent) -> [Effect] {
    guard let state = reports else { return [] }
    switch intent {
    case .up: selectReportRow(state.level.selected - 1)
    case .down: selectReportRow(state.level.selected + 1)
    case .pageUp: selectReportRow(state.level.selected - max(1, size.rows / 2))
    case .pageDown: selectReportRow(state.level.selected + max(1, size.rows / 2))
    case .first: selectReportRow(0)
    case .last: selectReportRow(.max)
    case .left: return openTab((state.tab ?? 0) - 1)
    case .right: return openTab((state.tab ?? 0) + 1)
    case .open: return openReportTarget()
    case .regroup:
      guard let request = state.level.request.regrouped else { return [] }
      reports?.level = ReportState.Level(request)
      return makeReport()
    case .back:
      if state.levels.count > 1 {
        reports?.levels.removeLast()
        return makeReport()
      }
      reports = nil
    default: return followAnywhere(intent)
    }
    return []
  }

  /// Opens a report by its place among the tabs.
  mutating func openTab(_ tab: Int) -> [Effect] {
    guard ReportState.tabs.indices.contains(tab) else { return [] }
    reports = ReportState(ReportState.tabs[tab].request)
    return makeReport()
  }

  mutating func openReportTarget() -> [Effect] {
    guard let state = reports, let target = state.level.selectedTarget else { return [] }
    switch target {
    case .lead(let id): return openPage(of: id)
    case .decision(_, nil):
      // It opens nothing, but what was decided may be longer than its column.
      toast = state.level.selectedDecision.flatMap { meetings.decision(at: $0) }.map {
        Toast(.done, "\(meetingView.words($0.text)): it is about no lead.")
      }
      return []
    case .decision(_, let query?):
      reports?.levels.append(ReportState.Level(.leads(query: query)))
      return makeReport()
    case .leads(let query):
      reports?.levels.append(ReportState.Level(.leads(query: query)))
      return makeReport()
    case .page(let request):
      reports?.levels.append(ReportState.Level(request))
      return makeReport()
    }
  }

  mutating func selectReportRow(_ row: Int) {
    let count = reports?.level.targets.count ?? 0
    reports?.level.selected = max(0, min(row, count - 1))
  }

  /// Asks for the page that is shown; while one is being made, for another one after it.
  mutating func makeReport() -> [Effect] {
    guard let state = reports, reporting.start() else { return [] }
    return [
      .work(.report(state.level.request, shelf.contents, reportFilter, meetingView, reckoning))
    ]
  }

  /// The filter as reports take it: as typed, unless there is a mistake in it.
  var reportFilter: ReportFilter {
    ReportFilter(filter.error == nil ? filter.input.text : "", filter.query)
  }

  /// Shows a page that was made, unless another one is wanted by now.
  mutating func take(_ page: ReportPage, for request: ReportRequest) -> [Effect] {
    let isOutdated = reporting.finish()
    guard let state = reports else { return [] }
    if state.level.request == request {
      let former = state.level.selectedTarget
      reports?.level.page = page
      reports?.level.follow(former)
      noteShown(page, for: request)
      selectReportRow(reports?.level.selected ?? 0)
    }
    return isOutdated || state.level.request != request ? makeReport() : []
  }
}
