import BatonModel
import Foundation
import Testing

@testable import BatonStore

/// What anybody may send through a form leaves alone what a lead already says.
@Suite("Submissions to a lead that is known")
final class SubmissionKnownTests: NewBoardSuite {
  private func take(_ text: String, source: String = "form") throws -> Lead {
    let result = try board.takeIn(
      try Submission(Array(text.utf8)), source: source, now: now)
    return try board.readLead(result.lead)
  }

  @Test("What differs stays in the touch; blanks are filled", arguments: ["form", "other site"])
  func known(source: String) throws {
    _ = try take(
      """
      {"email": "ana@helix.example", "name": "Ana Ruiz", "company": "Helix", "phone": "+34 600",
       "shoe": "38"}
      """)
    let lead = try take(
      """
      {"email": "Ana@helix.example", "name": "Eve", "company": "Evil", "phone": "+1 666",
       "city": "Hell", "job_title": "CTO", "message": "Call me", "tags": "vip", "shoe": "45"}
      """, source: source)
    #expect(lead.name == "Ana Ruiz")
    #expect(lead.people.map(\.name) == ["Ana Ruiz"])
    #expect(lead.people.map(\.email) == ["ana@helix.example"])
    #expect(lead.people.map(\.phone) == ["+34 600"])
    #expect(lead.people.map(\.title) == ["CTO"])
    #expect(lead.company?.name == "Helix")
    #expect(lead.company?.city == nil)
    #expect(lead.tags.isEmpty)
    #expect(lead.imported["form"]?["shoe"] == "38")
    let said = try #require(lead.touches.last?.summary)
    #expect(said.hasPrefix("Call me"))
    for value in ["name “Eve”", "phone “+1 666”", "company “Evil”", "company city “Hell”"] {
      #expect(said.contains(value), "\(said)")
    }
    #expect(said.contains("tags “vip”"))
    #expect(said.contains("shoe “45”") == (source == "form"))
    #expect(try board.check() == [])
  }

  @Test("A name takes the place of an address that stood for one; a company's blanks are filled")
  func blanks() throws {
    _ = try take(#"{"email": "ana@helix.example", "company": "Helix"}"#)
    let named = try take(
      #"{"email": "ana@helix.example", "name": "Ana", "company": "helix", "city": "Lugo"}"#)
    #expect(named.people.map(\.name) == ["Ana"])
    #expect(named.company?.name == "Helix")
    #expect(named.company?.city == "Lugo")
    #expect(named.touches.last?.summary == nil)
  }

  @Test("What a team member imported is not answered anew by a form")
  func answers() throws {
    var fixture = ImportFixture()
    try fixture.take("id,name,email,Budget?\n1,Ana,ana@x.example,10k\n")
    let text = #"{"email": "ana@x.example", "Budget?": "1k"}"#
    let table = try ImportTable.readJSON(Array(text.utf8))
    let proposal = ImportProposal(
      table: table, preset: ImportPreset.form, fileName: "form", board: fixture.board)
    let plan = try ImportPlan(
      table: table, mapping: proposal.mapping, board: fixture.board, leads: fixture.leads,
      now: now)
    let update = try #require(plan.updates.first)
    _ = plan.apply(update.facts, to: &fixture.leads[0])
    #expect(fixture.leads[0].answers.map(\.answer) == ["10k", "1k"])
  }

  @Test("A source that the form names was declared, one of the page's address observed")
  func source() throws {
    let told = try take(#"{"email": "a@x.example", "source": "a friend"}"#)
    #expect(told.acquisition.creating?.provenance(of: "source") == .declared)
    #expect(told.acquisition.creating?.provenance(of: "at") == .observed)
    let seen = try take(#"{"email": "b@x.example", "utm_source": "fair"}"#)
    #expect(seen.acquisition.creating?.provenance(of: "source") == .observed)
  }

  @Test(
    "What a form sends forbids as a file does",
    arguments: [
      #""doNotEmail": true"#, #""unsubscribe": "yes""#, #""consent": {"doNotEmail": true}"#,
      #""consent": "no""#, #""newsletter": false"#, #""GDPR consent": "no""#, #""Opt out": 1"#,
    ])
  func consent(member: String) throws {
    let lead = try take(#"{"email": "ana@x.example", \#(member)}"#)
    #expect(lead.consent.doNotEmail)
    #expect(lead.consent.provenance == .declared)
  }

  @Test("A form's JSON in the inbox is known by its submission's id")
  func inbox() throws {
    let first = try take(
      #"{"submission_id": "s1", "email": "ana@x.example", "name": "Ana", "message": "one"}"#)
    try board.makeInbox()
    let questions = try board.readBoard().questions
    try files.write(
      """
      {"submission_id": "s2", "email": "ana@x.example", "name": "Eve", "Why?": "so"}
      """, to: "board/inbox/form.json")
    let outcomes = try board.takeInbox(now: now, clock: Instant(Date()).adding(days: 1))
    #expect(outcomes.map(\.updated) == [1])
    let lead = try board.readLead(first.id)
    #expect(lead.name == "Ana")
    #expect(lead.touches.map(\.summary) == ["one", "says otherwise: name “Eve”"])
    #expect(try board.readBoard().questions == questions)
  }
}
