import BatonModel
import Foundation
import Testing

@testable import BatonStore

/// Edits of a lead's file that no command made: told, and never at the cost of what was edited.
@Suite struct OutsideEditTests {
  let folder: TemporaryFolder
  let board: BoardFolder

  init() throws {
    folder = try TemporaryFolder()
    board = try folder.newBoard()
    var lead = Lead(id: "ana", name: "Ana Ruiz", stage: "new", createdAt: Self.time)
    lead.amount = Money(minorUnits: 500, currency: "EUR")
    lead.tags = ["fair"]
    try board.add(lead)
  }

  private static let time = Instant(seconds: 1_795_000_000)

  private func context(_ entry: EntryID, seen: LeadSight? = nil) -> CommandContext {
    CommandContext(
      board: .standard(name: "Test"), actor: "maria", now: Self.time, seen: seen,
      newEntryID: { entry })
  }

  private func file(_ id: LeadID = "ana") throws -> String {
    "board/" + (try #require(BoardFolder.file(of: id)))
  }

  /// Edits the file's text as `sed` does, and sets when it was written.
  private func edit(
    _ old: String, _ new: String, at time: Int64 = 1_796_000_000, _ id: LeadID = "ana"
  ) throws {
    let text = try folder.text(try file(id))
    #expect(text.contains(old), "\(text)")
    try folder.write(text.replacing(old, with: new), to: try file(id))
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: Double(time))],
      ofItemAtPath: folder.path(try file(id)))
  }

  private func pending(_ id: LeadID = "ana") throws -> [String] {
    board.outsideEdits(of: try board.readLead(id)).map(words)
  }

  private func words(_ entry: HistoryEntry) -> String {
    let what = entry.words(money: { "\($0.minorUnits) \($0.currency)" }, time: \.rfc3339)
    return "\(entry.at.seconds) \(entry.by): \(what)"
  }

  @Test func whatBatonWritesIsNoEdit() throws {
    #expect(try pending() == [])
    try board.apply(.note("called"), to: "ana", in: context("e1"))
    try board.changeLead("ana") { $0.unknown["mood"] = ["deep": [1, true]] }
    try board.changeLeads(["ana"]) { _, lead in
      var lead = lead
      lead?.tags = []
      return lead
    }
    #expect(try pending() == [])
    #expect(try board.readLead("ana").history.map(\.id) == ["e1"])
  }

  @Test func anEditIsToldBeforeAnyCommandAndNothingIsWritten() throws {
    try edit("\"new\"", "\"qualify\"")
    try edit("500", "900", at: 1_796_000_060)
    let number = try folder.fileNumber(try file())
    #expect(
      try pending() == [
        "1796000060 outside: edit stage qualify", "1796000060 outside: edit amount 900 EUR",
        "1796000060 outside: edit visits",
      ])
    let lead = try board.readLead("ana")
    let ids = board.outsideEdits(of: lead).map(\.id)
    #expect(Set(ids).count == 3)
    #expect(board.outsideEdits(of: lead).map(\.id) == ids)
    #expect(try folder.fileNumber(try file()) == number)
    #expect(try board.readLead("ana").history == [])
  }

  @Test func theNextCommandPutsItIntoTheHistoryOnce() throws {
    try edit("\"fair\"", "\"expo\"")
    try board.apply(.note("called"), to: "ana", in: context("e1"))
    try board.apply(.note("again"), to: "ana", in: context("e2"))
    let lead = try board.readLead("ana")
    #expect(
      lead.history.map(words) == [
        "1796000000 outside: edit tags expo", "1795000000 maria: note", "1795000000 maria: note",
      ])
    #expect(lead.tags == ["expo"])
    #expect(lead.revision == 3)
    #expect(try pending() == [])
  }

  @Test func whatBatonDoesNotKnowCountsAndIsKept() throws {
    try edit("\"name\"", "\"mood\": \"glad\",\n  \"name\"")
    #expect(try pending() == ["1796000000 outside: edit"])
    try board.changeLeads(["ana"]) { _, lead in
      var lead = lead
      lead?.tags = []
      return lead
    }
    let lead = try board.readLead("ana")
    #expect(lead.history.map(words) == ["1796000000 outside: edit"])
    #expect(lead.unknown["mood"] == "glad")
    #expect(try pending() == [])
  }

  @Test func blanksOrderAndTheRevisionAreNoEdit() throws {
    try edit("\"revision\": 1", "\"revision\": 7")
    try edit("  \"name\": \"Ana Ruiz\",\n", "\t\"name\":\"Ana \\u0052uiz\",\n")
    #expect(try pending() == [])
    try board.apply(.note("called"), to: "ana", in: context("e1"))
    #expect(try board.readLead("ana").history.map(\.id) == ["e1"])
  }

  @Test func aFileThatBatonNeverWroteIsNoEdit() throws {
    var lead = Lead(id: "bo", name: "Bo", stage: "new", createdAt: Self.time)
    lead.tags = ["by a script"]
    try folder.write(String(decoding: LeadFile.encode(lead), as: UTF8.self), to: try file("bo"))
    #expect(try pending("bo") == [])
    try board.apply(.note("called"), to: "bo", in: context("e1"))
    try edit("by a script", "by hand", "bo")
    #expect(try pending("bo") == ["1796000000 outside: edit tags by hand"])
  }

  @Test func aRefusedCommandWritesNothing() throws {
    try edit("500", "900")
    #expect(throws: StoreError.self) {
      try board.apply(.move(.init(to: "nowhere")), to: "ana", in: context("e1"))
    }
    #expect(try board.readLead("ana").history == [])
    #expect(try pending() == ["1796000000 outside: edit amount 900 EUR"])
  }

  @Test func aChangeOnWhichAnEditorBuiltIsNotTakenBack() throws {
    let amount = Money(minorUnits: 700, currency: "EUR")
    try board.apply(.amount(amount), to: "ana", in: context("e1"))
    try board.apply(.note("called"), to: "ana", in: context("e2"))
    try edit("700", "900")
    let refusal = #expect(throws: StoreError.self) {
      try board.undo("e1", of: "ana", in: context("e3"))
    }
    #expect(
      refusal?.message.hasPrefix("outside built on it: “edit” at") == true, "\(refusal as Any)")
    #expect(try board.readLead("ana").amount?.minorUnits == 900)
    #expect(try board.undo("e2", of: "ana", in: context("e4")).after.notes.last?.retracted != nil)
    #expect(try board.readLead("ana").amount?.minorUnits == 900)
  }

  @Test func whoSawTheEditMayChangeItAndWhoDidNotIsAsked() throws {
    let before = LeadSight(try board.readLead("ana"))
    try edit("500", "900")
    let after = LeadSight(try board.readLead("ana"))
    let mine = LeadCommand.amount(Money(minorUnits: 1000, currency: "EUR"))
    let refusal = #expect(throws: StoreError.self) {
      try board.apply(mine, to: "ana", in: context("e1", seen: before))
    }
    guard case .refused(let why) = refusal, case .overtaken(let edit?) = why.cause else {
      Issue.record("\(refusal as Any)")
      return
    }
    #expect(edit.isOutsideEdit)
    try board.apply(.note("between"), to: "ana", in: context("e2"))
    try board.apply(mine, to: "ana", in: context("e3", seen: after))
    #expect(try board.readLead("ana").amount?.minorUnits == 1000)
  }

  @Test func severalFilesTogetherTellTheirEditsToo() throws {
    try board.add(Lead(id: "bo", name: "Bo", stage: "new", createdAt: Self.time))
    try edit("\"Bo\"", "\"Bo Berg\"", "bo")
    try board.merge("bo", into: "ana", in: context("e1"))
    #expect(
      try board.readLead("ana").history.map(\.command) == ["edit", "merge"],
      "the edit came before")
    #expect(try pending() == [])
  }

  @Test func gitsMergeOfTwoBatonsIsNoEdit() throws {
    let path = try #require(BoardFolder.file(of: "ana"))
    let base = Array(try folder.text(try file()).utf8)
    try board.apply(.note("ours"), to: "ana", in: context("e1"))
    let ours = Array(try folder.text(try file()).utf8)
    try folder.write(String(decoding: base, as: UTF8.self), to: try file())
    try board.apply(.amount(nil), to: "ana", in: context("e2"))
    let theirs = Array(try folder.text(try file()).utf8)
    let merge = RecordMerge(base: base, ours: ours, theirs: theirs, path: path)
    #expect(merge.conflicts == [])
    try folder.write(String(decoding: merge.bytes, as: UTF8.self), to: try file())
    #expect(try pending() == [])
    #expect(try board.readLead("ana").history.map(\.id) == ["e1", "e2"])

  }

  @Test(arguments: [true, false])
  func gitsMergeWithAnEditTellsOfNothingButTheEdit(_ isOurs: Bool) throws {
    let path = try #require(BoardFolder.file(of: "ana"))
    let base = Array(try folder.text(try file()).utf8)
    try board.apply(.amount(nil), to: "ana", in: context("e1"))
    let baton = Array(try folder.text(try file()).utf8)
    try folder.write(String(decoding: base, as: UTF8.self), to: try file())
    try board.apply(.note("called"), to: "ana", in: context("e2"))
    let edited = Array(try folder.text(try file()).replacing("fair", with: "expo").utf8)
    let merge = RecordMerge(
      base: base, ours: isOurs ? edited : baton, theirs: isOurs ? baton : edited, path: path)
    #expect(merge.conflicts == [])
    try folder.write(String(decoding: merge.bytes, as: UTF8.self), to: try file())
    try edit("expo", "expo")
    #expect(try pending() == ["1796000000 outside: edit tags expo"])
    // What Baton did on the other side nobody has built on.
    try board.undo("e1", of: "ana", in: context("e3"))
    let lead = try board.readLead("ana")
    #expect(lead.amount?.minorUnits == 500)
    #expect(lead.history.map(\.command).sorted() == ["amount", "amount", "edit", "note"])
    #expect(try pending() == [])
  }

  @Test func gitsMergeWithAFileThatBatonNeverWroteTellsOfNoEdit() throws {
    let path = try #require(BoardFolder.file(of: "ana"))
    let base = Array(try folder.text(try file()).utf8)
    try board.apply(.note("called"), to: "ana", in: context("e1"))
    let ours = Array(try folder.text(try file()).utf8)
    let unsealed = String(decoding: base, as: UTF8.self).split(separator: "\n").filter {
      !$0.contains("\"seal\"")
    }.joined(separator: "\n").replacing("fair", with: "expo")
    let merge = RecordMerge(base: base, ours: ours, theirs: Array(unsealed.utf8), path: path)
    try folder.write(String(decoding: merge.bytes, as: UTF8.self), to: try file())
    #expect(try board.readLead("ana").tags == ["expo"])
    #expect(try pending() == [])
  }

  @Test func theSealStandsAmongTheKeysInOrder() throws {
    let lead = try board.readLead("ana")
    let bytes = lead.sealedBytes()
    #expect(try JSONValue.decoded(from: bytes).encoded() == bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == (try folder.text(try file())))
    #expect(lead.outsideEdits { Self.time } == [])
  }
}
