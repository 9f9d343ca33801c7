import BatonModel
import BatonStore
import Dispatch
import Foundation
import StoreActing
import Testing

/// Processes that change two files at a time without a pause, and readers that never see one of the
/// two alone.
@Suite struct WholenessTests {
  /// What a reader keeps of a board whose leads `lead-0` and `lead-1`, and so on, always have the
  /// same name, and on which every tag stands once, whichever lead it goes into.
  private struct Kept {
    private var leads: [LeadID: (name: String, tags: [String])] = [:]
    private var marks: Set<String> = []

    mutating func take(_ batch: RecordBatch<Lead>) {
      for lead in batch.values { leads[lead.id] = (lead.name, lead.tags) }
      for path in batch.gone { leads[LeadID(path.id)] = nil }
    }

    /// What is not as it always is.
    mutating func halves() -> [String] {
      var wrong: [String] = []
      for (id, lead) in leads {
        guard let number = Int(id.rawValue.dropFirst(5)), number % 2 == 0,
          let other = leads[LeadID("lead-\(number + 1)")]
        else { continue }
        if lead.name != other.name { wrong.append("\(id): \(lead.name), not \(other.name)") }
      }
      let tags = leads.values.flatMap(\.tags)
      let found = Set(tags)
      if found.count < tags.count { wrong.append("a tag stands twice") }
      wrong += marks.subtracting(found).map { "\($0) is gone" }
      marks = found
      return wrong
    }

    func has(_ id: LeadID) -> Bool { leads[id] != nil }
  }

  private let last = LeadID("the-last")

  @Test func noReaderSeesAPartOfAChange() async throws {
    let scratch = try Scratch()
    let board = try makeActorsBoard(in: scratch, leads: 20)
    try board.changeLeads((0..<20).map { LeadID("lead-\($0)") }) { _, lead in
      var lead = lead
      lead?.name = "Lead"
      return lead
    }
    let writers = try (0..<3).map { number in
      try ActorProcess(
        on: board, name: "w\(number)", seed: UInt64(number), count: Endurance.count(60, long: 1500),
        leads: 20, kinds: "pairs")
    }
    for writer in writers { writer.wait(untilItTells: "ready") }
    async let frames = follow(board)
    async let readings = readAgainAndAgain(board)
    let deeds = try await onThread { try writers.flatMap { try $0.deeds() } }
    #expect(Set(deeds.map(\.outcome)) == ["applied"])
    try board.add(Lead(id: last, name: "The last", stage: "new", createdAt: RandomCommands.start))
    // As the dashboard does it, and `watch`.
    #expect(try await frames > 1)
    // As reports do it, and the first look of a dashboard.
    #expect(try await readings > 0)
  }

  /// Loads the board and follows it to its last lead; returns how many states it has seen.
  private func follow(_ board: BoardFolder) async throws -> Int {
    var kept = Kept()
    var states = 0
    func take(_ batch: RecordBatch<Lead>) {
      kept.take(batch)
      states += 1
      for half in kept.halves() { Issue.record("state \(states): \(half)") }
    }
    let changes = board.changes()
    let live = LiveReading(board)
    for await batch in live.loadLeads(summarise: { $0 }) { take(batch) }
    for await event in changes {
      var news: BoardNews<Lead>?
      if case .changed(let change) = event { news = try live.read(change) { $0 } }
      if news == nil {
        news = try live.readAll { $0 }
        if let all = news {
          kept = Kept()
          take(all.leads)
        }
      } else if let some = news {
        take(some.leads)
      }
      if kept.has(last) { break }
    }
    return states
  }

  /// Reads the board until its last lead is there; returns how often.
  private func readAgainAndAgain(_ board: BoardFolder) async throws -> Int {
    var readings = 0
    while true {
      readings += 1
      var streamed = Kept()
      for await batch in LiveReading(board).loadLeads(summarise: { $0 }) {
        streamed.take(batch)
        for half in streamed.halves() { Issue.record("batch of reading \(readings): \(half)") }
      }
      var kept = Kept()
      kept.take(try board.readLeads { $0 })
      for half in kept.halves() { Issue.record("reading \(readings): \(half)") }
      if kept.has(last) { return readings }
    }
  }

  /// Waits for something that blocks its thread.
  private func onThread<Value: Sendable>(
    _ work: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(with: Result { try work() }) }
    }
  }
}
