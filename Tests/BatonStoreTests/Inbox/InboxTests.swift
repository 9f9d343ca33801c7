import BatonModel
import Dispatch
import Foundation
import Synchronization
import Testing

@testable import BatonStore

/// Files that are dropped into the inbox of a board on a disk.
@Suite("The inbox")
final class InboxTests: NewBoardSuite {
  private func drop(_ text: String, _ name: String) throws {
    try files.write(text, to: "board/inbox/\(name)")
  }

  /// Takes in what is there when so many seconds have passed since it was dropped.
  @discardableResult
  private func take(after seconds: Double = 60) throws -> [InboxOutcome] {
    let clock = Instant(Date()).adding(hours: seconds / 3600)
    return try board.takeInbox(now: now, clock: clock)
  }

  private func leads() throws -> [Lead] {
    try board.readLeads(summarise: { $0 }).values.sorted { $0.name < $1.name }
  }

  private func inbox(_ folder: String = "") throws -> [String] {
    try files.names(in: "board/inbox/\(folder)")
  }

  @Test("Rows come in, refused ones stand aside with line and reason, and the file is kept")
  func taking() throws {
    try drop("id,name,amount\n1,Ana,5\n2,Bo,\"a lot\"\n", "webinar.csv")
    try drop(#"[{"email": "cy@x.example", "name": "Cy"}]"#, "forms.json")
    try drop("{\"email\": \"di@x.example\"}\n{\"email\": \"ed@x.example\"}\n", "more.jsonl")
    let outcomes = try take()
    #expect(outcomes.map(\.file) == ["forms.json", "more.jsonl", "webinar.csv"])
    #expect(outcomes.map(\.fate) == [.taken, .taken, .taken])
    #expect(outcomes.map(\.created) == [1, 2, 1])
    #expect(outcomes.map(\.refused) == [0, 0, 1])
    #expect(outcomes[2].rejectFile == "inbox/rejected/webinar.rejects.csv")
    #expect(outcomes[2].sentence == "1 lead taken in from webinar.csv, 1 rejected.")
    #expect(outcomes[1].sentence == "2 leads taken in from more.jsonl.")
    #expect(
      try files.text("board/inbox/rejected/webinar.rejects.csv").contains(
        "3,“a lot” in “amount” is no amount.,\"Write it as 1234.50"))
    #expect(try leads().map(\.name) == ["Ana", "Cy", "di@x.example", "ed@x.example"])
    #expect(try inbox() == ["rejected", "taken"])
    #expect(
      try inbox("taken").map { String($0.dropFirst(11)) }.sorted() == [
        "forms.json", "more.jsonl", "webinar.csv",
      ])
    #expect(try take() == [])
    #expect(try board.check() == [])
  }

  @Test("The same file twice, under whatever name, is taken in once")
  func twice() throws {
    let rows = "id,name\n1,Ana\n2,Bo\n"
    try drop(rows, "one.csv")
    try take()
    try drop(rows, "other.csv")
    try drop(rows, "one.csv")
    #expect(try take().map(\.fate) == [.seenBefore, .seenBefore])
    #expect(try leads().count == 2)
    #expect(try inbox() == ["taken"])
    try drop("id,name\n1,Ana R\n3,Cy\n", "one.csv")
    let third = try take()
    #expect(third.first?.created == 1)
    #expect(third.first?.updated == 1)
    #expect(try leads().map(\.name) == ["Ana R", "Bo", "Cy"])
  }

  @Test("Rows without an id or an address come in without a question, and once")
  func nameless() throws {
    try drop("name,shoe\nAna,38\nAna,39\n", "fair.csv")
    #expect(try take().first?.created == 2)
    try drop("shoe,name\n38,Ana\n40,Bo\n", "fair.csv")
    #expect(try take().first?.created == 1)
    #expect(try leads().count == 3)
  }

  @Test("What is still being written waits")
  func halfCopied() throws {
    try drop("id,name\n1,Ana\n2,B", "slow.csv")
    #expect(try take(after: 0).map(\.fate) == [.waiting])
    #expect(try take(after: 4).map(\.fate) == [.waiting])
    try drop("id,name\n1,Ana\n2,Bo\n", "slow.csv")
    try drop(#"[{"email": "cy@x.example"}, {"email": "d@x"}, {"#, "cut.json")
    try drop(#"[{"email": "cy@x.example"}"#, "cut2.json")
    try drop("", "empty.csv")
    #expect(
      try take(after: 4).map(\.fate) == [.waiting, .waiting, .waiting, .taken])
    #expect(try leads().map(\.name) == ["Ana", "Bo"])
    for name in ["x.csv.part", ".x.csv", "x.csv~", "x.csv.crdownload", ".~lock.x.csv#"] {
      try drop("id,name\n9,Zoe\n", name)
    }
    #expect(try take(after: 4).map(\.file) == ["cut.json", "cut2.json", "empty.csv"])
    #expect(try leads().count == 2)
  }

  @Test("What is made of a file may be read by nobody who may not read that file")
  func permissions() throws {
    try drop("id,name,amount\n1,Ana,a lot\n", "rows.csv")
    try drop("[1", "cut.json")
    for name in ["rows.csv", "cut.json"] {
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o600], ofItemAtPath: files.path("board/inbox/\(name)"))
    }
    try take()
    for name in ["rows.rejects.csv", "cut.json", "cut.json.why.txt"] {
      let file = files.path("board/inbox/rejected/\(name)")
      let attributes = try FileManager.default.attributesOfItem(atPath: file)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
  }

  @Test("A file of which nothing can be taken in is set aside with the reason")
  func rejected() throws {
    try drop(#"[{"email": "cy@x.example"}"#, "cut.json")
    try drop("id,name,created\n1,Ana,03/04/2026\n", "dates.csv")
    let outcomes = try take()
    #expect(outcomes.map(\.rejectFile) == ["inbox/rejected/cut.json", "inbox/rejected/dates.csv"])
    #expect(
      try inbox("rejected") == ["cut.json", "cut.json.why.txt", "dates.csv", "dates.csv.why.txt"])
    #expect(
      try files.text("board/inbox/rejected/dates.csv.why.txt").contains("--date-order dmy"))
    #expect(try leads().isEmpty)
    try drop(#"[{"email": "cy@x.example"}"#, "cut.json")
    #expect(try take().first?.rejectFile == "inbox/rejected/cut-2.json")
  }

  @Test("Whoever dies between two steps leaves nothing lost and nothing doubled")
  func crash() throws {
    let rows = "id,name,amount,note\n1,Ana,5,hello\n2,Bo,much,\n"
    try drop(rows, "webinar.csv")
    try take()
    let before = try leads()
    let context = try board.context(of: "maria", at: now)
    try board.apply(.amount(Money(minorUnits: 900, currency: "EUR")), to: before[0].id, in: context)
    // As it was after the leads and the rejects were written, but the file was not moved yet.
    let taken = try #require(try inbox("taken").first)
    try FileManager.default.removeItem(atPath: files.path("board/inbox/taken/\(taken)"))
    try drop(rows, "webinar.csv")
    let again = try take()
    #expect(again.first?.unchanged == 1)
    #expect(again.first?.refused == 1)
    #expect(try leads().map(\.notes.count) == [1])
    #expect(try leads().first?.amount?.minorUnits == 900)
    #expect(try inbox("rejected") == ["webinar.rejects.csv"])
    #expect(try inbox("taken") == [taken])
    // As it was when a copy had been kept and the file was not gone yet.
    try drop(rows, "webinar.csv")
    #expect(try take().map(\.fate) == [.seenBefore])
  }

  @Test("Names never lead out of the board, and what is no file is left alone")
  func hostileNames() throws {
    try files.write("id,name\n1,Eve\n", to: "outside.csv")
    try files.makeFolder("board/inbox/folder.csv")
    let inside = files.path("board/inbox")
    try FileManager.default.createSymbolicLink(
      atPath: "\(inside)/link.csv", withDestinationPath: files.path("outside.csv"))
    try shell("mkfifo board/inbox/pipe.csv; printf 'id\\n1\\n' > board/inbox/read.me", in: files)
    let odd = "a..\u{202E}odd\u{7}\nname.csv"
    let long = String(repeating: "é", count: 120) + ".csv"
    for (number, name) in [odd, long, "-rf.csv", "NUL.csv"].enumerated() {
      try drop("id,name\n1,Lead \(number)\n", name)
    }
    let outcomes = try take()
    #expect(
      Set(outcomes.filter { !$0.isDone }.map(\.file))
        == ["folder.csv", "link.csv", "pipe.csv", "read.me"])
    #expect(outcomes.filter { $0.fate == .taken }.count == 4, "\(outcomes)")
    #expect(try leads().allSatisfy { $0.name != "Eve" })
    #expect(try files.text("outside.csv") == "id,name\n1,Eve\n")
    for name in try inbox("taken") {
      #expect(name.utf8.count <= 160)
      #expect(FileFault.harmless(name) == name)
    }
    try FileManager.default.removeItem(atPath: inside)
    try FileManager.default.createSymbolicLink(atPath: inside, withDestinationPath: files.path)
    #expect(throws: ImportError.self) { try take() }
  }

  @Test("A file that cannot be read is left, and the others are taken in")
  func unreadable() throws {
    try drop("id,name\n1,Ana\n", "a.csv")
    try drop("id,name\n2,Bo\n", "b.csv")
    try files.setPermissions(0, "board/inbox/a.csv")
    let fates = try take().map(\.isDone)
    #expect(getuid() == 0 ? fates == [true, true] : fates == [false, true])
  }

  @Test("Two Batons at once take each file in once")
  func together() throws {
    for number in 0..<12 {
      try drop("id,name,note\n\(number),Lead \(number),hello\n", "file\(number).csv")
    }
    let all = Mutex<[InboxOutcome]>([])
    let clock = Instant(Date()).adding(hours: 1)
    DispatchQueue.concurrentPerform(iterations: 4) { [board, now] _ in
      guard let outcomes = try? board.takeInbox(now: now, clock: clock) else { return }
      all.withLock { $0 += outcomes }
    }
    #expect(all.withLock { $0.filter { $0.fate == .taken }.count } == 12)
    #expect(try leads().count == 12)
    #expect(try leads().allSatisfy { $0.notes.count == 1 && $0.revision == 1 })
    #expect(try inbox("taken").count == 12)
  }

  @Test("Without an inbox there is nothing to take, and none is made")
  func missing() throws {
    try FileManager.default.removeItem(atPath: files.path("board/inbox"))
    #expect(try take() == [])
    #expect(try !files.names(in: "board").contains("inbox"))
  }
}
