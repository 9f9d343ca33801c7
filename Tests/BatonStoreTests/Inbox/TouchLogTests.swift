import BatonModel
import Foundation
import Testing

@testable import BatonStore

/// Logs of touches that a tool drops into the inbox, or hands over one by one.
@Suite("Touch logs")
final class TouchLogTests: NewBoardSuite {
  override init() throws {
    try super.init()
    try add("ana", "Ana Ruiz", email: "Ana@Helix.example")
    try add("bo", "Bo Lind", email: "bo@lind.example") { $0.consent.doNotEmail = true }
    try board.changeBoard { board throws(Refusal) in
      board.team = [Member(id: "maria", name: "Maria Costa", side: .sales)]
    }
  }

  private func add(
    _ id: LeadID, _ name: String, email: String, _ change: (inout Lead) -> Void = { _ in }
  ) throws {
    var lead = Lead(id: id, name: name, stage: "new", createdAt: now.adding(hours: -240))
    lead.people = [Person(id: "p1", name: name)]
    lead.people[0].email = email
    lead.company = Company(name: "Helix Labs")
    change(&lead)
    try board.add(lead)
  }

  private func drop(_ text: String, _ name: String) throws -> InboxOutcome {
    try files.write(text, to: "board/inbox/\(name)")
    let clock = Instant(Date()).adding(hours: 1)
    return try #require(try board.takeInbox(now: now, clock: clock).first)
  }

  private func touches(_ id: LeadID = "ana") throws -> [Touch] { try board.readLead(id).touches }

  private static let header = "lead,email,direction,channel,side,at,by,subject,note,outcome,id\n"

  @Test("A row is a touch on the lead of its id or e-mail address, by the command people use")
  func touch() throws {
    let outcome = try drop(
      Self.header
        + ",ana@helix.example,Outbound,E-Mail,marketing,2027-01-10T09:00:00Z,mailer,Spring offer,"
        + "asked for a call,bounced,m1\n"
        + "ana,,inbound,call,,2027-01-11T09:00:00Z,Maria Costa,,prices,,\n", "sent.csv")
    #expect(outcome.fate == .taken)
    #expect(outcome.updated == 2)
    #expect(outcome.sentence == "2 touches logged from sent.csv.")
    let touches = try touches()
    #expect(touches.map(\.channel) == [.email, .call])
    #expect(touches.map(\.direction) == [.outbound, .inbound])
    #expect(touches.map(\.side) == [.marketing, .sales])
    #expect(touches.map(\.by) == ["mailer", "maria"])
    #expect(touches.map(\.person) == ["p1", nil])
    #expect(touches.map(\.summary) == ["Spring offer: asked for a call", "prices"])
    #expect(touches.map(\.outcome) == [.bounced, nil])
    #expect(touches.map(\.at.rfc3339) == ["2027-01-10T09:00:00Z", "2027-01-11T09:00:00Z"])
    let lead = try board.readLead("ana")
    #expect(lead.history.map(\.command) == ["touch", "touch"])
    #expect(lead.history.map(\.by) == ["import", "import"])
    #expect(lead.history.map(\.inverse) == touches.map { .retract($0.id) })
    #expect(lead.revision == 2)
    #expect(lead.imported.isEmpty)
    #expect(try board.check() == [])
  }

  @Test("A log that grows and is dropped every night adds only what is new")
  func once() throws {
    let row = #"{"lead":"ana","direction":"outbound","channel":"email","side":"marketing","#
    let first = row + #""at":"2027-01-10T09:00:00Z","subject":"One"}"# + "\n"
    let second = row + #""message_id":"m2","at":"2027-01-11T09:00:00Z","subject":"Two"}"# + "\n"
    #expect(try drop(first, "log.jsonl").updated == 1)
    let grown = try drop(first + second, "log.jsonl")
    #expect(grown.updated == 1)
    #expect(grown.unchanged == 1)
    let again = try drop(second + first + "\n", "other.jsonl")
    #expect(again.unchanged == 2)
    #expect(again.sentence == "other.jsonl says nothing new.")
    // What goes by one id was one touch, whatever the tool says of it later.
    let told = try board.takeTouch(
      try Submission(Array(second.replacing("Two", with: "Two, opened").utf8)), now: now)
    #expect(!told.isChanged)
    #expect(try touches().map(\.summary) == ["One", "Two"])
    // One that was taken back stays so.
    let id = try #require(try touches().first?.id)
    let context = try board.context(of: "maria", at: now)
    try board.apply(.retract(id), to: "ana", in: context)
    #expect(try drop("\n" + first, "log.jsonl").unchanged == 1)
    #expect(try touches().filter { $0.retracted == nil }.count == 1)
  }

  @Test("Two tools that count their own from one log two touches")
  func numbers() throws {
    let outcome = try drop(
      Self.header + "ana,,outbound,email,marketing,2027-01-10,mailer,Offer,,,17\n"
        + "ana,,outbound,call,sales,2027-01-11,dialler,Prices,,,17\n"
        + "ana,,inbound,call,sales,2027-01-12,dialler,Again,,,17\n", "sent.csv")
    #expect(outcome.updated == 3)
    #expect(try touches().map(\.summary) == ["Offer", "Prices", "Again"])
  }

