import BatonModel
import Foundation
import Synchronization
import Testing

@testable import BatonStore

/// Who keeps what was read of a board has all of a change of several files, or nothing: whenever
/// the files change, and whatever a watcher has told yet.
@Suite struct LiveReadingTests {
  let folder: TemporaryFolder
  let board: BoardFolder
  /// Leads in folders of their own, more or less.
  let ids = (0..<40).map { LeadID("lead-\($0)") }

  init() throws {
    folder = try TemporaryFolder()
    board = try folder.newBoard()
    try board.changeLeads(ids) { id, _ in
      Lead(id: id, name: id.rawValue, stage: "new", createdAt: Instant(seconds: 0))
    }
  }

  /// Tags some leads alike, in one change of their files.
  private func tag(_ ids: [LeadID], _ tag: String) throws {
    try board.transact(on: try ids.map { try BoardPath(.lead, $0.rawValue) }) {
      board throws(StoreError) in
      for id in ids {
        var lead = try board.lead(id)
        lead.tags = [tag]
        try board.put(lead)
      }
    }
  }

  /// A change by a writer that lives and has come so far: so many of its files have their names.
  private func begin(_ ids: [LeadID], _ tag: String, renamed count: Int) throws -> LockHolder {
    var changes: [FileChange] = []
    for id in ids {
      let path = try BoardPath(.lead, id.rawValue)
      var lead = try board.readLead(id)
      lead.tags = [tag]
      changes.append(
        FileChange(
          place: FilePlace(path), was: try board.files.read(path), becomes: lead.fileBytes()))
    }
    let journal = ChangeJournal(
      changes, writer: "process 42 of maria", number: board.files.togetherLog().last + 1)
    try board.files.writeJournal(journal, most: 0o666)
    try board.files.tell(of: journal, isTakenBack: false)
    for change in changes.prefix(count) {
      try Data(change.becomes ?? []).write(
        to: URL(filePath: folder.path("board/\(change.place)")))
    }
    return try LockHolder(of: "board/.baton/locks/.baton.lock", in: folder)
  }

  /// Does something at some of the calls.
  private func at(
    _ calls: Set<Int>, _ work: @escaping @Sendable (_ call: Int) -> Void
  ) -> @Sendable (Lead) -> Lead {
    let count = Mutex(0)
    return { lead in
      let call = count.withLock { count in
        count += 1
        return count
      }
      if calls.contains(call) { work(call) }
      return lead
    }
  }

  @Test func whatIsReadWhileSeveralChangeIsWholeBatchForBatch() async throws {
    let isDone = Mutex(0)
    let summarise = at([3, 11, 25]) { call in
      do {
        try tag(ids, "tag \(call)")
        isDone.withLock { $0 += 1 }
      } catch {
        Issue.record(error)
      }
    }
    var shown: [LeadID: [String]] = [:]
    for await batch in LiveReading(board).loadLeads(summarise: summarise) {
      for lead in batch.values { shown[lead.id] = lead.tags }
      #expect(Set(shown.values).count <= 1)
    }
    #expect(isDone.withLock { $0 } == 3)
    #expect(shown.count == 40)
    #expect(shown["lead-0"]?.first?.hasPrefix("tag") == true)
  }

  @Test func aLeadThatIsMergedWhileAllAreReadIsGone() async throws {
    let summarise = at([30]) { _ in
      do {
        try board.merge(
          "lead-1", into: "lead-2", in: board.context(of: "jo", at: Instant(seconds: 1)))
      } catch {
        Issue.record(error)
      }
    }
    var shown: Set<LeadID> = []
    for await batch in LiveReading(board).loadLeads(summarise: summarise) {
      shown.formUnion(batch.values.map(\.id))
      shown.subtract(batch.gone.map { LeadID($0.id) })
    }
    #expect(shown == Set(ids).subtracting(["lead-1"]))
  }

  @Test(arguments: 0...2)
  func aChangeUnderWayIsShownWholeWhereTheOneBeforeIsTold(renamed: Int) throws {
    let live = LiveReading(board)
    try tag(["lead-1", "lead-2"], "first")
    let writer = try begin(["lead-1", "lead-2"], "second", renamed: renamed)
    // The watcher has told of one file of the first change so far.
    let news = try #require(try live.read(BoardChange(leads: ["lead-1"])) { $0 })
    #expect(news.readLeads == ["lead-1", "lead-2"])
    #expect(news.leads.values.map(\.tags) == [["second"], ["second"]])
    writer.end()
    try board.files.completeJournal()
    // Nothing has to be told again: it is as it was shown.
    let rest = try #require(try live.read { $0 })
    #expect(rest.readLeads == [])
    #expect(try board.readLead("lead-2").tags == ["second"])
  }

