import BatonBoard
import BatonInsights
import BatonModel
import BatonStore
import Dispatch
import Foundation

/// Reads a board for the dashboard: everything once, and then whatever changes.
///
/// Files are read on queues beside the main one. What was read last stays shown while a file is
/// broken, and the fault is told until the file is mended. All that was read at one moment is told
/// in one turn of the main queue, so that no frame shows a part of a change of several files.
@MainActor
final class BoardReader {
  private let folder: BoardFolder
  private let live: LiveReading
  private let asOf: Instant
  /// The moment as of which leads are shown; nil for the present.
  private let past: Instant?
  private let send: (Action) -> Void
  private var board: Board
  private var faults = FaultBook()
  /// Whether the board's settings were gone at the last look: then the whole folder may be another,
  /// as where a network drive is gone, and nothing else that is missing counts.
  private var isAway = false
  private let known: () -> [LeadID]
  private let queue = DispatchQueue(label: "baton.reading", qos: .userInitiated)

  /// So many leads are told of at once while everything is read: each telling makes a frame.
  private static let leadsAtOnce = 1024

  /// A reader that tells what it finds as actions, and asks which leads have been told of.
  init(
    _ session: Session, known: @escaping () -> [LeadID], send: @escaping (Action) -> Void
  ) {
    folder = session.folder
    live = LiveReading(folder)
    asOf = session.now
    past = session.chosenMoment
    board = session.board
    self.known = known
    self.send = send
  }

  /// Begins to watch, then reads every lead, then follows the changes: no change is missed.
  func start() {
    let folder = folder
    Task {
      // Setting up the watches of a large board takes longer than a frame may.
      let events = await self.onQueue { folder.changes() }
      await self.loadAll()
      for await event in events { await self.follow(event) }
    }
  }

  /// Reads one lead whole.
  func readLead(_ id: LeadID) {
    let (folder, past) = (folder, past)
    let shown = { @Sendable (lead: Lead?) -> Lead? in
      let told = lead.map(folder.tellingOutsideEdits)
      return past.map { told?.asOf($0) } ?? told
    }
    Task {
      guard let news = await self.read(BoardChange(), whole: id) else {
        await self.reloadAll()
        let lead = await self.onQueue { shown(try? folder.readLead(id)) }
        return self.send(.leadRead(id, lead))
      }
      let lead = await self.onQueue { shown(news.lead) }
      self.take(news)
      self.send(.leadRead(id, lead))
    }
  }

  /// Tells what a change of several files has made of the board, before a watcher tells of it.
  func catchUp() async {
    guard let news = await read(BoardChange()) else { return await reloadAll() }
    take(news)
  }

  // MARK: - Everything

  private func loadAll() async {
    let clocks = board.stages.filter { $0.kind != .inventory && $0.targetDays == nil }
    let unlimited = Set(clocks.map(\.id))
    var stays: [StageStay] = []
    var leads: [LeadSummary] = []
    for await batch in live.loadLeads(summarise: summarise) {
      let values = batch.values.lazy.compactMap(\.self)
      if !unlimited.isEmpty {
        stays += values.flatMap(\.stays).filter { unlimited.contains($0.stage) }
      }
      leads += values
      faults.add(batch.faults)
      let isEnough = batch.done <= Self.leadsAtOnce || leads.count >= Self.leadsAtOnce
      guard isEnough || !batch.gone.isEmpty else { continue }
      send(.leadsLoaded(leads, done: batch.done, total: batch.total))
      if !batch.gone.isEmpty {
        send(.leadsChanged([], removed: batch.gone.map { LeadID($0.id) }, at: now))
      }
      leads = []
    }
    send(.leadsLoaded(leads, done: 0, total: nil))
    send(.loadingFinished)
    if !unlimited.isEmpty {
      let (history, asOf) = (stays, asOf)
      send(
        .limitsProposed(await onQueue { TeamDwell(history, asOf: asOf).proposedLimits }))
    }
    let rest = BoardChange(others: Set(BoardPath.Kind.allCases))
    guard let news = await read(rest) else { return await reloadAll() }
    take(news)
  }

  /// Reads everything again, because anything may have changed.
  private func reloadAll() async {
    let (live, summarise) = (live, summarise)
    await readBoard()
    guard !isAway else { return tellOfFaults() }
    let result = await onQueue { () -> Result<BoardNews<LeadSummary?>, StoreError> in
      do throws(StoreError) {
        return .success(try live.readAll(summarise: summarise))
      } catch {
        return .failure(error)
      }
    }
    switch result {
    case .failure(let error):
      send(.failed(error.sentences))
      tellOfFaults()
    case .success(let news): take(news)
    }
  }

