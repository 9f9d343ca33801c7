import BatonModel
import Foundation
import Testing

@testable import BatonStore

/// What remains of a person on a board on a disk.
@Suite("Forgetting")
final class ForgettingTests: NewBoardSuite {
  override init() throws {
    try super.init()
    for (id, name, email) in [
      ("ana", "Ana Ruiz", "Ana@Helix.example"), ("ana2", "A. Ruiz", "ana@helix.example"),
      ("bo", "Bo Ek", "bo@x.example"), ("twin", "Ana Ruiz", "other@x.example"),
    ] {
      var lead = Lead(id: LeadID(id), name: name, stage: "new", createdAt: now)
      lead.people = [Person(id: "p1", name: name)]
      lead.people[0].email = email
      try board.add(lead)
    }
  }

  /// All that the board's files hold, as text.
  private func everything() throws -> String {
    let root = files.path("board")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root)
    return paths.map { path in
      let data = FileManager.default.contents(atPath: "\(root)/\(path)") ?? Data()
      return path + "\n" + String(decoding: data, as: UTF8.self)
    }.joined(separator: "\n")
  }

  @Test("Rows of logs go that name the lead by its id alone, and no others with the same word")
  func logs() throws {
    let context = try board.context(of: "maria", at: now)
    try board.merge("ana2", into: "ana", in: context)
    let head = "lead,direction,channel,subject\n"
    try files.write(
      head + "ana,outbound,email,Hello\nana2,outbound,email,Hello\nbo,outbound,email,ana\n",
      to: "board/inbox/taken/x-sent.csv")
    try files.write(
      #"[{"lead_id": "ana2", "channel": "call"}, {"lead_id": "bo", "subject": "ana"}]"#,
      to: "board/inbox/taken/x-calls.json")
    let found = try board.findPerson("ana")
    #expect(found.inboxRows == 3)
    try board.forget(found, month: "2026-11")
    #expect(
      try files.text("board/inbox/taken/x-sent.csv") == head + "bo,outbound,email,ana\n")
    #expect(try files.text("board/inbox/taken/x-calls.json").contains("bo"))
    #expect(try !files.text("board/inbox/taken/x-calls.json").contains("ana2"))
  }

  @Test("Rows go that name the record by its id in another system and say nothing of anybody else")
  func records() throws {
    let long = "7927b2df-8bba-4d29-b9a2-b6e0beafe620"
    let others = "027b2df9-8bba-4d29-b9a2-b6e0beafe797"
    var lead = Lead(id: "nameless", name: "Lead 660737", stage: "new", createdAt: now)
    lead.externalIDs = ["crm": long, "shop": "1001"]
    try board.add(lead)
    try files.write(
      "Prospect ID,Lead Number,Visits\n\(long),660737,5\n\(others),1001,7\n",
      to: "board/inbox/taken/x-course.csv")
    let head = "id,name,email,visits\n"
    try files.write(
      head + "1001,,,3\n1001,Bo Ek,,4\n1001,,bo@x.example,5\n7,,,1001\n1001,Lead 660737,,6\n",
      to: "board/inbox/taken/x-shop.csv")
    try files.write(
      #"[{"prospect": "\#(long)"}, {"prospect": "1001"}]"#, to: "board/inbox/taken/x-course.json")
    let found = try board.findPerson("nameless")
    #expect(found.inboxRows == 4)
    try board.forget(found, month: "2026-11")
    #expect(
      try files.text("board/inbox/taken/x-course.csv")
        == "Prospect ID,Lead Number,Visits\n\(others),1001,7\n")
    #expect(
      try files.text("board/inbox/taken/x-shop.csv")
        == head + "1001,Bo Ek,,4\n1001,,bo@x.example,5\n7,,,1001\n")
    #expect(try !files.text("board/inbox/taken/x-course.json").contains(long))
  }

  @Test("Lead, notes, meetings and rows of the inbox go; the others' stay; a count remains")
  func everywhere() throws {
    let context = try board.context(of: "maria", at: now)
    try board.merge("ana2", into: "ana", in: context)
    var meeting = Meeting(date: "2026-11-20")
    meeting.agenda = [AgendaItem(title: "Stalled", note: "Ana Ruiz waits, Anastasia does not")]
    var decision = Decision(id: "d1", text: "Call ana ruiz (ana@helix.example) and Bo Ek")
    decision.leads = ["ana", "bo", "ana2"]
    meeting.decisions = [decision]
    meeting.history = [
      MeetingEntry(id: "e1", at: now, by: "maria", command: "note", subject: "Ana Ruiz’s pilot")
    ]
    try board.add(meeting)
    try files.write(
      "name,email,note\r\nBo,bo@x.example,\"two\nlines\"\r\nAna,ANA@helix.example,\"a\nb\"\r\n"
        + "Ana Ruiz,other@x.example,\r\nAna Ruiz,,\r\n", to: "board/inbox/taken/x-fair.csv")
    try files.write(
      "{\"email\": \"ana@helix.example\"}\n{\"email\": \"bo@x.example\"}\n",
      to: "board/inbox/taken/x-forms.jsonl")
    try files.write(
      #"[{"person": {"mail": "ana@helix.example"}}]"#, to: "board/inbox/rejected/cut.json")
    try files.write("“ana@helix.example” is odd.\n", to: "board/inbox/rejected/cut.json.why.txt")
    try files.write("name,email\nBo,bo@x.example\n", to: "board/inbox/new.csv")
    let found = try board.findPerson("ana")
    #expect(found.notes == ["ana2"])
    #expect(found.meetings == ["2026-11-20"])
    #expect(
      found.inboxFiles == [
        "rejected/cut.json", "rejected/cut.json.why.txt", "taken/x-fair.csv", "taken/x-forms.jsonl",
      ])
    #expect(found.inboxRows == 5)
    #expect(found.others == [])
    try board.forget(found, month: "2026-11")
    let text = try everything()
    #expect(!text.lowercased().contains("ana@helix"))
    #expect(!text.contains("A. Ruiz"))
    #expect(
      try files.text("board/inbox/taken/x-fair.csv")
        == "name,email,note\r\nBo,bo@x.example,\"two\nlines\"\r\nAna Ruiz,other@x.example,\r\n")
    #expect(
      try files.text("board/inbox/taken/x-forms.jsonl") == "{\"email\": \"bo@x.example\"}\n")
    #expect(try files.names(in: "board/inbox/rejected") == ["cut.json.why.txt"])
    let minutes = try #require(try board.readMeetings().records.first)
    #expect(minutes.agenda[0].note == "[forgotten] waits, Anastasia does not")
    #expect(minutes.decisions[0].text == "Call [forgotten] ([forgotten]) and Bo Ek")
    #expect(minutes.decisions[0].leads == ["bo"])
    #expect(minutes.history[0].subject == "[forgotten]’s pilot")
    let left = try board.readLeads(summarise: { $0 })
    #expect(left.values.map(\.id).sorted() == ["bo", "twin"])
    #expect(left.gone.isEmpty)
    #expect(try board.readBoard().forgotten == ["2026-11": 1])
    #expect(try board.check() == [])
  }

  @Test("Others with the same address are named and not touched")
  func others() throws {
    let found = try board.findPerson("ana")
    #expect(found.others == ["ana2"])
    try board.forget(found, month: "2026-11")
    #expect(try board.readLead("ana2").name == "A. Ruiz")
    #expect(throws: StoreError.self) { try board.forget(found, month: "2026-11") }
    #expect(try board.readBoard().forgotten == ["2026-11": 1])
  }

  /// The lead's own path, and its file's text.
  private func anaFile() throws -> (path: String, text: String) {
    let path = try "board/\(BoardPath(.lead, "ana"))"
    return (path, try files.text(path))
  }

  @Test("Copies in wrong places go, so that no repair brings them back")
  func copies() throws {
    let ana = try anaFile()
    try files.write(ana.text, to: "board/leads/zz/ana.json")
    try files.write(ana.text, to: "board/leads/ana copy.json")
    try files.write("{ half of it", to: "board/leads/yy/ana.json")
    try files.write(
      "x leads/aa/ana.json Ana Ruiz", to: "board/.baton/journal.before-repair-2026")
    try files.write("Bo Ek", to: "board/.baton/journal.before-repair-2025")
    let found = try board.findPerson("ana")
    #expect(
      found.copies == [
        ".baton/journal.before-repair-2026", "leads/ana copy.json", "leads/yy/ana.json",
        "leads/zz/ana.json",
      ])
    #expect(found.unread == [])
    try board.forget(found, month: "2026-11")
    #expect(try files.names(in: "board/leads/zz") == [])
    #expect(try files.names(in: "board/leads/yy") == [])
    #expect(try !everything().contains("Ana@Helix"))
    #expect(try files.text("board/.baton/journal.before-repair-2025") == "Bo Ek")
    #expect(try board.check() == [])
  }

  @Test("What fails leaves what repairs have kept")
  func failing() throws {
    let kept = try anaFile().path + ".before-repair-2026"
    try files.write("old", to: kept)
    let found = try board.findPerson("ana")
    #expect(found.copies.count == 1)
    try board.transact(on: [try BoardPath(.lead, "ana")]) { board throws(StoreError) in
      try board.remove(try BoardFolder.filePath(.lead, "ana"))
    }
    #expect(throws: StoreError.self) { try board.forget(found, month: "2026-11") }
    #expect(try files.text(kept) == "old")
  }

  @Test("Copies go with the lead, also where whoever removed them died in the midst of it")
  func interrupted() throws {
    let ana = try anaFile()
    let place = try #require(FilePlace(copy: "leads/zz/ana.json"))
    try files.write(ana.text, to: "board/\(place)")
    let own = FilePlace(try BoardPath(.lead, "ana"))
    let bytes = Array(ana.text.utf8)
    let journal = ChangeJournal(
      [place, own].map { FileChange(place: $0, was: bytes, becomes: nil) }, writer: "nobody",
      isForgetting: true)
    try files.write(String(decoding: journal.encoded(), as: UTF8.self), to: "board/.baton/journal")
    #expect(throws: StoreError.self) { try board.readLead("ana") }
    #expect(try files.names(in: "board/leads/zz") == [])
    #expect(try files.names(in: "board/.baton").contains("journal") == false)
  }

  @Test("Nothing leads out of the board as a copy")
  func copyPlaces() {
    for path in [
      "leads", "leads/../board.json", "leads//a", "board.json", "inbox/a.csv", ".baton/journal",
      ".baton/locks/a.lock", "leads/./a", "/etc/passwd", ".git/config",
    ] {
      #expect(FilePlace(copy: path) == nil, "\(path)")
    }
    for path in ["leads/a b.json", "leads/zz/.a.json", ".baton/journal.before-repair-1"] {
      #expect(FilePlace(relative: path)?.description == path)
    }
  }

  @Test("Places where others' leads, minutes and files name the person still are told")
  func mentions() throws {
    var bo = try board.readLead("bo")
    bo.notes = [
      Note(id: "n1", at: now, by: "maria", text: "ANA RUIZ recommends us"),
      Note(id: "n2", at: now, by: "maria", text: "Anastasia Ruiz does not"),
    ]
    bo.touches = [
      Touch(id: "t1", at: now, side: .sales, direction: .outbound, channel: .email)
    ]
    bo.touches[0].summary = "cc ana@helix.example"
    bo.unknown["custom"] = ["deep": ["see Ana Ruiz"]]
    try board.transact(on: [try BoardPath(.lead, "bo")]) { board throws(StoreError) in
      try board.put(bo)
    }
    try files.write(
      "name,email,note\nBo,bo@x.example,friend of Ana Ruiz\n", to: "board/inbox/taken/x-fair.csv")
    let file = try BoardPath(.lead, "bo").description
    let found = try board.findPerson("ana")
    #expect(
      found.mentions.map { "\($0.file) \($0.key)" } == [
        "inbox/taken/x-fair.csv line 2", "\(file) custom.deep[0]", "\(file) notes[0].text",
        "\(file) touches[0].summary",
      ])
    #expect(found.mentions.allSatisfy { !$0.isUncertain })
  }

  @Test("A short name that may be a part of another's stays in minutes, and is told")
  func shortNames() throws {
    try board.add(Lead(id: "wei", name: "王伟", stage: "new", createdAt: now))
    var meeting = Meeting(date: "2026-11-20")
    meeting.agenda = [AgendaItem(title: "Stalled", note: "王伟 waits"), AgendaItem(title: "给王伟打电话")]
    try board.add(meeting)
    let found = try board.findPerson("wei")
    #expect(
      found.mentions == [
        PersonMention(
          file: "meetings/2026-11-20.json", key: "agenda[1].title", isUncertain: true)
      ])
    try board.forget(found, month: "2026-11")
    let agenda = try #require(try board.readMeetings().records.first).agenda
    #expect(agenda.map(\.note) == ["[forgotten] waits", nil])
    #expect(agenda[1].title == "给王伟打电话")
  }

  @Test("A broken file that speaks of the person is named, and one that does not is not")
  func unread() throws {
    try files.write(
      #"{"date": "2026-11-20", "x": "Ana Ruiz""#, to: "board/meetings/2026-11-20.json")
    try files.write("{", to: "board/meetings/2026-11-21.json")
    let found = try board.findPerson("ana")
    #expect(found.unread.map(\.file) == ["meetings/2026-11-20.json"])
    try board.forget(found, month: "2026-11")
    #expect(try files.text("board/meetings/2026-11-20.json").contains("Ana Ruiz"))
  }

  @Test("A lead that was merged for a while leaves its name nowhere")
  func mergedForAWhile() throws {
    let context = try board.context(of: "maria", at: now)
    let merge = try #require(try board.merge("bo", into: "ana", in: context).after.history.last)
    try board.undo(merge.id, of: "ana", in: context)
    try board.forget(try board.findPerson("bo"), month: "2026-11")
    #expect(try !everything().contains("Bo Ek"))
    #expect(try board.readLead("ana").history.map(\.command) == ["merge", "unmerge"])
  }

  @Test("A count that is as large as it can be is no reason to forget nobody")
  func manyForgotten() throws {
    try board.changeBoard { board throws(Refusal) in board.forgotten = ["2026-11": .max] }
    try board.forget(try board.findPerson("ana"), month: "2026-11")
    #expect(try board.readBoard().forgotten == ["2026-11": .max])
  }

  @Test("The policy of the board lists what is due")
  func due() throws {
    try board.changeBoard { board throws(Refusal) in
      var policy = Retention()
      policy.idleDays = 10
      board.retention = policy
    }
    let policy = try #require(try board.readBoard().retention)
    #expect(try board.findDue(policy, at: now.adding(days: 9)).due.isEmpty)
    #expect(try board.findDue(policy, at: now.adding(days: 10)).due.count == 4)
    #expect(try files.text("board/board.json").contains("\"idleDays\": 10"))
  }
}
