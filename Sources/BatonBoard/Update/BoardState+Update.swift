import BatonModel
import BatonReports
import TerminalCanvas

extension BoardState {
  /// Takes up what happened and says what is to be done outside. Pure: no clock, no file.
  public mutating func update(_ action: Action) -> [Effect] {
    inOrder(take(action)) + keepNames() + weighTeam()
  }

  private mutating func take(_ action: Action) -> [Effect] {
    switch action {
    case .keyPressed(let key): return press(key)
    case .pasted(let text): return paste(text)
    case .mouse(let event): return point(event)
    case .resized(let size):
      self.size = size
      settle()
      return []
    case .timePassed(let now): return letTimePass(until: now)
    case .leadsLoaded, .loadingFinished, .leadsChanged, .boardChanged, .campaignsRead,
      .collateralRead, .meetingsRead, .meetingOpened, .timeTold, .faultsFound, .inboxTaken,
      .watchingChanged, .limitsProposed, .themesFound:
      return takeUp(action)
    case .duplicatesFound, .indexMade, .reportMade, .queueMade, .teamWeighed, .namesIndexed,
      .leadRead, .applied, .meetingApplied, .minutesWritten:
      return answer(action)
    case .minutesFailed, .refused, .undoFailed, .meetingRefused, .meetingFailed, .overtaken,
      .failed:
      return refuse(action)
    }
  }

  /// Takes up what came from the files.
  private mutating func takeUp(_ action: Action) -> [Effect] {
    switch action {
    case .leadsLoaded(let leads, let done, let total):
      if shelf.count == 0, let total { shelf.reserve(total) }
      load(leads)
      reading = .loading(done: done, total: total)
      return indexGrown()
    case .loadingFinished:
      reading = .complete
      return catchUp()
    case .leadsChanged(let leads, let removed, let now):
      return change(leads, removed: removed, at: now)
    case .boardChanged(let board, let now):
      lastChange = now
      return reckon(board, at: reckoning.now)
    case .campaignsRead(let campaigns):
      self.campaigns = Dictionary(
        campaigns.map { ($0.id, $0) }, uniquingKeysWith: { _, last in last })
    case .collateralRead(let collateral):
      self.collateral = Dictionary(
        collateral.map { ($0.id, $0) }, uniquingKeysWith: { _, last in last })
    case .meetingsRead(let book, let broken):
      // The last good state of what is broken now stays.
      let kept = meetings.meetings.filter { broken.contains("meetings/\($0.date).json") }
      return takeUp(kept.isEmpty ? book : MeetingBook(book.meetings + kept))
    case .meetingOpened(let date, let masksNames):
      return beginMeeting(on: date, masksNames: masksNames)
    case .timeTold(let now): tell(time: now)
    case .faultsFound(let faults): self.faults = faults.sorted()
    case .inboxTaken(let message, let isWhole):
      if isWhole {
        toast = Toast(.done, shown(message))
      } else {
        refusal = Toast(.refused, shown(message))
      }
    case .watchingChanged(let watching): self.watching = watching
    case .limitsProposed(let limits):
      guard limits != proposedLimits else { return [] }
      proposedLimits = limits
      return reckon(board, at: reckoning.now)
    case .themesFound(let themes, let current):
      self.themes = themes
      theme = current
    default: break
    }
    return []
  }

  /// Takes up what was asked for.
  private mutating func answer(_ action: Action) -> [Effect] {
    switch action {
    case .duplicatesFound(let groups): offer(groups)
    case .indexMade(let index): return adopt(index) + makeReport()
    case .reportMade(let page, let request): return take(page, for: request)
    case .queueMade(let whose, let items): return take(items, of: whose)
    case .teamWeighed(let load): take(load)
    case .namesIndexed(let names): take(names)
    case .leadRead(let id, let lead):
      if let lead, triage?.current?.id == id { triage?.lead = lead }
      guard page?.id == id else { break }
      page?.isUnreadable = lead == nil
      if let lead {
        let shown = page?.alias.map { lead.masked(as: $0, on: board) } ?? lead
        page?.take(shown, at: reckoning.now)
      } else {
        toast = Toast(.failed, "This lead cannot be read now.")
      }
    case .applied(let lead, let change, let message):
      if let change { undoable.append(.lead(change)) }
      // What has no way back takes something back.
      if change == nil { triage?.returning = lead.id }
      settle(message, on: lead.id)
      toast = Toast(.done, message)
      let effects = isOutdated(lead) ? [] : self.change([lead], removed: [], at: reckoning.now)
      return effects + commands(behind: lead.id)
    case .meetingApplied(let meeting, let inverse, let pending):
      return take(meeting, inverse, of: pending)
    case .minutesWritten(let folder, let files):
      toast = Toast(.done, "The minutes are in \(folder): \(files.joined(separator: ", "))")
    default: break
    }
    return []
  }

  /// A message as it may be shown: before guests it is not, since it may name a buyer.
  func shown(_ message: String) -> String {
    meetingView.masksNames ? "What came of it may name a buyer: it is \(Lead.withheld)." : message
  }
}