  @Test func aChangeMadeWhileAnotherIsReadComesWithIt() throws {
    let live = LiveReading(board)
    try tag(["lead-1", "lead-2"], "first")
    let news = try #require(
      try live.read(
        BoardChange(leads: ["lead-1"]),
        summarise: at([1]) { _ in
          do { try tag(["lead-1", "lead-3"], "second") } catch { Issue.record(error) }
        }))
    let tags = news.leads.values.reduce(into: [:]) { $0[$1.id] = $1.tags }
    #expect(tags == ["lead-1": ["second"], "lead-2": ["first"], "lead-3": ["second"]])
  }

  @Test func whatAChangeMadeOfOtherRecordsComesWithItsLeads() throws {
    try board.add(Campaign(id: "spring", title: "Spring"))
    try board.changeLeads(["lead-1"]) { _, lead in
      var lead = lead
      lead?.acquisition.creating = Arrival()
      lead?.acquisition.creating?.campaign = "spring"
      return lead
    }
    let live = LiveReading(board)
    try board.close(
      "spring", CampaignClosing(note: "over"), in: board.context(of: "jo", at: Instant(seconds: 1)))
    let news = try #require(try live.read(BoardChange(leads: ["lead-1"])) { $0 })
    #expect(news.leads.values.map { $0.notes.count } == [1])
    #expect(news.campaigns?.records.map(\.end) == [Instant(seconds: 1)])
    #expect(news.meetings == nil)
  }

  @Test func everythingIsReadAnewWhereChangesAreNoLongerNamed() throws {
    let live = LiveReading(board)
    for number in 0...TogetherLog.mostChanges { try tag(["lead-1", "lead-2"], "\(number)") }
    #expect(try live.read { $0.id } == nil)
    let all = try live.readAll { $0.id }
    #expect(all.leads.values.count == 40)
    #expect(all.readLeads == nil)
    #expect(try live.read { $0.id }?.readLeads == [])
  }

  @Test func whoIsForgottenIsNamedNowhere() throws {
    let live = LiveReading(board)
    try tag(["lead-1", "lead-2"], "first")
    #expect(try folder.text("board/.baton/together").contains("lead-1"))
    try board.forget(try board.findPerson("lead-1"), month: "2026-11")
    #expect(try !folder.text("board/.baton/together").contains("lead-1"))
    #expect(try live.read { $0.id } == nil)
  }

  // MARK: Who reads once

  @Test(arguments: 0...2)
  func whoReadsOnceSeesAChangeUnderWayWhole(renamed: Int) throws {
    let writer = try begin(["lead-1", "lead-2"], "under way", renamed: renamed)
    #expect(Set(try board.readLeads { $0.tags }.values) == [[], ["under way"]])
    #expect(try board.readLead("lead-2").tags == ["under way"])
    let both = try board.readLeads(["lead-1", "lead-2"]) { $0.tags }.values
    #expect(both == [["under way"], ["under way"]])
    writer.end()
  }

  @Test func whatIsReadInSeveralStepsIsWhole() throws {
    var count = 0
    let tags = try board.readTogether {
      count += 1
      let first = try board.readLead("lead-1").tags
      if count == 1 { try tag(["lead-1", "lead-2"], "both") }
      return [first, try board.readLead("lead-2").tags]
    }
    #expect(tags == [["both"], ["both"]])
    #expect(count == 2)
  }

  @Test func whoeverIsNeverUndisturbedKeepsTheWritersOut() throws {
    var count = 0
    let tags = try board.readTogether {
      count += 1
      let first = try board.readLead("lead-1").tags
      if count < 4 { try tag(["lead-1", "lead-2"], "\(count)") }
      return [first, try board.readLead("lead-2").tags]
    }
    #expect(tags == [["3"], ["3"]])
    #expect(count == 4)
  }

  @Test func aChangeThatIsTakenBackIsToldAgain() throws {
    let live = LiveReading(board)
    try tag(["lead-1", "lead-2"], "first")
    let writer = try begin(["lead-1", "lead-2"], "second", renamed: 1)
    #expect(try live.read { $0.tags }?.leads.values == [["second"], ["second"]])
    writer.end()
    let journal = try #require(try board.files.readJournal())
    try board.files.carryOut(journal, isForward: false)
    #expect(try live.read { $0.tags }?.leads.values == [["first"], ["first"]])
  }

  @Test func aDamagedLogBeginsAnew() throws {
    try tag(["lead-1", "lead-2"], "first")
    let live = LiveReading(board)
    try folder.write("{", to: "board/.baton/together")
    #expect(try live.read { $0.tags } == nil)
    try tag(["lead-1", "lead-2"], "second")
    _ = try live.readAll { $0.tags }
    try tag(["lead-3", "lead-2"], "third")
    #expect(try live.read { $0.tags }?.readLeads == ["lead-2", "lead-3"])
  }
}
