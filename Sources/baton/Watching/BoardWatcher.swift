import BatonModel
import BatonStore
import Foundation

/// Follows a board's files and prints what happens, until it is cancelled.
struct BoardWatcher {
  private let session: Session
  private let isJSON: Bool
  private let output = Output()
  private let changes: AsyncStream<BoardEvent>
  private let live: LiveReading
  private let limits: [StageID: Double]
  private var board: Board
  private var follower: BoardFollower
  private let leads: Int
  /// Whether the board is not in its folder just now; its leads are then not taken as removed.
  private var isAway = false

  /// Begins to watch a board, and reads it.
  init(_ session: Session, query: Query, isJSON: Bool) throws {
    self.session = session
    self.isJSON = isJSON
    // Watched before it is read: nothing that happens in between is missed.
    changes = session.folder.changes()
    live = LiveReading(session.folder)
    board = session.board
    let everyone = try session.readEverybody { SeenLead($0) }
    limits = everyone.reckoning.limits.byStage
    let matcher = QueryMatcher(query, reckoning: everyone.reckoning)
    leads = everyone.values.count
    follower = BoardFollower(
      everyone.values, faults: everyone.faults, matches: { matcher.matches($0) })
  }

  /// Prints what happens, as it happens.
  ///
  /// - Throws: `Output.Closed` when nobody reads any more.
  mutating func follow() async throws {
    for await event in changes {
      switch event {
      case .mode(let mode): try tell(mode)
      case .changed(let change): try take(change)
      case .everything: try takeAll()
      }
      try output.flush()
    }
  }

  private var reckoning: Reckoning {
    let now = session.chosenMoment ?? Instant(Date())
    return Reckoning(board: board, now: now, proposedLimits: limits)
  }

  private mutating func take(_ change: BoardChange) throws {
    guard !isAway, let news = try live.read(change, summarise: { $0 }) else {
      return try takeAll()
    }
    take(news.board)
    for kind in change.others.sorted(by: { $0.rawValue < $1.rawValue }) {
      try tell(kind.rawValue, "\(kind.rawValue) changed", [:])
    }
    let read = news.leads
    let strays = session.folder.faults(ofStrays: change.strays)
    let gone = read.gone.map { LeadID($0.id) }
    try tell(
      follower.take(
        read.values, gone: gone, faults: read.faults + strays, lookedAt: change.strays))
  }

  private mutating func takeAll() throws {
    let news = try live.readAll { $0 }
    if case .failure(.unknown) = news.board {
      isAway = true
      return try tell(follower.take([], faults: [.boardAway]))
    }
    isAway = false
    take(news.board)
    try tell(follower.takeAll(news.leads.values, faults: news.leads.faults))
  }

  private mutating func take(_ newest: Result<Board, StoreError>?) {
    if let newest = try? newest?.get() { board = newest }
  }

  private func tell(_ mode: WatchMode) throws {
    try tell(
      "watching", "watching \(leads) leads: \(mode)",
      ["leads": .whole(leads), "mode": .string("\(mode)")])
  }

  private func tell(_ happenings: [Happening]) throws {
    let reckoning = reckoning
    for happening in happenings {
      let line = HappeningLine(happening: happening, reckoning: reckoning)
      if isJSON {
        try output.raw(JSONValue.object(line.json).encoded(.compact))
      } else {
        try output.line(line.text)
      }
    }
  }

  private func tell(_ event: String, _ text: String, _ members: JSONObject) throws {
    let now = reckoning.now
    if isJSON {
      var json = members
      json["at"] = .time(now)
      json["event"] = .string(event)
      try output.raw(JSONValue.object(json).encoded(.compact))
    } else {
      try output.line("\(Figures.time(now, board.calendar))  \(text)")
    }
  }
}