  @Test("What the buyer forbids, and who is nobody's lead, stands aside with its reason")
  func refused() throws {
    let rest = "2027-01-10T09:00:00Z,,,,,\n"
    let outcome = try drop(
      Self.header
        + "bo,,outbound,newsletter,marketing,\(rest)" + "bo,,outbound,call,sales,\(rest)"
        + ",eve@helix.example,outbound,email,sales,\(rest)" + "eve,,inbound,email,sales,\(rest)"
        + ",,outbound,email,sales,\(rest)" + "ana,,sent,email,sales,\(rest)"
        + "ana,,,email,sales,\(rest)" + "ana,,outbound,,sales,\(rest)"
        + "ana,,outbound,call,buyer,\(rest)" + "ana,,outbound,call,,\(rest)"
        + "ana,,outbound,call,sales,,,,,,\n" + "ana,,outbound,call,sales,2027-01-20,,,,,\n"
        + "ana,,outbound,call,sales,2027-01-10,,,,opened,\n", "sent.csv")
    #expect(outcome.updated == 1)
    #expect(outcome.refused == 12)
    #expect(outcome.created == 0)
    let rejects = try files.text("board/inbox/rejected/sent.rejects.csv")
      .split(whereSeparator: \.isNewline).dropFirst().map(String.init)
    for (line, reason) in zip(
      rejects,
      [
        "2,Bo Lind does not want to be contacted by email.",
        "4,No lead on this board has the e-mail address “eve@helix.example”.",
        "5,This board has no lead “eve”.",
        "6,The row names no lead: neither its id nor an e-mail address of it.",
        "7,“sent” in “direction” is no direction.", "8,The row does not say who turned to whom.",
        "9,The row does not say how.", "10,“buyer” in “side” is no side of ours.",
        "11,The row does not say which side of ours took part.",
        "12,The row does not say when it was.", "13,A touch cannot lie in the future.",
        "14,“opened” in “outcome” is no outcome of a touch.",
      ])
    {
      #expect(line.hasPrefix(reason), "\(line)")
    }
    #expect(rejects.count == 12)
    #expect(try touches("bo").map(\.channel) == [.call])
    #expect(try touches().isEmpty)
    #expect(try board.readLeads(summarise: \.id).values.count == 2)
    // Mended, and dropped again, they come in.
    let mended = try files.text("board/inbox/rejected/sent.rejects.csv")
      .replacing("outbound,newsletter", with: "inbound,newsletter")
    #expect(try drop(mended, "mended.csv").updated == 1)
  }

  @Test("A name alone never says who is meant, and a form never says what we did")
  func strangers() throws {
    let nameless = try drop(
      "name,direction,channel,side,at\nAna Ruiz,outbound,call,sales,2027-01-10\n", "names.csv")
    guard case .rejected(let reason, _) = nameless.fate else {
      Issue.record("\(nameless.fate)")
      return
    }
    #expect(reason == "names.csv: No column names the leads of these touches.")
    let form =
      #"{"submission_id":"s1","email":"ana@helix.example","direction":"outbound","#
      + #""channel":"call","outcome":"reached","side":"sales","at":"2027-01-10"}"#
    #expect(try drop(form, "form.json").areTouches == false)
    #expect(try touches().map(\.channel) == [.form])
    #expect(throws: ImportError.self) {
      try board.takeTouch(try Submission(Array(#"{"email":"new@x.example"}"#.utf8)), now: now)
    }
    try add("ann", "Ann Ruiz", email: "ana@helix.example")
    let shared = try drop(
      "email,direction,channel,side,at\nana@helix.example,outbound,call,sales,2027-01-10\n",
      "shared.csv")
    #expect(shared.refused == 1)
    #expect(try touches("ann").isEmpty)
  }

  @Test("A hold warns and forbids nothing; one on the company warns of its other leads too")
  func held() throws {
    let context = try board.context(of: "maria", at: now.adding(hours: -1_000))
    try board.apply(
      .hold(
        .init(
          reason: "last round", until: now.adding(hours: 1_000), scope: .company,
          sides: [.marketing])), to: "bo", in: context)
    let outcome = try drop(
      "lead,direction,channel,side,at\nana,outbound,email,marketing,2027-01-10\n"
        + "ana,inbound,email,marketing,2027-01-11\nana,outbound,call,sales,2027-01-12\n",
      "sent.csv")
    #expect(outcome.updated == 3)
    #expect(
      outcome.warnings.map(\.text) == [
        "maria asks that nobody contacts Helix Labs: last round."
      ])
    #expect(
      outcome.sentence
        == "3 touches logged from sent.csv; a hold asks that nobody contacts them.")
    let told = try board.takeTouch(
      try Submission(
        Array("lead=ana&direction=outbound&channel=letter&side=marketing&at=2027-01-13".utf8)),
      now: now)
    #expect(told.lead == "ana")
    #expect(!told.isNew)
    #expect(told.warnings.count == 1)
  }

  @Test("An id of before leads were merged still finds the lead")
  func merged() throws {
    let context = try board.context(of: "maria", at: now)
    try board.merge("bo", into: "ana", in: context)
    let outcome = try drop(
      "lead,direction,channel,side,at\nbo,outbound,call,sales,2027-01-10\n", "sent.csv")
    #expect(outcome.updated == 1)
    #expect(try touches().map(\.channel) == [.call])
  }

  @Test("What the lead forbids only by the time that the plan is carried out is refused then")
  func overtaken() throws {
    let text = "lead,direction,channel,side,at\nana,outbound,email,sales,2027-01-10\n"
    var options = ImportOptions(now: now)
    options.isUnattended = true
    let prepared = try PreparedImport(
      bytes: Array(text.utf8), name: "sent.csv", into: board, options: options)
    #expect(prepared.plan.updated == 1)
    #expect(
      prepared.plan.updates.first?.changes == [
        FieldChange(field: "touch", before: nil, after: "email outbound")
      ])
    let context = try board.context(of: "maria", at: now)
    try board.apply(.consent(.init(doNotEmail: true)), to: "ana", in: context)
    let result = try prepared.write(to: board)
    #expect(result.updated == 0)
    #expect(
      result.refused.map(\.reason) == ["Ana Ruiz does not want to be contacted by email."])
    #expect(try touches().isEmpty)
  }
}
