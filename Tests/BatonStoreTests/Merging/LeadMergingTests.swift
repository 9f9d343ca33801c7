import BatonModel
import Testing

@testable import BatonStore

/// Two leads of a board on a disk that become one.
@Suite("Merging leads")
final class LeadMergingTests: NewBoardSuite {
  override init() throws {
    try super.init()
    for (id, name) in [("ana", "Ana Ruiz"), ("ana2", "A. Ruiz"), ("bo", "Bo Ek")] {
      var lead = Lead(id: LeadID(id), name: name, stage: "new", createdAt: now)
      lead.people = [Person(id: "p1", name: name)]
      lead.people[0].email = id == "bo" ? "bo@x.example" : "Ana@Helix.example"
      try board.add(lead)
    }
  }

  private var context: CommandContext {
    get throws { try board.context(of: "maria", at: now) }
  }

  @Test("What was decided about the other lead is about the kept one")
  func decisions() throws {
    for (date, leads) in [
      ("2026-11-09", ["ana2", "bo"]), ("2026-11-16", ["ana2", "ana"]), ("2026-11-23", ["bo"]),
    ] {
      var meeting = Meeting(date: date)
      var decision = Decision(id: "d1", text: "Call")
      decision.leads = leads.map { LeadID($0) }
      meeting.decisions = [decision]
      try board.add(meeting)
    }
    try board.merge("ana2", into: "ana", in: context)
    let meetings = try board.readMeetings().records
    #expect(meetings.map { $0.decisions[0].leads } == [["ana", "bo"], ["ana"], ["bo"]])
    #expect(meetings.map(\.revision) == [2, 2, 1])
  }

  @Test("A note stays under the old id, and look-ups follow it, over several merges")
  func forwarding() throws {
    try board.apply(.note("from two"), to: "ana2", in: context)
    let (ana, ana2) = (try board.readLead("ana"), try board.readLead("ana2"))
    let change = try board.merge("ana2", into: "ana", in: context)
    #expect(change.after.notes.map(\.text) == ["from two"])
    #expect(change.after.history.last?.command == "merge")
    #expect(try board.readLead("ana") == change.after)
    var note = ForwardingNote(id: "ana2", forwardedTo: "ana", at: now, by: "maria")
    note.revision = 3
    note.before = MergedLeads(kept: ana, other: ana2)
    #expect(try board.forwardingNote(of: "ana2") == note)
    try board.merge("ana", into: "bo", in: context)
    #expect(try board.currentID(of: "ana2") == "bo")
    #expect(try board.currentID(of: "bo") == "bo")
    #expect(try board.currentID(of: "nobody") == "nobody")
    let read = try board.readLeads(summarise: { $0 })
    #expect(read.values.map(\.id) == ["bo"])
    #expect(read.faults == [])
    #expect(read.gone.map(\.id).sorted() == ["ana", "ana2"])
    #expect(read.values.first?.notes.count == 1)
    #expect(try board.check() == [])
  }

