import BatonModel
import BatonStore
import Testing

@testable import baton

@Suite struct BoardFollowerTests {
  private func lead(_ id: LeadID, _ name: String = "Ana") -> Lead {
    Lead(id: id, name: name, stage: "new", createdAt: Instant(seconds: 0))
  }

  private func follower(_ leads: Lead..., faults: [FileFault] = []) -> BoardFollower {
    BoardFollower(leads.map { SeenLead($0) }, faults: faults) { _ in true }
  }

  private func told(_ happenings: [Happening]) -> [String] {
    happenings.map { happening in
      switch happening {
      case .added(let lead, _): "added \(lead.id)"
      case .changed(let lead, _, _): "changed \(lead.id)"
      case .removed(let lead): "removed \(lead.id)"
      case .broken(let fault): "broken \(fault.file)"
      case .mended(let lead): "mended \(lead.id)"
      }
    }
  }

  private func fault(of id: LeadID) throws -> FileFault {
    FileFault(
      file: try #require(BoardFolder.file(of: id)), kind: .malformed, line: 1, column: 1,
      message: "no", remedy: "mend")
  }

  @Test func tellsOfAnEditByHandOnce() {
    var edited = lead("a")
    edited.owner = "maria"
    var follower = follower(lead("a"))
    #expect(told(follower.take([edited])) == ["changed a"])
    var edit = HistoryEntry(id: "x", at: Instant(seconds: 1), by: "outside", command: "edit")
    edit.subject = "owner"
    let note = HistoryEntry(id: "n", at: Instant(seconds: 2), by: "maria", command: "note")
    func tellsNext(_ follower: inout BoardFollower) -> [EntryID] {
      var next = edited
      next.history = [edit, note]
      guard case .changed(_, let changes, _)? = follower.take([next]).first else { return [] }
      return changes.map(\.id)
    }
    #expect(tellsNext(&follower) == ["n"])
    var late = self.follower(lead("a"))
    #expect(tellsNext(&late) == ["x", "n"])
  }

  @Test func saysNothingOfWhatIsTheSame() {
    var follower = follower(lead("a"))
    #expect(told(follower.take([lead("a")])) == [])
    #expect(told(follower.takeAll([lead("a")], faults: [])) == [])
    #expect(told(follower.take([], gone: ["b"])) == [])
  }

  @Test func findsOutWhatALookAtEverythingMeans() throws {
    var follower = follower(lead("a"), lead("b"), lead("c"))
    let fault = try fault(of: "c")
    let happenings = follower.takeAll([lead("b", "Ben"), lead("d")], faults: [fault])
    #expect(told(happenings) == ["changed b", "added d", "removed a", "broken \(fault.file)"])
    // The broken lead keeps its last good state.
    let mended = follower.takeAll([lead("b", "Ben"), lead("c"), lead("d")], faults: [])
    #expect(told(mended) == ["mended c"])
  }

  @Test func tellsOfAStrayFileAgainThatWasGone() {
    let stray = FileFault(
      file: "leads/01/zz.json", kind: .inconsistent, message: "no", remedy: "move it")
    var follower = follower()
    #expect(told(follower.take([], faults: [stray], lookedAt: [stray.file])).count == 1)
    #expect(told(follower.take([], lookedAt: [stray.file])) == [])
    #expect(told(follower.take([], faults: [stray], lookedAt: [stray.file])).count == 1)
  }

  @Test func tellsAFaultOnce() throws {
    let fault = try fault(of: "a")
    var follower = follower(lead("a"))
    #expect(told(follower.take([], faults: [fault])).count == 1)
    #expect(told(follower.take([], faults: [fault])) == [])
    #expect(told(follower.take([lead("a")])) == ["mended a"])
  }
}