  // MARK: - Changes

  private func follow(_ event: BoardEvent) async {
    switch event {
    case .mode(let mode):
      send(.watchingChanged(Watching(mode)))
      let path = folder.path
      faults.clear(path)
      if let fault = mode.fault(of: path) { faults.add(fault, as: path) }
      tellOfFaults()
    case .everything: await reloadAll()
    case .changed where isAway: await reloadAll()
    case .changed(let change):
      guard let news = await read(change) else { return await reloadAll() }
      for path in change.strays { faults.clear(path) }
      faults.add(folder.faults(ofStrays: change.strays))
      take(news)
    }
  }

  /// Reads what has changed; nil where everything has to be read.
  private func read(
    _ change: BoardChange, whole lead: LeadID? = nil
  ) async -> BoardNews<LeadSummary?>? {
    let (live, summarise) = (live, summarise)
    return await onQueue {
      (try? live.read(change, whole: lead, summarise: summarise)) ?? nil
    }
  }

  /// What is shown of a lead; nil for one that had not come in by the moment that was chosen.
  private var summarise: @Sendable (Lead) -> LeadSummary? {
    let past = past
    return { LeadSummary($0, asOf: past) }
  }

  // MARK: - News

  /// Tells what was read, all in one turn.
  private func take(_ news: BoardNews<LeadSummary?>) {
    if let board = news.board { take(board) }
    defer { tellOfFaults() }
    if isAway { return }
    take(leadsOf: news)
    if let set = news.campaigns {
      faults.clear(under: "campaigns/")
      faults.add(set.faults)
      send(.campaignsRead(set.records))
    }
    if let set = news.collateral {
      faults.clear(under: "collateral/")
      faults.add(set.faults)
      send(.collateralRead(set.records))
    }
    if let set = news.meetings {
      faults.clear(under: "meetings/")
      faults.add(set.faults)
      // What a meeting decided stays on the screen while its file is broken.
      send(.meetingsRead(MeetingBook(set.records), broken: Set(set.faults.map(\.file))))
    }
  }

  private func take(leadsOf news: BoardNews<LeadSummary?>) {
    let batch = news.leads
    let leads = batch.values.compactMap(\.self)
    let present = Set(leads.map(\.id))
    // A lead whose file is broken now stays as it was; one whose file is gone goes, and so does one
    // that by its file had not come in yet.
    let unread = UnreadPlaces(batch.faults)
    if let ids = news.readLeads {
      guard !ids.isEmpty else { return }
      for id in ids { BoardFolder.file(of: id).map { faults.clear($0) } }
      faults.add(batch.faults)
      let gone = ids.filter { !present.contains($0) && !unread.mayHold($0) }
      send(.leadsChanged(leads, removed: gone, at: now))
      return
    }
    faults.clearLeads()
    faults.add(batch.faults)
    let gone = known().filter { !present.contains($0) && !unread.mayHold($0) }
    send(.leadsChanged(leads, removed: gone, at: now))
  }

  private func readBoard() async {
    let folder = folder
    let result = await onQueue { () -> Result<Board, StoreError> in
      do throws(StoreError) {
        return .success(try folder.readBoard())
      } catch {
        return .failure(error)
      }
    }
    take(result)
  }

  private func take(_ result: Result<Board, StoreError>) {
    let place = BoardPath.board.description
    faults.clear(place)
    isAway = false
    switch result {
    case .success(let board):
      self.board = board
      send(.boardChanged(board, at: now))
    case .failure(.fault(let fault)): faults.add([fault])
    case .failure(.unknown):
      isAway = true
      faults.add([.boardAway])
    case .failure(let error):
      faults.add([
        FileFault(file: place, kind: .unreadable, message: error.message, remedy: error.remedy)
      ])
    }
  }

  private func tellOfFaults() { send(.faultsFound(faults.all)) }

  private var now: Instant { Instant(.now) }

  /// Does work that waits for the disk, in order, beside the main queue.
  private nonisolated func onQueue<Result: Sendable>(
    _ work: @escaping @Sendable () -> Result
  ) async -> Result {
    await withCheckedContinuation { continuation in
      queue.async { continuation.resume(returning: work()) }
    }
  }
}

extension Watching {
  /// How changes are noticed, for the screen.
  init(_ mode: WatchMode) {
    switch mode {
    case .live: self = .live
    case .polling(let reason): self = .polling("\(reason)")
    case .missing, .closed: self = .off("\(mode)")
    }
  }
}