  @Test("A merge that is taken back leaves both leads as they were, and says so in both")
  func dividing() throws {
    for (date, leads) in [("2026-11-09", ["ana2", "bo"]), ("2026-11-16", ["ana2", "ana"])] {
      var meeting = Meeting(date: date)
      var decision = Decision(id: "d1", text: "Call")
      decision.leads = leads.map { LeadID($0) }
      meeting.decisions = [decision]
      try board.add(meeting)
    }
    try board.apply(.note("from two"), to: "ana2", in: context)
    let before = (try board.readLead("ana"), try board.readLead("ana2"))
    let merge = try board.merge("ana2", into: "ana", in: context).after.history.last
    let id = try #require(merge?.id)
    try board.undo(id, of: "ana", in: context)
    var (kept, other) = (try board.readLead("ana"), try board.readLead("ana2"))
    #expect(kept.history.map(\.command) == ["merge", "unmerge"])
    #expect(kept.history.last?.undoes == id)
    #expect(other.history.map(\.command) == ["note", "unmerge"])
    #expect([kept.revision, other.revision] == [3, 4])
    kept.history = before.0.history
    other.history = before.1.history
    (kept.revision, other.revision) = (before.0.revision, before.1.revision)
    #expect(kept == before.0)
    #expect(other == before.1)
    let meetings = try board.readMeetings().records
    #expect(meetings.map { $0.decisions[0].leads } == [["ana2", "bo"], ["ana", "ana2"]])
    #expect(try board.check() == [])
    #expect {
      try board.undo(id, of: "ana", in: context)
    } throws: {
      ($0 as? StoreError)?.message.contains("took that back already") == true
    }
  }

  @Test("A merge on which somebody has built stays, whatever was built")
  func builtOn() throws {
    let merge = try board.merge("ana2", into: "ana", in: context).after.history.last
    let id = try #require(merge?.id)
    let path = "board/\(try #require(BoardFolder.file(of: "ana")))"
    let text = try files.text(path)
    for (change, who) in [("Ana Ruiz", "outside built on it"), ("\"revision\": 2", "was changed")] {
      let other = change == "Ana Ruiz" ? "Ana R." : "\"revision\": 5"
      try files.write(text.replacing(change, with: other), to: path)
      let error = #expect(throws: StoreError.self) { try board.undo(id, of: "ana", in: context) }
      #expect(error?.message.contains(who) == true, "\(error as Any)")
    }
    try files.write(text, to: path)
    try board.merge("ana", into: "bo", in: context)
    #expect(throws: StoreError.self) { try board.undo(id, of: "bo", in: context) }
    #expect(try board.currentID(of: "ana2") == "bo")
  }

  @Test("What was done since and taken back keeps nobody from taking a merge back")
  func nothingBuilt() throws {
    try board.apply(.note("before"), to: "ana", in: context)
    let merge = try #require(
      try board.merge("ana2", into: "ana", in: context).after.history.last)
    let move = try #require(
      try board.apply(.move(.init(to: "qualify")), to: "ana", in: context).after.history.last)
    let error = #expect(throws: StoreError.self) {
      try board.undo(merge.id, of: "ana", in: context)
    }
    #expect(
      error?.message.hasPrefix("maria built on it: “move” at ") == true, "\(error as Any)")
    try board.undo(move.id, of: "ana", in: context)
    // What is withdrawn stays on record; a merge of yet another is over once it is taken back.
    let note = try #require(
      try board.apply(.note("withdrawn"), to: "ana", in: context).after.history.last)
    try board.undo(note.id, of: "ana", in: context)
    let other = try #require(
      try board.merge("bo", into: "ana", in: context).after.history.last)
    try board.undo(other.id, of: "ana", in: context)

    try board.undo(merge.id, of: "ana", in: context)
    let kept = try board.readLead("ana")
    #expect(
      kept.history.map(\.command) == [
        "note", "merge", "move", "restore", "note", "retract", "merge", "unmerge", "unmerge",
      ])
    #expect(kept.stage == "new")
    #expect(kept.notes.map(\.text) == ["before", "withdrawn"])
    #expect(kept.notes.map { $0.retracted == nil } == [true, false])
    #expect(kept.people.map(\.name) == ["Ana Ruiz"])
    #expect(try board.readLead("ana2").name == "A. Ruiz")
    #expect(try board.check() == [])
  }

  @Test("Whatever was withdrawn since a merge stays on record when the merge is taken back")
  func withdrawnSince() throws {
    let merge = try #require(
      try board.merge("ana2", into: "ana", in: context).after.history.last)
    for command: LeadCommand in [
      .touch(.init(side: .sales, direction: .outbound, channel: .call)), .note("hello"),
      .verdict(.init(.praise, reason: "good-fit", quality: 4)),
      .hold(.init(reason: "tender", until: now.adding(days: 3))), .offer(.init(to: .qualify)),
      .block(.init("slow reply", origin: .ours)),
    ] {
      let entry = try #require(
        try board.apply(command, to: "ana", in: context).after.history.last)
      try board.undo(entry.id, of: "ana", in: context)
    }
    let merged = try board.readLead("ana")
    try board.undo(merge.id, of: "ana", in: context)
    let kept = try board.readLead("ana")
    #expect(kept.touches.map { $0.retracted == nil } == [false])
    #expect(kept.notes.map { $0.retracted == nil } == [false])
    #expect(kept.feedback.map { $0.retracted == nil } == [false])
    #expect(kept.holds.map(\.lifted) == [now])
    #expect(kept.handoffs.map { $0.retracted == nil } == [false])
    // A roadblock that was withdrawn never was.
    #expect(merged.roadblocks == [] && kept.roadblocks == [])
    #expect(kept.history.count == merged.history.count + 1)
    #expect(try board.readLead("ana2").touches == [])
    #expect(try board.check() == [])
  }

  @Test("A meeting whose file is gone keeps nobody from taking a merge back")
  func withoutItsMeeting() throws {
    var meeting = Meeting(date: "2026-11-09")
    meeting.decisions = [Decision(id: "d1", text: "Call")]
    meeting.decisions[0].leads = ["ana2"]
    try board.add(meeting)
    let merge = try #require(
      try board.merge("ana2", into: "ana", in: context).after.history.last)
    #expect(try shell("rm board/meetings/2026-11-09.json", in: files) == 0)
    try board.undo(merge.id, of: "ana", in: context)
    #expect(try board.readLead("ana2").name == "A. Ruiz")
    #expect(try board.readMeetings().records.isEmpty)
  }

  @Test("A note that was made for another merge takes nothing back")
  func notesOfOtherMerges() throws {
    let merge = try #require(
      try board.merge("ana2", into: "ana", in: context).after.history.last)
    let path = "board/\(try #require(BoardFolder.file(of: "ana2")))"
    let text = try files.text(path)
    for (word, other) in [
      (#""forwardedTo": "ana""#, #""forwardedTo": "bo""#), (#""id": "ana","#, #""id": "bo","#),
      (#"      "id": "ana2","#, #"      "id": "bo","#),
    ] {
      #expect(text.contains(word))
      try files.write(text.replacing(word, with: other), to: path)
      let kept = try board.readLead("ana")
      let error = #expect(throws: StoreError.self) {
        try board.undo(merge.id, of: "ana", in: context)
      }
      #expect(error?.message.contains("no longer known") == true, "\(word): \(error as Any)")
      #expect(try board.readLead("ana") == kept)
      #expect(try files.text(path) == text.replacing(word, with: other))
    }
  }

  @Test("Who takes back what was there before a merge has built on it")
  func builtOnByTakingBack() throws {
    let note = try #require(
      try board.apply(.note("before"), to: "ana", in: context).after.history.last)
    let merge = try #require(
      try board.merge("ana2", into: "ana", in: context).after.history.last)
    try board.undo(note.id, of: "ana", in: context)
    let error = #expect(throws: StoreError.self) {
      try board.undo(merge.id, of: "ana", in: context)
    }
    #expect(error?.message.hasPrefix("maria built on it: “retract”") == true, "\(error as Any)")
    #expect(try board.currentID(of: "ana2") == "ana")
  }

  @Test("An import that leaves no trace keeps a merge, also where a change was taken back")
  func builtOnWithoutTrace() throws {
    let merge = try #require(
      try board.merge("ana2", into: "ana", in: context).after.history.last)
    let move = try #require(
      try board.apply(.move(.init(to: "qualify")), to: "ana", in: context).after.history.last)
    try board.changeLeads(["ana"]) { _, lead in
      var lead = lead
      lead?.tags = ["imported"]
      return lead
    }
    try board.undo(move.id, of: "ana", in: context)
    let error = #expect(throws: StoreError.self) {
      try board.undo(merge.id, of: "ana", in: context)
    }
    #expect(error?.message.contains("was changed since") == true, "\(error as Any)")
    #expect(try board.readLead("ana").tags == ["imported"])
  }

  @Test("A command for a lead that was merged says into which")
  func commands() throws {
    try board.merge("ana2", into: "ana", in: context)
    let error = #expect(throws: StoreError.self) {
      try board.apply(.note("x"), to: "ana2", in: context)
    }
    #expect(error?.message.hasSuffix("this lead was merged into \"ana\"") == true)
    #expect(throws: StoreError.self) { try board.merge("ana2", into: "bo", in: context) }
    #expect(throws: StoreError.self) { try board.merge("ana", into: "ana", in: context) }
    #expect(throws: StoreError.self) { try board.merge("nobody", into: "ana", in: context) }
    #expect(try board.readLead("ana").history.count == 1)
  }

  @Test("A lead of which nothing is known takes all that there is to take")
  func everyProperty() throws {
    var full = FullRecords.lead
    full.unknown = ["later": true]
    var kept = Lead(id: "kept", name: "Kept", stage: full.stage, createdAt: full.createdAt)
    let blank = kept
    try kept.absorb(full, in: context)
    // A lead stands in one place, and is called what it is called.
    let own: Set = ["schema", "id", "name", "stage", "visits", "parked", "createdAt", "seal"]
    let after = Mirror(reflecting: kept).children
    let untouched = zip(after, Mirror(reflecting: blank).children)
      .filter { "\($0.value)" == "\($1.value)" }.compactMap(\.0.label)
    #expect(Set(untouched).subtracting(own) == [])
  }

  @Test("A note that leads nowhere is a fault")
  func dangling() throws {
    try board.merge("ana2", into: "ana", in: context)
    try files.write(
      #"{"at": "2027-01-15T08:00:00Z", "by": "x", "forwardedTo": "../../x", "id": "bo", "#
        + #""revision": 2, "schema": 1}"#,
      to: "board/\(try #require(BoardFolder.file(of: "bo")))")
    let faults = try board.check()
    #expect(faults.map(\.message) == ["this lead was merged into \"../../x\", which is not there"])
  }

  @Test("Likeness is found by address, number, and name at a domain")
  func duplicates() throws {
    let found = try board.findDuplicates()
    #expect(found.groups.count == 1)
    #expect(found.groups.first?.leads.map(\.id) == ["ana", "ana2"])
    #expect(found.groups.first?.reasons.map(\.words) == ["same e-mail address ana@helix.example"])
    try board.merge("ana2", into: "ana", in: context)
    #expect(try board.findDuplicates().groups.isEmpty)
  }

  @Test("An import of either record finds the one lead")
  func importing() throws {
    for (file, name) in [("crm.csv", "Cy")] {
      try files.write("id,name,email\n1,\(name),c@x.example\n2,Cyrus,d@x.example\n", to: file)
      let prepared = try PreparedImport(
        file: files.path(file), into: board, options: ImportOptions(now: now))
      try _ = prepared.write(to: board)
    }
    let leads = try board.readLeads(summarise: { $0 }).values
    let one = try #require(leads.first { $0.name == "Cy" })
    let two = try #require(leads.first { $0.name == "Cyrus" })
    try board.merge(two.id, into: one.id, in: context)
    let prepared = try PreparedImport(
      file: files.path("crm.csv"), into: board, options: ImportOptions(now: now))
    #expect(prepared.plan.created == 0)
    #expect(prepared.plan.refused == [])
  }

  @Test("A merge that became part of another lead is not offered to be taken back")
  func nested() throws {
    let inner = try board.merge("ana2", into: "ana", in: context).after.history.last
    let outer = try board.merge("ana", into: "bo", in: context).after
    let entry = try #require(outer.history.first { $0.id == inner?.id })
    #expect(!entry.hasWayBack)
    let refused = #expect(throws: StoreError.self) {
      try board.undo(entry.id, of: "bo", in: context)
    }
    #expect(refused?.message == "“merge” cannot be taken back.")
  }
}
