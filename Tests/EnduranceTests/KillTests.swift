import BatonModel
import BatonStore
import Foundation
import StoreActing
import Testing

/// Writers that are killed at random moments of commands, imports and changes of several files.
@Suite struct KillTests {
  /// A board is used for so many kills, so that reading all of it stays quick.
  private let killsPerBoard = 25

  @Test func whatWasReportedIsThereAndNothingIsHalfDone() throws {
    var random = SeededGenerator(seed: 42)
    var halfDone = 0
    for batch in 0..<Endurance.count(1, long: 40) {
      let scratch = try Scratch()
      let board = try makeActorsBoard(in: scratch, leads: 8)
      for round in 0..<killsPerBoard {
        let seed = UInt64(batch * killsPerBoard + round)
        let actor = try ActorProcess(
          on: board, name: "k\(round)", seed: seed, count: 10_000, leads: 8, kinds: "all")
        // Every other one is killed in or soon after its first change of several files.
        actor.wait(untilItTells: "ready")
        if round % 2 == 0 { actor.wait(untilItTells: "> both", "> rename", "> merge") }
        actor.kill(after: .microseconds(Int.random(in: 0..<90_000, using: &random)))
        let deeds = try actor.deeds()
        if FileManager.default.fileExists(atPath: board.path + "/.baton/journal") { halfDone += 1 }
        try expectSound(board, deeds, "seed \(seed)")
      }
    }
    // Of a thousand, some were killed while a journal was there, or this test proves nothing.
    if Endurance.isLong { #expect(halfDone > 0) }
  }

  private func expectSound(_ board: BoardFolder, _ deeds: [Deed], _ comment: Comment) throws {
    #expect(try BoardFolder(at: board.path).check() == [], comment)
    // The next Baton takes in what lies in the inbox still.
    _ = try board.takeInbox(now: RandomCommands.start, clock: Instant(Date()).adding(days: 1))
    let left = try FileManager.default.contentsOfDirectory(atPath: board.path + "/.baton")
    #expect(!left.contains("journal"), comment)
    for deed in deeds {
      if deed.outcome == "refused" { continue }
      let isDone = try isThere(deed, on: board)
      switch deed.outcome {
      case "applied": #expect(isDone, "\(comment): \(deed) is lost")
      case nil: break
      default: Issue.record("\(comment): \(deed)")
      }
    }
  }

  /// Whether a deed was done; records an issue where it was done in part, or twice.
  private func isThere(_ deed: Deed, on board: BoardFolder) throws -> Bool {
    if deed.kind == "drop" { return try isTakenIn(deed, on: board) }
    let leads = try board.readLeads(Array(Set(deed.leads))) { $0 }
    let found = Set(leads.values.map(\.id))
    switch deed.kind {
    case "command", "both":
      let changed = leads.values.filter { $0.history.contains { $0.id == deed.entry } }
      if !changed.isEmpty, changed.count != Set(deed.leads).count {
        Issue.record("\(deed) was done in part: \(changed.map(\.id))")
      }
      return !changed.isEmpty
    case "rename":
      if found.count > 1 { Issue.record("\(deed) was done in part: \(found)") }
      return found == [deed.leads[1]]
    case "merge":
      let kept = try board.readLead(deed.leads[0])
      let isAbsorbed = kept.history.contains { $0.id == deed.entry }
      let isForwarded = try board.currentID(of: deed.leads[1]) == deed.leads[0]
      if isAbsorbed != isForwarded { Issue.record("\(deed) was done in part: \(found)") }
      return isAbsorbed
    default: return found == Set(deed.leads)
    }
  }

  /// Whether all rows of a file in the inbox are leads, each once.
  private func isTakenIn(_ deed: Deed, on board: BoardFolder) throws -> Bool {
    let names = try board.readLeads { $0.name }.values.filter { deed.leads.contains(LeadID($0)) }
    if !names.isEmpty, names.sorted() != deed.leads.map(\.rawValue).sorted() {
      Issue.record("\(deed) was done in part, or twice: \(names)")
    }
    return !names.isEmpty
  }
}
